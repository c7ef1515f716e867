"""Bringing a part of a widget into view, where the page around it scrolls."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget

_AROUND = 12  # pixels left free around it


def bring_into_view(widget: QWidget, where: QRect | None = None) -> None:
    """Scroll each scroll area around a widget as little as shows `where` of it (else all of it)."""
    part = where or widget.rect()
    around = widget.parentWidget()
    while around is not None:
        inner = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inner is not None and inner.isAncestorOf(widget):
            there = QRect(widget.mapTo(inner, part.topLeft()), part.size())
            # The far corner first: of what is larger than the view, its beginning is to be seen.
            for corner in (there.bottomRight(), there.topLeft()):
                around.ensureVisible(corner.x(), corner.y(), _AROUND, _AROUND)
        around = around.parentWidget()
