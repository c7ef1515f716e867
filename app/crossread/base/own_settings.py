"""A learner's own settings where there are several: how it looks and reads for them, over the machine's."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from errno import ENOENT
from os import strerror
from pathlib import Path
from typing import Any, TypeVar

from crossread.base.declared import DECLARED, OWN, Setting
from crossread.base.files import write_atomically
from crossread.base.settings import FILE, Settings

T = TypeVar("T", bound=object)

# Places that are remembered for the machine: where the window stands is no learner's.
MACHINES = frozenset(("window", "kept-where"))
# Stands in a file that needs nothing of the machine's any more.
_WHOLE = "whole"


def begin_own(folder: Path) -> None:
    """Have a new learner begin with the program's own look, whoever read before; raises OSError."""
    write_atomically(folder / FILE, f"{_WHOLE} = true\n".encode())


def forget_own(machine: Settings) -> None:
    """Have a machine know nothing of who read alone there but where its window stood; raises OSError."""
    machine.forget(_own(), MACHINES)


def _own() -> list[Setting[Any]]:
    return [setting for setting in DECLARED if setting.key in OWN]


class NobodysLook(Settings):
    """What holds on a page that is nobody's: the program's own look, and the machine's language and mode."""

    def __getitem__(self, setting: Setting[T]) -> T:
        return super().__getitem__(setting) if setting.key not in OWN else setting.default


class OwnSettings(Settings):
    """What one learner chose, in a file in their folder; what they did not choose is as the program has it.

    Their own are looks, texts, reading, answering, keys, and where they were; language, mode and the like
    are the machine's, and changing those changes them for everybody. Who read here before learners had
    files that are whole takes over, once, what the machine had for them. `before` is whether it also had
    where they were.
    """

    def __init__(self, path: Path, machine: Settings, *, before: bool = False) -> None:
        super().__init__(path)
        self.machine = machine
        if not self.trouble and _WHOLE not in self._values:
            self._take_over(places=before)
        self.trouble = self.trouble or machine.trouble

    def _take_over(self, *, places: bool) -> None:
        """Take up what held for this learner so far, and keep it as theirs."""
        self._values = {**self.machine.chosen(_own()), **self._values, _WHOLE: True}
        if self.machine.keys() and "keys" not in self._values:
            self._values["keys"] = {action: list(names) for action, names in self.machine.keys().items()}
        if places and "places" not in self._values:
            theirs = [name for name in self.machine.places() if name not in MACHINES]
            self._values["places"] = {name: dict(self.machine.place(name)) for name in theirs}
        with suppress(OSError):
            self._keep()

    def __getitem__(self, setting: Setting[T]) -> T:
        return super().__getitem__(setting) if setting.key in OWN else self.machine[setting]

    @property
    def turns(self) -> int:
        """How often something was changed, for the learner or for the machine."""
        return super().turns + self.machine.turns

    def set(self, setting: Setting[T], value: T) -> None:
        """Change a setting where it is kept; raises as that of `Settings` does."""
        if setting.key in OWN:
            super().set(setting, value)
            return
        was = self.machine[setting]
        self.machine.set(setting, value)
        if self.machine[setting] != was:
            self._tell(setting.key)

    def set_all(self, values: Mapping[Setting[Any], object]) -> None:
        """Change several settings at once; raises as that of `Settings` does."""
        own = {setting: value for setting, value in values.items() if setting.key in OWN}
        for setting, value in values.items():
            if setting not in own:
                self.set(setting, value)
        super().set_all(own)

    def place(self, name: str) -> Mapping[str, Any]:
        """Return what was remembered under a name, for the learner or for the machine."""
        return self.machine.place(name) if name in MACHINES else super().place(name)

    def remember(self, name: str, place: Mapping[str, Any]) -> None:
        """Remember a place; raises OSError where it cannot be written."""
        if name in MACHINES:
            self.machine.remember(name, place)
        else:
            super().remember(name, place)

    def write_later(self, later: Callable[[], None] | None) -> None:
        """Have changes of both files told to `later`; None: have them written at once."""
        self.machine.write_later(later)
        super().write_later(later)

    def write(self) -> None:
        """Write what is not written yet of both files; raises OSError where that cannot be."""
        self.machine.write()
        super().write()

    def _write(self) -> None:
        """Write, but make no folder anew: a learner who has none was deleted in another window."""
        if not self._path.parent.is_dir():
            raise FileNotFoundError(ENOENT, strerror(ENOENT))
        super()._write()

    def _tell(self, key: str) -> None:
        for listener in self._listeners:
            listener(key)
