"""The lines of a graph of origins: full, dashed, dotted or double, and the key to them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.progress.origins_graph import LinkHow
from crossread.progress.origins_words import how_words

_DASHES: dict[LinkHow, list[float]] = {"uncredited": [5.0, 3.0], "probable": [1.0, 2.5]}
_SAMPLE = (44, 16)  # pixels at the default text size
HOWS: tuple[LinkHow, ...] = ("credited", "uncredited", "probable", "found")


def paint_line(
    painter: QPainter, path: QPainterPath, how: LinkHow, role: str, *, thick: bool = False
) -> None:
    """Paint a line in a colour of the theme; the four kinds differ without colour."""
    now = theme.current()
    wide = now.scaled(30) / 10 if thick else now.scaled(17) / 10
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if how == "found":  # two thin lines: a broad one, and the ground along its middle
        painter.setPen(QPen(now.colour(role), 3 * wide))
        painter.drawPath(path)
        painter.setPen(QPen(now.colour("ground"), wide * 1.4))
        painter.drawPath(path)
        return
    pen = QPen(now.colour(role), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if how in _DASHES:
        pen.setDashPattern(_DASHES[how])
    if how == "probable":
        pen.setWidthF(wide * 1.3)
    painter.setPen(pen)
    painter.drawPath(path)


class LineSample(QWidget):
    """A short piece of one kind of line."""

    def __init__(self, how: LinkHow, parent: QWidget) -> None:
        super().__init__(parent)
        self._how: LinkHow = how
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for a few dashes."""
        now = theme.current()
        return QSize(now.scaled(_SAMPLE[0]), now.scaled(_SAMPLE[1]))

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath(QPointF(2, self.height() / 2))
        path.lineTo(self.width() - 2, self.height() / 2)
        paint_line(painter, path, self._how, "ink")


class LinesKey(QWidget):
    """What each kind of line in view means, in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = FlowLayout(self, across=20, down=4)
        self._parts: dict[LinkHow, QWidget] = {}
        for how in HOWS:
            part = QWidget(self)
            inside = QHBoxLayout(part)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(8)
            inside.addWidget(LineSample(how, part))
            inside.addWidget(labels.quiet(how_words(how), part))
            row.addWidget(part)
            self._parts[how] = part

    def show_hows(self, hows: Sequence[LinkHow]) -> None:
        """Explain these and no others."""
        for how, part in self._parts.items():
            part.setVisible(how in hows)
        self.setVisible(bool(hows))
