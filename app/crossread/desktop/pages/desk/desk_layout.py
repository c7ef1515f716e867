"""The desk's form: panes beside the questions, or tabs, or a drawer, as the window allows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.desk.desk_room import drawer_height, is_low, least_beside, leasts, row_least
from crossread.desktop.pages.desk.desk_side import QUESTIONS, DeskSide
from crossread.desktop.pages.desk.drawer_bar import DrawerBar
from crossread.desktop.pages.desk.folding import Fold, fold
from crossread.desktop.pages.desk.pane_grid import PaneGrid
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.pane_tabs import PaneTabs
from crossread.desktop.tab_order import stops
from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.grip_splitter import GripSplitter

COLUMN = 360  # pixels at the default text size
COLUMN_LEAST = 320


class DeskLayout(QWidget):
    """Holds panes and what stands beside them; `pane_raised` tells which pane came to the front in tabs.

    `resized`: a border was moved. With `alone` one pane fills the desk; `front` is what stands in the place
    of the panes.
    """

    pane_raised = Signal(int)
    resized = Signal()

    def __init__(self, panes: Sequence[Pane], side: DeskSide, parent: QWidget) -> None:
        super().__init__(parent)
        self._panes: tuple[Pane, ...] = ()
        self._side, self._column = side, side.column
        self.form: Fold = "wide"
        self.alone = False
        self.front: QWidget | None = None
        self._front = 0
        self._open = False
        self._where = ""
        self._widths: tuple[int, ...] = ()
        self._square: tuple[int, ...] = ()
        self._column_width = 0
        self._texts = area = QWidget(self)
        self._area = QVBoxLayout(area)
        self._area.setContentsMargins(0, 0, 0, 0)
        self._area.setSpacing(0)
        self._tab_row = PaneTabs(area)
        self._tab_row.installEventFilter(self)
        self.grid = PaneGrid(area)
        self._area.addWidget(self._tab_row)
        self._area.addWidget(self.grid, 1)
        beside = _("Border between the texts and what stands beside them; arrow keys move it")
        self._outer = GripSplitter(Qt.Orientation.Horizontal, beside, self)
        self._outer.addWidget(area)
        self._outer.addWidget(side)
        self._outer.setStretchFactor(0, 1)
        self._outer.setStretchFactor(1, 0)
        self._bar = DrawerBar(self)
        self._bar.toggled.connect(self.toggle_drawer)
        theme.changes().room_set.connect(self.arrange_again)
        side.column.footer.closing_asked.connect(self.toggle_drawer)
        side.turned.connect(self._side_turned)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._outer, 1)
        whole.addWidget(self._bar)
        self._tab_row.chosen.connect(self._tab_chosen)
        self.grid.moved.connect(self._moved)
        self._outer.splitterMoved.connect(self._outer_moved)
        self._outer.evening_asked.connect(self._even_out_column)
        self.set_panes(panes)

    # Sizes

    def set_panes(self, panes: Sequence[Pane]) -> None:
        """Hold these panes, in this order; where there are more or fewer, all get the same room."""
        for pane in panes:
            if pane not in self._panes:
                pane.installEventFilter(self)
        if len(panes) != len(self._panes):
            self._widths, self._square = (), ()
        self._panes = tuple(panes)
        self._front = min(self._front, len(panes) - 1)
        self._arrange(anew=True)

    def sizes(self) -> tuple[int, ...]:
        """Return the widths of the panes side by side and of the column, as last set; none: as at first."""
        return (*self._widths, self._column_width) if self._widths else ()

    def square(self) -> tuple[int, ...]:
        """Return the widths and heights of two rows and the width of the column, as last set."""
        return (*self._square, self._column_width) if self._square else ()

    def set_sizes(self, sizes: Sequence[int], square: Sequence[int] = ()) -> None:
        """Set what `sizes` and `square` returned; what does not fit is as at first."""
        fits = len(sizes) == len(self._panes) + 1 and all(sizes)
        self._widths = tuple(sizes[:-1]) if fits else ()
        square_fits = len(square) == 5 and all(square) and len(self._panes) > 2
        self._square = tuple(square[:-1]) if square_fits else ()
        self._column_width = sizes[-1] if fits else square[-1] if square_fits else 0
        self._size()

    def _moved(self) -> None:
        if self.form == "wide" and not self.alone:
            self._widths = self.grid.widths()
        elif self.form == "square" and not self.alone:
            self._square = self.grid.square()
        self._note_column()
        self.resized.emit()

    def _outer_moved(self, _position: int, _index: int) -> None:
        self._moved()

    def _note_column(self) -> None:
        if self.form in ("wide", "square", "tabs") and not self.alone:
            self._column_width = self._outer.sizes()[1]

    def _even_out_column(self) -> None:
        self._column_width = 0
        self._size()
        self.resized.emit()

    def give_width(self, by: int) -> None:
        """Make the pane in front wider by some pixels, or narrower."""
        if self.form in ("wide", "square") and not self.alone and len(self._panes) > 1:
            self.grid.give_width(self._front, by)
        elif self.form in ("wide", "tabs") and not self.alone:
            self._outer.give(0, by)

    def give_height(self, by: int) -> None:
        """Make the row of the pane in front higher by some pixels, or lower."""
        if self.form == "square" and not self.alone:
            self.grid.give_height(self._front, by)

    def _size(self) -> None:
        look = theme.current()
        if self.alone:
            return
        if self.form in ("wide", "square", "tabs"):
            column = self._column_width or look.scaled(COLUMN)
            column = min(column, self.width() - least_beside(self.form, self._panes))
            column = max(column, look.scaled(COLUMN_LEAST))
            self._outer.setSizes([max(1, self.width() - column - self._outer.handleWidth()), column])
            if self.form == "wide":
                self.grid.set_widths(self._widths)
            elif self.form == "square":
                self.grid.set_square(self._square)
        else:
            height = self.height() - (0 if self._bar.isHidden() else self._bar.sizeHint().height())
            drawer = drawer_height(height, self._panes[self._front], self._tab_row, low=self._is_low())
            self._texts.setVisible(drawer < height or self._side.isHidden())
            self._outer.setSizes([max(1, height - drawer), drawer])

    def _is_low(self) -> bool:
        return is_low(self.height())

    # Form

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the height anew where what stands above a text came or went beside a low drawer."""
        low = event.type() == QEvent.Type.LayoutRequest and self._bar.isHidden() and self._open
        if low and self.form in ("drawer", "single") and watched in (self._tab_row, self._panes[self._front]):
            self._size()
        return super().eventFilter(watched, event)

    def arrange_again(self) -> None:
        """Fold or unfold where the texts, or one of them, take more or less room."""
        self._arrange()

    def set_alone(self, alone: bool) -> None:
        """Let the pane in front fill the desk, or have all in view again just as they were."""
        if alone != self.alone:
            self.alone = alone
            self._arrange(anew=True)

    def set_front(self, front: QWidget | None) -> None:
        """Show something in the place of all panes, or with None the panes again as they were."""
        if self.front is not None:
            self.front.hide()
        self.front = front
        if front is not None:
            if self._area.indexOf(front) < 0:
                self._area.addWidget(front, 1)
            front.show()
        self._arrange(anew=True)

    def _arrange(self, *, anew: bool = False) -> None:
        widths, column = leasts(self._panes), theme.current().scaled(COLUMN_LEAST)
        form = fold(self.width(), self.height(), widths, row_least(self._panes), column)
        changed, self.form = form != self.form, form
        narrow = form in ("drawer", "single")
        self._texts.setVisible(True)
        self._outer.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        is_open = (not narrow or self._open) and not self.alone
        below = narrow and is_open and self._is_low() and self._side.name == QUESTIONS
        self._bar.setVisible(narrow and not below and not self.alone)  # else the questions' own foot closes
        self._column.footer.offer_closing(below)
        self._side.set_low(narrow and self._is_low())
        self._side.setVisible(is_open)
        self._side.setMinimumWidth(0 if narrow else column)
        folded = form in ("tabs", "drawer", "single")
        several = len(self._panes) > 1 and not self.alone and self.front is None
        self._tab_row.setVisible(form in ("tabs", "drawer") and several)
        self.grid.setVisible(self.front is None)
        if changed or anew:
            self.grid.set_panes(self._panes, square=form == "square")
        for pane, least in zip(self._panes, widths, strict=True):
            pane.setMinimumWidth(0 if folded or self.alone else min(least, self.width()))
            pane.header.set_alone(self.alone)
        self.grid.show_only(self._front if folded or self.alone else None)
        if changed or anew or form in ("wide", "square") or narrow:
            self._size()

    # Tabs

    def name_panes(self, names: Sequence[str]) -> None:
        """Say what each pane holds, for its tab."""
        self._tab_row.set_names(names, self._front)

    def tab(self, number: int) -> QWidget:
        """Return the tab of a pane."""
        return self._tab_row.tab(number)

    def raise_pane(self, number: int) -> None:
        """Bring a pane to the front, where only one is in view."""
        self._front = min(max(0, number), len(self._panes) - 1)
        self._tab_row.set_front(self._front)
        for pane in self._panes:
            pane.header.set_in_hand(len(self._panes) > 1 and pane is self._panes[self._front])
        self._arrange()

    def _tab_chosen(self, number: int) -> None:
        self.raise_pane(number)
        self.pane_raised.emit(self._front)

    # The order of Tab

    def way(self) -> list[QWidget]:
        """List all that Tab comes to, in the order of reading: the panes as they stand, then the rest."""
        front = stops(self.front) if self.front is not None else []
        found = [*stops(self._tab_row), *front, *self.grid.way(), *stops(self._outer.handle(1))]
        beside = [*stops(self._bar), *self._side.way()]
        others = [one for one in stops(self) if one not in found and one not in beside]
        return [*found, *others, *beside]

    # Drawer

    def drawer_open(self) -> bool:
        """Tell whether the questions are in view."""
        return not self._side.isHidden()

    def toggle_drawer(self) -> None:
        """Open or close what stands beside the texts, in a narrow window."""
        self.set_drawer(not self._open)
        if self._open:
            self._side.focus()
        else:
            self._panes[self._front].view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_drawer(self) -> bool:
        """Close what stands beside the texts, where it is a drawer and open; False where it is not."""
        is_drawer = self.form in ("drawer", "single") and not self.alone
        if is_drawer and self._open:
            self.set_drawer(False)
            return True
        return False

    def set_drawer(self, is_open: bool) -> None:
        """Open or close what stands beside the texts; in a wide window it is always there."""
        self._open = is_open
        self._arrange()
        self._say()

    def say_where(self, words: str) -> None:
        """Say on the bar which question is in view."""
        self._where = words
        self._say()

    def _say(self) -> None:
        words = self._where if self._side.name == QUESTIONS else self._side.label()
        self._bar.say(words, is_open=self._open)

    def _side_turned(self) -> None:
        self._arrange()
        self._say()
