"""Where a learner is in one pack: what the entries fold into."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from crossread.inquiry.commands import Certainty
from crossread.inquiry.comparison import Cell, CellCheck, Conclusion, Judgement
from crossread.inquiry.notes import Highlight, Layer, Note
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.order import seed_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The last answer in an attempt: the entry that holds it, its response as JSON, its mark once it has one.

    `kind` is the question's as it was then.
    `seen_digest` names the question as it was then; `texts` are the digests of the texts shown, by source.
    `tries` counts the submissions of this attempt that were marked, this one among them: none where answers
    are marked together. An answer is `settled` once a submission earned all it could. `marked_under` is the
    name of the behaviour that its mark was made under. `rating` is what the learner says of it since it is
    closed.
    """

    entry: str
    seq: int
    kind: str
    response: Mapping[str, Any] | None
    certainty: Certainty = ""
    dont_know: bool = False
    seen_digest: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    mark: Mark | None = None
    tries: int = 0
    settled: bool = False
    marked_under: str = ""
    rating: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt at a stage, from 1: the answers by question id, and whether it was handed in.

    `given` are the questions that were answered at some time, taken back or not. `left_open` are those that
    could have been answered and were not when it was handed in, `waiting` those that could not. `released`
    tells whether marks that were held back are shown.
    """

    number: int = 1
    answers: Mapping[str, Answered] = field(default_factory=dict)
    handed_in: bool = False
    given: frozenset[str] = frozenset()
    left_open: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()
    released: bool = False

    def answer_to(self, question: Question) -> Answered | None:
        """Return the answer to a question, None where there is none.

        What was answered when the question was of another kind answers another question: it is kept, and
        counts no more.
        """
        answered = self.answers.get(question.id)
        return answered if answered and answered.kind == question.kind else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageState:
    """A stage: its attempts, oldest first."""

    attempts: tuple[Attempt, ...] = (Attempt(),)

    @property
    def latest(self) -> Attempt:
        """The newest attempt."""
        return self.attempts[-1]

    def attempt(self, number: int) -> Attempt | None:
        """Return an attempt by its number, None where there is none."""
        return self.attempts[number - 1] if 1 <= number <= len(self.attempts) else None

    def is_answered(self, question: Question) -> bool:
        """Tell whether a question has an answer in any attempt; what a newer one leaves open keeps it."""
        return any(attempt.answer_to(question) for attempt in self.attempts)


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryState:
    """Everything remembered of one learner in one pack, as far as the way through it needs.

    `learner` is an id; what is drawn and mixed differs by it. `flags` are the questions flagged for later.
    `notes` are texts under keys of their own; `highlights` and `passage_notes` are what was put on the
    texts, by id; `layers` are sets of these by others, by digest. `kept_texts` names by the digest of a text
    what the record saw of it when a passage of it was noted first. Of the comparison: `cells` of the claim
    matrix and their checks by the ids of claim and source, `judgements` by what they are about, `conclusions`
    by stage.
    """

    pack: str
    learner: str = ""
    stage: str = ""
    stages: Mapping[str, StageState] = field(default_factory=dict)
    expectations: Mapping[str, str] = field(default_factory=dict)
    cards: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    highlights: Mapping[str, Highlight] = field(default_factory=dict)
    passage_notes: Mapping[str, Note] = field(default_factory=dict)
    layers: Mapping[str, Layer] = field(default_factory=dict)
    kept_texts: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)
    cell_checks: Mapping[tuple[str, str], CellCheck] = field(default_factory=dict)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    conclusions: Mapping[str, Conclusion] = field(default_factory=dict)
    last_seq: int = 0

    def of(self, stage: str) -> StageState:
        """Return the state of a stage, fresh where it was never entered."""
        return self.stages.get(stage, StageState())

    def seed_of(self, *names: str) -> int:
        """Return the seed by which a question, or a thing of several names, is mixed for this learner."""
        return seed_of(self.learner, self.pack, *names)

    def newest_answer(self, question: str) -> Answered | None:
        """Return the answer to a question in the newest attempt at its stage, None where there is none.

        That is the one to go on from; which one counts is another matter (`progress/in_force.py`).

        Where a question has moved from one stage to another, that is the last one given.
        """
        given = [stage.latest.answers.get(question) for stage in self.stages.values()]
        return max((one for one in given if one), key=lambda one: one.seq, default=None)


# What a learner says in the comparison, and the number of the entry that said it.
_COMPARED = frozenset({"cells", "cell_checks", "judgements", "conclusions", "last_seq"})


def in_comparison_alone(before: InquiryState, after: InquiryState) -> bool:
    """Tell whether one state came from the other by what was said in the comparison, and by nothing else."""
    parts = [part.name for part in fields(InquiryState)]
    changed = {name for name in parts if getattr(before, name) is not getattr(after, name)}
    return changed <= _COMPARED and bool(changed - {"last_seq"})
