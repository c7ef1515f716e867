"""What of a widget is in view, and how a report names it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

# A widget that lies over others on purpose says so by this property.
OVERLAY = "overlay"
# One in which all runs as its words do, whichever way the window runs, by this one.
OWN_DIRECTION = "own-direction"


def children(widget: QWidget) -> list[QWidget]:
    """Return what stands in a widget and can be seen there."""
    return [
        child
        for child in widget.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not child.size().isEmpty()
    ]


def all_in(root: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all that can be seen in it."""
    yield root
    for child in children(root):
        yield from all_in(child)


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
