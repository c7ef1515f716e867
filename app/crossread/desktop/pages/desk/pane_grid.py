"""The panes in their rows: side by side, two by two, or one of them alone in view."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.tab_order import stops
from crossread.desktop.widgets.frames.grip_splitter import GripSplitter

EVEN = 1000  # a share of the room, where all have the same


class PaneGrid(QWidget):
    """Holds the panes; `moved`: a border between them was moved."""

    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._rows = GripSplitter(down, _("Border between the rows of panes; arrow keys move it"), self)
        beside = _("Border between two panes; arrow keys move it")
        self._top, self._bottom = (GripSplitter(across, beside, self._rows) for _row in range(2))
        self._rows.addWidget(self._top)
        self._rows.addWidget(self._bottom)
        self._panes: tuple[Pane, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        self._top.splitterMoved.connect(self._top_moved)
        self._bottom.splitterMoved.connect(self._bottom_moved)
        self._rows.splitterMoved.connect(self._moved)
        for splitter in (self._top, self._bottom, self._rows):
            splitter.evening_asked.connect(self.even_out)

    # Which panes, and where

    def set_panes(self, panes: Sequence[Pane], *, square: bool) -> None:
        """Hold these panes, in one row, or the first two above the others; the focus stays where it was."""
        focus = QApplication.focusWidget()
        if focus is not None and not any(pane.isAncestorOf(focus) for pane in panes):
            focus = None  # on a border, it may be, that is gone afterwards
        above = panes[:2] if square else panes
        gone = [pane for pane in self._panes if pane not in panes]
        self._panes = tuple(panes)
        for row, ours in ((self._top, above), (self._bottom, panes[len(above) :])):
            for number, pane in enumerate(ours):
                if row.indexOf(pane) != number:
                    row.insertWidget(number, pane)
                pane.show()  # for a row that nothing is left in view of loses its room
        for pane in gone:
            pane.hide()
            pane.setParent(self)
        if focus is not None and focus is not QApplication.focusWidget():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_only(self, front: int | None) -> None:
        """Show one pane, or all of them where that is None."""
        for number, pane in enumerate(self._panes):
            pane.setVisible(front is None or number == front)
        for row in (self._top, self._bottom):
            row.setVisible(any(not pane.isHidden() for pane in row.parts()))

    def way(self) -> list[QWidget]:
        """List all that Tab comes to: pane by pane, each border after the pane before it."""
        found: list[QWidget] = []
        for row in (self._top, self._bottom):
            for number, pane in enumerate(row.parts()):
                found += [*stops(row.handle(number)), *stops(pane)] if number else stops(pane)
            found += stops(self._rows.handle(1)) if row is self._top else []
        return found

    # Sizes

    def is_square(self) -> bool:
        """Tell whether there are two rows."""
        return self._bottom.count() > 0

    def widths(self) -> tuple[int, ...]:
        """Return the widths of the panes in one row."""
        return tuple(self._top.sizes())

    def set_widths(self, widths: Sequence[int]) -> None:
        """Set the widths of the panes in one row, in proportion; none: all the same."""
        self._top.setSizes(list(widths) or [EVEN] * len(self._panes))

    def square(self) -> tuple[int, ...]:
        """Return the widths of the two columns and the heights of the two rows."""
        return (*self._top.sizes(), *self._rows.sizes())

    def set_square(self, sizes: Sequence[int]) -> None:
        """Set the widths of the two columns and the heights of the two rows; none: all the same."""
        left, right, top, bottom = sizes or [EVEN] * 4
        self._rows.setSizes([top, bottom])
        self._top.setSizes([left, right])
        self._bottom.setSizes([left, right])

    def even_out(self) -> None:
        """Give all panes the same room."""
        if self.is_square():
            self.set_square(())
        else:
            self.set_widths(())
        self.moved.emit()

    def give_width(self, number: int, by: int) -> None:
        """Make a pane wider by so many pixels, or narrower, at the cost of the one beside it."""
        row = self._top if self._top.indexOf(self._panes[number]) >= 0 else self._bottom
        row.give(row.indexOf(self._panes[number]), by)

    def give_height(self, number: int, by: int) -> None:
        """Make a pane's row higher by so many pixels, or lower, at the cost of the other row."""
        self._rows.give(0 if self._top.indexOf(self._panes[number]) >= 0 else 1, by)

    def _top_moved(self, _position: int, _index: int) -> None:
        if self._bottom.count() == 2:
            self._bottom.setSizes(self._top.sizes())
        self.moved.emit()

    def _bottom_moved(self, _position: int, _index: int) -> None:
        self._top.setSizes(self._bottom.sizes())
        self.moved.emit()

    def _moved(self, _position: int, _index: int) -> None:
        self.moved.emit()
