"""The order in which Tab goes through a page: that of its layouts, whenever a widget was made."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(widget: QWidget) -> list[QWidget]:
    """List all in a widget that Tab can stop at, in the order of the layouts; hidden ones too."""
    found = []
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        found.append(widget)
    layout = widget.layout()
    laid = _in_layout(layout) if layout else []
    others = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid]
    for child in (*laid, *others):
        if not child.isWindow():
            found += stops(child)
    return found


def _in_layout(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if isinstance(widget, QWidget):
            found.append(widget)
        elif isinstance(inner, QLayout):
            found += _in_layout(inner)
    return found


def set_order(widgets: Iterable[QWidget]) -> None:
    """Have Tab go from each widget to the next; they must stand in one window."""
    for one, following in pairwise(widgets):
        if one.window() is following.window():
            QWidget.setTabOrder(one, following)


def next_outside(start: QWidget, around: QWidget, *, following: bool) -> QWidget | None:
    """Return where Tab goes from a widget once it leaves the one around it; None where all is inside."""
    at = start.nextInFocusChain() if following else start.previousInFocusChain()
    while at is not None and at is not start:
        inside = at is around or around.isAncestorOf(at)
        takes = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.focusProxy() is None
        if not inside and takes and at.isVisible() and at.isEnabled():
            return at
        at = at.nextInFocusChain() if following else at.previousInFocusChain()
    return None
