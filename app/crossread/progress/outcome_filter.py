"""Which answers are wanted in a list: by place, pack, skill, kind, outcome, attempt, and words in them."""

from dataclasses import dataclass

from crossread.progress.answer_outcome import outcome
from crossread.progress.certainty import WRONG_BELOW
from crossread.progress.history import AnswerGiven

_OUTCOMES = {
    "right": frozenset({"right", "right-later"}),
    "partly": frozenset({"partly-right"}),
    "wrong": frozenset({"not-right", "not-known"}),
    "open": frozenset({"held-back", "not-marked-yet"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for; "" for whatever it is.

    `where` is "stage", "practice" or "review"; `outcome` "right", "partly", "wrong", "certain-wrong" or
    "open"; `attempt` "first" or "later", at a stage, or "counts" for the one answer to a question that
    counts. All of the `words` have to stand in the question or the answer, whole or not, in any case.
    """

    where: str = ""
    pack: str = ""
    skill: str = ""
    kind: str = ""
    outcome: str = ""
    attempt: str = ""
    words: str = ""

    @property
    def is_all(self) -> bool:
        """Whether everything is wanted, of one pack or of all."""
        return not any((self.where, self.skill, self.kind, self.outcome, self.attempt, self.words.strip()))

    def fits(self, answer: AnswerGiven) -> bool:
        """Tell whether an answer is wanted."""
        return (
            self.where in ("", answer.where)
            and self.pack in ("", answer.pack)
            and self.skill in ("", answer.skill)
            and self.kind in ("", answer.kind)
            and self._fits_attempt(answer)
            and self._fits_outcome(answer)
            and self._holds_words(answer)
        )

    def _fits_attempt(self, answer: AnswerGiven) -> bool:
        match self.attempt:
            case "first":
                return answer.where == "stage" and answer.attempt <= 1
            case "later":
                return answer.where == "stage" and answer.attempt > 1
            case "counts":
                return answer.in_force
            case _:
                return True

    def _fits_outcome(self, answer: AnswerGiven) -> bool:
        if not self.outcome:
            return True
        if self.outcome == "certain-wrong":
            score = answer.score
            return (
                answer.certainty == "certain"
                and not answer.dont_know
                and score is not None
                and score < WRONG_BELOW
            )
        return outcome(answer) in _OUTCOMES.get(self.outcome, ())

    def _holds_words(self, answer: AnswerGiven) -> bool:
        words = self.words.casefold().split()
        if not words:
            return True
        text = f"{answer.asked}\n{answer.response}".casefold()
        return all(word in text for word in words)
