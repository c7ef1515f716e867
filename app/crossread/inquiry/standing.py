"""What a decision stands on: the state, the pack and its texts, and the questions asked of them."""

from collections.abc import Callable
from dataclasses import dataclass

from crossread.base.errors import N_, Expected
from crossread.inquiry.behaviours import Behaviour, behaviour_of
from crossread.inquiry.state import Answered, Attempt, InquiryState
from crossread.packs.pack import Pack, Stage
from crossread.questions.kind import Question
from crossread.questions.passages import Texts

HasOriginal = Callable[[str], bool]


def waits(question: Question, has_original: HasOriginal) -> bool:
    """Tell whether a question waits for an original that the user has not added; it counts nowhere."""
    return question.needs == "original" and not all(map(has_original, question.sources))


def may_submit(behaviour: Behaviour, attempt: Attempt, answered: Answered | None) -> bool:
    """Tell whether another response may be given in this attempt."""
    if attempt.handed_in:
        return False
    if not behaviour.checks or answered is None:
        return True
    return not answered.settled and answered.tries < behaviour.tries


def is_first_try(state: InquiryState, question: Question, number: int) -> bool:
    """Tell whether no earlier attempt was handed in in which the question was answered or left open."""
    earlier = state.of(question.stage).attempts[: number - 1]
    return not any(question.id in attempt.answers or question.id in attempt.left_open for attempt in earlier)


@dataclass(frozen=True, slots=True)
class Standing:
    """A learner's state in a pack, and the texts that there are."""

    state: InquiryState
    pack: Pack
    texts: Texts

    def has_original(self, source: str) -> bool:
        """Tell whether a source's original is among the texts."""
        return any(shown.which == "original" for shown in self.texts.get(source, {}).values())

    def question(self, question_id: str) -> Question:
        """Return a question; raises Expected("no-such-question")."""
        if question_id not in self.pack.by_id:
            template = N_(
                "There is no question “{question}” in this pack. It may have changed; open the pack again."
            )
            raise Expected("no-such-question", template, question=question_id)
        return self.pack.by_id[question_id]

    def stage(self, stage_id: str) -> Stage:
        """Return a stage; raises Expected("no-such-stage")."""
        try:
            return self.pack.stage(stage_id)
        except KeyError:
            template = N_(
                "There is no stage “{stage}” in this pack. It may have changed; open the pack again."
            )
            raise Expected("no-such-stage", template, stage=stage_id) from None

    def attempt(self, question: Question) -> Attempt:
        """Return the newest attempt at a question's stage."""
        return self.state.of(question.stage).latest

    def behaviour(self, question: Question) -> Behaviour:
        """Return how a question is asked."""
        return behaviour_of(self.pack, question)

    def refuse_waiting(self, question: Question) -> None:
        """Raise Expected("waits-for-original") where a question waits."""
        if waits(question, self.has_original):
            template = N_(
                "This question asks about the author's own text. Add the text to its source, then answer."
            )
            raise Expected("waits-for-original", template)
