"""The badge of a source as a button: who presses it is taken to that source."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import SIDE, paint_badge
from crossread.desktop.widgets.painting.painted import Painted
from crossread.desktop.widgets.tips import set_tip

RING = 4  # pixels around the badge, for the mouse and the focus


class SourceButton(Painted, QAbstractButton):
    """A badge to press; `source_asked` gives the id of its source."""

    source_asked = Signal(str)

    def __init__(self, letter: str, index: int, parent: QWidget, *, side: int = SIDE) -> None:
        super().__init__(parent)
        self._letter, self._index, self._side = letter, index, side
        self._source = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._tell)
        self.hear_the_mouse()

    def set_told(self, source: str, name: str) -> None:
        """Say which source it stands for and what pressing it does."""
        self._source = source
        self.setAccessibleName(name)
        set_tip(self, name)

    def source(self) -> str:
        """Return the id of the source."""
        return self._source

    def _tell(self) -> None:
        self.source_asked.emit(self._source)

    def sizeHint(self) -> QSize:
        """Return the badge with room for the ring."""
        side = theme.current().scaled(self._side) + 2 * RING
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge, and a ring where the mouse or the focus is."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        paint_badge(painter, inside, self._letter, self._index, look)
        if self.hasFocus() or self.underMouse():
            painter.setPen(look.focus_pen("focus" if self.hasFocus() else "control-line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
