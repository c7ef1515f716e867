"""Words that open questions ask to be marked: the comparison of words does not list them. No Qt."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from crossread.inquiry.open_questions import open_questions
from crossread.inquiry.state import InquiryState, StageState
from crossread.questions.passages import ShownText
from crossread.questions.placing import place
from crossread.questions.registry import KINDS
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.operations.opened import OpenPack


class AskedWords:
    """Remembers the places as long as the same questions are open."""

    def __init__(self, opened: "OpenPack") -> None:
        self._opened = opened
        self._known: tuple[str, Mapping[str, StageState]] | None = None
        self._open: frozenset[str] | None = None
        self._places: dict[tuple[str, str], list[Range]] = {}

    def set_state(self, state: InquiryState) -> bool:
        """Take up where the learner is; tell whether other questions are open now than before."""
        known = self._known
        if known is not None and known[0] == state.stage and known[1] is state.stages:
            return False
        self._known = (state.stage, state.stages)
        questions = open_questions(state, self._opened.pack, self._opened.has_original)
        ids = frozenset(question.id for question in questions)
        if ids == self._open:
            return False
        self._open, self._places = ids, {}
        for question in questions:
            for _at, key in KINDS[question.kind].quoted(question):
                for shown in self._opened.shown_now.get(key.source, ()):
                    where = place(key, shown)
                    if where is not None:
                        self._places.setdefault((key.source, shown.which), []).append(where)
        return True

    def holds(self, source: str, shown: ShownText, where: Range) -> bool:
        """Tell whether an open question asks for a passage that a range is in."""
        asked = self._places.get((source, shown.which), ())
        return any(one.start < where.end and where.start < one.end for one in asked)
