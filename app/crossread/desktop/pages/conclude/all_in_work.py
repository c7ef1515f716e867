"""All that is written in concluding: a conclusion with its reasons, the looking back. No widget, no Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from crossread.base.canonical import new_id
from crossread.desktop.pages.conclude.conclusion_in_work import ConclusionInWork
from crossread.desktop.pages.in_work import InWork
from crossread.desktop.pages.judgements_in_work import JudgementInWork, keep_all
from crossread.inquiry.comparison import Conclusion, Judgement, Reason, moved_by
from crossread.inquiry.notes import NotedPassage

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session
    from crossread.packs.pack import Stage

_AFTER = "after/"  # before the id of a *before* stage: what is thought of the expectation now


def after(stage: str) -> str:
    """Name what is thought now of the expectation of a *before* stage, as a target of passages."""
    return f"{_AFTER}{stage}"


class AllInWork:
    """The conclusion of one stage, "" for outside of the stages, and what became of each expectation.

    A target of passages is a reason by its id, or `after` a stage. `in_hand` is the one that was worked at
    last; what it names may be gone.
    """

    def __init__(self, session: "Session", opened: "OpenPack", stage: str) -> None:
        self._session, self._opened = session, opened
        self._conclusion = ConclusionInWork(session, opened, stage)
        self._conclusion.recover()
        self._looking: dict[str, JudgementInWork] = {}
        self.in_hand = ""
        self.refresh()

    @property
    def conclusion(self) -> Conclusion:
        """The conclusion as it is written."""
        return self._conclusion.now

    def judgement(self, stage: str) -> Judgement:
        """Return what is thought now of the expectation of a *before* stage."""
        return self._looking[stage].now

    def expected(self) -> "list[tuple[Stage, str]]":
        """Return the *before* stages at which something was expected, with the words."""
        state = self._session.state(self._opened.pack.id)
        told = [(stage, state.expectations.get(stage.id, "")) for stage in self._opened.pack.stages]
        return [(stage, words) for stage, words in told if words.strip()]

    def refresh(self) -> None:
        """Take up what has become of it elsewhere, such as by taking back."""
        self._conclusion.refresh()
        for stage, _words in self.expected():
            if stage.id not in self._looking:
                work = JudgementInWork(self._session, self._opened, moved_by(stage.id))
                work.recover()
                self._looking[stage.id] = work
            self._looking[stage.id].refresh()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        self._opened = opened
        for work in self._all():
            work.opened = opened

    def keep(self, *, goes_on: bool = False) -> None:
        """Put all that was typed into the record, as `InWork.keep` does."""
        keep_all(self._all(), goes_on=goes_on)

    def retry(self) -> None:
        """Put what was refused before, if that can be now."""
        for work in self._all():
            work.retry()

    def _all(self) -> list[InWork[Any]]:
        return [self._conclusion, *self._looking.values()]

    # What is typed

    def type_field(self, field: str, words: str) -> None:
        """Change a field of the conclusion, by its name."""
        self._conclusion.change(**{field: words})

    def type_reason(self, reason: str, words: str) -> None:
        """Change the words of a reason."""
        self._change(
            *(replace(one, text=words) if one.id == reason else one for one in self.conclusion.reasons)
        )

    def type_looking(self, stage: str, words: str) -> None:
        """Change what is thought of an expectation."""
        self._looking[stage].change(text=words)

    # Reasons

    def begin(self, *passages: NotedPassage) -> str:
        """Begin a reason, which is then in hand; return its id."""
        made = Reason(id=new_id(), text="", passages=passages)
        self._change(*self.conclusion.reasons, made)
        self.in_hand = made.id
        return made.id

    def move(self, reason: str, by: int) -> int:
        """Move a reason among the others; return its number then, 0 where it cannot go there."""
        reasons = list(self.conclusion.reasons)
        at = next((place for place, one in enumerate(reasons) if one.id == reason), -1)
        to = at + by
        if at < 0 or not 0 <= to < len(reasons):
            return 0
        reasons.insert(to, reasons.pop(at))
        self._change(*reasons)
        return to + 1

    def remove(self, reason: str) -> None:
        """Take a reason away."""
        self._change(*(one for one in self.conclusion.reasons if one.id != reason))

    def _change(self, *reasons: Reason) -> None:
        self._conclusion.change(reasons=reasons)

    # Passages

    def target(self) -> str:
        """Return what passages that are sent go to; "" where a reason is begun for them."""
        reasons = [reason.id for reason in self.conclusion.reasons]
        if self.in_hand in (*reasons, *(after(stage.id) for stage, _words in self.expected())):
            return self.in_hand
        return reasons[-1] if reasons else ""

    def passages(self, target: str) -> tuple[NotedPassage, ...]:
        """Return the passages of a target."""
        if target.startswith(_AFTER):
            return self.judgement(target.removeprefix(_AFTER)).passages
        return next((one.passages for one in self.conclusion.reasons if one.id == target), ())

    def put(self, target: str, *passages: NotedPassage) -> None:
        """Give a target these passages."""
        if target.startswith(_AFTER):
            self._looking[target.removeprefix(_AFTER)].change(passages=passages)
        else:
            reasons = self.conclusion.reasons
            self._change(*(replace(one, passages=passages) if one.id == target else one for one in reasons))

    def all_passages(self) -> tuple[NotedPassage, ...]:
        """Return all passages, each once."""
        found = [passage for reason in self.conclusion.reasons for passage in reason.passages]
        found += [passage for work in self._looking.values() for passage in work.now.passages]
        return tuple(dict.fromkeys(found))
