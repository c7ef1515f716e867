"""The order in which Tab goes through a page: that of its layouts, whenever a widget was made.

Qt's own chain is never asked: PySide takes what `nextInFocusChain` returns for a child of what was asked, and
lets go of all that hangs on it, such as the document of a text, once that one is deleted.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(widget: QWidget) -> list[QWidget]:
    """List all in a widget that Tab can stop at, in the order of the layouts; hidden ones too."""
    return [one for one in _everything(widget) if _takes_tab(one)]


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _everything(widget: QWidget) -> list[QWidget]:
    """List a widget and all in it, in the order of the layouts; what is not laid out comes last."""
    found = [widget]
    layout = widget.layout()
    laid = _in_layout(layout) if layout else []
    others = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid]
    for child in (*laid, *others):
        if not child.isWindow():
            found += _everything(child)
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


def next_outside(around: QWidget, *, following: bool) -> QWidget | None:
    """Return where Tab goes once it leaves a widget; None where all that it stops at is inside."""
    whole = _everything(around.window())
    inside = set(_everything(around))
    at = whole.index(around)
    outside = [*whole[at + 1 :], *whole[:at]]
    for one in outside if following else reversed(outside):
        if one not in inside and _takes_tab(one) and one.isVisible() and one.isEnabled():
            return one
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
        at = _place_in(stops_now, focused, around, following=following)
    if 0 <= at < len(stops_now):
        to: QWidget | None = stops_now[at]
    else:
        to = next_outside(around, following=following)
    if to is None:
        return False
    to.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
    return True


def _place_in(way: Sequence[QWidget], focused: QWidget, around: QWidget, *, following: bool) -> int:
    """Return the place in a way of the stop that comes after a widget that is not on it, or before."""
    whole = _everything(around)
    at = whole.index(focused) if focused in whole else 0
    beyond = whole[at + 1 :] if following else whole[:at][::-1]
    found = next((one for one in beyond if one in way), None)
    return list(way).index(found) if found is not None else len(way) if following else -1
