"""The palette: one field that finds every action, source, question, stage, pack, setting and page of help."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from crossread.base.translation import _, ngettext
from crossread.desktop.changing import set_kept
from crossread.desktop.pages.finding.palette_entries import Entry, everything, first
from crossread.desktop.pages.finding.palette_ranking import best
from crossread.desktop.tab_order import RoundByTab
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.lists.list_rows import rows
from crossread.desktop.widgets.lists.pair_list import PairDelegate
from crossread.texts.finding.search_folding import fold_words

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.desktop.window_pages import WindowPages

WIDEST, HIGHEST = 640, 460  # pixels at the default text size
RECENT = 12  # how many of the lines chosen lately are remembered
_KEY = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Palette(RoundByTab, QDialog):
    """The field and what it finds. Arrow keys go through the lines, Enter takes one, Escape leaves.

    `can` tells whether an action does something on the page in view, `do` does it.
    """

    def __init__(
        self,
        around: "Surroundings",
        pages: "WindowPages",
        can: Callable[[str], bool],
        do: Callable[[str], None],
        window: QWidget,
    ) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._around, self._pages, self._can, self._do = around, pages, can, do
        self._window = window
        self._before: QWidget | None = None
        self._entries: dict[str, Entry] = {}
        self._folded: list[tuple[str, str]] = []  # each by its key, under all that it may be called
        self._wordy: list[tuple[str, str]] = []  # those of many words, which one word meets by chance
        self._helps: frozenset[str] = frozenset()  # what tells of the rest
        self._gathered = self._open = False
        self.setObjectName("palette")
        self.setWindowTitle(_("Find anything"))
        self.setAccessibleName(_("Find anything"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.field = Field(_("Find anything"), _("Actions, sources, questions, settings, help"), self)
        how = _("Arrow keys go through what is found, Enter takes it")
        self.field.setAccessibleDescription(f"{self.field.placeholderText()}. {how}")
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Found"))
        self.list.setItemDelegate(PairDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take_item)
        column.addWidget(self.list, 1)
        self._none = labels.muted(_("Nothing of that name. Try fewer letters, or search the texts."), self)
        self._none.hide()
        column.addWidget(self._none)

    def open_over(self, before: QWidget | None) -> None:
        """Open in the upper middle of the window; `before` has the focus now, and gets it back."""
        self._before = before
        window, now = self._window, theme.current()
        width = min(now.scaled(WIDEST), window.width() - 48)
        height = min(now.scaled(HIGHEST), window.height() - 96)
        self.setFixedSize(width, height)
        corner = window.mapToGlobal(
            QPoint((window.width() - width) // 2, min(72, (window.height() - height) // 2))
        )
        self.move(corner)
        self._show(self._first())
        self.show()
        self.activateWindow()
        self.field.setFocus()
        self._open = True

    # What is found

    def recent(self) -> list[str]:
        """Return the keys of what was chosen lately, newest first."""
        kept = self._around.settings.place("palette").get("recent")
        return [key for key in kept if isinstance(key, str)] if isinstance(kept, list) else []

    def _first(self) -> list[Entry]:
        page = self._pages.page()
        return first(self._can, page.name if page is not None else "")

    def _gather(self) -> None:
        """Gather all that can be found, once: at the first letter, or where something was chosen lately."""
        if self._gathered:
            return
        self._gathered = True
        pages = self._pages.pack_in_view() or self._pages.pack
        page = self._pages.page()
        on_desk = page is not None and page.name == "desk"
        opened = pages.opened if pages is not None else None
        for entry in everything(self._around, opened, self._can, on_desk=on_desk):
            self._entries[entry.key] = entry

    def _show(self, here: list[Entry]) -> None:
        """Show what was chosen lately, then what can be done on this page."""
        recent = self.recent()
        if recent:
            self._gather()
        lately = [self._entries[key] for key in recent if key in self._entries]
        known = {entry.key for entry in lately}
        self._fill([*lately, *(entry for entry in here if entry.key not in known)])

    def _typed(self, typed: str) -> None:
        if not typed.strip():
            self._show(self._first())
            return
        self._gather()
        if not self._folded:
            self._fold()
        lines = [*self._folded, *self._wordy] if len(typed.split()) > 1 else self._folded
        self._fill([self._entries[key] for key in best(lines, typed, self.recent(), self._helps)])
        count = self.list.count()
        told = ngettext("{count} found", "{count} found", count).format(count=count)
        item = self.list.currentItem()
        announce(self.field, f"{told}. {item.text()}" if item is not None else told)

    def _fold(self) -> None:
        """Have all that can be found as it is searched."""
        helps = ((key, entry.place) for key, entry in self._entries.items())
        self._helps = frozenset(key for key, place in helps if place is not None and place.page == "help")
        for key, entry in self._entries.items():
            line = fold_words(f"{entry.words} {entry.kind} {entry.more}")
            if entry.name:
                self._folded.append((key, fold_words(f"{entry.name} {entry.kind} {entry.more}")))
                self._wordy.append((key, line))
            else:
                self._folded.append((key, line))
            self._folded += [(key, fold_words(name)) for name in entry.names]

    def _fill(self, entries: list[Entry]) -> None:
        for entry, item in zip(entries, rows(self.list, len(entries)), strict=True):
            self._entries[entry.key] = entry
            item.setText(entry.words)
            item.setData(_KEY, entry.key)
            item.setData(PairDelegate.beside, entry.note)
            item.setData(PairDelegate.below, entry.kind)
            item.setData(PairDelegate.off, not entry.possible)
            told = ", ".join(part for part in (entry.words, entry.kind, entry.note) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        self._none.setVisible(not entries)
        self.list.setVisible(bool(entries))
        if entries:
            self.list.setCurrentRow(0)

    # Going through it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys go through the lines while one types."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _STEPS and self.list.count():
                self._step(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        last, row = self.list.count() - 1, self.list.currentRow()
        to = (row + by) % (last + 1) if abs(by) == 1 else max(0, min(last, row + by))
        self.list.setCurrentRow(to)
        announce(self.field, str(self.list.item(to).data(Qt.ItemDataRole.AccessibleTextRole)))

    def _take_item(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self._take()

    def _take(self) -> None:
        item = self.list.currentItem()
        entry = self._entries.get(str(item.data(_KEY))) if item is not None else None
        if entry is None:
            return
        if not entry.possible:
            announce(self.field, _("Not here: {where}").format(where=entry.note))
            return
        self._remember(entry.key)
        self.close()
        if self._before is not None:
            self._before.window().activateWindow()
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._run(entry)

    def _remember(self, key: str) -> None:
        recent = [key, *(one for one in self.recent() if one != key)][:RECENT]
        with suppress(OSError):
            self._around.settings.remember("palette", {"recent": recent})

    def _run(self, entry: Entry) -> None:
        if entry.action:
            self._do(entry.action)
        elif entry.place is not None:
            self._pages.go(entry.place)
        elif entry.value is not None:
            set_kept(self._around.settings, *entry.value)
        elif entry.preset:
            from crossread.desktop.theme.presets import PRESETS, apply_preset

            apply_preset(self._around.settings, next(one for one in PRESETS if one.id == entry.preset))
        elif entry.companion:
            from crossread.desktop.pages.desk.desk import Desk

            page = self._pages.page()
            if isinstance(page, Desk):
                page.show_companion(entry.companion)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface and its border."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("surface"))
        painter.setPen(theme.current().colour("control-line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        """Go away when another window is gone to: it is only there to be passed through."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._open and not self.isActiveWindow():
            self.close()
