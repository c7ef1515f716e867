"""Answering with a number: a field and its unit."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.written.line import LineAnswer
from crossread.desktop.widgets.labels import Label
from crossread.questions.numbers_read import read_number
from crossread.questions.numerical import Numerical, NumericalResponse


class NumericalAnswer(LineAnswer):
    """A field for a number, with the unit beside it."""

    question: Numerical

    def __init__(
        self, question: Numerical, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        name = _("Number, in {unit}").format(unit=question.unit) if question.unit else _("Number")
        super().__init__(question, letters, NumericalResponse, name, parent, seed=seed)
        self.field.setMaximumWidth(240)
        if question.unit:
            unit = Label(question.unit, "body", self)
            self.row.addWidget(unit, 1)
        else:
            self.row.addStretch(1)

    def _refresh(self) -> None:
        super()._refresh()
        text = self.response().text
        unread = bool(text.strip()) and read_number(text, self.question.unit) is None
        if unread and self._mark is None and not self._read_only:
            self._say(self.asked, _("This cannot be read as a number yet."))
