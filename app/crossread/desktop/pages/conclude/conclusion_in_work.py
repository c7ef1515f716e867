"""The conclusion that is being written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crossread.desktop.pages.in_work import InWork
from crossread.inquiry.commands import Command, PutConclusion
from crossread.inquiry.comparison import Conclusion
from crossread.inquiry.comparison_storing import conclusion_from_json, conclusion_json
from crossread.inquiry.state import InquiryState

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session

FIELD = "conclusion/"  # before the id of a stage, the field that its conclusion is typed into


class ConclusionInWork(InWork[Conclusion]):
    """The conclusion of a stage; "" is outside of the stages."""

    def __init__(self, session: "Session", opened: "OpenPack", stage: str) -> None:
        super().__init__(session, opened, FIELD + stage, Conclusion(stage=stage))

    def known(self, state: InquiryState) -> Conclusion | None:
        """Return it as it is remembered."""
        return state.conclusions.get(self._empty.stage)

    def _command(self) -> Command:
        return PutConclusion(conclusion=self.now)

    def _json(self) -> dict[str, Any]:
        return conclusion_json(self.now)

    def _read(self, kept: Mapping[str, Any]) -> Conclusion:
        return replace(conclusion_from_json(kept, self.now.seq), stage=self._empty.stage)


def recover_conclusions(session: "Session", opened: "OpenPack") -> None:
    """Put what was written and never put, because the window was ended while somebody wrote."""
    for field in session.typed_fields(opened.pack.id, FIELD):
        ConclusionInWork(session, opened, field.removeprefix(FIELD)).recover()
