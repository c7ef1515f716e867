"""An article chosen for a new pack: what was read of it, to be changed, and its place in the order."""

from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import quiet_button, rename
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.badge import Badge
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.operations.opening.new_pack import Chosen
from crossread.packs.making.from_articles import LETTERS
from crossread.packs.making.from_articles_card import ArticleCard

NARROW = 620  # pixels at the default text size: below this fields stand two in a row
_TITLE, _REST = "title", ("author", "outlet", "published", "language")
_LABELS = {
    "title": N_("Title"),
    "author": N_("Author"),
    "outlet": N_("Where it appeared"),
    "published": N_("Date, as 2024-03-12"),
    "language": N_("Language, as en"),
}
# What a file may be read as, where its letters come out wrong.
ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("cp1252", N_("Western European (windows-1252)")),
    ("cp1250", N_("Central European (windows-1250)")),
    ("cp1251", N_("Cyrillic (windows-1251)")),
    ("cp1254", N_("Turkish (windows-1254)")),
    ("cp1256", N_("Arabic (windows-1256)")),
)


class ArticleRow(CardFrame):
    """One article. `changed`: something is said otherwise of it; `moved` gives -1 or 1; `removed`: it goes.

    `encoding_chosen` gives what it is to be read as.
    """

    changed = Signal()
    moved = Signal(int)
    removed = Signal()
    encoding_chosen = Signal(str)

    def __init__(self, row: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.row = row
        self._told_of = (row.read, row.problem)
        self._kept = False
        self._ends = (False, False)  # whether it is the first, the last
        self.setAccessibleName(row.name)
        self._badge = Badge(LETTERS[0], 0, self)
        self.fields: dict[str, QLineEdit] = {}
        self._labels: dict[str, QWidget] = {}
        self.up, self.down = quiet_button("↑", self), quiet_button("↓", self)
        self.remove = quiet_button(_("Remove"), self)
        self.read_as = quiet_button("", self)
        self.body.addLayout(self._head())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._narrow: bool | None = None
        if row.read is not None:
            for part in fields(ArticleCard):
                self._add_field(part.name)
            self.body.addLayout(self._grid)
            self._arrange()

    def is_told(self) -> bool:
        """Tell whether it shows what was read; else another one has to be made."""
        return self._told_of == (self.row.read, self.row.problem)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(labels.strong(self.row.name, self))
        told.addWidget(self._told())
        head.addLayout(told, 1)
        ways = QWidget(self)
        flow = FlowLayout(ways, across=4, down=4)
        name = self.row.name
        rename(self.read_as, _("Read as…"))
        for button, words in (
            (self.up, _("Move up: {name}")),
            (self.down, _("Move down: {name}")),
            (self.read_as, _("Read as…, in another encoding: {name}")),
            (self.remove, _("Remove: {name}")),
        ):
            button.setAccessibleName(words.format(name=name))
            button.setToolTip(words.format(name=name))
            flow.addWidget(button)
        self.read_as.setVisible(not self.row.waiting)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.remove.clicked.connect(self.removed)
        self.read_as.clicked.connect(self._open_encodings)
        head.addWidget(ways, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _told(self) -> labels.Label:
        if self.row.problem:
            return labels.Label(self.row.problem, "wrong", self)
        read = self.row.read
        if read is None:
            return labels.muted(_("Waiting to be read…"), self)
        words = ngettext("{count} word", "{count} words", read.words)
        return labels.quiet(f"{words.format(count=f'{read.words:,}')} · {read.encoding.upper()}", self)

    def _add_field(self, name: str) -> None:
        label = _(_LABELS[name])
        field = Field(_("{field} of {file}").format(field=label, file=self.row.name), "", self)
        field.setText(getattr(self.row.card, name))
        field.setCursorPosition(0)
        field.setProperty("part", name)
        field.textEdited.connect(self.changed)
        self.fields[name] = field
        self._labels[name] = labels.quiet(label, self)
        self._labels[name].setContentsMargins(0, 6, 0, 0)

    def said(self) -> dict[str, str]:
        """Return what the fields say, by the keys of a card."""
        return {name: field.text() for name, field in self.fields.items()}

    def set_place(self, letter: str, *, first: bool, last: bool) -> None:
        """Show the letter of its source, "" for none, and say whether there is room above and below."""
        if letter:
            self._badge.set_source(letter, LETTERS.index(letter))
        self._badge.setVisible(bool(letter))
        self._ends = (first, last)
        self._allow()

    def set_kept(self, kept: bool) -> None:
        """Keep what is said as it is for as long as a pack is made of it, or let it be changed again."""
        if kept != self._kept:
            self._kept = kept
            self._allow()

    def _allow(self) -> None:
        first, last = self._ends
        self.up.setEnabled(not first and not self._kept)
        self.down.setEnabled(not last and not self._kept)
        for button in (self.remove, self.read_as):
            button.setEnabled(not self._kept)
        for field in self.fields.values():
            field.setReadOnly(self._kept)

    def focused(self) -> str:
        """Return which part has the focus, by its name; "" where none has."""
        return next((name for name, part in self._stops().items() if part.hasFocus()), "")

    def focus_on(self, name: str) -> None:
        """Put the focus on a part; on another where that cannot have it."""
        parts = self._stops()
        wanted = parts.get(name, self.remove)
        if not wanted.isEnabled():
            wanted = self.down if name == "up" else self.up
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> dict[str, QWidget]:
        ways = {"up": self.up, "down": self.down, "remove": self.remove, "read-as": self.read_as}
        return {**ways, **self.fields}

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)

    def _open_encodings(self) -> None:
        menu = ListMenu(_("How the file is encoded"), self)
        menu.add([(name, _(label)) for name, label in ENCODINGS])
        menu.picked.connect(self.encoding_chosen)
        menu.open_below(self.read_as)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the article in the order by Alt and an arrow key."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put fewer fields side by side where it is narrow."""
        super().resizeEvent(event)
        if self.fields:
            self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme.current().scaled(NARROW)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        across = 2 if narrow else 4
        self._put(_TITLE, 0, 0, across)
        for number, name in enumerate(_REST):
            self._put(name, 1 + number // across, number % across, 1)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _put(self, name: str, row: int, column: int, span: int) -> None:
        for widget, line in ((self._labels[name], 2 * row), (self.fields[name], 2 * row + 1)):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, line, column, 1, span)
