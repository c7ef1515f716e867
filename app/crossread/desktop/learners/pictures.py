"""The pictures of learners, each painted of a few shapes in one ink on one ground."""

from collections.abc import Callable, Mapping
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.operations.learners.learners import PICTURES

NAMES: Mapping[str, str] = {
    "sun": N_("Sun"),
    "boat": N_("Boat"),
    "leaf": N_("Leaf"),
    "fish": N_("Fish"),
    "house": N_("House"),
    "moon": N_("Moon"),
    "kite": N_("Kite"),
    "hill": N_("Mountains"),
    "star": N_("Star"),
    "snail": N_("Snail"),
    "tree": N_("Tree"),
    "key": N_("Key"),
}


def picture_name(picture: str) -> str:
    """Return what a picture is called."""
    return _(NAMES[picture])


def paint_picture(painter: QPainter, where: QRectF, picture: str) -> None:
    """Paint a picture into a square: its figure on a rounded ground, in the colours of the theme."""
    look = theme.current().source(PICTURES.index(picture))
    ground, ink = QColor(look.colour), QColor(look.on)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(where.topLeft())
    painter.scale(where.width() / 100, where.height() / 100)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, 100, 100), 22, 22)
    painter.setBrush(ink)
    _FIGURES[picture](painter, ground, ink)
    painter.restore()


def _polygon(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))


def _line(painter: QPainter, ink: QColor, width: float, *points: tuple[float, float]) -> None:
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
    painter.restore()


def _circle(painter: QPainter, x: float, y: float, radius: float) -> None:
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _sun(painter: QPainter, _ground: QColor, ink: QColor) -> None:
    _circle(painter, 50, 50, 17)
    for nth in range(8):
        angle = nth * pi / 4
        at = [(50 + far * cos(angle), 50 + far * sin(angle)) for far in (25, 35)]
        _line(painter, ink, 6, *at)


def _boat(painter: QPainter, _ground: QColor, _ink: QColor) -> None:
    _polygon(painter, (18, 64), (82, 64), (68, 82), (32, 82))
    _polygon(painter, (52, 18), (52, 58), (78, 58))
    _polygon(painter, (46, 28), (46, 58), (26, 58))


def _leaf(painter: QPainter, ground: QColor, _ink: QColor) -> None:
    path = QPainterPath(QPointF(26, 76))
    path.cubicTo(14, 44, 36, 20, 80, 20)
    path.cubicTo(82, 62, 58, 86, 26, 76)
    painter.drawPath(path)
    _line(painter, ground, 4, (20, 84), (62, 38))


def _fish(painter: QPainter, ground: QColor, _ink: QColor) -> None:
    painter.drawEllipse(QRectF(14, 33, 56, 34))
    _polygon(painter, (62, 50), (86, 34), (86, 66))
    painter.setBrush(ground)
    _circle(painter, 29, 46, 4)


def _house(painter: QPainter, ground: QColor, _ink: QColor) -> None:
    _polygon(painter, (50, 18), (86, 50), (14, 50))
    painter.drawRect(QRectF(25, 48, 50, 34))
    painter.setBrush(ground)
    painter.drawRect(QRectF(43, 58, 14, 24))


def _moon(painter: QPainter, _ground: QColor, _ink: QColor) -> None:
    whole, bite = QPainterPath(), QPainterPath()
    whole.addEllipse(QPointF(48, 50), 32, 32)
    bite.addEllipse(QPointF(62, 42), 27, 27)
    painter.drawPath(whole.subtracted(bite))


def _kite(painter: QPainter, _ground: QColor, ink: QColor) -> None:
    _polygon(painter, (54, 12), (78, 38), (50, 66), (30, 34))
    _line(painter, ink, 4, (50, 66), (42, 74), (48, 81), (38, 90))


def _hill(painter: QPainter, ground: QColor, _ink: QColor) -> None:
    _polygon(painter, (8, 78), (40, 26), (72, 78))
    _polygon(painter, (50, 78), (70, 46), (92, 78))
    painter.setBrush(ground)
    _polygon(painter, (33, 44), (40, 33), (47, 44), (40, 50))


def _star(painter: QPainter, _ground: QColor, _ink: QColor) -> None:
    points = []
    for nth in range(10):
        far, angle = (36, 15)[nth % 2], nth * pi / 5 - pi / 2
        points.append((50 + far * cos(angle), 53 + far * sin(angle)))
    _polygon(painter, *points)


def _snail(painter: QPainter, ground: QColor, ink: QColor) -> None:
    painter.drawRoundedRect(QRectF(14, 70, 66, 11), 5, 5)
    _line(painter, ink, 10, (76, 74), (79, 52))
    _line(painter, ink, 3.5, (79, 50), (73, 36))
    _line(painter, ink, 3.5, (80, 50), (86, 37))
    _circle(painter, 43, 52, 23)
    painter.setPen(QPen(ground, 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _circle(painter, 43, 52, 12)


def _tree(painter: QPainter, _ground: QColor, _ink: QColor) -> None:
    painter.drawRect(QRectF(45, 56, 10, 28))
    for x, y, radius in ((36, 46, 17), (64, 46, 17), (50, 31, 18)):
        _circle(painter, x, y, radius)


def _key(painter: QPainter, ground: QColor, _ink: QColor) -> None:
    _circle(painter, 32, 50, 19)
    painter.drawRect(QRectF(46, 45, 42, 10))
    painter.drawRect(QRectF(66, 54, 8, 12))
    painter.drawRect(QRectF(80, 54, 8, 16))
    painter.setBrush(ground)
    _circle(painter, 28, 50, 8)


_FIGURES: Mapping[str, Callable[[QPainter, QColor, QColor], None]] = {
    "sun": _sun,
    "boat": _boat,
    "leaf": _leaf,
    "fish": _fish,
    "house": _house,
    "moon": _moon,
    "kite": _kite,
    "hill": _hill,
    "star": _star,
    "snail": _snail,
    "tree": _tree,
    "key": _key,
}
