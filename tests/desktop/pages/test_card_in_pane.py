"""The card in the place of a text: the text is there again, whole, however one came away from it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.desktop.pages.conftest import Opened


def test_the_text_can_be_read_on_once_the_card_has_gone(opened: Opened) -> None:
    opened.go("read-night")
    pane = opened.desk.panes.panes[0]
    for _time in range(3):
        pane.view.setFocus()
        opened.press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
        assert pane.card_open()
        opened.press(Qt.Key.Key_Tab)
        opened.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        opened.press(Qt.Key.Key_Escape)
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not pane.card_open()
        opened.press(Qt.Key.Key_Down)
        pane.view.grab()
    assert pane.view.document().characterCount() > 100
