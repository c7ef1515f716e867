"""Bringing a part of a widget into view, where the page around it scrolls."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

_AROUND = 12  # pixels left free around it
_LAYERS = 3  # of layouts within layouts that may have asked for another size, each after the one inside it


def bring_into_view(widget: QWidget, where: QRect | None = None) -> None:
    """Scroll each scroll area around a widget as little as shows `where` of it (else all of it)."""
    areas = _areas_around(widget)
    for _layer in range(_LAYERS if areas else 0):  # what has just grown is to have its room first
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    part = where or widget.rect()
    for area, inner in areas:
        there = QRect(widget.mapTo(inner, part.topLeft()), part.size())
        # The far corner first: of what is larger than the view, its beginning is to be seen.
        for corner in (there.bottomRight(), there.topLeft()):
            area.ensureVisible(corner.x(), corner.y(), _AROUND, _AROUND)


def _areas_around(widget: QWidget) -> list[tuple[QScrollArea, QWidget]]:
    """List the scroll areas around a widget, innermost first, each with what it scrolls."""
    found = []
    around = widget.parentWidget()
    while around is not None:
        inner = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inner is not None and inner.isAncestorOf(widget):
            found.append((around, inner))
        around = around.parentWidget()
    return found
