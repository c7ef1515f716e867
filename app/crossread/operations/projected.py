"""What the entries come to, at hand: the states of projections, kept up as entries are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crossread.base.entries import Entry
    from crossread.progress.projection import Projection

S = TypeVar("S")


class Projected:
    """The states of those projections that were asked for."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Projection[Any], Any]] = {}

    def of(self, projection: Projection[S], entries: Iterable[Entry]) -> S:
        """Return the state of a projection, built of `entries` when first asked for; not to be changed."""
        if projection.name not in self._kept:
            built = projection.empty()
            for entry in entries:
                projection.add(built, entry)
            self._kept[projection.name] = projection, built
        state: S = self._kept[projection.name][1]
        return state

    def add(self, entry: Entry) -> None:
        """Let one more entry count in all of them."""
        for projection, state in self._kept.values():
            projection.add(state, entry)

    def forget(self) -> None:
        """Let go of all: the entries are others now."""
        self._kept.clear()
