"""Looks at a page's widgets from outside and says what a reader could not see or not read."""

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
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

from tests.looks.seeing import OVERLAY, all_in, children, told
from tests.looks.wording import wording

__all__ = ["OVERLAY", "faults", "faults_at_rest"]

SLACK = 2  # pixels that rounding may take
REST_MS = 200


def faults_at_rest(root: QWidget) -> list[str]:
    """List the faults of a page; where there are some, once more after a while: it may be on the move."""
    found = faults(root)
    if found:
        QTest.qWait(REST_MS)
        found = faults(root)
    return found


def faults(root: QWidget) -> list[str]:
    """List what is cut, stands out of its place, lies over something else, or is elided for good."""
    found: list[str] = []
    for widget in all_in(root):
        found += _cut(widget)
        found += [f"{kind}: {told(widget)}: {what}" for kind, what in wording(widget)]
        found += _runs_off(widget)
        if widget is not root:
            found += _out_of_place(widget)
        found += _overlapping(widget)
    return list(dict.fromkeys(found))


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
    """Tell what can only be seen by scrolling to the side, or not even so."""
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if not isinstance(widget, QScrollArea) or inside is None:
        return []
    beyond = max(inside.width() - widget.viewport().width(), widget.horizontalScrollBar().maximum())
    return [f"runs off to the side: {told(widget)} by {beyond} pixels"] if beyond > SLACK else []


def _is_scrolled(widget: QWidget) -> bool:
    """Tell whether a widget is what a scroll area shows a part of."""
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _is_own(widget: QWidget) -> bool:
    """Tell whether Qt itself, or a design of ours, puts a widget where it pleases."""
    return isinstance(widget, QSplitterHandle | QScrollBar | QSizeGrip) or bool(widget.property(OVERLAY))


def _out_of_place(widget: QWidget) -> list[str]:
    """Tell what stands out of what it stands in; also what lies over others keeps within the page."""
    parent = widget.parentWidget()
    if parent is None or _is_scrolled(widget) or isinstance(widget, QSplitterHandle | QScrollBar | QSizeGrip):
        return []
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not room.contains(widget.geometry()):
        return [f"out of place: {told(widget)} at {_where(widget.geometry())} in {_where(parent.rect())}"]
    return []


def _overlapping(parent: QWidget) -> list[str]:
    if isinstance(parent, QAbstractScrollArea):
        return []
    seen = [child for child in children(parent) if not _is_own(child)]
    found = []
    for place, one in enumerate(seen):
        for other in seen[place + 1 :]:
            common = one.geometry().intersected(other.geometry())
            if common.width() > SLACK and common.height() > SLACK:
                found.append(
                    f"overlapping: {told(one)} and {told(other)} by {common.width()}x{common.height()}"
                )
    return found


def _where(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}x{rect.height()}"
