"""Looks at a page's widgets from outside and says what a reader could not see or not read."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QScrollArea,
    QScrollBar,
    QSizeGrip,
    QSplitterHandle,
    QWidget,
)

SLACK = 2  # pixels that rounding may take

# A widget that lies over others on purpose says so by this property.
OVERLAY = "overlay"


def faults(root: QWidget) -> list[str]:
    """List what is cut, stands out of its place, lies over something else, or is elided for good."""
    found: list[str] = []
    for widget in _visible(root):
        found += _cut(widget)
        found += _runs_off(widget)
        found += _elided(widget)
        if widget is not root:
            found += _out_of_place(widget)
        found += _overlapping(widget)
    return found


def _visible(root: QWidget) -> Iterator[QWidget]:
    yield root
    for child in root.children():
        if (
            isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not child.size().isEmpty()
        ):
            yield from _visible(child)


def told(widget: QWidget) -> str:
    """Name a widget for a report: its class, what it says, and what it stands in."""
    words = ""
    if isinstance(widget, QLabel | QAbstractButton):
        words = widget.text()
    words = (words or widget.accessibleName() or widget.objectName())[:48]
    around: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(around) < 3:
        if type(parent) is not QWidget:
            around.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__} “{words}” in {' < '.join(around)}"


def _cut(widget: QWidget) -> list[str]:
    """Tell words that have less room than they need."""
    if not isinstance(widget, QLabel | QAbstractButton):
        return []
    needed = widget.minimumSizeHint()
    if widget.width() + SLACK < min(needed.width(), widget.maximumWidth()):
        return [f"cut: {told(widget)} has {widget.width()} of {needed.width()} pixels across"]
    height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else needed.height()
    if widget.height() + SLACK < min(height, widget.maximumHeight()):
        return [f"cut: {told(widget)} has {widget.height()} of {height} pixels of height"]
    return []


def _runs_off(widget: QWidget) -> list[str]:
    if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > SLACK:
        return [f"runs off to the side: {told(widget)} by {widget.horizontalScrollBar().maximum()} pixels"]
    return []


def _elided(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel) and widget.text().endswith("…"):
        whole = widget.toolTip() or widget.accessibleName()
        beginning = widget.text().removesuffix("…").strip()
        if beginning and not whole:
            return [f"elided: {told(widget)} tells the rest nowhere"]
    return []


def _is_scrolled(widget: QWidget) -> bool:
    """Tell whether a widget is what a scroll area shows a part of."""
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _is_own(widget: QWidget) -> bool:
    """Tell whether Qt itself, or a design of ours, puts a widget where it pleases."""
    return isinstance(widget, QSplitterHandle | QScrollBar | QSizeGrip) or bool(widget.property(OVERLAY))


def _out_of_place(widget: QWidget) -> list[str]:
    parent = widget.parentWidget()
    if parent is None or _is_scrolled(widget) or _is_own(widget):
        return []
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not room.contains(widget.geometry()):
        return [f"out of place: {told(widget)} at {_where(widget.geometry())} in {_where(parent.rect())}"]
    return []


def _overlapping(parent: QWidget) -> list[str]:
    if isinstance(parent, QAbstractScrollArea):
        return []
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not child.size().isEmpty()
        and not _is_own(child)
    ]
    found = []
    for place, one in enumerate(children):
        for other in children[place + 1 :]:
            common = one.geometry().intersected(other.geometry())
            if common.width() > SLACK and common.height() > SLACK:
                found.append(
                    f"overlapping: {told(one)} and {told(other)} by {common.width()}x{common.height()}"
                )
    return found


def _where(rect: QRect) -> str:
    corner: QPoint = rect.topLeft()
    return f"{corner.x()},{corner.y()} {rect.width()}x{rect.height()}"
