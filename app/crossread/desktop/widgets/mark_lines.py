"""The lines that tell marks apart without colour: below the words, above them, around them, beside them."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

MarkRole = Literal[
    "evidence", "own", "right", "wrong", "found",
    "hl-evidence", "hl-question", "hl-doubt", "hl-loaded",
    "note", "hit", "hit-current",
]  # fmt: skip

PaintLine = Callable[[QPainter, list[QRectF], QColor], None]

_WAVE = 3.0  # pixels: height and half the length of a wave
_STEP = 9.0  # from one dot, stroke or cross above the words to the next
_SIGN = 8.0  # width of the small sign of a note


def _below(dashes: tuple[float, ...], painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    pen = QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(list(dashes))
    painter.setPen(pen)
    for rect in rects:
        painter.drawLine(QLineF(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1))


def _double(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    painter.setPen(QPen(colour, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for rect in rects:
        for low in (rect.bottom() - 1, rect.bottom() - 4):
            painter.drawLine(QLineF(rect.left(), low, rect.right(), low))


def _wave(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for rect in rects:
        points, x, up = [], rect.left(), False
        while x < rect.right() + _WAVE:
            points.append(QPointF(min(x, rect.right()), rect.bottom() - 1 - (_WAVE if up else 0)))
            x, up = x + _WAVE, not up
        painter.drawPolyline(QPolygonF(points))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _steps(rect: QRectF) -> Iterator[float]:
    """Give where the signs above the words stand: evenly, and at least one."""
    count = max(1, int(rect.width() / _STEP))
    for number in range(count):
        yield rect.left() + rect.width() * (number + 0.5) / count


def _above(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    for rect in rects:
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2), colour)


def _dots(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for rect in rects:
        for x in _steps(rect):
            painter.drawEllipse(QPointF(x, rect.top() + 1.8), 1.6, 1.6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _strokes(
    strokes: tuple[tuple[float, float], ...], painter: QPainter, rects: list[QRectF], colour: QColor
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLines(
        [
            QLineF(x + start, rect.top() + 4, x + end, rect.top())
            for rect in rects
            for x in _steps(rect)
            for start, end in strokes
        ]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _bars(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    for rect in rects[:1]:
        painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), colour)
    for rect in rects[-1:]:
        painter.fillRect(QRectF(rect.right() - 2, rect.top(), 2, rect.height()), colour)


def _framed(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.drawRect(rect.adjusted(0, 1, 0, -1))


def paint_hooks(painter: QPainter, rects: list[QRectF], colour: QColor) -> None:
    """Paint a short stroke down from the line above the words at either end, as brackets have it."""
    for rect, left in ((rects[0], True), (rects[-1], False)) if rects else ():
        edge = rect.left() if left else rect.right() - 2
        painter.fillRect(QRectF(edge, rect.top(), 2, 0.4 * rect.height()), colour)


def paint_note(
    painter: QPainter,
    rects: list[QRectF],
    colour: QColor,
    beside: float,
    outward: int,
    *,
    begins: bool,
    hollow: bool = False,
) -> None:
    """Paint a line beside the column along a noted passage, and where it begins a small sheet of paper.

    `beside` is the column's edge in pixels; `outward` is 1 where the margin lies to the right of it, else
    -1. Of a `hollow` sign there is only the edge.
    """
    if not rects:
        return
    top, bottom = min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)
    near = beside + outward * 3
    painter.fillRect(QRectF(min(near, near + 2 * outward), top + 1, 2, bottom - top - 2), colour)
    if not begins:
        return
    left = near + 4 if outward > 0 else near - 4 - _SIGN
    sheet = QRectF(left, top + 2, _SIGN, _SIGN + 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    fold = _SIGN / 2.5
    corner = [
        sheet.topLeft(),
        QPointF(sheet.right() - fold, sheet.top()),
        QPointF(sheet.right(), sheet.top() + fold),
        sheet.bottomRight(),
        sheet.bottomLeft(),
    ]
    painter.drawPolygon(QPolygonF(corner))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _nothing(_painter: QPainter, _rects: list[QRectF], _colour: QColor) -> None:
    """Leave the words as they are."""


LINES: Mapping[MarkRole, PaintLine] = {
    "evidence": partial(_below, ()),
    "own": partial(_below, (3, 2)),
    "right": _double,
    "wrong": _wave,
    "found": partial(_below, (1, 1)),
    "hl-evidence": _above,
    "hl-question": _dots,
    "hl-doubt": partial(_strokes, ((-1.5, 1.5),)),
    "hl-loaded": partial(_strokes, ((-2, 2), (2, -2))),
    "note": _nothing,  # beside the words: `paint_note`
    "hit": _bars,
    "hit-current": _framed,
}
