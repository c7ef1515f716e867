"""How a picture of lines, boxes and words is painted, on the screen or into an image."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from crossread.desktop.theme import theme
from crossread.desktop.theme.fonts import FontName
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.sides import Sides
from crossread.reports.charts.drawing import (
    Box,
    Disc,
    Drawing,
    Font,
    Line,
    Room,
    Shape,
    SourceBadge,
    Tick,
    Words,
)

_FONTS: dict[Font, FontName] = {"small": "small", "interface": "interface", "strong": "strong"}
DENSE = 2.0  # pixels of an image a pixel of the picture


def room_of(width: float) -> Room:
    """Return the room that a picture has on the screen now."""
    look = theme.current()
    metrics = {name: QFontMetricsF(look.font(font)) for name, font in _FONTS.items()}

    def measure(text: str, font: Font) -> float:
        return metrics[font].horizontalAdvance(text)

    return Room(width, look.text_size / theme.READING, measure)


def image_of(drawing: Drawing, *, from_right: bool) -> QImage:
    """Paint a picture into an image, twice as dense, on the ground of cards."""
    size = QSize(round(drawing.width), round(drawing.height))
    image = QImage(size * DENSE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(DENSE)
    image.fill(theme.current().colour("surface"))
    painter = QPainter(image)
    paint(painter, drawing, Sides(QRectF(0, 0, drawing.width, drawing.height), from_right))
    painter.end()
    return image


def paint(painter: QPainter, drawing: Drawing, sides: Sides) -> None:
    """Paint all shapes, from back to front."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of the words themselves
    for shape in drawing.shapes:
        _paint(painter, shape, sides)


def _paint(painter: QPainter, shape: Shape, sides: Sides) -> None:
    match shape:
        case Line():
            painter.setPen(_pen(shape.role, shape.width, shape.dashes))
            painter.drawLine(sides.point(shape.x1, shape.y1), sides.point(shape.x2, shape.y2))
        case Box():
            _paint_box(painter, shape, sides)
        case Disc():
            painter.setPen(_pen(shape.edge, shape.edge_width) if shape.edge else Qt.PenStyle.NoPen)
            painter.setBrush(_brush(shape.fill))
            painter.drawEllipse(sides.point(shape.x, shape.y), shape.radius, shape.radius)
        case Tick():
            half, middle = shape.side / 2, sides.point(shape.x, shape.y)
            corners = [(-half, 0.0), (-half / 3, half * 0.7), (half, -half * 0.7)]
            painter.setPen(_pen(shape.role, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        case SourceBadge():
            _paint_badge(painter, shape, sides)
        case Words():
            _paint_words(painter, shape, sides)


def _paint_box(painter: QPainter, box: Box, sides: Sides) -> None:
    where = sides.rect(box.x, box.y, box.width, box.height)
    radius = min(box.radius, where.width() / 2, where.height() / 2)
    painter.setPen(_pen(box.edge, 1.2, (3.0, 3.0) if box.dashed else ()) if box.edge else Qt.PenStyle.NoPen)
    painter.setBrush(_brush(box.fill))
    painter.drawRoundedRect(where, radius, radius)
    if box.hatched:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(theme.current().colour("control-line"), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.45)
        painter.drawRoundedRect(where, radius, radius)
        painter.setOpacity(1.0)


def _paint_badge(painter: QPainter, badge: SourceBadge, sides: Sides) -> None:
    look = theme.current()
    where = sides.rect(badge.x, badge.y, badge.side, badge.side)
    if not badge.is_card:
        paint_badge(painter, where, badge.letter, badge.index, look)
        return
    painter.setBrush(look.colour("surface"))
    painter.setPen(QPen(QColor(look.source(badge.index).colour), 2))
    painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 3, 3)
    font = QFont(look.font("strong"))
    font.setPixelSize(max(8, round(badge.side * 0.5)))
    painter.setFont(font)
    painter.setPen(look.colour("ink"))
    painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), badge.letter)


def _paint_words(painter: QPainter, words: Words, sides: Sides) -> None:
    font = theme.current().font(_FONTS[words.font])
    metrics = QFontMetricsF(font)
    wide, high = metrics.horizontalAdvance(words.text) + 2, metrics.height()
    left = {"begin": words.x, "middle": words.x - wide / 2, "end": words.x - wide}[words.anchor]
    painter.setFont(font)
    painter.setPen(theme.current().colour(words.role))
    where = sides.rect(left, words.y - high / 2, wide, high)
    painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), words.text)


def _pen(role: str, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    pen = QPen(theme.current().colour(role), width)
    if dashes:
        pen.setDashPattern([length / width for length in dashes])
    return pen


def _brush(role: str) -> QBrush:
    return QBrush(theme.current().colour(role)) if role else QBrush(Qt.BrushStyle.NoBrush)
