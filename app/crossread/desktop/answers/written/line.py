"""Answers of one line: a field to type in, and what became of it once it is marked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.outcome import answer_is
from crossread.desktop.answers.verdict_look import verdict_look
from crossread.desktop.widgets.labels import Label
from crossread.progress.verdict_words import verdict_words
from crossread.questions.kind import Question

LONGEST = 2000  # characters


class LineAnswer(AnswerWidget):
    """A line to type in; `make` turns words into a response, whose `text` they are.

    The field undoes and redoes by itself, letter by letter.
    """

    def __init__(
        self,
        question: Question,
        letters: Letters,
        make: Callable[[str], Any],
        name: str,
        parent: QWidget | None = None,
        *,
        seed: int = 0,
    ) -> None:
        super().__init__(question, letters, make(""), parent, seed=seed)
        self._make = make
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(name)
        self.field.textChanged.connect(self._type)  # also comes where speech or a screen reader writes
        self.field.returnPressed.connect(self.finished)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addWidget(self.field, 1)
        self.verdict = Label("", "muted", self)
        self.asked = Label("", "body", self)
        self.feedback = Label("", "body", self)
        self.column.addLayout(self.row)
        for label in (self.verdict, self.asked, self.feedback):
            label.hide()
            self.column.addWidget(label)
        self.setFocusProxy(self.field)

    def set_aside(self) -> bool:
        """Empty the field, without a signal; the field's own undo brings the words back."""
        with QSignalBlocker(self.field):
            self.field.selectAll()
            self.field.del_()
        return super().set_aside()

    def undo(self) -> bool:
        """Take back what was typed last."""
        return self._step(self.field.isUndoAvailable(), self.field.undo)

    def redo(self) -> bool:
        """Type again what was taken back."""
        return self._step(self.field.isRedoAvailable(), self.field.redo)

    def _step(self, possible: bool, act: Callable[[], None]) -> bool:
        if self._read_only or not possible:
            return False
        act()
        self._type(self.field.text())
        return True

    def _type(self, text: str) -> None:
        self._become(self._make(text))

    def _refresh(self) -> None:
        text = self.response().text
        if self.field.text() != text:
            self.field.setText(text)
        self.field.setReadOnly(self._read_only)
        part = self._mark.parts[0] if self._mark and self._mark.parts else None
        verdict = part.verdict if part and not self._nothing_given else "unscored"
        for at in range(self.row.count()):
            item = self.row.itemAt(at)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setVisible(not self._nothing_given)
        self._say(self.verdict, verdict_words(verdict))
        self.verdict.set_look(verdict_look(verdict))
        wanted = part.key if part and verdict != "right" else ""
        self._say(self.asked, answer_is(wanted))
        self._say(self.feedback, part.feedback if part else "")
        shown = verdict if verdict != "unscored" else ""
        if self.field.property("verdict") != shown:
            self.field.setProperty("verdict", shown)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    @staticmethod
    def _say(label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
