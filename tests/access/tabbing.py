"""Goes round a window by Tab, and says what it does not come to, where it goes round early, where it jumps.

The rule of order: from one control Tab goes on to what stands below it, or beside it towards the end of the
line. Two controls are compared by what of theirs stands in the innermost widget that holds both, so that
columns are gone through one after the other. A group of options is one stop; arrow keys go through it.
"""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QRadioButton, QWidget

from crossread.desktop.pages.panes.picture_page import PicturePage
from crossread.desktop.tab_order import stops
from crossread.desktop.widgets.telling.bubble import Bubble

MOST = 500  # presses: more than any page has controls


def faults(shown: QWidget) -> list[str]:
    """List what is wrong with going through a window, or through what covers it, by Tab."""
    if isinstance(shown.window(), QMenu):
        return []  # arrow keys go through a menu, and Tab leaves none
    shown = _on_top(shown)
    way = _round(shown)
    found = []
    if way is None:
        return ["nothing takes the focus"]
    if way[-1] is not None:
        found.append(f"Tab goes round from {_named(way[-1])} and never comes back to {_named(way[0])}")
    seen = [one for one in way if one is not None]
    found += [f"Tab never comes to {_named(one)}" for one in _to_come_to(shown) if not _covered(one, seen)]
    line = _from_the_top(shown, seen)
    found += [
        f"Tab jumps from {_named(one)} {how} to {_named(other)}"
        for one, other in itertools.pairwise(line)
        if (how := _jump(one, other))
    ]
    return found


def _on_top(shown: QWidget) -> QWidget:
    """Return the picture that covers the whole of a window, else what was shown."""
    return next((one for one in shown.window().findChildren(PicturePage) if one.isVisible()), shown)


def _focused(window: QWidget) -> QWidget | None:
    return window.focusWidget()


def _round(shown: QWidget) -> list[QWidget | None] | None:
    """Press Tab until it is where it began, and return what had the focus; a last None: it came back."""
    window = shown.window()
    window.activateWindow()
    QApplication.processEvents()
    first = _focused(window)
    if first is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
        first = _focused(window)
    if first is None:
        return None
    while any(bubble.holds_focus() for bubble in window.findChildren(Bubble)):  # Tab leaves it for the text
        QTest.keyClick(first, Qt.Key.Key_Tab)
        first = window.focusWidget() or window
    way: list[QWidget | None] = [first]
    for _press in range(MOST):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        if focus is first:
            return [*way, None]
        way.append(focus)
        if focus is None or focus in way[:-1]:
            break
    return way


def _to_come_to(shown: QWidget) -> list[QWidget]:
    return [one for one in stops(shown) if one.isVisible() and one.isEnabled() and not one.size().isEmpty()]


def _covered(one: QWidget, way: Sequence[QWidget]) -> bool:
    """Tell whether Tab comes to a control, or to another one of its group."""
    if one in way:
        return True
    beside = one.parentWidget()
    return isinstance(one, QRadioButton) and any(
        isinstance(other, QRadioButton) and other.parentWidget() is beside for other in way
    )


def _from_the_top(shown: QWidget, way: Sequence[QWidget]) -> list[QWidget]:
    """Return a round from where it begins on the page, wherever the focus was at first."""
    first = next((one for one in stops(shown) if one in way), way[0])
    at = way.index(first)
    return [*way[at:], *way[:at]]


def _jump(one: QWidget, other: QWidget) -> str:
    """Say how Tab goes against the order of reading from one control to another; "" where it does not."""
    around = _around_both(one, other)
    if around is None or around in (one, other):
        return ""
    here, there = (_place(_branch(each, around), around) for each in (one, other))
    if around.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        behind, ahead = there.left() >= here.right(), there.right() <= here.left()
    else:
        behind, ahead = there.right() <= here.left(), there.left() >= here.right()
    above = there.bottom() <= here.top()
    beside = there.top() < here.bottom() and here.top() < there.bottom()
    if above and not ahead:
        return "up"
    return "back" if beside and behind else ""


def _around_both(one: QWidget, other: QWidget) -> QWidget | None:
    around: QWidget | None = one
    while around is not None and around is not other and not around.isAncestorOf(other):
        around = around.parentWidget()
    return around


def _branch(widget: QWidget, around: QWidget) -> QWidget:
    while (parent := widget.parentWidget()) is not None and parent is not around:
        widget = parent
    return widget


def _place(widget: QWidget, around: QWidget) -> QRect:
    return QRect(widget.mapTo(around, QPoint()), widget.size())


def _named(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")
    return f"{type(widget).__name__} “{words[:50]}”"
