"""The answer widget: what all kinds of question have in common where they are answered."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.desktop.answers.history import History
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.matrix import StatementGiven
from crossread.questions.passages import Selection
from crossread.questions.registry import KINDS

Letters = Mapping[str, tuple[str, int]]


class AnswerWidget(QWidget):
    """Where one question is answered; `response()` is a response of its kind.

    `changed` comes with each change by the learner, never by the program. `show_passage` asks the page to
    show a Selection or a PassageKey in its text, `wants_text` to bring a source's text up. `letters` give
    each source's letter and place. `takes_passages` tells whether passages selected in a text belong here.
    `finished` comes with Enter in a field of one line. What is shown mixed is mixed by `seed`; 0 leaves
    it in the order written. `rated` gives what the learner says of their own answer once it is closed.
    """

    changed = Signal()
    finished = Signal()
    wants_text = Signal(str)
    show_passage = Signal(object)
    rated = Signal(object)

    takes_passages = False

    def __init__(
        self,
        question: Question,
        letters: Letters,
        empty: Any,
        parent: QWidget | None = None,
        *,
        seed: int = 0,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._seed = seed
        self._letters = letters
        self._empty = empty
        self._history: History[Any] = History(empty)
        self._read_only = False
        self._mark: Mark | None = None
        self._nothing_given = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def response(self) -> Any:
        """Return what is answered so far."""
        return self._history.now

    def set_response(self, response: Any) -> None:
        """Show a response from elsewhere; nothing is left to undo, and no signal comes."""
        self._history.start_over(response)
        self._refresh()

    def know_cells(self, cells: Mapping[tuple[str, str], tuple[StatementGiven, ...]]) -> None:
        """Hear what the learner put into the comparison's claim matrix; only a matrix offers it."""

    def set_aside(self) -> bool:
        """Empty the answer, without a signal, such that undo brings it back; False where it is empty."""
        if not self._history.become(self._empty):
            return False
        self._refresh()
        return True

    def is_read_only(self) -> bool:
        """Tell whether the answer can no longer be changed."""
        return self._read_only

    def set_read_only(self, read_only: bool) -> None:
        """Keep the answer from being changed, or allow it again."""
        self._read_only = read_only
        self._refresh()

    def mark(self) -> Mark | None:
        """Return the mark shown, None as long as there is none."""
        return self._mark

    def show_mark(self, mark: Mark | None, *, nothing_given: bool = False) -> None:
        """Show what the response earned, part by part; None takes it away again.

        What was asked for is shown only where the parts name it as their `key`: a mark that still
        leaves a try open is given without. With `nothing_given` no verdict is spoken: there is
        only what was asked for to see.
        """
        self._mark, self._nothing_given = mark, nothing_given
        self._refresh()

    def add_selection(self, selection: Selection) -> bool:  # noqa: ARG002  (for kinds that take passages)
        """Take in a passage; False where this kind takes none, or not this one."""
        return False

    def selections(self) -> tuple[Selection, ...]:
        """Return the passages that are part of the response."""
        return ()

    def pick_number(self, number: int) -> bool:  # noqa: ARG002  (for kinds with options)
        """Pick the option with a number from 1, as the number keys do; False where there is none."""
        return False

    def set_rating(self, rating: Any | None, *, may_rate: bool) -> None:
        """Show what the learner says of their own closed answer, for kinds that ask for it."""

    def accept(self, response: Any) -> None:
        """Take over a response that was suggested and that the learner has agreed to."""
        if not self._read_only:
            self._become(response)

    def undo(self) -> bool:
        """Take the last change back; False where there is none to take back."""
        return self._moved(not self._read_only and self._history.undo())

    def redo(self) -> bool:
        """Do again what was taken back; False where there is none."""
        return self._moved(not self._read_only and self._history.redo())

    def in_short(self) -> str:
        """Say what is answered now, for who hears that a step was taken back; "" where that would be long."""
        words: str = KINDS[self.question.kind].words(self.question, self.response())
        return words

    def _moved(self, done: bool) -> bool:
        if done:
            self._refresh()
            self.changed.emit()
        return done

    def _become(self, response: Any) -> None:
        """Make a change that the learner has made."""
        if self._history.become(response):
            self._refresh()
            self.changed.emit()

    def _refresh(self) -> None:
        """Show the response in force, whether it can be changed, and its mark."""
        raise NotImplementedError

    def _letter(self, source: str) -> tuple[str, int]:
        """Return a source's letter and place; its id where it has no letter."""
        return self._letters.get(source, (source[:1].upper(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, and pick by number."""
        again = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or (
            event.key() == Qt.Key.Key_Z and event.modifiers() == again
        ):
            self.redo()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._number_key(event):
            super().keyPressEvent(event)

    def _number_key(self, event: QKeyEvent) -> bool:
        number = event.key() - Qt.Key.Key_0.value
        return 1 <= number <= 9 and self.pick_number(number)
