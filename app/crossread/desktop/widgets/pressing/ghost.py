"""The ghost of what is dragged: its picture, half there, beside the mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

_BESIDE = QPoint(10, 6)  # pixels from the mouse, so that what is below it can be seen


class Ghost(QLabel):
    """A picture over the whole window; the mouse goes through it, and screen readers pass it by.

    It goes with what it is a picture of, should that be taken out of view in the middle of a drag.
    """

    def __init__(self, of: QWidget) -> None:
        super().__init__(of.window())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        seen = of.grab()
        faint = QPixmap(seen.size())
        faint.setDevicePixelRatio(seen.devicePixelRatio())
        faint.fill(Qt.GlobalColor.transparent)
        painter = QPainter(faint)
        painter.setOpacity(0.7)
        painter.drawPixmap(0, 0, seen)
        painter.end()
        self.setPixmap(faint)
        self.adjustSize()
        of.destroyed.connect(self.deleteLater)

    def follow(self, at: QPoint) -> None:
        """Go to the mouse, which is at a global place."""
        self.move(self.window().mapFromGlobal(at) + _BESIDE)
        self.raise_()
        self.show()
