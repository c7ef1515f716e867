"""The declared settings: each once, with its key, its default, what it is called and what it may be."""

from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from crossread.base.errors import N_

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
REVIEW_MOST = Setting(
    "review-most",
    12,
    N_("Questions a day in review"),
    N_("At most so many come back a day; what is more comes on the days after."),
    low=1,
    high=20,
    group="answering",
)
KEEP_READING = Setting(
    "keep-reading",
    True,
    N_("Remember what I read, and how long"),
    N_("For your own progress page, on this machine alone: sources in view, active minutes. Never a score."),
    group="other",
)
LEARNER = Setting("learner", "", N_("Learner"), N_("The id of the one who reads here."), who="locked")
MODE = Setting(
    "mode",
    "myself",
    N_("Who reads on this machine"),
    N_("One person, a class that chooses a name at each start, or guests of whom nothing stays."),
    who="locked",
    choices=("myself", "classroom", "open"),
)
UNUSED_MINUTES = Setting(
    "unused-minutes",
    10,
    N_("Back to the start page"),
    N_("After so long without a key or the mouse, in a class; 0 is never."),
    who="locked",
    low=0,
    high=120,
    unit="min",
    step=5,
)

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
    REVIEW_MOST,
    KEEP_READING,
    LANGUAGE,
    LEARNER,
    MODE,
    UNUSED_MINUTES,
)

# What goes with a learner where there are several; all else is the machine's.
OWN = frozenset(setting.key for setting in DECLARED if setting.who == "learner" and setting != LANGUAGE)

# Keys of what changes only how things look: nothing that is shown is another thing for it.
LOOKS = frozenset(
    setting.key
    for setting in DECLARED
    if setting.group in ("look", "text") or setting in (PARAGRAPH_NUMBERS, RULER)
)
