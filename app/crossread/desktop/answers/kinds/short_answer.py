"""Answering with a few words."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.written.line import LineAnswer
from crossread.questions.short_answer import ShortAnswer, ShortAnswerResponse


class ShortAnswerAnswer(LineAnswer):
    """A field for a few words, as wide as there is room."""

    question: ShortAnswer

    def __init__(
        self, question: ShortAnswer, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, ShortAnswerResponse, _("Your answer"), parent, seed=seed)
