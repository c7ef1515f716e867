"""What the first page shows of packs and record, to be told from what it showed before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crossread.desktop.pages.library.library_words import why_unknown
from crossread.operations.outside.review_count import waiting

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.removed_packs import RemovedPack
    from crossread.packs.library.library import ShelfPack
    from crossread.progress.skills import SkillFigure
    from crossread.questions.kind import Skill


@dataclass(frozen=True, slots=True)
class LibraryShown:
    """All that it is built from: where two are equal, the page looks the same.

    `places` and `far` are by the id of a pack: what was remembered of it, and how many of how many required
    questions are answered. `last` is the id of the pack that was read last, `review` how many questions
    wait. `unknown` says why nothing is told of what was done so far, where that is so.
    """

    packs: tuple[ShelfPack, ...]
    places: Mapping[str, Mapping[str, Any]]
    far: Mapping[str, tuple[int, int]]
    skills: Mapping[Skill, SkillFigure]
    last: str
    review: int
    unknown: str
    removed: tuple[RemovedPack, ...]

    def in_order(self) -> list[ShelfPack]:
        """Return the packs as they stand on the page: the last one, those begun, the others, broken ones.

        One that was only looked at is none of those begun: it does not stand before the one to begin with.
        """
        begun = {pack.id: is_begun(self.places[pack.id], self.far[pack.id]) for pack in self.packs}
        return sorted(
            self.packs,
            key=lambda pack: (
                bool(pack.broken),
                not begun[pack.id] or pack.id != self.last,
                not begun[pack.id],
                not pack.begin_here,
                pack.title.casefold(),
            ),
        )


def is_begun(told: Mapping[str, Any], far: tuple[int, int]) -> bool:
    """Tell whether a pack was begun, by what was remembered of the place in it, and by how far one is."""
    return bool(told.get("stage")) or far[0] > 0


def shown_now(around: Surroundings) -> LibraryShown:
    """Return what the page is to show now."""
    session = around.session
    packs = session.shelf()
    return LibraryShown(
        packs,
        {pack.id: _told(session.place(pack.id)) for pack in packs},
        {pack.id: session.how_far(pack.id) for pack in packs},
        session.skills(),
        str(around.settings.place("last").get("pack", "")),
        waiting(session, around.settings, around.clock.now().astimezone()),
        why_unknown(session),
        tuple(session.removed_packs),
    )


def _told(place: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what was remembered of a place for the library to tell."""
    told = place.get("told")
    return told if isinstance(told, Mapping) else {}
