"""What is out of sight keeps its look until it is shown: most widgets stand in pages that are not.

Qt dresses all widgets there are at every change of looks. After some pages have been visited that is
five times as many as are seen, and takes as much longer.
"""

from collections.abc import Iterator
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_STALE = "look-stale"  # the property of a widget out of sight that missed a change
_POLISHED, _OWN = Qt.WidgetAttribute.WA_WState_Polished, Qt.WidgetAttribute.WA_SetStyle
_SHEETED = Qt.WidgetAttribute.WA_StyleSheet

_away: WeakSet[QWidget] = WeakSet()


def put_away(widget: QWidget) -> None:
    """Let a widget that is hidden now, with all in it, miss changes of looks until it is fetched."""
    _away.add(widget)


def fetch(widget: QWidget) -> bool:
    """Have a widget take on the look of now, before it is shown; tell whether it had missed a change."""
    _away.discard(widget)
    if not widget.property(_STALE):
        return False
    widget.setProperty(_STALE, None)
    inside = list(_all_in(widget))
    for one in inside:
        one.setAttribute(_SHEETED, False)  # else it would not take on fonts and colours from what is around
    _take_from_around(widget)
    for one in inside:
        if not one.testAttribute(_POLISHED):
            QCoreApplication.sendEvent(one, QEvent(QEvent.Type.Polish))
    for one in inside:
        QCoreApplication.sendEvent(one, QEvent(QEvent.Type.StyleChange))
    return True


def _take_from_around(widget: QWidget) -> None:
    """Give a widget, and through it all in it, the font and the colours of what is around it."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
        widget.setFont(QFont())
    if not widget.testAttribute(Qt.WidgetAttribute.WA_SetPalette):
        widget.setPalette(QPalette())


def _all_in(widget: QWidget) -> Iterator[QWidget]:
    """Give a widget and all in it, but for what is put away in there."""
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and child not in _away:
            yield from _all_in(child)


def pass_over() -> list[QWidget]:
    """Have Qt pass over what is put away, and return that: `release` is due when the look has changed.

    A widget that was never dressed, as far as Qt knows, is dressed when it is shown; and one with a style of
    its own is not told that the style of the window is another one.
    """
    over = []
    for root in list(_away):
        if not isValid(root) or root.isVisible():
            _away.discard(root)
            continue
        root.setProperty(_STALE, True)
        over += [root, *root.findChildren(QWidget)]
    for widget in over:
        widget.setAttribute(_POLISHED, False)
        widget.setAttribute(_OWN, True)
    return over


def release(passed_over: list[QWidget]) -> None:
    """Have Qt take notice again of what it passed over."""
    for widget in passed_over:
        widget.setAttribute(_OWN, False)
