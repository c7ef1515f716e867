"""Pressing a button again without moving the mouse, where what it changes moves the button away."""

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

STILL = 3.0  # pixels in either direction: a hand that presses is never quite still

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class PressedAgain(QObject):
    """Has a button pressed by every click on the place where it was clicked, until the mouse has moved.

    A larger text lays out its own button anew; whoever clicks on means that button, and nothing that came
    under the mouse meanwhile.
    """

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._at: QPointF | None = None  # on the screen, where it was clicked
        self._window: QObject | None = None
        self._swallows = False  # whether the end of a click is awaited
        button.clicked.connect(self._clicked)
        button.installEventFilter(self)

    def _clicked(self) -> None:
        """Watch the window from the first click on."""
        window = self._button.window().windowHandle()
        if self._at is not None and window is not None and window is not self._window:
            self._let_go()
            self._window = window
            window.installEventFilter(self)

    def _let_go(self) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note where the button is pressed; then take presses of that place for it."""
        if not isinstance(event, QMouseEvent):
            return False
        where = event.globalPosition()
        if watched is self._button:
            if event.type() in _PRESSES:
                self._at = where
            return False
        if self._at is None or max(abs(where.x() - self._at.x()), abs(where.y() - self._at.y())) > STILL:
            self._at, self._swallows = None, False
            self._let_go()
            return False
        if event.type() in _PRESSES and QApplication.widgetAt(where.toPoint()) is not self._button:
            self._swallows = True
            if self._button.isVisible():
                self._button.click()
            return True
        ends = event.type() == QEvent.Type.MouseButtonRelease and self._swallows
        self._swallows = self._swallows and not ends
        return ends
