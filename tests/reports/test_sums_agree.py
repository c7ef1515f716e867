"""All sums on the screen, in the tables and in the JSON file agree, whatever a learner did."""

from dataclasses import dataclass, field, replace
from datetime import UTC
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.entries import Entry, NewEntry
from crossread.base.errors import Expected
from crossread.inquiry.behaviours import BEHAVIOURS
from crossread.inquiry.commands import (
    Answer,
    Certainty,
    Check,
    Command,
    EnterStage,
    HandIn,
    Release,
    TryAgain,
    Withdraw,
)
from crossread.progress.progress_of import progress_of_entries
from crossread.questions.kind import Question
from tests.inquiry.making import DIGESTS_ONLY, PACK, RIGHT, WRONG, Learner, as_entry
from tests.reports.agreeing import assert_all_agree

# Each stage asks in a way of its own; the skills are few, so that many first tries come together.
QUESTIONS = tuple(
    replace(
        question,
        id=f"{question.id}-{behaviour}",
        stage=behaviour,
        behaviour=behaviour,
        needs="",
        points=1 + number % 3,
        skill="corroborate" if number % 2 else "close-reading",
    )
    for behaviour in BEHAVIOURS
    for number, question in enumerate(PACK.questions)
)
STAGES = tuple(replace(PACK.stages[1], id=behaviour) for behaviour in BEHAVIOURS)
RECORDED = replace(PACK, questions=QUESTIONS, stages=STAGES)
CERTAINTIES: tuple[Certainty, ...] = ("", "guess", "fairly sure", "certain")
LONGEST_RECORD = 60


@dataclass
class Record:
    """A learner who does whatever comes to mind, and what the program remembers besides."""

    chance: Random
    learner: Learner = field(default_factory=lambda: Learner(pack=RECORDED, texts=DIGESTS_ONLY))

    @property
    def entries(self) -> list[Entry]:
        return self.learner.entries

    def step(self) -> None:
        """Do one thing more."""
        weighed = {
            self._answer: 10,
            self._answer_all: 2,
            self._withdraw: 1,
            self._hand_in: 3,
            self._try_again: 1,
            self._release: 1,
            self._remark: 1,
            self._practise: 2,
            self._review: 2,
            self._rate_review: 2,
            self._undo_review: 1,
            self._spend_time: 1,
        }
        deed = self.chance.choices(list(weighed), list(weighed.values()))[0]
        deed()

    def _do(self, command: Command) -> None:
        try:
            self.learner.do(command)
        except Expected as refusal:
            self.learner.refusals.append(refusal.code)

    def _answer(self) -> None:
        self._give(self.chance.choice(QUESTIONS))

    def _answer_all(self) -> None:
        stage = self.chance.choice(STAGES).id
        self._do(EnterStage(stage=stage))
        for question in RECORDED.questions_of(stage):
            self._give(question)

    def _give(self, question: Question) -> None:
        name = question.id.partition("-")[0]
        response = self.chance.choice([RIGHT[name], RIGHT[name], WRONG[name], None])
        command = Check if question.behaviour in ("immediate", "tries") else Answer
        self._do(
            command(
                question=question.id,
                response=response,
                certainty=self.chance.choice(CERTAINTIES),
                dont_know=response is None and self.chance.random() < 0.7,
            )
        )

    def _withdraw(self) -> None:
        self._do(Withdraw(question=self.chance.choice(QUESTIONS).id))

    def _hand_in(self) -> None:
        self._do(HandIn(stage=self.chance.choice(STAGES).id))

    def _try_again(self) -> None:
        self._do(TryAgain(stage=self.chance.choice(STAGES).id))

    def _release(self) -> None:
        self._do(Release(stage="exam"))

    # What is remembered without a command on the way

    def _remark(self) -> None:
        """Give an answer another mark, as where its question was mended."""
        marks = [one for one in self.entries if one.kind == "marked" and one.payload["score"] is not None]
        if marks:
            mark = self.chance.choice(marks)
            payload = {**mark.payload, "score": self.chance.choice([0.0, 0.25, 1.0]), "settled": False}
            self._remember("remarked", mark.question, payload, mark.attempt)

    def _practise(self) -> None:
        self._outside("practised", score=self.chance.choice([0.0, 0.5, 1.0]), of="skill")

    def _review(self) -> None:
        self._outside("reviewed", right=self.chance.choice([0.0, 0.5, 1.0]), rating=3, card="c")

    def _outside(self, kind: str, **more: object) -> None:
        given = [one for one in self.entries if one.kind == "answered"]
        if given:
            one = self.chance.choice(given)
            keys = ("stage", "kind", "skill", "response", "certainty", "points", "dont_know")
            payload = {**{key: one.payload[key] for key in keys}, **more}
            self._remember(kind, one.question, payload, 0)

    def _rate_review(self) -> None:
        reviews = [one.id for one in self.entries if one.kind == "reviewed"]
        if reviews:
            rating = self.chance.choice([1, 2, 3, 4])
            self._remember("review-rated", "", {"entry": self.chance.choice(reviews), "rating": rating}, 0)

    def _undo_review(self) -> None:
        undone = [one.payload["entry"] for one in self.entries if one.kind == "review-undone"]
        reviews = [one.id for one in self.entries if one.kind == "reviewed" and one.id not in undone]
        if reviews:
            self._remember("review-undone", "", {"entry": reviews[-1]}, 0)

    def _spend_time(self) -> None:
        seconds = self.chance.choice([5.0, 61.5, 600.0])
        self._remember("time-spent", "", {"seconds": seconds, "stage": "exam", "page": "desk"}, 0)

    def _remember(self, kind: str, question: str, payload: dict[str, object], attempt: int) -> None:
        new = NewEntry(kind=kind, pack=RECORDED.id, question=question, payload=payload, attempt=attempt)
        self.entries.append(as_entry(new, len(self.entries) + 1))


@given(st.randoms(use_true_random=False), st.integers(0, LONGEST_RECORD))
@settings(deadline=None, max_examples=120)
def test_all_sums_agree_whatever_was_done(chance: Random, steps: int) -> None:
    record = Record(chance)
    for _step in range(steps):
        record.step()
    assert_all_agree(record.entries, progress_of_entries(record.entries, UTC), record.learner.seen)


def test_a_long_record_agrees_past_what_the_newest_tries_hold() -> None:
    record = Record(Random(4))
    for _step in range(400):
        record.step()
    assert sum(one.payload.get("first_try") is True for one in record.entries if one.kind == "marked") > 20
    assert_all_agree(record.entries, progress_of_entries(record.entries, UTC), record.learner.seen)
