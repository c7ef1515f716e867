"""A list to go from in place of a text: its contents, or the claims that a passage bears on."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from crossread.base.translation import _
from crossread.desktop.pages.panes.contents import Entry
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import set_margins

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
INDENT = 20  # pixels a level at the default text size
_PAD = (7, 12)  # pixels above and beside the words
NUMBER = 34  # pixels for a paragraph's number


class EntryPainter(QStyledItemDelegate):
    """Paints a line of the contents: its words wrap, and stand in as far as its level says."""

    def __init__(self, parent: "ContentsList") -> None:
        super().__init__(parent)
        self._list = parent

    def _laid(self, entry: Entry, width: int) -> tuple[int, Paragraph]:
        """Return how far the words stand in, and the words within what is left of a width."""
        now = theme.current()
        beside = now.scaled(_PAD[1])
        start = beside + (now.scaled(NUMBER) if entry.number else now.scaled(INDENT) * entry.level)
        font = now.font("strong" if self._list.is_deep and not entry.level else "interface")
        return start, Paragraph(entry.words, font, max(1, width - start - beside), 1.4, self._list.lead())

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the line at the width of the list."""
        width = self._list.viewport().width()
        _start, words = self._laid(index.data(ENTRY), width)
        return QSize(width, round(words.height) + 2 * theme.current().scaled(_PAD[0]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line, and that it is the one at hand."""
        now, where, entry = theme.current(), QRectF(option.rect), index.data(ENTRY)
        is_current = index.row() == self._list.currentRow()
        start, words = self._laid(entry, round(where.width()))
        is_mirrored = self._list.layoutDirection() == Qt.LayoutDirection.RightToLeft
        above = now.scaled(_PAD[0])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("selected"))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 6, 6)
        left = where.left() + (now.scaled(_PAD[1]) if is_mirrored else start)
        words.paint(painter, QPointF(left, where.top() + above), now.colour("ink"))
        if entry.number:
            pad, side = now.scaled(_PAD[1]), now.scaled(NUMBER) - now.scaled(8)
            align = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
            number = Paragraph(entry.number, now.font("interface"), side, align=align)
            edge = where.right() - pad - side if is_mirrored else where.left() + pad
            number.paint(painter, QPointF(edge, where.top() + above), now.colour("muted"))
        if is_current and self._list.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(now.colour("focus"), now.ring))
            painter.drawRoundedRect(where.adjusted(2, 2, -2, -2), 5, 5)
        painter.restore()


LEAST = 18  # pixels at the default text size


class ContentsList(QListWidget):
    """The lines to choose from; Enter or a click goes there."""

    gone_to = Signal(int)

    def __init__(self, found: Sequence[Entry], at: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(theme.current().scaled(LEAST))
        self.is_deep = any(entry.level for entry in found)
        self.setItemDelegate(EntryPainter(self))
        for entry in found:
            told = f"{entry.number}  {entry.words}" if entry.number else entry.words
            item = QListWidgetItem(told, self)
            item.setData(ENTRY, entry)
        self.setCurrentRow(at)
        self.itemClicked.connect(self._go)

    def lead(self) -> Qt.AlignmentFlag:
        """Return the side at which lines begin."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew, and keep the one at hand in view."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        item = self.currentItem()
        if item is not None:
            self.scrollToItem(item, QListWidget.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the line by Enter."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._go(item)
        else:
            super().keyPressEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        self.gone_to.emit(item.data(ENTRY).start)


class ContentsSheet(QWidget):
    """A list in place of a text, with the way back; `gone_to` gives an entry's start, `back_asked` none.

    `at` is the line at hand, from 0; `name` is what a screen reader calls the list.
    """

    gone_to = Signal(int)
    back_asked = Signal()

    def __init__(self, title: str, found: Sequence[Entry], at: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._back = plain(_("‹ Back to the text"), self)
        self._back.clicked.connect(self.back_asked)
        self.list = ContentsList(found, at, name, self)
        self.list.gone_to.connect(self.gone_to)
        column = QVBoxLayout(self)
        set_margins(column, 32, 16, 16, 8)
        column.setSpacing(12)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.heading(title, self))
        if not found:
            column.addWidget(labels.quiet(_("This text has nothing to go to."), self))
            self.list.hide()
            column.addStretch(1)
        column.addWidget(self.list, 1)

    def focus_target(self) -> QWidget:
        """Return what takes the focus: the line at hand, or the way back where there is none."""
        return self._back if self.list.isHidden() else self.list

    def focus(self) -> None:
        """Put the focus there."""
        self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
