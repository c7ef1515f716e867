"""Hands that know the keyboard alone: they press keys where the focus is, and go nowhere without keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.questions.passages import Selection
from crossread.texts.text import Range
from tests.desktop.pages.conftest import Opened

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PLAIN, CTRL, SHIFT = Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier
FARTHEST = 60  # stops of Tab, more than any page has


@dataclass
class Hands:
    """Two hands on the keyboard of an open window, and eyes for what is shown."""

    opened: Opened

    @property
    def body(self) -> QuestionBody:
        """The question in view."""
        body = self.opened.desk.column.body
        assert body is not None
        return body

    def focus(self) -> QWidget:
        """Return what has the focus: something in view, always."""
        QApplication.processEvents()
        focus = self.opened.window.focusWidget()
        assert focus is not None, "the focus is lost"
        assert focus.isVisible(), "the focus is on what cannot be seen"
        return focus

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press one key."""
        QTest.keyClick(self.focus(), key, modifier)

    def digit(self, number: int) -> None:
        """Press a number key."""
        assert 1 <= number <= 9
        self.press(Key(Key.Key_0.value + number))

    def type(self, words: str) -> None:
        """Type words into the field that has the focus."""
        assert isinstance(self.focus(), QLineEdit | QPlainTextEdit), "there is nothing to type in"
        QTest.keyClicks(self.focus(), words)

    def tab_until(self, wanted: Callable[[QWidget], bool]) -> None:
        """Press Tab until the focus is on what is wanted."""
        for _step in range(FARTHEST):
            if wanted(self.focus()):
                return
            self.press(Key.Key_Tab)
        raise AssertionError("Tab does not come there")

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until a widget has the focus."""
        self.tab_until(lambda focus: focus is wanted)

    def to_answer(self) -> None:
        """Go to the answer: by F6 to the questions, where it is the first."""
        answer = self.body.answer
        for _step in range(6):
            if answer.isAncestorOf(self.focus()):
                return
            self.press(Key.Key_F6)
        raise AssertionError("F6 does not come to the answer")

    def to_text(self, source: str) -> ReadingView:
        """Go to a source's text: by F6 to the texts, and by its letter where it is in none of them."""
        letter = self.opened.desk.opened.pack.source(source).letter
        for _step in range(6):
            focus = self.focus()
            if isinstance(focus, ReadingView):
                panes = self.opened.desk.panes
                if source not in [pane.source_id for pane in panes.panes if pane.isVisible()]:
                    self.press(Key[f"Key_{letter}"])
                shown = next(pane for pane in panes.panes if pane.view is focus)
                if shown.source_id == source:
                    return focus
            self.press(Key.Key_F6)
        raise AssertionError("F6 does not come to the text")

    def mark(self, selection: Selection) -> None:
        """Mark words in a text: the caret to their start, Shift and the caret to their end, then M."""
        view = self.to_text(selection.source)
        self.select(view, Range(selection.start, selection.end))
        self.press(Key.Key_M)
        self.to_answer()

    def select(self, view: ReadingView, where: Range) -> None:
        """Select words in the text that has the focus: the caret to their start, with Shift to their end."""
        start, end = view._unit(where.start), view._unit(where.end)
        self.press(Key.Key_Home, CTRL)
        self._to_paragraph(view, start)
        for _step in range(start - view.textCursor().position()):
            QTest.keyClick(view, Key.Key_Right)
        for _step in range(end - view.textCursor().position()):
            QTest.keyClick(view, Key.Key_Right, SHIFT)

    def _to_paragraph(self, view: ReadingView, unit: int) -> None:
        """Go down paragraph by paragraph to the one that holds a place."""
        before = -1
        while before < view.textCursor().position() <= unit:
            before = view.textCursor().position()
            QTest.keyClick(view, Key.Key_Down, CTRL)
        if view.textCursor().position() > unit:
            QTest.keyClick(view, Key.Key_Up, CTRL)
