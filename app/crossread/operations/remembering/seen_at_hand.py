"""What was on the screen with an entry, as far as it is at hand: it is read when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class SeenAtHand:
    """What was shown (questions, texts), by digest; `is_told` of those that the record was asked for."""

    def __init__(self) -> None:
        self._known: dict[str, Mapping[str, Any]] = {}
        self._asked: set[str] = set()
        self._lost: set[str] = set()

    def get(self, name: str) -> Mapping[str, Any] | None:
        """Return what was shown, by its digest; None for what is not here."""
        return self._known.get(name)

    def give(self, name: str, seen: Mapping[str, Any]) -> None:
        """Add what was shown, under its digest."""
        self._known[name] = seen

    def is_told(self, name: str) -> bool:
        """Tell whether nothing more is to come of a digest: it is here, or the record has none of it."""
        return name in self._known or name in self._lost

    def want(self, names: Iterable[str]) -> frozenset[str]:
        """Return those that are not here and were not asked for; they count as asked for now."""
        new = frozenset(name for name in names if name) - self._known.keys() - self._asked
        self._asked |= new
        return new

    def take(self, names: Iterable[str], found: Mapping[str, Mapping[str, Any]]) -> None:
        """Take up what the record told of those that it was asked for."""
        self._known.update(found)
        self._asked.difference_update(names)
        self._lost.update(name for name in names if name not in found)

    def ask_again(self) -> None:
        """Let what was asked for, and not told, be asked for again: the record was opened anew."""
        self._asked.clear()
        self._lost.clear()
