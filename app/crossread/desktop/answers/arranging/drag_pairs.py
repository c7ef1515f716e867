"""Dragging things onto others: rows onto targets, or targets onto rows."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.widgets.pressing.drag_button import DragButton
from crossread.desktop.widgets.pressing.ghost import Ghost

_EDGE = 24  # pixels around the mouse that are kept in view while dragging


class DragPairs(QObject):
    """Watches rows and targets; `paired` gives the keys of a row and of a target brought together.

    Only what is in view can be dropped on; the page scrolls where the mouse comes near its edge.
    """

    paired = Signal(str, str)

    def __init__(self, rows: Sequence[DragButton], targets: Sequence[DragButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._targets = tuple(rows), tuple(targets)
        self._ghost: Ghost | None = None
        for one in (*self._rows, *self._targets):
            one.carried.connect(self._carry)
            one.dropped.connect(self._drop)
            one.put_back.connect(self._end)

    def _at(self, what: QObject | None, at: QPoint) -> DragButton | None:
        """Return what the mouse is on, of those that the thing dragged may go to."""
        others = self._targets if what in self._rows else self._rows
        return next((one for one in others if one.visibleRegion().contains(one.mapFromGlobal(at))), None)

    def _carry(self, at: QPoint) -> None:
        what = self.sender()
        if self._ghost is None and isinstance(what, QWidget):
            self._ghost = Ghost(what)
        around = self.parent()  # not held: the two would keep each other
        if isinstance(around, QWidget):
            here = around.mapFromGlobal(at)
            bring_into_view(around, QRect(here - QPoint(0, _EDGE), here + QPoint(0, _EDGE)))
        if self._ghost is not None:
            self._ghost.follow(at)
        below = self._at(what, at)
        for one in (*self._rows, *self._targets):
            one.want(one is below)

    def _drop(self, at: QPoint) -> None:
        what = self.sender()
        below = self._at(what, at)
        self._end()
        if isinstance(what, DragButton) and below is not None:
            row, target = (what, below) if what in self._rows else (below, what)
            self.paired.emit(row.key, target.key)

    def _end(self) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        for one in (*self._rows, *self._targets):
            one.want(False)
