"""Answering by pairing: what matching and categorising have in common."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.arranging.drag_pairs import DragPairs
from crossread.desktop.answers.arranging.pairing_row import PairRow
from crossread.desktop.answers.arranging.pairing_target import TargetCard
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.answers.outcome import NOTHING, Outcome, gone_words, parts_by_id
from crossread.desktop.answers.passages.passage_row import shortened
from crossread.desktop.answers.verdict_look import verdict_look
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.progress.verdict_words import verdict_words
from crossread.questions.categorise import Categorise
from crossread.questions.mark import Part
from crossread.questions.matching import Matching

_CLEAR = ""  # what stands in a row's list for taking the target away


class PairingAnswer(AnswerWidget):
    """A row for each item, and the targets below, numbered.

    On a row, a number chooses the target, Enter or a click opens the list of all targets (the list twin of
    dragging), Delete clears. A click on a target gives it to the row that has the focus, else to the first
    empty one; rows and targets may be dragged onto each other.
    """

    question: Matching | Categorise
    one_to_one: ClassVar[bool]

    def __init__(
        self,
        question: Matching | Categorise,
        letters: Letters,
        parent: QWidget | None,
        *,
        seed: int,
        respond: Callable[[Mapping[str, str]], Any],
        items: Sequence[str],
        targets: Sequence[str],
    ) -> None:
        super().__init__(question, letters, respond({}), parent, seed=seed)
        self._respond = respond
        self._items = {item.id: item.text for item in question.items}
        self._targets = {target.id: target.text for target in question.targets}
        self._order = tuple(targets)
        self.asked = Label("", "muted", self)
        words = tuple(self._targets.values())
        self._rows = {key: PairRow(key, self._items[key], words, self) for key in items}
        self.bank = QWidget(self)
        self.bank.setAccessibleName(self.bank_words())
        group = not self.one_to_one
        self._cards = {
            key: TargetCard(key, number, self._targets[key], self.bank, group=group)
            for number, key in enumerate(self._order, 1)
        }
        self.gone = Label("", "body", self)
        self._lay_out()
        for row in self._rows.values():
            row.clicked.connect(self._open_list)
            row.cleared.connect(self._clear_row)
            row.passed.connect(self._pass)
        for card in self._cards.values():
            card.clicked.connect(self._card_clicked)
        self._drag = DragPairs(tuple(self._rows.values()), tuple(self._cards.values()), self)
        self._drag.paired.connect(self._pair)
        self._refresh()

    def ask_words(self) -> str:
        """Say what is to be done."""
        raise NotImplementedError

    def bank_words(self) -> str:
        """Say what the targets are."""
        raise NotImplementedError

    def asked_words(self, key: str) -> str:
        """Say what was asked for."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        self.column.addWidget(self.asked)
        for row in self._rows.values():
            self.column.addWidget(row)
        inside: FlowLayout | QVBoxLayout = (
            FlowLayout(self.bank) if self.one_to_one else QVBoxLayout(self.bank)
        )
        inside.setContentsMargins(0, 0, 0, 0)
        self._bank_label = Label(self.bank_words(), "quiet", self)
        for card in self._cards.values():
            inside.addWidget(card)
        self.column.addSpacing(4)
        self.column.addWidget(self._bank_label)
        self.column.addWidget(self.bank)
        self.column.addWidget(self.gone)
        if self._rows:
            self.setFocusProxy(self.rows()[0])

    def rows(self) -> tuple[PairRow, ...]:
        """Return the rows in the order shown."""
        return tuple(self._rows.values())

    def row(self, item: str) -> PairRow:
        """Return the row of an item; KeyError where there is none."""
        return self._rows[item]

    def cards(self) -> tuple[TargetCard, ...]:
        """Return the targets in the order shown."""
        return tuple(self._cards.values())

    def card(self, target: str) -> TargetCard:
        """Return the card of a target; KeyError where there is none."""
        return self._cards[target]

    def pairs(self) -> dict[str, str]:
        """Return the pairs so far that the question still knows, in the order of its items."""
        given = self.response().pairs
        return {item: given[item] for item in self._items if given.get(item) in self._targets}

    # Acting

    def _focused(self) -> PairRow | None:
        return next((row for row in self._rows.values() if row.hasFocus()), None)

    def _first_empty(self) -> PairRow | None:
        pairs = self.pairs()
        return next((row for row in self._rows.values() if row.key not in pairs), None)

    def pick_number(self, number: int) -> bool:
        """Choose the target with a number from 1 for the row in focus, else for the first empty one."""
        row = self._focused() or self._first_empty()
        if self._read_only or row is None or not 1 <= number <= len(self._order):
            return False
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._pair(row.key, self._order[number - 1])
        return True

    def _pair(self, item: str, target: str) -> None:
        """Choose a target for an item; where each has one of its own, it is taken from where it was."""
        if self._read_only:
            return
        pairs = self.pairs()
        before = next((one for one, its in pairs.items() if its == target and one != item), "")
        if self.one_to_one:
            pairs.pop(before, None)
        pairs[item] = target
        self._become(self._respond({one: pairs[one] for one in self._items if one in pairs}))
        said = _("{item}: {target}").format(item=self._items[item], target=self._targets[target])
        if self.one_to_one and before:
            said = _("{pair}. Taken from: {item}").format(pair=said, item=self._items[before])
        announce(self, said)

    def _clear(self, item: str) -> None:
        pairs = self.pairs()
        if self._read_only or item not in pairs:
            return
        del pairs[item]
        self._become(self._respond(pairs))
        announce(self, _("{item}: nothing chosen").format(item=self._items[item]))

    def _clear_row(self) -> None:
        row = self.sender()
        if isinstance(row, PairRow):
            self._clear(row.key)

    def _pass(self, step: int) -> None:
        row, rows = self.sender(), self.rows()
        if isinstance(row, PairRow):
            to = rows.index(row) + step
            if 0 <= to < len(rows):
                rows[to].setFocus(Qt.FocusReason.TabFocusReason)
                bring_into_view(rows[to])

    def _open_list(self) -> None:
        row = self.sender()
        if self._read_only or not isinstance(row, PairRow):
            return
        self._listed = row.key
        menu = ListMenu(row.text_shown, row)
        pairs = self.pairs()
        current = pairs.get(row.key, "")
        menu.add([(key, self._listed_words(key, row.key)) for key in self._order], current)
        if current:
            menu.add_apart(_CLEAR, _("Choose nothing"))
        menu.picked.connect(self._list_picked)
        menu.open_below(row)

    def _listed_words(self, target: str, item: str) -> str:
        words = shortened(self._targets[target])
        if self.one_to_one and any(its == target and one != item for one, its in self.pairs().items()):
            return _("{target} (in use)").format(target=words)
        return words

    def _list_picked(self, target: str) -> None:
        if target == _CLEAR:
            self._clear(self._listed)
        else:
            self._pair(self._listed, target)

    def _card_clicked(self) -> None:
        """Give the target to the row in hand, and take the next empty one in hand."""
        card, row = self.sender(), self._focused() or self._first_empty()
        if self._read_only or row is None or not isinstance(card, TargetCard):
            return
        self._pair(row.key, card.key)
        row = self._first_empty() or row
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(row)

    # Showing

    def _refresh(self) -> None:
        pairs, parts = self.pairs(), parts_by_id(self._mark)
        for key, row in self._rows.items():
            self._show_row(row, pairs.get(key, ""), parts.get(key))
        for key, card in self._cards.items():
            inside = [self._items[item] for item in self._rows if pairs.get(item) == key]
            card.set_inside(inside, usable=not self._read_only)
        shown = self._mark is None and (not self._read_only or not self.one_to_one)
        self.bank.setVisible(shown)
        self._bank_label.setVisible(shown)
        verdict = self._mark.verdict if self._mark and not self._nothing_given else "unscored"
        words = verdict_words(verdict) or ("" if self._read_only else self.ask_words())
        self.asked.setText(words)
        self.asked.setVisible(bool(words))
        self.asked.set_look(verdict_look(verdict))
        self.gone.setText(gone_words(self._mark, self._items))
        self.gone.setVisible(bool(self.gone.text()))

    def _show_row(self, row: PairRow, target: str, part: Part | None) -> None:
        chosen, outcome = self._targets.get(target, ""), NOTHING
        asked_for = self._nothing_given and part is not None and bool(part.key)
        if part is not None and self._nothing_given:
            chosen, outcome = part.key, Outcome(feedback=part.feedback)
        elif part is not None:
            wanted = part.key if part.verdict != "right" else ""
            outcome = Outcome(part.verdict, self.asked_words(wanted) if wanted else "", part.feedback)
        empty = _("nothing chosen") if self._read_only else _("choose…")
        row.show_pair(chosen, empty, usable=not self._read_only, outcome=outcome, asked_for=asked_for)
