"""Entries of a learner whose answers come back: given, marked, held back, released, reviewed, taken back."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.progress.review import REVIEW, Review

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)  # a Monday


def review_of(entries: list[Entry]) -> Review:
    """Fold entries, oldest first."""
    state = REVIEW.empty()
    for entry in entries:
        REVIEW.add(state, entry)
    return state


@dataclass
class Learner:
    """Writes the entries of one learner as the program would; `now` is their clock."""

    now: datetime = START
    entries: list[Entry] = field(default_factory=list)
    _ids: Any = field(default_factory=count)

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def write(
        self, what: str, question: str = "", attempt: int = 1, pack: str = "bridge", /, **payload: Any
    ) -> Entry:
        entry = Entry(
            seq=len(self.entries) + 1,
            id=f"e{next(self._ids)}",
            session="s",
            at=self.now,
            monotonic=0.0,
            kind=what,
            pack=pack,
            pack_version="1",
            question=question,
            seen_digest="",
            key_digest="",
            attempt=attempt,
            payload=payload,
        )
        self.entries.append(entry)
        return entry

    def answer(
        self,
        question: str,
        share: float | None,
        certainty: str = "",
        *,
        stage: str = "read",
        attempt: int = 1,
        pack: str = "bridge",
        **more: Any,
    ) -> Entry:
        """Answer a question and have it marked; returns the entry of the answer."""
        about = {"stage": stage, "kind": "choice", "skill": "close-reading", "review": True, **more}
        behaviour = about.pop("behaviour", "deferred")
        given = self.write("answered", question, attempt, pack, **about, certainty=certainty)
        self.write(
            "marked",
            question,
            attempt,
            pack,
            stage=stage,
            answer=given.id,
            raw=share,
            score=share,
            skill=about["skill"],
            behaviour=behaviour,
        )
        return given

    def review(
        self, question: str, rating: int, share: float = 1.0, *, certainty: str = "", pack: str = "bridge"
    ) -> Entry:
        about = {"stage": "read", "skill": "close-reading", "kind": "choice"}
        return self.write(
            "reviewed", question, 1, pack, **about, right=share, rating=rating, certainty=certainty
        )

    def rate(self, review: Entry, rating: int) -> Entry:
        return self.write("review-rated", review.question, 1, review.pack, entry=review.id, rating=rating)

    def undo(self, review: Entry) -> Entry:
        return self.write("review-undone", review.question, 1, review.pack, entry=review.id)

    @property
    def state(self) -> Review:
        return review_of(self.entries)


@st.composite
def learners(draw: st.DrawFn) -> Learner:
    """Give learners who do all that there is, in any order and with a clock that may jump."""
    learner = Learner()
    given: list[Entry] = []
    questions = st.sampled_from(["a", "b", "c", "d", "e"])
    shares, sure = st.sampled_from([0.0, 0.4, 0.5, 1.0]), st.sampled_from(["", "guess", "certain"])
    for _step in range(draw(st.integers(0, 25))):
        learner.later(hours=draw(st.integers(-30, 90)))
        match draw(st.integers(0, 7)):
            case 0 | 1:
                learner.answer(draw(questions), draw(shares), draw(sure))
            case 2:
                attempt = draw(st.integers(1, 2))
                name, share = f"x{draw(questions)}", draw(shares)
                learner.answer(name, share, draw(sure), stage="exam", behaviour="exam", attempt=attempt)
            case 3:
                learner.write("released", "", draw(st.integers(1, 2)), stage="exam")
            case 4:
                about = {"stage": "read", "skill": "integrate", "kind": "choice", "review": True}
                learner.write("practised", draw(questions), **about, score=draw(shares), certainty="")
            case 5:
                learner.write("stage-entered", "", draw(st.integers(1, 3)), stage="exam")
            case 6:
                given.append(learner.review(draw(questions), draw(st.integers(1, 4)), draw(shares)))
            case _:
                if given:
                    learner.undo(draw(st.sampled_from(given)))
    return learner
