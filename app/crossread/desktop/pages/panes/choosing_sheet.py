"""In the place of a text: which claim some words are about, and then how the source stands to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.panes.contents import Entry
from crossread.desktop.pages.panes.contents_sheet import ContentsList
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.texts.finding.search_folding import fold_words

DIGITS = {Qt.Key(Qt.Key.Key_1.value + number): number for number in range(9)}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its key, its words, and a number or a sign before them."""

    key: str
    words: str
    sign: str = ""


class ChoosingSheet(QWidget):
    """A list to choose from; with `filtered` a field above it keeps those that have the words typed.

    `chosen` gives the key, `back_asked` nothing: the text again. Without a field a number chooses at once.
    """

    chosen = Signal(str)
    back_asked = Signal()

    def __init__(
        self, title: str, about: str, choices: Sequence[Choice], parent: QWidget, *, filtered: bool = False
    ) -> None:
        super().__init__(parent)
        self._choices, self._shown = tuple(choices), tuple(choices)
        self._title, self._filtered = title, filtered
        self._back = plain(_("‹ Back to the text"), self)
        self._back.clicked.connect(self.back_asked)
        self.field = Field(_("Filter by words"), _("Words of the claim"), self)
        self.field.setVisible(filtered)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._take_current)
        self.none = labels.quiet(_("Nothing has these words."), self)
        self._column = QVBoxLayout(self)
        set_margins(self._column, 32, 16, 16, 8)
        self._column.setSpacing(12)
        self._column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(labels.heading(title, self))
        if about:
            self._column.addWidget(labels.muted(about, self))
        self._column.addWidget(self.field)
        self._column.addWidget(self.none)
        self.list = self._make_list()
        self._column.addWidget(self.list, 1)
        self.none.hide()

    def focus_target(self) -> QWidget:
        """Return what takes the focus: the field, else the list."""
        return self.field if self._filtered else self.list

    def focus(self) -> None:
        """Put the focus there."""
        self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_list(self) -> ContentsList:
        entries = [Entry(at, one.words, number=one.sign) for at, one in enumerate(self._shown)]
        made = ContentsList(entries, 0, self._title, self)
        made.gone_to.connect(self._take)
        made.installEventFilter(self)
        return made

    def _filter(self, typed: str) -> None:
        words = fold_words(typed).split()
        self._shown = tuple(
            one for one in self._choices if all(word in fold_words(one.words) for word in words)
        )
        before, self.list = self.list, self._make_list()
        self._column.replaceWidget(before, self.list)
        before.hide()
        before.deleteLater()
        self.list.setVisible(bool(self._shown))
        self.none.setVisible(not self._shown)
        if not self._shown:
            announce(self, self.none.text())

    def _take_current(self) -> None:
        if self._shown:
            self._take(max(0, self.list.currentRow()))

    def _take(self, at: int) -> None:
        if 0 <= at < len(self._shown):
            self.chosen.emit(self._shown[at].key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by a number before the list searches for a line that begins with it."""
        is_press = event.type() == QEvent.Type.KeyPress
        if watched is self.list and is_press and isinstance(event, QKeyEvent) and self._chooses(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep the numbers from the page, which would answer its question by them."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._chooses(event):
            event.accept()
            return True
        return super().event(event)

    def _chooses(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return not self._filtered and event.key() in DIGITS and plain

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a number; go from the field to the list by the arrow down."""
        if self._chooses(event):
            self._take(DIGITS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
