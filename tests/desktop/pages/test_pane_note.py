"""The line above a text that says whose words it is: it stays in sight whatever came and went below it."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.pages.elided import Elided
from crossread.desktop.pages.panes.pane_note import PaneNote

NOTICE = "Why they left so late: select the words of B that say so. Letting the mouse go takes them. " * 3


def test_what_is_taken_back_while_the_texts_are_covered_leaves_the_line_above_them_in_sight(
    qtbot: QtBot,
) -> None:
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    texts, covers = QWidget(), QWidget()
    column = QVBoxLayout(texts)
    note = PaneNote(texts)
    column.addWidget(note)
    column.addWidget(QWidget(texts), 1)
    pages.addWidget(texts)
    pages.addWidget(covers)
    pages.resize(500, 600)
    pages.show()
    note.set_most(400)
    note.show_line("Digest by the pack’s authors", "why?", "Because it is shorter.", can_add=False)
    alone = note.sizeHint().height()
    qtbot.waitUntil(lambda: note.height() == alone)
    note.show_notice(NOTICE, calm=True)
    qtbot.waitUntil(lambda: note.height() > alone)
    pages.setCurrentWidget(covers)
    note.clear_notice()
    qtbot.waitUntil(lambda: note.height() == alone)
    pages.setCurrentWidget(texts)
    line = note.findChild(Elided)
    assert line is not None
    qtbot.waitUntil(line.isVisible)

    def bottom() -> int:
        return line.mapTo(note.viewport(), line.rect().bottomLeft()).y()

    qtbot.waitUntil(lambda: bottom() < note.viewport().height())
