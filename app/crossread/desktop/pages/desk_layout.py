"""The desk's form: panes beside the questions, or tabs, or a drawer, as the width allows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.column_frame import LOW
from crossread.desktop.pages.folding import Fold, fold
from crossread.desktop.pages.pane import Pane
from crossread.desktop.pages.question_column import QuestionColumn
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import plain, rename
from crossread.desktop.widgets.reading_column import LEAST
from crossread.desktop.widgets.segmented import Segmented

COLUMN = 360  # pixels at the default text size
COLUMN_LEAST = 320
LINES = (6, 3)  # of the text that stay in view above a drawer of more than half of the height, or at least
MOST = 0.6  # of the height, for a drawer that has little


class DrawerBar(QFrame):
    """The strip at the bottom of a narrow desk that opens the questions."""

    toggled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.button = plain("", self)
        self.button.setToolTip(_("Open or close the questions (Q)"))
        self.button.clicked.connect(self.toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)

    def say(self, words: str, *, is_open: bool) -> None:
        """Show where the questions stand and whether the drawer is open."""
        rename(self.button, f"{words}  {'▾' if is_open else '▴'}")
        self.button.setAccessibleName(
            _("Close the questions") if is_open else _("Open the questions: {where}").format(where=words)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("ground"))
        painter.setPen(theme.current().colour("line"))
        painter.drawLine(0, 0, self.width(), 0)


class DeskLayout(QWidget):
    """Holds panes and questions; `pane_raised` tells which pane came to the front in tabs."""

    pane_raised = Signal(int)
    resized = Signal()

    def __init__(self, panes: Sequence[Pane], column: QuestionColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self._panes, self._column = tuple(panes), column
        self.form: Fold = "wide"
        self._front = 0
        self._open = False
        self._used = len(self._panes)
        self._labels: tuple[str, ...] = ()
        self._inner = QSplitter(Qt.Orientation.Horizontal, self)
        self._inner.setChildrenCollapsible(False)
        self._inner.setHandleWidth(1)
        for pane in self._panes:
            self._inner.addWidget(pane)
            pane.installEventFilter(self)
        area = QWidget(self)
        self._area = QVBoxLayout(area)
        self._area.setContentsMargins(0, 0, 0, 0)
        self._area.setSpacing(0)
        self._tab_row = QFrame(area)
        self._tab_row.setProperty("look", "surface")
        self._tab_row.installEventFilter(self)
        self._tab_box = QHBoxLayout(self._tab_row)
        self._tab_box.setContentsMargins(20, 4, 20, 0)
        self._tabs = Segmented((), self._tab_row, look="tabs", name=_("Texts"))
        self._tab_box.addWidget(self._tabs)
        self._area.addWidget(self._tab_row)
        self._area.addWidget(self._inner, 1)
        self._outer = QSplitter(Qt.Orientation.Horizontal, self)
        self._outer.setChildrenCollapsible(False)
        self._outer.setHandleWidth(1)
        self._outer.addWidget(area)
        self._outer.addWidget(column)
        self._outer.setStretchFactor(0, 1)
        self._outer.setStretchFactor(1, 0)
        self._bar = DrawerBar(self)
        self._bar.toggled.connect(self.toggle_drawer)
        column.footer.closing_asked.connect(self.toggle_drawer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._outer, 1)
        whole.addWidget(self._bar)
        self._inner.splitterMoved.connect(self._moved)
        self._outer.splitterMoved.connect(self._moved)
        self._wanted: tuple[int, ...] = ()
        self._arrange()

    # Sizes

    def set_panes_used(self, used: int) -> None:
        """Use only the first panes, where a pack has fewer sources."""
        self._used = max(1, used)
        self._arrange()

    def sizes(self) -> tuple[int, ...]:
        """Return the widths of the panes and of the question column, as last set in a wide window."""
        return self._wanted

    def set_sizes(self, sizes: Sequence[int]) -> None:
        """Set the widths of the panes and of the question column; equal panes where they do not fit."""
        self._wanted = tuple(sizes) if len(sizes) == self._used + 1 and all(sizes) else ()
        self._size()

    def _moved(self, _position: int, _index: int) -> None:
        if self.form == "wide":
            self._wanted = (*self._inner.sizes()[: self._used], self._outer.sizes()[1])
        self.resized.emit()

    def _size(self) -> None:
        look = theme.current()
        if self.form in ("wide", "tabs"):
            column = self._wanted[-1] if self._wanted and self.form == "wide" else look.scaled(COLUMN)
            beside = self._used if self.form == "wide" else 1
            column = min(column, self.width() - self._pane_least() * beside)
            column = max(column, look.scaled(COLUMN_LEAST))
            self._outer.setSizes([max(1, self.width() - column), column])
            if self.form == "wide":
                self._inner.setSizes(list(self._wanted[:-1]) or [1000] * self._used)
        else:
            height = self.height() - (0 if self._bar.isHidden() else self._bar.sizeHint().height())
            drawer = self._drawer_height(height)
            self._outer.setSizes([max(1, height - drawer), drawer])

    def _is_low(self) -> bool:
        """Tell whether half of the height is little for a question."""
        return self.height() // 2 < theme.current().scaled(LOW)

    def _drawer_height(self, height: int) -> int:
        """Return half of a height; of one that is low, more, as long as the text keeps some lines."""
        half = max(1, height // 2)
        if not self._is_low():
            return half
        pane = self._panes[self._front]
        above = (self._tab_row, pane.header, pane.note)
        left = height - sum(one.sizeHint().height() for one in above if not one.isHidden())
        line = theme.current().typography.line_height * pane.view.text_size()
        most = (left - round(lines * line) for lines in LINES)
        return next((min(one, round(MOST * height)) for one in most if one > half), half)

    def _pane_least(self) -> int:
        return self._panes[0].view.width_for(LEAST)

    # Form

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Fold or unfold where the text size changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_bar"):
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the height anew where what stands above a text came or went beside a low drawer."""
        low = event.type() == QEvent.Type.LayoutRequest and self._bar.isHidden() and self._open
        if low and self.form in ("drawer", "single") and watched in (self._tab_row, self._panes[self._front]):
            self._size()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        least, column = self._pane_least(), theme.current().scaled(COLUMN_LEAST)
        form = fold(self.width(), least, column, self._used)
        changed, self.form = form != self.form, form
        narrow = form in ("drawer", "single")
        self._outer.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        below = narrow and self._open and self._is_low()  # the questions' own foot closes them then
        self._bar.setVisible(narrow and not below)
        self._column.footer.offer_closing(below)
        self._column.setVisible(not narrow or self._open)
        self._column.setMinimumWidth(0 if narrow else column)
        self._tab_row.setVisible(form in ("tabs", "drawer") and self._used > 1)
        for number, pane in enumerate(self._panes):
            pane.setMinimumWidth(min(least, self.width()) if form == "wide" else 0)
            pane.setVisible(number < self._used and (form == "wide" or number == self._front))
        if changed or form == "wide" or narrow:
            self._size()

    # Tabs

    def name_panes(self, names: Sequence[str]) -> None:
        """Say what each pane holds, for its tab."""
        if tuple(names[: self._used]) == self._labels:
            return
        self._labels = tuple(names[: self._used])
        self._tab_box.removeWidget(self._tabs)
        self._tabs.hide()
        self._tabs.deleteLater()
        options = [(str(number), name) for number, name in enumerate(self._labels)]
        self._tabs = Segmented(options, self._tab_row, look="tabs", name=_("Texts"))
        self._tabs.chosen.connect(self._tab_chosen)
        self._tabs.set_value(str(self._front))
        self._tab_box.addWidget(self._tabs)

    def tab(self, number: int) -> QWidget:
        """Return the tab of a pane."""
        return self._tabs.pick(str(number))

    def raise_pane(self, number: int) -> None:
        """Bring a pane to the front, where only one is in view."""
        self._front = min(max(0, number), self._used - 1)
        self._tabs.set_value(str(self._front))
        self._arrange()

    def _tab_chosen(self, number: str) -> None:
        self.raise_pane(int(number))
        self.pane_raised.emit(self._front)

    # Drawer

    def drawer_open(self) -> bool:
        """Tell whether the questions are in view."""
        return not self._column.isHidden()

    def toggle_drawer(self) -> None:
        """Open or close the questions in a narrow window."""
        self.set_drawer(not self._open)
        if self._open:
            self._column.focus()
        else:
            self._panes[self._front].view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_drawer(self, is_open: bool) -> None:
        """Open or close the questions; in a wide window they are always there."""
        self._open = is_open
        self._arrange()
        self.say_where(self._where)

    _where = ""

    def say_where(self, words: str) -> None:
        """Say on the bar which question is in view."""
        self._where = words
        self._bar.say(words, is_open=self._open)
