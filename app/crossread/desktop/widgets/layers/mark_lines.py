"""The lines that tell marks apart without colour: below the words, above them, around them, beside them."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Literal, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF

MarkRole = Literal[
    "evidence", "own", "right", "wrong", "found",
    "hl-evidence", "hl-question", "hl-doubt", "hl-loaded",
    "note", "hit", "hit-current",
]  # fmt: skip

Sign = Literal["dot", "stroke", "cross"]


class Placed(NamedTuple):
    """A mark as it stands on the page, or as much of it as is in view, a rectangle a line or a piece of it.

    `begins` and `ends` say whether the first rectangle is where it begins, the last where it ends.
    """

    role: MarkRole
    rects: list[QRectF]
    begins: bool
    apart: bool = False
    ends: bool = True


PaintLine = Callable[[QPainter, Placed, QColor], None]

_WAVE = 3.0  # pixels: height and half the length of a wave
_STEP, _HIGH = 9, 6  # pixels that a dot, a stroke or a cross above the words has for itself
_USUAL = 23.5  # pixels: how high a mark is at the usual text size, for which the other measures are
_SIGN = 8.0  # width of the small sign of a note


def _scale(mark: Placed) -> float:
    """Return how much larger than usual all signs are: as much as the words are."""
    return max(1.0, round(4 * mark.rects[0].height() / _USUAL) / 4) if mark.rects else 1.0


def _below(dashes: tuple[float, ...], painter: QPainter, mark: Placed, colour: QColor) -> None:
    wide = 2 * _scale(mark)
    pen = QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(list(dashes))
    painter.setPen(pen)
    for rect in mark.rects:
        low = rect.bottom() - wide / 2
        painter.drawLine(QLineF(rect.left(), low, rect.right(), low))


def _double(painter: QPainter, mark: Placed, colour: QColor) -> None:
    wide = _scale(mark)
    painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for rect in mark.rects:
        for low in (rect.bottom() - wide, rect.bottom() - 4 * wide):
            painter.drawLine(QLineF(rect.left(), low, rect.right(), low))


def _wave(painter: QPainter, mark: Placed, colour: QColor) -> None:
    wave = _WAVE * _scale(mark)
    painter.setPen(QPen(colour, 1.4 * _scale(mark)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for rect in mark.rects:
        points, x, up = [], rect.left(), False
        while x < rect.right() + wave:
            points.append(QPointF(min(x, rect.right()), rect.bottom() - 1 - (wave if up else 0)))
            x, up = x + wave, not up
        painter.drawPolyline(QPolygonF(points))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _above(painter: QPainter, mark: Placed, colour: QColor) -> None:
    for rect in mark.rects:
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2 * _scale(mark)), colour)


def _signs(sign: Sign, painter: QPainter, mark: Placed, colour: QColor) -> None:
    """Paint a row of small signs above the words, from one drawing of the sign: there may be thousands."""
    scale = _scale(mark)
    tile = _tile(sign, colour, scale, painter.device().devicePixelRatio())
    for rect in mark.rects:
        painter.drawTiledPixmap(QRectF(rect.left(), round(rect.top()) - 1, rect.width(), _HIGH * scale), tile)


def _tile(sign: Sign, colour: QColor, scale: float, ratio: float) -> QPixmap:
    """Draw one sign, or find it as it was drawn before."""
    name = f"crossread-sign-{sign}-{colour.name()}-{scale}-{ratio}"
    tile = QPixmap()
    if QPixmapCache.find(name, tile):
        return tile
    tile = QPixmap(round(_STEP * scale * ratio), round(_HIGH * scale * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    x = _STEP / 2
    if sign == "dot":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, 2.5), 1.7, 1.7)
    else:
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(x - 2, 4.5, x + 2, 0.5))
        if sign == "cross":
            painter.drawLine(QLineF(x - 2, 0.5, x + 2, 4.5))
    painter.end()
    QPixmapCache.insert(name, tile)
    return tile


def _edges(mark: Placed) -> Iterator[QRectF]:
    """Give a narrow bar where a mark begins and one where it ends, as far as that is in view."""
    wide = 2 * _scale(mark)
    if mark.begins:
        for rect in mark.rects[:1]:
            yield QRectF(rect.left(), rect.top(), wide, rect.height())
    if mark.ends:
        for rect in mark.rects[-1:]:
            yield QRectF(rect.right() - wide, rect.top(), wide, rect.height())


def _bars(painter: QPainter, mark: Placed, colour: QColor) -> None:
    for edge in _edges(mark):
        painter.fillRect(edge, colour)


def _framed(painter: QPainter, mark: Placed, colour: QColor) -> None:
    pen = QPen(colour, 2 * _scale(mark))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in mark.rects:
        painter.drawRect(rect.adjusted(0, 1, 0, -1))


def paint_hooks(painter: QPainter, mark: Placed, colour: QColor) -> None:
    """Paint a short stroke down from the line above the words at either end, as brackets have it."""
    for edge in _edges(mark):
        painter.fillRect(edge.adjusted(0, 0, 0, -0.6 * edge.height()), colour)


def paint_note(painter: QPainter, mark: Placed, colour: QColor, beside: float, outward: int) -> None:
    """Paint a line beside the column along a noted passage, and where it begins a small sheet of paper.

    `beside` is the column's edge in pixels; `outward` is 1 where the margin lies to the right of it, else
    -1. Of the sheet of someone else there is only the edge.
    """
    if not mark.rects:
        return
    top, bottom = min(rect.top() for rect in mark.rects), max(rect.bottom() for rect in mark.rects)
    near = beside + outward * 3
    painter.fillRect(QRectF(min(near, near + 2 * outward), top + 1, 2, bottom - top - 2), colour)
    if not mark.begins:
        return
    left = near + 4 if outward > 0 else near - 4 - _SIGN
    sheet = QRectF(left, top + 2, _SIGN, _SIGN + 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4) if mark.apart else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if mark.apart else colour)
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


def _nothing(_painter: QPainter, _mark: Placed, _colour: QColor) -> None:
    """Leave the words as they are."""


LINES: Mapping[MarkRole, PaintLine] = {
    "evidence": partial(_below, ()),
    "own": partial(_below, (3, 2)),
    "right": _double,
    "wrong": _wave,
    "found": partial(_below, (1, 1)),
    "hl-evidence": _above,
    "hl-question": partial(_signs, "dot"),
    "hl-doubt": partial(_signs, "stroke"),
    "hl-loaded": partial(_signs, "cross"),
    "note": _nothing,  # beside the words: `paint_note`
    "hit": _bars,
    "hit-current": _framed,
}
