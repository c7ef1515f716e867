"""What became of an answer, as lists and files tell it alike."""

from typing import Literal

from crossread.progress.history import AnswerGiven

Outcome = Literal[
    "right",
    "right-later",
    "partly-right",
    "not-right",
    "not-known",
    "held-back",
    "changed-later",
    "taken-back",
    "not-marked-yet",
    "not-scored",
]


def outcome(answer: AnswerGiven) -> Outcome:
    """Say what became of an answer; of one that is held back only that."""
    if answer.where == "review" and answer.changed:
        return "taken-back"
    if answer.held_back:
        return "held-back"
    if answer.score is None:
        return _unscored(answer)
    if answer.dont_know:
        return "not-known"
    if answer.later or answer.score >= 1:
        return "right-later" if answer.later else "right"
    return "partly-right" if answer.score > 0 else "not-right"


def _unscored(answer: AnswerGiven) -> Outcome:
    from crossread.questions.registry import KINDS  # not before there is an answer

    if answer.changed:
        return "changed-later"
    kind = KINDS.get(answer.kind)
    return "not-scored" if kind is not None and not kind.scored else "not-marked-yet"
