"""Settings: each declared once, kept as TOML, never lost to a typing mistake."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from crossread.base.errors import N_
from crossread.base.files import write_atomically

T = TypeVar("T", bound=object)

Who = Literal["learner", "teacher", "locked"]

# Where a setting stands on the settings page.
Group = Literal["look", "text", "reading", "answering", "keys", "other"]


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting: its key, default, what it is called, what it does and who may change it.

    The type is that of the default. `choices`, where given, are all the values it may have; `low` and
    `high` bound a number, which is shown with its `unit` and changed by `step`. `group` says where it stands
    on the settings page.
    """

    key: str
    default: T
    label: str
    help: str
    who: Who = "learner"
    choices: tuple[T, ...] = ()
    low: float | None = None
    high: float | None = None
    group: Group = "other"
    unit: str = ""
    step: int = 1

    def fits(self, value: object) -> bool:
        """Tell whether a value may stand for this setting."""
        if type(value) is not type(self.default):
            return False
        if self.choices and value not in self.choices:
            return False
        if isinstance(value, int | float) and not isinstance(value, bool):
            return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)
        return True


THEME = Setting(
    "theme",
    "system",
    N_("Theme"),
    N_("Colours of the window."),
    choices=("system", "paper", "sepia", "night", "high-contrast"),
    group="look",
)
MOTION = Setting(
    "motion",
    "system",
    N_("Motion"),
    N_("Whether anything fades or moves; as the system says, or not at all."),
    choices=("system", "none"),
    group="look",
)
TEXT_SIZE = Setting(
    "text-size",
    17,
    N_("Text size"),
    N_("Size of the texts you read."),
    low=12,
    high=34,
    group="text",
    unit="px",
)
TEXT_FACE = Setting(
    "text-face",
    "serif",
    N_("Typeface"),
    N_("Letters of the texts you read."),
    choices=("serif", "sans", "dyslexic", "mono"),
    group="text",
)
LINE_HEIGHT = Setting(
    "line-height",
    150,
    N_("Line height"),
    N_("From one line to the next, of the text size."),
    low=120,
    high=240,
    group="text",
    unit="%",
    step=10,
)
MEASURE = Setting(
    "measure",
    70,
    N_("Longest line"),
    N_("How many characters a line has at most; lines are shorter where the window is."),
    low=38,
    high=100,
    group="text",
    step=4,
)
PARAGRAPH_SPACE = Setting(
    "paragraph-space",
    90,
    N_("Room between paragraphs"),
    N_("Of the text size."),
    low=0,
    high=200,
    group="text",
    unit="%",
    step=10,
)
LETTER_SPACE = Setting(
    "letter-space",
    0,
    N_("Room between letters"),
    N_("Beyond the usual, of the text size."),
    low=0,
    high=20,
    group="text",
    unit="%",
    step=2,
)
WORD_SPACE = Setting(
    "word-space",
    0,
    N_("Room between words"),
    N_("Beyond the usual, of the text size."),
    low=0,
    high=50,
    group="text",
    unit="%",
    step=5,
)
ALIGNMENT = Setting(
    "alignment",
    "ragged",
    N_("Right edge"),
    N_("Ragged keeps the spaces between words even; justified makes all lines end together."),
    choices=("ragged", "justified"),
    group="text",
)
PARAGRAPH_NUMBERS = Setting(
    "paragraph-numbers",
    True,
    N_("Paragraph numbers"),
    N_("Beside each paragraph, to find it together in class."),
    group="reading",
)
RULER = Setting(
    "ruler",
    "off",
    N_("Reading ruler"),
    N_("A band, or a line, that goes along with the line you read. The words below it stay selectable."),
    choices=("off", "band", "line"),
    group="reading",
)
TERMS = Setting(
    "terms",
    True,
    N_("Dot words that are explained"),
    N_("Words of the glossary, and names that the sources write differently, have a dotted line below."),
    group="reading",
)
VEIL = Setting(
    "veil",
    True,
    N_("Veil graphic passages"),
    N_("Passages on injuries and dead bodies stay covered until you ask for them."),
    group="reading",
)
LANGUAGE = Setting(
    "language", "", N_("Language"), N_("Language of the window, from the next start on."), group="other"
)
SINGLE_KEYS = Setting(
    "single-keys",
    True,
    N_("Single-key shortcuts"),
    N_("Keys without Ctrl or Alt, such as 1 to pick the first answer. They never act while you type."),
    group="keys",
)
ASK_CERTAINTY = Setting(
    "ask-certainty",
    True,
    N_("Ask how sure I am"),
    N_("Private, and never part of a score."),
    group="answering",
)
EXAM_RESULTS = Setting(
    "exam-results",
    True,
    N_("Show results of exams"),
    N_("Whether a reader may show the results of an exam once it is handed in."),
    who="teacher",
    group="answering",
)
LEARNER = Setting("learner", "", N_("Learner"), N_("The id of the one who reads here."), who="locked")

DECLARED: tuple[Setting[Any], ...] = (
    THEME,
    MOTION,
    TEXT_SIZE,
    TEXT_FACE,
    LINE_HEIGHT,
    MEASURE,
    PARAGRAPH_SPACE,
    LETTER_SPACE,
    WORD_SPACE,
    ALIGNMENT,
    PARAGRAPH_NUMBERS,
    RULER,
    TERMS,
    VEIL,
    SINGLE_KEYS,
    ASK_CERTAINTY,
    EXAM_RESULTS,
    LANGUAGE,
    LEARNER,
)

# Keys of what changes only how things look: nothing that is shown is another thing for it.
LOOKS = frozenset(
    setting.key
    for setting in DECLARED
    if setting.group in ("look", "text") or setting in (PARAGRAPH_NUMBERS, RULER)
)


class Settings:
    """The values of the declared settings, and the window's own remembered places.

    A file that cannot be read is kept under another name before anything is written in its place, and
    `trouble` says so: "put-aside", or "unread" as long as it stays; "" where all is well. A single value
    that does not fit counts as not set. Keys that this version does not know are kept as they are.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        self._listeners: list[Callable[[str], None]] = []
        self._later: Callable[[], None] | None = None
        self._unwritten = False
        self.trouble: Literal["", "put-aside", "unread"] = ""
        try:
            self._values = tomllib.loads(path.read_text("utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError:
            self.trouble = "unread"
        except ValueError:
            self.trouble = "unread"
            with suppress(OSError):
                self._put_aside()

    def _put_aside(self) -> None:
        self._path.replace(self._path.with_name("settings.damaged.toml"))
        self.trouble = "put-aside"

    def __getitem__(self, setting: Setting[T]) -> T:
        value = self._values.get(setting.key, setting.default)
        return value if setting.fits(value) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Change a setting, write it down and tell those who listen.

        Raises ValueError where the value does not fit, OSError where it cannot be written (the new
        value then holds until the window closes); the latter not where it is written later.
        """
        if not setting.fits(value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        if self[setting] == value and setting.key in self._values:
            return
        self._values[setting.key] = value
        for listener in self._listeners:
            listener(setting.key)
        self._keep()

    def set_all(self, values: Mapping[Setting[Any], object]) -> None:
        """Change several settings at once: who listens sees all of them changed, whichever is told first.

        Raises as `set` does; where one value does not fit, none is changed.
        """
        for setting, value in values.items():
            if not setting.fits(value):
                raise ValueError(f"{setting.key} cannot be {value!r}")
        changed = [setting for setting, value in values.items() if self[setting] != value]
        self._values.update({setting.key: values[setting] for setting in changed})
        for setting in changed:
            for listener in self._listeners:
                listener(setting.key)
        if changed:
            self._keep()

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """Return the keys that the learner chose, by action; what is no list of words counts as not there."""
        table = self._values.get("keys")
        found: dict[str, tuple[str, ...]] = {}
        for action, keys in table.items() if isinstance(table, dict) else ():
            if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
                found[action] = tuple(keys)
        return found

    def set_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Keep the learner's own keys, by action; tells "keys".

        Raises OSError where they cannot be written (they then hold until the window closes).
        """
        if self.keys() == {action: tuple(names) for action, names in keys.items()}:
            return
        self._values["keys"] = {action: list(names) for action, names in keys.items()}
        for listener in self._listeners:
            listener("keys")
        self._keep()

    def place(self, name: str) -> Mapping[str, Any]:
        """Return what was remembered under a name (window, panes, …); empty where nothing was."""
        places = self._values.get("places")
        found = places.get(name) if isinstance(places, dict) else None
        return found if isinstance(found, dict) else {}

    def remember(self, name: str, place: Mapping[str, Any]) -> None:
        """Remember a place; raises OSError where it cannot be written."""
        if self.place(name) == place:
            return
        if not isinstance(self._values.get("places"), dict):
            self._values["places"] = {}
        self._values["places"][name] = dict(place)
        self._keep()

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call `listener` with the key of each setting that changes."""
        self._listeners.append(listener)

    def write_later(self, later: Callable[[], None] | None) -> None:
        """Have changes told to `later`, which is to call `write` soon; None: have them written at once.

        A write waits for the disk, and what was changed is to be seen before that.
        """
        self._later = later
        if later is None:
            self.write()

    def write(self) -> None:
        """Write what is not written yet; raises OSError where that cannot be, and it can be tried again."""
        if self._unwritten:
            self._write()
            self._unwritten = False

    def _keep(self) -> None:
        self._unwritten = True
        if self._later is None:
            self.write()
        else:
            self._later()

    def _write(self) -> None:
        if self.trouble == "unread":
            self._put_aside()  # what could not be read may be whole: it is not written over
        import tomli_w

        write_atomically(self._path, tomli_w.dumps(self._values).encode())
