"""Cards of the board: a real list of highlights and notes in lines of cards, as high as it has to be."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from crossread.desktop.pages.notes.noted_layout import RowLayout
from crossread.desktop.pages.notes.noted_words import spoken
from crossread.desktop.theme import theme
from crossread.desktop.widgets.lists.spoken_rows import ROW, Index, SpokenRows
from crossread.progress.notes_board import Row

CARD = 300  # pixels that a card has at least across, at the default text size, where the page has them
_GAP, _PAD = 12, 14  # between cards, and within one


class CardDelegate(QStyledItemDelegate):
    """Paints cards, each as high as its words; a line of them is as high as the highest."""

    def __init__(self, parent: "CardList") -> None:
        super().__init__(parent)
        self._list = parent

    def _laid(self, row: Row, *, full: bool) -> RowLayout:
        now = theme.current()
        width = self._list.card() - 2 * now.scaled(_PAD)
        mirrored = self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return RowLayout(row, width, now, full=full, mirrored=mirrored)

    def height_of_line(self, line: int) -> int:
        """Return the height of a line of cards, in pixels."""
        rows, columns = self._list.rows(), self._list.columns()
        first = line * columns
        heights = [
            self._laid(row, full=self._list.is_full(number)).height
            for number, row in enumerate(rows[first : first + columns], first)
        ]
        now = theme.current()
        return max(heights, default=0) + 2 * now.scaled(_PAD) + now.scaled(_GAP)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of a card with its part of the gaps, and of the gap below it."""
        return QSize(self._list.cell(), self.height_of_line(index.row() // self._list.columns()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card, and that it is current."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        now, pad = theme.current(), theme.current().scaled(_PAD)
        laid = self._laid(row, full=self._list.is_full(index.row()))
        left, height = self._list.left_of(index.row()), laid.height + 2 * pad
        where = QRectF(left, option.rect.top(), self._list.card(), height).adjusted(0.5, 0.5, -0.5, -0.5)
        current = self._list.hasFocus() and index.row() == self._list.currentIndex().row()
        over = self._list.over() == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.colour("control-line" if over else "line"), 1))
        painter.setBrush(now.colour("surface"))
        painter.drawRoundedRect(where, 8, 8)
        painter.setClipRect(where)
        laid.paint(painter, QPointF(where.left() + pad, where.top() + pad))
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.restore()


class CardList(QListView):
    """Cards of one group. Arrow keys go through them; the one with the focus shows all of itself.

    `shown` gives the Row that was clicked or entered, `removed` the one to take away; `menu_asked` a Row and
    a point of the screen; `beyond` gives +1 or -1 where the arrows go on past the last card or the first.
    `settled` tells that the card with the focus has its place and its height.
    """

    shown = Signal(object)
    removed = Signal(object)
    menu_asked = Signal(object, object)
    beyond = Signal(int)
    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = -1
        self._later = QTimer(self)  # once the width is settled
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fit)
        self._model: SpokenRows[Row] = SpokenRows(spoken, self)
        self._delegate = CardDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(self._clicked)

    # What is shown

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown."""
        return self._model.rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the same one stays current, or the one that came to its place."""
        if tuple(rows) == self._model.rows:
            return
        before, at = self.current(), self.currentIndex().row()
        self._model.set_rows(rows)
        key = before.key if before else ""
        number = next((number for number, row in enumerate(rows) if row.key == key), min(at, len(rows) - 1))
        if number >= 0:
            self.setCurrentIndex(self._model.index(number))
        self.fit()

    def current(self) -> Row | None:
        """Return the row that is current."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def set_current(self, number: int) -> None:
        """Make a row current, by its number from 0; -1 for the last one."""
        count = len(self.rows())
        if count:
            self.setCurrentIndex(self._model.index(number % count))

    def is_full(self, number: int) -> bool:
        """Tell whether a card shows all of itself: the current one, while the keyboard is here."""
        return self.hasFocus() and number == self.currentIndex().row()

    def over(self) -> int:
        """Return the number of the card under the mouse, -1 for none."""
        return self._over

    # Size

    def columns(self) -> int:
        """Return how many cards stand side by side."""
        gap = theme.current().scaled(_GAP)
        return max(1, (self.width() + gap) // (theme.current().scaled(CARD) + gap))

    def cell(self) -> int:
        """Return the part of the width that each card of a line has, in pixels.

        A line stays a pixel short of the width: Qt breaks one that would fill it to the last.
        """
        return max(1, (self.width() - 1) // self.columns())

    def card(self) -> int:
        """Return how wide a card is: the gaps stand only between them."""
        columns = self.columns()
        return max(1, (self.width() - theme.current().scaled(_GAP) * (columns - 1)) // columns)

    def left_of(self, number: int) -> int:
        """Return where a card begins from the left, in pixels."""
        from_begin = number % self.columns() * (self.card() + theme.current().scaled(_GAP))
        return self.width() - from_begin - self.card() if self.isRightToLeft() else from_begin

    def fit(self) -> None:
        """Be as high as all lines of cards are."""
        lines = -(-len(self.rows()) // self.columns())
        height = sum(self._delegate.height_of_line(line) for line in range(lines))
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
        self.scheduleDelayedItemsLayout()
        if self.hasFocus():
            self.settled.emit()

    def card_rect(self) -> QRect:
        """Return the room of the current card, in this list's pixels."""
        return self.visualRect(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Set the cards anew in another theme or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_later"):
            self._later.start()

    # Keys, mouse, focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, take away by Delete, and go on past either end by the arrows."""
        row, number = self.current(), self.currentIndex().row()
        count, columns = len(self.rows()), self.columns()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        on, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if mirrored else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        last_line = number // columns == (count - 1) // columns
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row and not event.modifiers():
            self.shown.emit(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row:
            self.removed.emit(row)
        elif (event.key() == Qt.Key.Key_Down and last_line) or (event.key() == on and number == count - 1):
            self.beyond.emit(1)
        elif (event.key() == Qt.Key.Key_Up and number < columns) or (event.key() == back and number == 0):
            self.beyond.emit(-1)
        elif event.key() in (on, back):
            self.setCurrentIndex(self._model.index(number + (1 if event.key() == on else -1)))
        elif event.key() == Qt.Key.Key_Down:
            self.setCurrentIndex(self._model.index(min(number + columns, count - 1)))
        elif event.key() == Qt.Key.Key_Up:
            self.setCurrentIndex(self._model.index(number - columns))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.set_current(0 if event.key() == Qt.Key.Key_Home else -1)
        else:
            event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  (Qt calls it)
        """Show all of the card that is current now."""
        super().currentChanged(current, previous)
        self._later.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current card as soon as the focus comes, and show all of it."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.set_current(0)
        self._later.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the card as the others again."""
        super().focusOutEvent(event)
        self._later.start()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what the mouse is over, and in a tip all of a card of which something is left out."""
        if event.type() == QEvent.Type.HoverMove or event.type() == QEvent.Type.MouseMove:
            at = event.position().toPoint()  # type: ignore[attr-defined]
            self._set_over(self.indexAt(at).row())
        elif event.type() == QEvent.Type.Leave:
            self._set_over(-1)
        return super().viewportEvent(event)

    def _set_over(self, number: int) -> None:
        if number != self._over:
            self._over = number
            row = self.rows()[number] if 0 <= number < len(self.rows()) else None
            self.setToolTip(spoken(row) if row else "")
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def _clicked(self, index: Index) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            self.shown.emit(row)

    def _ask_menu(self, at: QPoint) -> None:
        row = self.current()
        if row is not None:
            self.menu_asked.emit(row, self.viewport().mapToGlobal(at))
