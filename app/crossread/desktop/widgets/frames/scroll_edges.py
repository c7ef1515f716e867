"""Hairlines where what is scrolled runs on: without one, words cut through by an edge look like a fault."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollEdges(QObject):
    """Draws a line above and below a scroll area, each for as long as more lies beyond it."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area, self._bar = area, area.verticalScrollBar()
        self.above, self.below = _line(area), _line(area)
        self._bar.valueChanged.connect(self._show)
        self._bar.rangeChanged.connect(self._show)
        area.installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the lines at the edges."""
        if event.type() == QEvent.Type.Resize:
            self._show()
        return super().eventFilter(watched, event)

    def _show(self, _changed: int = 0, _to: int = 0) -> None:
        width, height = self._area.width(), self._area.height()
        self.above.setGeometry(0, 0, width, 1)
        self.below.setGeometry(0, height - 1, width, 1)
        for line, beyond in (
            (self.above, self._bar.value() > self._bar.minimum()),
            (self.below, self._bar.value() < self._bar.maximum()),
        ):
            line.setVisible(beyond)
            line.raise_()


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("look", "line")
    line.setProperty("overlay", True)
    line.hide()
    return line
