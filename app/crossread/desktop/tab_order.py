"""The order in which Tab goes through a page: that of its layouts, whenever a widget was made.

Qt's own chain is never asked: PySide takes what `nextInFocusChain` returns for a child of what was asked, and
lets go of all that hangs on it, such as the document of a text, once that one is deleted.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QSplitter, QWidget

if TYPE_CHECKING:  # a class may have one ancestor of Qt's only: the window that this is mixed into
    Window = QWidget
else:
    Window = object


class RoundByTab(Window):
    """Mixed into a window of its own, before Qt: `class KeyList(RoundByTab, QDialog)`; Tab goes round it."""

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  (Qt calls it)
        """Go to the next stop in the order of the layouts, or to the one before."""
        return go_round(stops(self), self, following=following)


def stops(widget: QWidget) -> list[QWidget]:
    """List all in a widget that Tab can stop at, in the order of the layouts; hidden ones too."""
    return [one for one in _everything(widget) if _takes_tab(one)]


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _everything(widget: QWidget) -> list[QWidget]:
    """List a widget and all in it, in the order of the layouts; what is not laid out comes last."""
    found = [widget]
    for child in as_laid_out(widget):
        found += _everything(child)
    return found


def as_laid_out(widget: QWidget) -> list[QWidget]:
    """List what stands in a widget, in the order of its layout; what is not laid out comes last."""
    inside = [child for child in widget.children() if isinstance(child, QWidget)]
    layout = widget.layout()
    laid = _in_layout(layout, inside) if isinstance(layout, QLayout) else []
    if isinstance(widget, QSplitter):
        laid = _in_splitter(widget)
    others = [child for child in inside if child not in laid]
    return [child for child in (*laid, *others) if not child.isWindow()]


def _in_splitter(splitter: QSplitter) -> list[QWidget]:
    """List what a splitter parts, with the border before each but the first."""
    found: list[QWidget] = []
    for place in range(splitter.count()):
        part = splitter.widget(place)
        found += [splitter.handle(place)] if place else []
        found += [part] if part is not None else []
    return found


def _in_layout(layout: QLayout, inside: Sequence[QWidget]) -> list[QWidget]:
    """List those of the widgets that stand in a layout, in its order.

    Its items are never asked for: PySide keeps what it was given of one after Qt has deleted it, and may
    give that back for a layout that is made in the same place.
    """
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    widgets = {layout.indexOf(one): one for one in inside}
    layouts = {layout.indexOf(one): one for one in inner}
    places = sorted(place for place in (*widgets, *layouts) if place >= 0)
    if isinstance(layout, QGridLayout):  # it has its items in the order in which they came
        places.sort(key=partial(_row_and_column, layout))
    found: list[QWidget] = []
    for place in places:
        found += [widgets[place]] if place in widgets else _in_layout(layouts[place], inside)
    return found


def _row_and_column(grid: QGridLayout, place: int) -> tuple[int, int]:
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", grid.getItemPosition(place))
    return row, column


def set_order(widgets: Iterable[QWidget]) -> None:
    """Have Tab go from each widget to the next; they must stand in one window."""
    for one, following in pairwise(widgets):
        if one.window() is following.window():
            QWidget.setTabOrder(one, following)


def go_round(way: Sequence[QWidget], window: QWidget, *, following: bool) -> bool:
    """Put the focus on the next stop in view of a way, or the one before; round and round.

    Qt's own chain would do so too, were it not in the order in which widgets were made and came to their
    places, and for widgets that hand the focus on to one inside them. False where there is nowhere to go.
    """
    stops_now = [stop for stop in way if stop.isVisible() and stop.isEnabled()]
    focused = window.focusWidget()
    if not stops_now:
        return False
    if focused in stops_now:
        at = stops_now.index(focused) + (1 if following else -1)
    else:  # something between that Tab does not stop at itself
        at = _place_beside(stops_now, focused, window, following=following)
    to = stops_now[at % len(stops_now)]
    to.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
    return True


def _place_beside(
    way: Sequence[QWidget], focused: QWidget | None, window: QWidget, *, following: bool
) -> int:
    """Return the place in a way of the stop that comes after a widget that is not on it, or before."""
    whole = _everything(window)
    at = whole.index(focused) if focused in whole else -1 if following else len(whole)
    beyond = whole[at + 1 :] if following else whole[:at][::-1]
    return next((way.index(one) for one in beyond if one in way), 0 if following else -1)
