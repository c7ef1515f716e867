"""What stands beside the words of a text: numbers of paragraphs, markers of items, the bars of quotes."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock

from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.reading.column import Page
from crossread.desktop.widgets.reading.document import INDENT
from crossread.texts.passages.paragraphs import paragraph_numbers
from crossread.texts.text import Block, Text

_GAP = 10  # pixels between a number and the column
_ROOM = 28  # pixels that a number needs


class Margin:
    """Paints the margin of one text; nothing of it is part of the text."""

    def __init__(self, text: Text, *, numbered: bool = True) -> None:
        self._blocks = text.blocks
        self._numbers = paragraph_numbers(text) if numbered else ("",) * len(text.blocks)

    def numbers(self) -> tuple[str, ...]:
        """Return the number beside each block, "" beside a heading and a caption."""
        return self._numbers

    def paint(
        self, painter: QPainter, first: QTextBlock, last: QTextBlock, look: Theme, size: int, page: Page
    ) -> None:
        """Paint what stands beside the blocks from `first` to `last`, in the document's coordinates."""
        at = first
        while at.isValid() and at.blockNumber() < len(self._blocks):
            if at.layout().lineCount():
                self._paint_block(painter, at, look, size, page)
            if at.blockNumber() >= last.blockNumber():
                return
            at = at.next()

    def _paint_block(self, painter: QPainter, at: QTextBlock, look: Theme, size: int, page: Page) -> None:
        block, number = self._blocks[at.blockNumber()], self._numbers[at.blockNumber()]
        line = at.layout().lineAt(0)
        baseline = at.layout().position().y() + line.y() + line.ascent()
        if block.kind == "quote":
            words = at.layout().boundingRect().translated(at.layout().position())
            mirrored = at.textDirection() == Qt.LayoutDirection.RightToLeft
            for level in range(max(1, block.level)):
                inward = size * (INDENT * level + 0.6)
                x = page.right - inward - 2 if mirrored else page.left + inward
                painter.fillRect(QRectF(x, words.top(), 2, words.height()), look.colour("line"))
        if block.marker:
            self._paint_marker(painter, at, block, baseline, look, size, page)
        if number and look.aids.numbers and page.left >= _ROOM:
            font = look.font("small")
            font.setPixelSize(max(10, round(size * 0.65)))
            painter.setFont(font)
            painter.setPen(look.colour("muted"))
            width = painter.fontMetrics().horizontalAdvance(number)
            x = page.right + _GAP if page.mirrored else page.left - _GAP - width
            painter.drawText(QPointF(x, baseline), number)

    @staticmethod
    def _paint_marker(
        painter: QPainter,
        at: QTextBlock,
        block: Block,
        baseline: float,
        look: Theme,
        size: int,
        page: Page,
    ) -> None:
        painter.setFont(look.reading_font(size))
        painter.setPen(look.colour("ink"))
        inward = size * INDENT * max(1, block.level) - 0.45 * size
        if at.textDirection() == Qt.LayoutDirection.RightToLeft:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the dot of "3." stands to its left
            x = page.right - inward
        else:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            x = page.left + inward - painter.fontMetrics().horizontalAdvance(block.marker)
        painter.drawText(QPointF(x, baseline), block.marker)
