"""Which side is which: where a window runs from the right, what widgets paint stands there as in a mirror."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QWidget


@dataclass(frozen=True, slots=True)
class Sides:
    """Turns round what was measured from the left, within a rectangle, if all runs `from_right` there."""

    within: QRectF
    from_right: bool

    @classmethod
    def of(cls, widget: QWidget) -> "Sides":
        """Return the sides of a widget."""
        return cls(QRectF(widget.rect()), widget.isRightToLeft())

    def rect(self, left: float, top: float, width: float, height: float) -> QRectF:
        """Return where a rectangle is seen."""
        return QRectF(self.x(left + width) if self.from_right else left, top, width, height)

    def point(self, left: float, top: float) -> QPointF:
        """Return where a point is seen."""
        return QPointF(self.x(left), top)

    def x(self, left: float) -> float:
        """Return where something so far from the left is seen."""
        return self.within.left() + self.within.right() - left if self.from_right else left

    @property
    def begin(self) -> Qt.AlignmentFlag:
        """The side at which lines begin, as it is seen."""
        return Qt.AlignmentFlag.AlignRight if self.from_right else Qt.AlignmentFlag.AlignLeft


def window_is_turned() -> bool:
    """Tell whether all windows run from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def set_margins(inside: QLayout | QWidget, begin: int, above: int, end: int, below: int) -> None:
    """Set margins that differ at the side at which lines begin and at that at which they end.

    Qt turns round what stands in a layout, but not its margins.
    """
    left, right = (end, begin) if window_is_turned() else (begin, end)
    inside.setContentsMargins(left, above, right, below)
