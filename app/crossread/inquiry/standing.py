"""What a decision stands on: the state, the pack and its texts, and the questions asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.inquiry.asked import is_asked, opens_after, waits
from crossread.inquiry.behaviours import Behaviour, behaviour_of, holds_back
from crossread.inquiry.state import Answered, Attempt, InquiryState
from crossread.packs.pack import Pack, Stage
from crossread.questions.kind import Question
from crossread.questions.passages import Texts
from crossread.questions.registry import KINDS


def may_submit(behaviour: Behaviour, attempt: Attempt, answered: Answered | None) -> bool:
    """Tell whether another response may be given in this attempt."""
    if attempt.handed_in:
        return False
    if not behaviour.checks or answered is None:
        return True
    return not answered.settled and answered.tries < behaviour.tries


def is_held_back(behaviour: Behaviour, attempt: Attempt, answered: Answered | None) -> bool:
    """Tell whether what an answer earned may not be shown yet.

    A mark stands as it was made: one that was shown stays so, and one that was held back waits for its
    release, whatever the behaviour is now.
    """
    if attempt.released:
        return False
    if answered is None or answered.mark is None:
        return behaviour.holds_back
    return holds_back(answered.marked_under)


def may_rate(question: Question, behaviour: Behaviour, attempt: Attempt, answered: Answered | None) -> bool:
    """Tell whether the learner may say what they think of their own answer.

    It has to be closed, to hold something, and its feedback to be shown: a rating weighs it by that.
    """
    if KINDS[question.kind].rating is None or answered is None or answered.dont_know:
        return False
    shown = not is_held_back(behaviour, attempt, answered)
    return shown and answered.mark is not None and not may_submit(behaviour, attempt, answered)


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

    def entry(self, kind: str, payload: Mapping[str, Any], seen: Mapping[str, Any] | None = None) -> NewEntry:
        """Make an entry that belongs to the pack as a whole, to none of its questions."""
        return NewEntry(
            kind=kind, pack=self.pack.id, pack_version=self.pack.version, payload=payload, seen=seen
        )

    def refuse_unasked(self, question: Question) -> None:
        """Raise Expected("not-asked") where a question is in the pack and this learner is not asked it."""
        if not is_asked(self.state, self.pack, question):
            template = N_("You are not asked this question: others of its pool were drawn for you.")
            raise Expected("not-asked", template)

    def refuse_shut(self, question: Question) -> None:
        """Raise Expected where a question cannot be answered now.

        That is "not-asked", "waits-for-original", or "locked" where another one has to be answered first.
        """
        self.refuse_unasked(question)
        if waits(question, self.has_original):
            template = N_(
                "This question asks about the author's own text. Add the text to its source, then answer."
            )
            raise Expected("waits-for-original", template)
        if opens_after(self.state, self.pack, question, self.has_original):
            template = N_("This question is not open yet. Answer the ones that it comes after first.")
            raise Expected("locked", template)


def refuse_handed_in(attempt: Attempt) -> None:
    """Raise Expected("handed-in") where an attempt is closed."""
    if attempt.handed_in:
        template = N_(
            "This stage is handed in, so its answers stay as they are. Try it again to change them."
        )
        raise Expected("handed-in", template)
