"""What a learner is saying of what the comparison asks: nothing of it is lost where it cannot be kept yet."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crossread.base.errors import Expected
from crossread.desktop.pages.in_work import InWork
from crossread.inquiry.commands import Command, Judge
from crossread.inquiry.comparison import Judgement
from crossread.inquiry.comparison_storing import judgement_from_json, judgement_json
from crossread.inquiry.state import InquiryState

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session

FIELD = "judgement/"  # before what a judgement is about, the field that it is typed into


class JudgementInWork(InWork[Judgement]):
    """One judgement, by what it is about."""

    def __init__(self, session: "Session", opened: "OpenPack", about: str) -> None:
        super().__init__(session, opened, FIELD + about, Judgement(about=about))

    def known(self, state: InquiryState) -> Judgement | None:
        """Return it as it is remembered."""
        return state.judgements.get(self._empty.about)

    def _command(self) -> Command:
        return Judge(judgement=self.now)

    def _json(self) -> dict[str, Any]:
        return judgement_json(self.now)

    def _read(self, kept: Mapping[str, Any]) -> Judgement:
        return replace(judgement_from_json(kept, self.now.seq), about=self._empty.about)


class JudgementsInWork:
    """All judgements that one part of the page is about; what was typed before a crash is taken up again."""

    def __init__(self, session: "Session", opened: "OpenPack") -> None:
        self._session, self._opened = session, opened
        self._works: dict[str, JudgementInWork] = {}

    def of(self, about: str) -> Judgement:
        """Return a judgement as it is said, whether it could be kept or not; empty where nothing is said."""
        pack = self._opened.pack.id
        if about in self._works or self._session.typed(pack, FIELD + about, ""):
            work = self._work(about)
            work.refresh()
            return work.now
        return self._session.state(pack).judgements.get(about) or Judgement(about=about)

    def _work(self, about: str) -> JudgementInWork:
        if about not in self._works:
            self._works[about] = JudgementInWork(self._session, self._opened, about)
            self._works[about].recover()
        return self._works[about]

    def change(self, about: str, **changes: Any) -> None:
        """Change what is said of something; it is kept as typed at once."""
        work = self._work(about)
        work.refresh()
        work.change(**changes)

    def keep(self, *, goes_on: bool = False) -> None:
        """Put all that was said, as `InWork.keep` does; raises the first Expected once all was tried."""
        keep_all(self._works.values(), goes_on=goes_on)

    def retry(self) -> None:
        """Put what was refused before, if that can be now."""
        for work in tuple(self._works.values()):
            work.retry()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        self._opened = opened
        for work in self._works.values():
            work.opened = opened


def keep_all(works: Iterable[InWork[Any]], *, goes_on: bool) -> None:
    """Put all of what is in work; raises the first Expected once all was tried."""
    refused = None
    for work in tuple(works):
        try:
            work.keep(goes_on=goes_on)
        except Expected as error:
            refused = refused or error
    if refused is not None:
        raise refused


def recover_judgements(session: "Session", opened: "OpenPack") -> None:
    """Put what was said and never put, because the window was ended while somebody wrote."""
    for field in session.typed_fields(opened.pack.id, FIELD):
        JudgementInWork(session, opened, field.removeprefix(FIELD)).recover()
