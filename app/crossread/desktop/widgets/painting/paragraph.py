"""Words laid out by hand, for widgets that paint themselves: wrapped, never cut off, never markup."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from crossread.desktop.widgets.painting.sides import Sides, window_is_turned

LEADING = 1.4  # lines of interface text, in text sizes


_MOST_KNOWN = 4096  # how many measures are kept; then they are begun anew

# What words take, by the words, their font and the width: a layout asks for the same many times over.
_measures: dict[tuple[str, str, float, int], tuple[float, int]] = {}


class Paragraph:
    """Words of one font in a given width, in pixels; what does not fit a line goes on in the next.

    A single word wider than the width is broken where it has to be. `height` and `width` are what the
    words take; `room` is the width given, `lines` how many lines there are. Without `align` lines begin where
    those of the window do.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        leading: float = LEADING,
        align: Qt.AlignmentFlag | None = None,
    ) -> None:
        if align is None:
            align = _begin()
        self._text, self._font, self.room = text, font, max(1.0, width)
        self._pitch, self._align = leading * font.pixelSize(), align
        self._layout: QTextLayout | None = None
        key = (text, font.key(), self.room, align.value)
        if key not in _measures:
            if len(_measures) >= _MOST_KNOWN:
                _measures.clear()
            _measures[key] = self._lay_out()
        self.width, self.lines = _measures[key]
        self.height = self.lines * self._pitch

    def _lay_out(self) -> tuple[float, int]:
        """Set the words in lines; return the width that they take, and how many lines there are."""
        layout = QTextLayout(self._text.replace("\n", "\u2028"), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(self._align)
        layout.setTextOption(option)
        # Some fonts ask for far more room than their letters fill, so the font's own height plays no part.
        size, pitch = self._font.pixelSize(), self._pitch
        # Capitals, 0.7 of the size high, stand in the middle, as far as descenders have room below them.
        baseline = min(pitch / 2 + 0.36 * size, pitch - 0.3 * size)
        width, lines = 0.0, 0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(self.room)
            line.setPosition(QPointF(0, lines * pitch + baseline - line.ascent()))
            width = max(width, line.naturalTextWidth())
            lines += 1
            line = layout.createLine()
        layout.endLayout()
        self._layout = layout
        return width, lines

    def paint(self, painter: QPainter, where: QPointF, colour: QColor, sides: Sides | None = None) -> None:
        """Paint the words with their top left corner at `where`; with `sides`, where these have that."""
        if sides is not None:
            where = sides.rect(where.x(), where.y(), self.room, 0).topLeft()
        if self._layout is None:
            self._lay_out()
        if self._layout is not None:
            painter.setPen(colour)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._layout.draw(painter, where)


def _begin() -> Qt.AlignmentFlag:
    """Return the side at which the window's lines begin."""
    return Qt.AlignmentFlag.AlignRight if window_is_turned() else Qt.AlignmentFlag.AlignLeft
