"""When a widget is painted: told by the class itself.

A filter of the whole program's events would make each of some thousand of them take a turn through Python,
and measure that as well.
"""

from collections.abc import Callable

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget


def tell_of_painting(kind: type[QWidget], told: Callable[[QWidget], object]) -> None:
    """Have each widget of a class call `told` with itself, whenever it has been painted.

    The class must be one that paints itself, or the viewport of its own; widgets made before do not tell.
    """
    paint = kind.paintEvent

    def paint_and_tell(self: QWidget, event: QPaintEvent) -> None:
        paint(self, event)
        told(self)

    kind.paintEvent = paint_and_tell  # type: ignore[method-assign]
