"""One group of the board: its heading with a badge, its cards, and what is suggested for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.notes.board_cards import CardList
from crossread.desktop.pages.notes.meanings import ROLES
from crossread.desktop.pages.notes.noted_words import count_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.layers.mark_sign import MarkSign
from crossread.desktop.widgets.painting.badge import Badge
from crossread.progress.notes_groups import Group


class BoardGroup(QWidget):
    """Cards under one heading; `wanted` gives a Row, a deed, as NotedMenu names them, and the group's key.

    `menu_asked` gives a Row and a point of the screen; `beyond` +1 or -1, and which list, past either end.
    `settled` gives the list whose card with the focus has its place.
    """

    wanted = Signal(object, str, str)
    menu_asked = Signal(object, object)
    beyond = Signal(object, int)
    settled = Signal(object)

    def __init__(self, group: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = group.key
        self.title = labels.heading("", self)
        self.count = labels.quiet("", self)
        self.cards = CardList(self)
        self.more = labels.quiet(_("Not put under this claim, but on words that speak of it:"), self)
        self.suggested = CardList(self)
        head = QHBoxLayout()
        head.setSpacing(10)
        if group.letter:
            head.addWidget(Badge(group.letter, group.index, parent=self))
        for meaning, role in ROLES.items():
            if group.key == meaning:
                head.addWidget(MarkSign(role, self))
        self.title.setMinimumWidth(1)
        head.addWidget(self.title, 0)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.cards)
        column.addWidget(self.more)
        column.addWidget(self.suggested)
        for cards in self.lists():
            cards.shown.connect(self._shown)
            cards.removed.connect(self._removed)
            cards.menu_asked.connect(self.menu_asked)
            cards.beyond.connect(self._beyond)
            cards.settled.connect(self._settled)
        self.fill(group)

    def lists(self) -> tuple[CardList, CardList]:
        """Return the cards of the group, and those suggested for it."""
        return self.cards, self.suggested

    def fill(self, group: Group) -> None:
        """Show a group."""
        self.title.setText(group.title)
        count = len(group.rows)
        self.count.setText(count_words(count, count) if count else "")
        self.cards.set_rows(group.rows)
        self.suggested.set_rows(group.suggested)
        self.cards.setVisible(bool(group.rows))
        self.more.setVisible(bool(group.suggested))
        self.suggested.setVisible(bool(group.suggested))
        name = _("Source {letter}, {title}") if group.letter else "{title}"
        self.cards.setAccessibleName(name.format(letter=group.letter, title=group.title))
        self.suggested.setAccessibleName(_("Suggested for: {title}").format(title=group.title))

    def _shown(self, row: object) -> None:
        self.wanted.emit(row, "show", self._key)

    def _removed(self, row: object) -> None:
        self.wanted.emit(row, "remove", self._key)

    def _settled(self) -> None:
        self.settled.emit(self.sender())

    def _beyond(self, by: int) -> None:
        self.beyond.emit(self.sender(), by)
