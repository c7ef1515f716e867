"""What the application holds, put back before each test: keys held down, looks, words, what is copied."""

import gettext

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from crossread.base import translation
from crossread.desktop import own_keys
from crossread.desktop.theme import theme

AWAY = QPoint(-5000, -5000)  # where no window comes to lie
_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)


class Usual:
    """The application as it is before the first test, to be put back before every other one.

    What a test leaves there acts upon the next: a key that counts as held makes another click of a click, a
    mouse left lying lights up what comes under it, a direction turns all pictures round.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._flash = app.cursorFlashTime()
        self._keys = own_keys.OwnKeys()
        self._nowhere = QWindow()
        self._nowhere.setGeometry(AWAY.x(), AWAY.y(), 10, 10)

    def put_back(self) -> None:
        """Have everything as it was at first."""
        app = self._app
        self._let_go()
        while app.overrideCursor() is not None:
            app.restoreOverrideCursor()
        QCursor.setPos(AWAY)
        QToolTip.hideText()
        app.clipboard().clear()
        if app.cursorFlashTime() != self._flash:
            app.setCursorFlashTime(-1)
        if app.layoutDirection() != Qt.LayoutDirection.LeftToRight:
            app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        translation.install(gettext.NullTranslations())
        own_keys.take_up(self._keys)
        own_keys.let_single_keys_act(True)
        usual, now = theme.load_theme("paper"), theme.current()
        if not theme.is_applied() or now != usual:
            theme.apply(app, usual, theme.READING, usual.typography, usual.aids)

    def _let_go(self) -> None:
        """Let go of the mouse and of all keys: Qt keeps in mind what it was told last, window or not."""
        for button in _BUTTONS:
            QTest.mouseRelease(self._nowhere, button, pos=QPoint(5, 5))
        QTest.keyRelease(self._nowhere, Qt.Key.Key_Shift)
