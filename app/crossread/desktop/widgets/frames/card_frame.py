"""A card: a quiet surface with a hairline around it, on which other widgets stand."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.desktop.theme import theme

CardLook = Literal["plain", "dashed", "right", "partly", "wrong", "flat"]

_BORDERS = {
    "plain": "line", "dashed": "control-line", "right": "right", "partly": "caution", "wrong": "wrong",
    "flat": "line",
}  # fmt: skip


class CardFrame(QWidget):
    """A rounded surface; `body` is its column, where widgets are added.

    Looks: `plain`; `dashed` (on the ground: something is wanted here); `right`, `partly`, `wrong`
    (a border in that colour; say it in words as well); `flat` (no surface of its own). A card that is
    given a focus policy shows the focus.
    """

    def __init__(
        self, parent: QWidget | None = None, *, look: CardLook = "plain", padding: int = 24, radius: int = 10
    ) -> None:
        super().__init__(parent)
        self._look: CardLook = look
        self._radius = radius
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)

    def look(self) -> CardLook:
        """Return the look."""
        return self._look

    def set_look(self, look: CardLook) -> None:
        """Change the look."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface and its border."""
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 1.0 if self._look in ("plain", "dashed", "flat") else 1.5
        pen = QPen(now.colour(_BORDERS[self._look]), width)
        if self._look == "dashed":
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        filled = self._look not in ("dashed", "flat")
        painter.setBrush(now.colour("surface") if filled else now.colour("ground"))
        half = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), self._radius, self._radius
        )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius, self._radius)
