"""A list to choose from with a field that narrows it, beside the work of a part of the comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.lists.list_rows import rows
from crossread.desktop.widgets.lists.pair_list import PairDelegate
from crossread.texts.finding.search_folding import fold_words

KEY = Qt.ItemDataRole.UserRole
FEWEST = 6  # lines for which a field is worth its room
_LEAST, _USUAL = 96, 240  # pixels of height at the default text size


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line: its key, its words, a quiet line below them, and a word at the far side.

    One without a key is the heading of those that follow: nobody comes to it.
    """

    key: str
    words: str
    below: str = ""
    beside: str = ""


class LinesView(QListWidget):
    """The lines. `entered`: Enter was pressed, the work beside is wanted."""

    entered = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(PairDelegate(self))
        self.setMinimumHeight(theme.current().scaled(_LEAST))

    def sizeHint(self) -> QSize:
        """Ask for a moderate height; the layout gives what there is."""
        return QSize(theme.current().scaled(_USUAL), theme.current().scaled(_USUAL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew, and keep the one at hand in view."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.show_current()

    def show_current(self) -> None:
        """Scroll such that the line at hand is to be seen; from the top where that is enough."""
        item = self.currentItem()
        if item is not None:
            self.scrollToTop()
            self.scrollToItem(item, QListWidget.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the work by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class FilterField(Field):
    """The field above the lines. `down`: the lines are wanted."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the lines by Enter and the arrow down; empty the field by Escape."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class FilteredList(QFrame):
    """Lines and a field. `chosen` gives the key of the line come to, `entered`: the work beside is wanted."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, name: str, asks: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[ListLine, ...] = ()
        self._key = ""
        self._filling = False
        self.field = FilterField(asks, asks, self)
        self.field.setClearButtonEnabled(True)
        self.view = LinesView(name, self)
        self.nothing = labels.quiet(_("No line has these words."), self)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.field.textChanged.connect(self._typed)
        self.field.down.connect(self._to_lines)
        self.view.entered.connect(self.entered)
        self.view.clicked.connect(self._clicked)
        self.view.currentItemChanged.connect(self._moved)

    @property
    def key(self) -> str:
        """The key of the line in hand; "" where there are no lines."""
        return self._key

    def shown_keys(self) -> list[str]:
        """Return the keys of the lines in view, in order."""
        return [key for key in self._keys() if key]

    def _keys(self) -> list[str]:
        """Return the key of each row; that of a heading is ""."""
        return [str(self.view.item(row).data(KEY)) for row in range(self.view.count())]

    def set_lines(self, lines: Sequence[ListLine], key: str) -> None:
        """Show these lines, that of a key in hand, else the first; without a signal."""
        self._lines = tuple(lines)
        self.field.setVisible(len(self._lines) >= FEWEST or bool(self.field.text()))
        known = [line.key for line in self._lines if line.key]
        self._key = key if key in known else next(iter(known), "")
        self._fill()

    def take(self, key: str) -> None:
        """Have the line of a key in hand, with the signal; what is filtered away comes back for it."""
        if key not in [line.key for line in self._lines]:
            return
        if key not in self.shown_keys():
            self.field.clear()
        self.view.setCurrentRow(self._keys().index(key))

    def _fill(self) -> None:
        wanted = fold_words(self.field.text()).split()
        shown = [line for line in self._lines if _fits(line, wanted) and (line.key or not wanted)]
        self._filling = True
        for line, item in zip(shown, rows(self.view, len(shown)), strict=True):
            self._show(line, item)
        at = next((row for row, line in enumerate(shown) if line.key and line.key == self._key), -1)
        self.view.setCurrentRow(at)
        self._filling = False
        self.nothing.setVisible(not shown and bool(wanted))

    def _show(self, line: ListLine, item: QListWidgetItem) -> None:
        item.setText(line.words)
        item.setData(KEY, line.key)
        item.setData(PairDelegate.off, not line.key)
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        item.setFlags(usual if line.key else Qt.ItemFlag.NoItemFlags)
        item.setData(PairDelegate.beside, line.beside)
        item.setData(PairDelegate.below, line.below)
        said = "; ".join(words for words in (line.words, line.below, line.beside) if words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _typed(self, _words: str) -> None:
        self._fill()
        count = len(self.shown_keys())
        announce(self, ngettext("{count} line", "{count} lines", count).format(count=count))

    def _to_lines(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if self.view.currentRow() < 0 and self.shown_keys():
            self.view.setCurrentRow(self._keys().index(self.shown_keys()[0]))

    def _clicked(self, _index: QModelIndex) -> None:
        self._moved(self.view.currentItem(), None)

    def _moved(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is None or self._filling:
            return
        key = str(item.data(KEY))
        if key and key != self._key:
            self._key = key
            self.chosen.emit(key)


def _fits(line: ListLine, wanted: Sequence[str]) -> bool:
    folded = fold_words(f"{line.words} {line.below}")
    return all(word in folded for word in wanted)
