"""What is marked in a text, and how it is painted: under the words, told apart without colour as well."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextDocument

from crossread.desktop.theme.theme import Theme
from crossread.texts.text import Range

MarkRole = Literal["evidence", "own", "right", "wrong", "found"]

_COLOURS: dict[MarkRole, tuple[str, str]] = {  # ground, line
    "evidence": ("mark", "mark-line"),
    "own": ("own", "own-line"),
    "right": ("right-soft", "right"),
    "wrong": ("wrong-soft", "wrong"),
    "found": ("found", "found-line"),
}


@dataclass(frozen=True, slots=True)
class ReadingMark:
    """A range of a text, in code points, and what it is there for.

    `evidence` has a firm line below, `own` a dashed one, `right` a double one, `wrong` a wavy one and
    `found` a dotted one.
    """

    range: Range
    role: MarkRole


def line_rects(document: QTextDocument, start: int, end: int, size: int) -> list[QRectF]:
    """Return where a range of UTF-16 units stands, a rectangle a line, in the document's coordinates."""
    rects = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        rects += _block_rects(block, start - block.position(), end - block.position(), size)
        block = block.next()
    return rects


def _block_rects(block: QTextBlock, start: int, end: int, size: int) -> list[QRectF]:
    rects = []
    layout = block.layout()
    at = layout.position()
    last = block.length() - 1  # without the block's own end
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, past = line.textStart(), line.textStart() + line.textLength()
        begin, stop = max(start, first, 0), min(end, past, last)
        if begin >= stop:
            continue
        left, right = _x(line, begin), _x(line, stop)
        # A line ends with the space that it was broken at; that one is not marked.
        right = min(right, line.naturalTextRect().right())
        baseline = at.y() + line.y() + line.ascent()
        rects.append(
            QRectF(at.x() + min(left, right), baseline - 1.02 * size, abs(right - left), 1.38 * size)
        )
    return rects


def _x(line: object, position: int) -> float:
    found = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def paint_mark(painter: QPainter, rects: list[QRectF], role: MarkRole, look: Theme) -> None:
    """Paint a mark's ground and its line."""
    ground, line = _COLOURS[role]
    for rect in rects:
        painter.fillRect(rect, look.colour(ground))
        _paint_line(painter, rect, role, look.colour(line))


def paint_frame(painter: QPainter, rects: list[QRectF], look: Theme) -> None:
    """Paint the frame that a passage has for a moment after it was gone to."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("focus"), 2))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 4, 4)


def _paint_line(painter: QPainter, rect: QRectF, role: MarkRole, colour: QColor) -> None:
    left, right, low = rect.left(), rect.right(), rect.bottom() - 1
    pen = QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if role == "own":
        pen.setDashPattern([3, 2])
    elif role == "found":
        pen.setDashPattern([1, 1])
    elif role == "right":
        pen.setWidthF(1)
    elif role == "wrong":
        pen.setWidthF(1.4)
    painter.setPen(pen)
    if role == "wrong":
        _paint_wave(painter, left, right, low)
        return
    painter.drawLine(QPointF(left, low), QPointF(right, low))
    if role == "right":
        painter.drawLine(QPointF(left, low - 3), QPointF(right, low - 3))


def _paint_wave(painter: QPainter, left: float, right: float, low: float) -> None:
    points, x, up = [], left, False
    while x < right + 3:
        points.append(QPointF(min(x, right), low - (3 if up else 0)))
        x, up = x + 3, not up
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolyline(QPolygonF(points))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
