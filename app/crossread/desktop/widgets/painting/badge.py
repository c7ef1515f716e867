"""Badges: a source's letter on its colour and its pattern, the same wherever the source shows."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.patterns import pattern_path

SIDE = 26  # of a badge, at the default text size


def paint_badge(painter: QPainter, where: QRectF, letter: str, index: int, look: theme.Theme) -> None:
    """Paint the badge of the source at `index` (from 0) into a square."""
    source = look.source(index)
    side = where.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPainterPath()
    edge.addRoundedRect(where, side * 4 / SIDE, side * 4 / SIDE)
    painter.setClipPath(edge)
    painter.fillPath(edge, QColor(source.colour))
    ink = QColor(source.on)
    ink.setAlphaF(0.72)
    painter.fillPath(pattern_path(source.pattern, where), ink)
    font = QFont(look.font("strong"))
    font.setPixelSize(max(8, round(side * (0.5 if len(letter) == 1 else 0.4))))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(source.on))
    painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), letter)
    painter.restore()


def badge_pixmap(letter: str, index: int, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw a badge `size` pixels wide, for lists and menus; `ratio` is the screen's pixels a pixel."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_badge(painter, QRectF(0, 0, size, size), letter, index, theme.current())
    painter.end()
    return pixmap


class Badge(QWidget):
    """The badge of one source; a screen reader hears "Source B"."""

    def __init__(self, letter: str, index: int, parent: QWidget | None = None, *, side: int = SIDE) -> None:
        super().__init__(parent)
        self._letter, self._index, self._side = letter, index, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Source {letter}").format(letter=letter))

    def letter(self) -> str:
        """Return the source's letter."""
        return self._letter

    def set_source(self, letter: str, index: int) -> None:
        """Show another source."""
        self._letter, self._index = letter, index
        self.setAccessibleName(_("Source {letter}").format(letter=letter))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square that the badge fills, larger with larger text."""
        side = theme.current().scaled(self._side)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._letter, self._index, theme.current())
