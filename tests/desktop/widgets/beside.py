"""A text with notes, a picture and a passage to cover, and a window to read it in."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.reading.positions import Positions
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.texts.text import Block, Range, Span, Text

GRAPHIC = "What lay in the field is told by one 😀 who walked there in the morning."
FERRY = Text(
    (
        Block("heading", "A ferry", 1),
        Block("paragraph", "The ferry left the weir at noon.", spans=()),
        Block(
            "paragraph",
            "Two saw it[1] and one told it.[2] So it is said.",
            spans=(Span(10, 13, "note", "1"), Span(30, 33, "note", "2")),
        ),
        Block("paragraph", f"They went on. {GRAPHIC} They left by the road."),
        Block("picture", "The weir in 1931.", file="weir.png"),
        *(
            Block("paragraph", f"Paragraph {number} tells of the river once more. " * 5)
            for number in range(20)
        ),
        Block("item", "The first saw it from the bank.", 1, "1.", note="1"),
        Block("item", "The second never spoke again.", 1, "2.", note="2"),
    )
)


def at(words: str, text: Text = FERRY) -> Range:
    """Give the range where words stand in a text."""
    start = text.shown.index(words)
    return Range(start, start + len(words))


class Reading(ReadingView):
    """A reading view that keeps its window."""

    around: QWidget


def reading(
    qtbot: QtBot, covered: tuple[Range, ...] = (), *, width: int = 620, height: int = 460
) -> ReadingView:
    """Show the text in a window of its own, with the focus in it."""
    window = QWidget()
    qtbot.addWidget(window)
    view = Reading(window)
    view.around = window
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(view)
    window.resize(width, height)
    view.set_text(FERRY, "Source A: A ferry", covered)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.setFocus()
    return view


def put_caret(view: ReadingView, position: int) -> None:
    """Put the caret before a code point."""
    cursor = view.textCursor()
    cursor.setPosition(Positions(view.text().shown).to_qt(position))
    view.setTextCursor(cursor)


def middle(view: ReadingView, where: Range) -> QPoint:
    """Give the middle of a range's first line, in pixels of the viewport."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(Positions(view.text().shown).to_qt(where.start))
    view.cursorRect(cursor)  # lays out
    return view.rects_of(where)[0].center()


def click(view: ReadingView, where: Range) -> None:
    """Click in the middle of a range."""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, where))
