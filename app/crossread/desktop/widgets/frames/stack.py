"""Pages of which one is in view: like Qt's own, which a screen reader calls a layered pane at every turn."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from crossread.desktop.theme.out_of_sight import fetch, put_away
from crossread.desktop.theme.theme import changes


class Stack(QWidget):
    """Holds widgets and shows one of them; the first that comes is the first in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedLayout(self)

    def addWidget(self, widget: QWidget) -> int:  # noqa: N802  (as Qt's own is called)
        """Take a widget in, out of view; return its place."""
        place = self._stack.addWidget(widget)
        if widget is not self._stack.currentWidget():
            put_away(widget)
        return place

    def removeWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Let a widget go, which stays a child."""
        self._stack.removeWidget(widget)
        left = self._stack.currentWidget()
        if left is not None:
            fetch(left)

    def currentWidget(self) -> QWidget | None:  # noqa: N802
        """Return the widget in view; None where there are none."""
        return self._stack.currentWidget()

    def setCurrentWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Bring a widget into view that was taken in, in the look that the window has by now."""
        before = self._stack.currentWidget()
        if widget is before:
            return
        if fetch(widget):
            changes().room_set.emit()
        self._stack.setCurrentWidget(widget)
        if before is not None:
            put_away(before)
