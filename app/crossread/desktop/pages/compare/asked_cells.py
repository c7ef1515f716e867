"""Which cells of the claim matrix open questions ask about: the comparison may not answer those. No Qt."""

from typing import TYPE_CHECKING

from crossread.desktop.pages.desk.claim_places import asked_of
from crossread.inquiry.open_questions import open_questions
from crossread.inquiry.state import InquiryState, StageState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossread.operations.opened import OpenPack

Place = tuple[str, str]  # the ids of a claim and of a source


class AskedCells:
    """Remembers them as long as the same questions are open: the answer takes a look at every passage."""

    def __init__(self, opened: "OpenPack") -> None:
        self._opened = opened
        self._known: tuple[str, Mapping[str, StageState]] | None = None
        self._open: frozenset[str] | None = None
        self._cells: frozenset[Place] = frozenset()

    def of(self, state: InquiryState) -> frozenset[Place]:
        """Return the cells that questions ask about which are open now."""
        known = self._known
        if known is not None and known[0] == state.stage and known[1] is state.stages:
            return self._cells
        self._known = (state.stage, state.stages)
        pack = self._opened.pack
        questions = open_questions(state, pack, self._opened.has_original)
        ids = frozenset(question.id for question in questions)
        if ids != self._open:
            self._open = ids
            self._cells = frozenset(
                (claim, source.id)
                for source in pack.sources
                for claim in (asked_of(self._opened, state, source.id) if ids else ())
            )
        return self._cells
