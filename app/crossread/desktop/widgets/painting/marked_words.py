"""Words laid out by hand with some of them marked, for lists of what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.reading.positions import Positions
from crossread.texts.text import Range


class MarkedWords:
    """Words of one font in a given width, in pixels; those marked are bold, on the ground of a hit.

    `height` is what they take, in lines of `leading` sizes of the font. Nothing in them is markup.
    """

    def __init__(
        self,
        words: str,
        marks: Sequence[Range],
        font: QFont,
        width: float,
        leading: float,
        look: Theme,
        *,
        mirrored: bool = False,
    ) -> None:
        layout = QTextLayout(words.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        layout.setTextOption(option)
        layout.setFormats(_formats(words, marks, font, look))
        pitch, lines = leading * font.pixelSize(), 0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, lines * pitch + (pitch - line.height()) / 2))
            lines += 1
            line = layout.createLine()
        layout.endLayout()
        self._layout = layout
        self.lines = lines
        self.height = lines * pitch

    def paint(self, painter: QPainter, where: QPointF, colour: QColor) -> None:
        """Paint the words with their top left corner at `where`."""
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._layout.draw(painter, where)


def _formats(words: str, marks: Sequence[Range], font: QFont, look: Theme) -> list[QTextLayout.FormatRange]:
    positions = Positions(words)
    found = []
    for mark in marks:
        form = QTextCharFormat()
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        form.setFont(bold)
        form.setBackground(look.colour("hit"))
        form.setForeground(look.colour("ink"))
        one = QTextLayout.FormatRange()
        one.start, end = positions.to_qt(mark.start), positions.to_qt(mark.end)
        one.length = end - one.start
        one.format = form
        found.append(one)
    return found
