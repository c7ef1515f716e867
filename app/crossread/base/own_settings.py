"""A learner's own settings where there are several: how it looks and reads for them, over the machine's."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from crossread.base.declared import OWN, Setting
from crossread.base.settings import Settings

T = TypeVar("T", bound=object)

# Places that are remembered for the machine: where the window stands is no learner's.
MACHINES = frozenset(("window", "kept-where"))


class OwnSettings(Settings):
    """What one learner chose, in a file in their folder; what they did not choose is as on the machine.

    Their own are looks, texts, reading, answering, keys, and where they were; language, mode and the like
    are the machine's, and changing those changes them for everybody.
    """

    def __init__(self, path: Path, machine: Settings) -> None:
        super().__init__(path)
        self.machine = machine
        self.trouble = self.trouble or machine.trouble

    def __getitem__(self, setting: Setting[T]) -> T:
        value = self._values.get(setting.key) if setting.key in OWN else None
        return value if value is not None and setting.fits(value) else self.machine[setting]

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

    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """Return the learner's own keys, else those of the machine."""
        return super().keys() if "keys" in self._values else self.machine.keys()

    def set_keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        """Keep the learner's own keys; raises as that of `Settings` does."""
        if "keys" not in self._values:
            self._values["keys"] = {action: list(names) for action, names in self.machine.keys().items()}
        super().set_keys(keys)

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

    def _tell(self, key: str) -> None:
        for listener in self._listeners:
            listener(key)
