"""Where the lines of a text stand on its page, and where a range of it does, piece by piece if mixed."""

from bisect import bisect_right

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from crossread.desktop.widgets.reading.directions import runs_both_ways

_HIGH, _UP = 1.38, 1.02  # of a mark, and how much of that is above the baseline; in text sizes
_NEAR = 0.75  # pixels between two pieces that belong together


class Lines:
    """The lines of one document, in its coordinates. Positions are UTF-16 units.

    What was worked out for a block is kept until `forget`, which is due when the text is laid out anew.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._size, self._high, self._up = 17, _HIGH, _UP
        self._mixed: dict[int, bool] = {}
        self._kept: dict[tuple[int, int, int], list[QRectF]] = {}

    def set_up(self, size: int, line_height: float) -> None:
        """Take the size of the text in pixels and the height of a line in sizes; forget the rest."""
        self._size = size
        self._high = min(_HIGH, line_height)  # else the marks of close lines would cover each other
        self._up = self._high * _UP / _HIGH
        self._mixed.clear()
        self.forget()

    def forget(self) -> None:
        """Forget where things stood."""
        self._kept.clear()

    def blocks_in(self, area: QRectF) -> tuple[QTextBlock, QTextBlock]:
        """Return the first and the last block that reach into an area."""
        return self._block_at(area.top()), self._block_at(area.bottom())

    def _block_at(self, y: float) -> QTextBlock:
        """Return the first block that ends below a height, else the last one.

        Qt's own search is led astray by blocks that are still to be laid out: those stand at 0.
        """
        count, past = self._document.blockCount(), 1
        while past < count and self._bottom(past - 1) <= y:
            past *= 2
        last = min(past, count) - 1
        found = bisect_right(range(last), y, min(past // 2, last), key=self._bottom)
        return self._document.findBlockByNumber(found)

    def _bottom(self, number: int) -> float:
        block = self._document.findBlockByNumber(number)
        return (
            self._document.documentLayout().blockBoundingRect(block).bottom()
        )  # lays it out where it is not

    def rects(self, start: int, end: int, first: QTextBlock, last: QTextBlock) -> list[QRectF]:
        """Return where a range stands between two blocks: a rectangle a line, more where it is mixed."""
        found: list[QRectF] = []
        block = self._document.findBlock(max(start, first.position()))
        while block.isValid() and block.position() < end and block.blockNumber() <= last.blockNumber():
            at = block.position()
            begin, stop = max(start - at, 0), min(end - at, block.length() - 1)  # without the block's own end
            key = (block.blockNumber(), begin, stop)
            if key not in self._kept and block.layout().lineCount():
                self._kept[key] = self._block_rects(block, begin, stop)
            found += self._kept.get(key, [])
            block = block.next()
        return found

    def _block_rects(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        rects = []
        layout = block.layout()
        at = layout.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, past = line.textStart(), line.textStart() + line.textLength()
            begin, stop = max(start, first), min(end, past)
            if stop == past and self._document.characterAt(block.position() + stop - 1).isspace():
                stop -= 1  # the space that the line was broken at
            if begin >= stop:
                continue
            top = at.y() + line.y() + line.ascent() - self._up * self._size
            for left, right in self._pieces(block, line, begin, stop):
                rects.append(QRectF(at.x() + left, top, right - left, self._high * self._size))
        return rects

    def _pieces(self, block: QTextBlock, line: QTextLine, begin: int, stop: int) -> list[tuple[float, float]]:
        """Return from where to where a part of a line reaches: one piece, where it all runs one way."""
        number = block.blockNumber()
        if number not in self._mixed:
            self._mixed[number] = runs_both_ways(block.text())
        if not self._mixed[number]:
            return [(x_of(line, begin), x_of(line, stop))]
        runs = sorted(
            (run.boundingRect().left(), run.boundingRect().right())
            for run in line.glyphRuns(begin, stop - begin)
        )
        pieces: list[tuple[float, float]] = []
        for left, right in runs:
            if pieces and left <= pieces[-1][1] + _NEAR:
                pieces[-1] = (pieces[-1][0], max(right, pieces[-1][1]))
            else:
                pieces.append((left, right))
        return pieces

    def line(self, unit: int) -> QRectF:
        """Return the rectangle of the line that holds a position; that of its block, where it has none."""
        block = self.block(unit)
        bounds = self._document.documentLayout().blockBoundingRect(block)  # lays the text out as far as this
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():
            return bounds
        return line.rect().translated(block.layout().position())

    def baseline(self, unit: int) -> float:
        """Return how far down the words of the line stand that holds a position."""
        block = self.block(unit)
        line = block.layout().lineForTextPosition(unit - block.position())
        return block.layout().position().y() + line.y() + line.ascent() if line.isValid() else 0.0

    def stretch(self, unit: int) -> tuple[float, float]:
        """Return the top and the height of the line that holds a position, as high as a mark is."""
        return self.baseline(unit) - self._up * self._size, self._high * self._size

    def block(self, unit: int) -> QTextBlock:
        """Return the block that holds a position, the last one beyond the end."""
        return self._document.findBlock(min(max(0, unit), max(0, self._document.characterCount() - 1)))

    def first_unit(self, y: float) -> int:
        """Return where the line at a height begins; the nearest one, where there is none."""
        block = self._block_at(y)
        top, lines = block.layout().position().y(), block.layout()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            if top + line.y() + line.height() > y:
                return block.position() + line.textStart()
        count = lines.lineCount()
        return block.position() + (lines.lineAt(count - 1).textStart() if count else 0)

    def top_for(self, unit: int, margin: float) -> float:
        """Return where to scroll for the line of a position to be the first, with none cut above it.

        The first line of a block leaves `margin` pixels above it, where there is room.
        """
        line, block = self.line(unit), self.block(unit)
        if block.layout().lineForTextPosition(unit - block.position()).lineNumber() > 0:
            return line.top()
        before = block.previous()
        bounds = self._document.documentLayout().blockBoundingRect
        above = bounds(before).bottom() if before.isValid() else 0.0
        return max(line.top() - margin, min(line.top(), above))


def x_of(line: QTextLine, at: int) -> float:
    """Return where a position of a block stands in its line, in pixels from the block's edge."""
    found: object = line.cursorToX(at, QTextLine.Edge.Leading)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
