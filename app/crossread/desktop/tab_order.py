"""The order in which Tab goes through a page: that of its layouts, whenever a widget was made."""

from collections.abc import Iterable, Sequence
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


def go_along(way: Sequence[QWidget], around: QWidget, *, following: bool) -> bool:
    """Put the focus on the next stop in view of a way, or the one before; at its ends go on outside `around`.

    Qt's own chain would do so too, were it not for widgets that hand the focus on to one inside them. False
    where the focus has nowhere to go.
    """
    stops_now = [stop for stop in way if stop.isVisible() and stop.isEnabled()]
    focused = around.window().focusWidget()
    if focused is None or not stops_now:
        return False
    if focused in stops_now:
        at = stops_now.index(focused) + (1 if following else -1)
    else:  # something between that Tab does not stop at itself
        at = _place_in(stops_now, focused, following=following)
    if 0 <= at < len(stops_now):
        to: QWidget | None = stops_now[at]
    else:
        to = next_outside(stops_now[-1 if following else 0], around, following=following)
    if to is None:
        return False
    to.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
    return True


def _place_in(way: Sequence[QWidget], focused: QWidget, *, following: bool) -> int:
    """Return the place in a way of the stop that Qt's chain comes to after a widget that is not on it."""
    at = focused.nextInFocusChain() if following else focused.previousInFocusChain()
    while at is not None and at is not focused:
        if at in way:
            return list(way).index(at)
        at = at.nextInFocusChain() if following else at.previousInFocusChain()
    return len(way)
