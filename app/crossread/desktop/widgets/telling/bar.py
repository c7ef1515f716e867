"""A bar: how far something has come, from nothing to all."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.desktop.theme import theme


class Bar(QWidget):
    """A share from 0 to 1 as a bar.

    It is heard as its `name` with the share in per cent, or as `told` where that says it already, in counts.
    """

    def __init__(
        self,
        share: float = 0.0,
        parent: QWidget | None = None,
        *,
        name: str = "",
        told: str = "",
    ) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._name, self._told = name, told
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(share)

    def share(self) -> float:
        """Return the share shown."""
        return self._share

    def set_share(self, share: float) -> None:
        """Show another share; below 0 and above 1 count as these."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(self._told or f"{self._name} {round(self._share * 100)} %".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """Return a bar of six pixels' height."""
        return QSize(160, 6)

    def minimumSizeHint(self) -> QSize:
        """Return the least that still tells something."""
        return QSize(48, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the share of it."""
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QPainterPath()
        track.addRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setClipPath(track)
        painter.fillPath(track, now.colour("line"))
        done = round(self.width() * self._share)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.fillRect(0, 0, done, self.height(), now.colour("accent"))
