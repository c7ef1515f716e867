"""All answer widgets, one line a kind of question."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.kinds.categorise import CategoriseAnswer
from crossread.desktop.answers.kinds.choice import ChoiceAnswer
from crossread.desktop.answers.kinds.cloze import ClozeAnswer
from crossread.desktop.answers.kinds.discussion import DiscussionAnswer
from crossread.desktop.answers.kinds.essay import EssayAnswer
from crossread.desktop.answers.kinds.evidence import EvidenceAnswer
from crossread.desktop.answers.kinds.matching import MatchingAnswer
from crossread.desktop.answers.kinds.matrix import MatrixAnswer
from crossread.desktop.answers.kinds.multiple import MultipleAnswer
from crossread.desktop.answers.kinds.numerical import NumericalAnswer
from crossread.desktop.answers.kinds.ordering import OrderingAnswer
from crossread.desktop.answers.kinds.scale import ScaleAnswer
from crossread.desktop.answers.kinds.short_answer import ShortAnswerAnswer
from crossread.desktop.answers.kinds.two_part import TwoPartAnswer
from crossread.desktop.answers.kinds.verdict import VerdictAnswer
from crossread.questions.kind import Question

WIDGETS: Mapping[str, Callable[..., AnswerWidget]] = {
    "choice": ChoiceAnswer,
    "multiple": MultipleAnswer,
    "verdict": VerdictAnswer,
    "short-answer": ShortAnswerAnswer,
    "numerical": NumericalAnswer,
    "cloze": ClozeAnswer,
    "ordering": OrderingAnswer,
    "matching": MatchingAnswer,
    "categorise": CategoriseAnswer,
    "evidence": EvidenceAnswer,
    "matrix": MatrixAnswer,
    "scale": ScaleAnswer,
    "two-part": TwoPartAnswer,
    "essay": EssayAnswer,
    "discussion": DiscussionAnswer,
}


def answer_widget(
    question: Question, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
) -> AnswerWidget:
    """Make the widget that a question is answered in; `letters` are (letter, index from 0) by source id.

    What the question shows mixed is mixed by `seed`. Raises KeyError for a kind without a widget.
    """
    return WIDGETS[question.kind](question, letters, parent, seed=seed)
