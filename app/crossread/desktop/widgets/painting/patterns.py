"""The eight patterns that tell sources apart without colour; along the edges, to keep letters clear."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from crossread.desktop.theme.theme import Pattern


def pattern_path(pattern: Pattern, where: QRectF) -> QPainterPath:
    """Return what is to be filled upon a square to give it a pattern; empty for "plain"."""
    path = QPainterPath()
    unit = where.width() / 13
    left, top, width, height = where.left(), where.top(), where.width(), where.height()
    if pattern in ("foot", "rails"):
        path.addRect(QRectF(left, top + height - 2 * unit, width, 0.8 * unit))
    if pattern == "rails":
        path.addRect(QRectF(left, top + 1.2 * unit, width, 0.8 * unit))
    if pattern == "side":
        path.addRect(QRectF(left + 1.2 * unit, top, 0.8 * unit, height))
    if pattern == "corner":
        path.addPolygon(_corner(where, 0, 4 * unit))
    if pattern == "stripes":
        for start in (0.0, 2.0, 4.0):
            path.addPolygon(_corner(where, start * unit, (start + 1) * unit))
    if pattern == "dots":
        for column in (3, 6.5, 10):
            path.addEllipse(QPointF(left + column * unit, top + height - 1.7 * unit), 0.7 * unit, 0.7 * unit)
    if pattern == "frame":
        outer = where.adjusted(unit, unit, -unit, -unit)
        inner = outer.adjusted(0.6 * unit, 0.6 * unit, -0.6 * unit, -0.6 * unit)
        path.addRoundedRect(outer, 1.4 * unit, 1.4 * unit)
        path.addRoundedRect(inner, unit, unit)
    return path


def _corner(where: QRectF, near: float, far: float) -> QPolygonF:
    """Return a band across the top right corner, from `near` to `far` along the edges."""
    right, top = where.right(), where.top()
    return QPolygonF(
        [
            QPointF(right - far, top),
            QPointF(right - near, top),
            QPointF(right, top + near),
            QPointF(right, top + far),
        ]
    )
