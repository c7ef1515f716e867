"""Words laid out by hand, for widgets that paint themselves: wrapped, never cut off, never markup."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

LEADING = 1.4  # lines of interface text, in text sizes


class Paragraph:
    """Words of one font in a given width, in pixels; what does not fit a line goes on in the next.

    A single word wider than the width is broken where it has to be. `height` and `width` are what the
    words take; `lines` is how many lines there are.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        leading: float = LEADING,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(align)
        self._layout.setTextOption(option)
        # Some fonts ask for far more room than their letters fill, so the font's own height plays no part.
        size = font.pixelSize()
        pitch = leading * size
        # Capitals, 0.7 of the size high, stand in the middle, as far as descenders have room below them.
        baseline = min(pitch / 2 + 0.36 * size, pitch - 0.3 * size)
        self.width, self.lines = 0.0, 0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self.lines * pitch + baseline - line.ascent()))
            self.width = max(self.width, line.naturalTextWidth())
            self.lines += 1
            line = self._layout.createLine()
        self._layout.endLayout()
        self.height = self.lines * pitch

    def paint(self, painter: QPainter, where: QPointF, colour: QColor) -> None:
        """Paint the words with their top left corner at `where`."""
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._layout.draw(painter, where)
