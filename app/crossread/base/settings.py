"""The values of the settings, kept as TOML, never lost to a typing mistake."""

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any, Literal, TypeVar

from crossread.base.declared import Setting
from crossread.base.files import write_atomically

T = TypeVar("T", bound=object)

FILE = "settings.toml"  # in the data folder, and in a learner's own
_PLACES = "places"


class Settings:
    """The values of the declared settings, and the window's own remembered places.

    A file that cannot be read is kept under another name before anything is written in its place, and
    `trouble` says so: "put-aside", or "unread" as long as it stays; "" where all is well. A single value
    that does not fit counts as not set. Keys that this version does not know are kept as they are, and so is
    what another window has changed meanwhile: only what was changed here is written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        self._before: dict[str, Any] = {}  # the values as they were read, or written last
        self._listeners: list[Callable[[str], None]] = []
        self._later: Callable[[], None] | None = None
        self._unwritten = False
        self._turns = 0
        self.trouble: Literal["", "put-aside", "unread"] = ""
        try:
            self._values = tomllib.loads(path.read_text("utf-8"))
            self._before = deepcopy(self._values)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError:
            self.trouble = "unread"
        except (ValueError, RecursionError):  # no UTF-8, no TOML, or brackets in brackets without end
            self.trouble = "unread"
            with suppress(OSError):
                self._put_aside()

    def _put_aside(self) -> None:
        self._path.replace(self._path.with_name("settings.damaged.toml"))
        self.trouble = "put-aside"

    def __getitem__(self, setting: Setting[T]) -> T:
        value = self._values.get(setting.key, setting.default)
        return value if setting.fits(value) else setting.default

    @property
    def turns(self) -> int:
        """How often something was changed; what is changed at once has one number."""
        return self._turns

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
        self._turns += 1
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
        self._turns += 1
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
        self._turns += 1
        for listener in self._listeners:
            listener("keys")
        self._keep()

    def chosen(self, among: Iterable[Setting[Any]]) -> dict[str, object]:
        """Return what was chosen among some settings, by key; what was not is left out."""
        return {
            setting.key: self._values[setting.key]
            for setting in among
            if setting.key in self._values and setting.fits(self._values[setting.key])
        }

    def forget(self, settings: Iterable[Setting[Any]], places: Collection[str]) -> None:
        """Have some settings as if nobody had chosen them, and no keys and places but these remembered.

        Nobody who listens is told. Raises OSError where it cannot be written.
        """
        for setting in settings:
            self._values.pop(setting.key, None)
        self._values.pop("keys", None)
        self._values["places"] = {name: self.place(name) for name in places if self.place(name)}
        self._turns += 1
        self._keep()

    def places(self) -> tuple[str, ...]:
        """Return the names under which something was remembered."""
        places = self._values.get("places")
        return tuple(name for name in places if self.place(name)) if isinstance(places, dict) else ()

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

        there = self._there()
        values = self._values if there is None else _changed(self._before, self._values, there)
        write_atomically(self._path, tomli_w.dumps(values).encode())
        self._before = deepcopy(self._values)

    def _there(self) -> dict[str, Any] | None:
        """Return what the file holds now; None where there is none or it does not tell."""
        try:
            return tomllib.loads(self._path.read_text("utf-8"))
        except OSError:
            return None
        except (ValueError, RecursionError):  # somebody is at work on it with an editor
            self._put_aside()
            return None


def _changed(before: Mapping[str, Any], now: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is there with what was changed since before, place by place."""
    found = dict(there)
    for key in {**before, **now}:
        was, is_ = before.get(key), now.get(key)
        if was == is_:
            continue
        if is_ is None:
            found.pop(key, None)
        elif key == _PLACES and isinstance(is_, dict):
            tables = [one if isinstance(one, dict) else {} for one in (was, there.get(key))]
            found[key] = _changed(tables[0], is_, tables[1])
        else:
            found[key] = is_
    return found
