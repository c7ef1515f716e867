"""Changes of settings that can be taken back, and done again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from crossread.base.declared import Setting
from crossread.base.settings import Settings

MOST_STEPS = 200


@dataclass(slots=True)
class _Step:
    """What one act changed: values before and after, and the learner's own keys where those were changed."""

    turn: int
    values: dict[Setting[Any], tuple[object, object]] = field(default_factory=dict)
    keys: tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]] | None = None


class SettingsSteps:
    """Watches some settings and the keys from now on; what was changed at once is one step."""

    def __init__(self, settings: Settings, watched: Iterable[Setting[Any]]) -> None:
        self._settings = settings
        self._watched = {setting.key: setting for setting in watched}
        self._known = {key: settings[setting] for key, setting in self._watched.items()}
        self._keys = settings.keys()
        self._back: list[_Step] = []
        self._forth: list[_Step] = []
        self._moves = False
        settings.listen(self._changed)

    def undo(self) -> tuple[str, ...] | None:
        """Take the last step back; return the keys of what is as it was before, None for nothing.

        Raises OSError where it cannot be written; it then holds until the window closes.
        """
        return self._take(self._back, self._forth, to=0)

    def redo(self) -> tuple[str, ...] | None:
        """Do again what was taken back last, as `undo` does."""
        return self._take(self._forth, self._back, to=1)

    def _take(self, steps: list[_Step], others: list[_Step], *, to: int) -> tuple[str, ...] | None:
        if not steps:
            return None
        step = steps.pop()
        others.append(step)
        self._moves = True
        try:
            if step.values:
                self._settings.set_all({one: values[to] for one, values in step.values.items()})
            if step.keys is not None:
                self._settings.set_keys(step.keys[to])
        finally:
            self._moves = False
        return (*(setting.key for setting in step.values), *(("keys",) if step.keys is not None else ()))

    def _changed(self, key: str) -> None:
        setting = self._watched.get(key)
        if setting is not None:
            before, self._known[key] = self._known[key], self._settings[setting]
            if not self._moves and before != self._known[key]:
                step = self._step()
                step.values[setting] = (step.values.get(setting, (before,))[0], self._known[key])
        elif key == "keys":
            own, self._keys = self._keys, self._settings.keys()
            if not self._moves and own != self._keys:
                self._step().keys = (own, self._keys)

    def _step(self) -> _Step:
        """Return the step of this act, a new one where it just began."""
        turn = self._settings.turns
        self._forth.clear()
        if not self._back or self._back[-1].turn != turn:
            self._back.append(_Step(turn))
            del self._back[:-MOST_STEPS]
        return self._back[-1]
