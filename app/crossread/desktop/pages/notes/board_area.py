"""The cards of the board in their groups, one below the other; arrow keys go through all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from crossread.desktop.pages.notes.board_cards import CardList
from crossread.desktop.pages.notes.board_group import BoardGroup
from crossread.progress.notes_groups import By, Group

AROUND = 24  # pixels that are to be seen above and below a card that was gone to


class BoardArea(QScrollArea):
    """Groups, and `below` them what else the board shows.

    `wanted` gives a Row, a deed, as NotedMenu names them, and the key of the group; `menu_asked` a Row and a
    point of the screen.
    `emptied`: the card with the focus is gone, and there is no other.
    """

    wanted = Signal(object, str, str)
    menu_asked = Signal(object, object)
    emptied = Signal()

    def __init__(self, below: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self.groups: dict[str, BoardGroup] = {}
        self._inside = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(32, 8, 32, 32)
        column.setSpacing(16)
        column.addLayout(self._column)
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)

    def take_head(self, head: QWidget) -> None:
        """Let the head of the page scroll with the cards, above them."""
        layout = self._inside.layout()
        if isinstance(layout, QVBoxLayout) and layout.indexOf(head) < 0:
            head.setParent(self._inside)
            layout.insertWidget(0, head)
            head.show()

    def lists(self) -> list[CardList]:
        """Return the lists of cards that are to be seen, from top to bottom."""
        return [one for group in self.groups.values() for one in group.lists() if one.rows()]

    def fill(self, groups: Sequence[Group], by: By) -> None:
        """Show these groups; what has the focus keeps it, or hands it to the group in its place."""
        wanted = {f"{by}/{group.key}": group for group in groups}
        focus = self.window().focusWidget()
        held = next((key for key, one in self.groups.items() if focus and one.isAncestorOf(focus)), "")
        before = list(self.groups).index(held) if held else 0
        for key in [key for key in self.groups if key not in wanted]:
            gone = self.groups.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        made = {}
        for number, (key, group) in enumerate(wanted.items()):
            widget = self.groups.get(key) or self._make(group)
            widget.fill(group)
            if self._column.indexOf(widget) != number:
                self._column.insertWidget(number, widget)
            made[key] = widget
        self.groups = made
        if held and held not in made:
            self._hand_on_focus(before)

    def _make(self, group: Group) -> BoardGroup:
        made = BoardGroup(group, self._inside)
        made.wanted.connect(self.wanted)
        made.menu_asked.connect(self.menu_asked)
        made.beyond.connect(self._go_beyond)
        made.settled.connect(self._show_current)
        return made

    def _hand_on_focus(self, number: int) -> None:
        lists = self.lists()
        if lists:
            lists[min(number, len(lists) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.emptied.emit()

    def _go_beyond(self, cards: object, by: int) -> None:
        """Go on from a list of cards to the next one, or back to the one before."""
        lists = self.lists()
        number = next((at for at, one in enumerate(lists) if one is cards), -1) + by
        if 0 <= number < len(lists):
            lists[number].set_current(0 if by > 0 else -1)
            lists[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_current(self, cards: object) -> None:
        """Bring the current card of a list into view, the first of a group with what the group is called.

        Of what is too high for the view it is the beginning.
        """
        if not isinstance(cards, CardList):
            return
        where = cards.card_rect()
        top, bottom = (cards.mapTo(self._inside, at).y() for at in (where.topLeft(), where.bottomLeft()))
        group = next((one for one in self.groups.values() if one.isAncestorOf(cards)), None)
        if group is not None and cards.currentIndex().row() <= 0 and cards is group.lists()[0]:
            top = group.mapTo(self._inside, QPoint(0, 0)).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top - AROUND < bar.value():
            bar.setValue(top - AROUND)
        elif bottom + AROUND > bar.value() + height:
            bar.setValue(min(bottom + AROUND - height, top - AROUND))
