"""What stands beside the words of a text: numbers of paragraphs, markers of items, the bars of quotes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.reading_document import INDENT
from crossread.texts.text import Block, Text

_GAP = 10  # pixels between a number and the column
_ROOM = 28  # pixels that a number needs


class Margin:
    """Paints the margin of one text; nothing of it is part of the text."""

    def __init__(self, text: Text) -> None:
        self._blocks = text.blocks
        self._numbers: list[str] = []
        number = 0
        for block in text.blocks:
            number += block.kind != "heading"
            self._numbers.append("" if block.kind == "heading" else str(number))

    def numbers(self) -> tuple[str, ...]:
        """Return the number beside each block, "" beside a heading."""
        return tuple(self._numbers)

    def paint(
        self, painter: QPainter, document: QTextDocument, in_view: QRectF, look: Theme, size: int, left: int
    ) -> None:
        """Paint what is in view, in the document's coordinates; `left` is where the column starts."""
        layout = document.documentLayout()
        start = layout.hitTest(in_view.topLeft(), Qt.HitTestAccuracy.FuzzyHit)
        at = document.findBlock(max(0, start))
        while at.isValid() and at.blockNumber() < len(self._blocks):
            bounds = layout.blockBoundingRect(at)
            if bounds.top() > in_view.bottom():
                return
            if at.layout().lineCount():
                self._paint_block(painter, at, look, size, left)
            at = at.next()

    def _paint_block(self, painter: QPainter, at: QTextBlock, look: Theme, size: int, left: int) -> None:
        block, number = self._blocks[at.blockNumber()], self._numbers[at.blockNumber()]
        line = at.layout().lineAt(0)
        baseline = at.layout().position().y() + line.y() + line.ascent()
        if block.kind == "quote":
            words = at.layout().boundingRect().translated(at.layout().position())
            for level in range(max(1, block.level)):
                x = left + size * (INDENT * level + 0.6)
                painter.fillRect(QRectF(x, words.top(), 2, words.height()), look.colour("line"))
        if block.marker:
            self._paint_marker(painter, block, baseline, look, size, left)
        if number and left >= _ROOM:
            font = look.font("small")
            font.setPixelSize(max(10, round(size * 0.65)))
            painter.setFont(font)
            painter.setPen(look.colour("muted"))
            x = left - _GAP - painter.fontMetrics().horizontalAdvance(number)
            painter.drawText(QPointF(x, baseline), number)

    @staticmethod
    def _paint_marker(
        painter: QPainter, block: Block, baseline: float, look: Theme, size: int, left: int
    ) -> None:
        font = look.font("reading")
        font.setPixelSize(size)
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        right = left + size * INDENT * max(1, block.level) - 0.45 * size
        advance = painter.fontMetrics().horizontalAdvance(block.marker)
        painter.drawText(QPointF(right - advance, baseline), block.marker)
