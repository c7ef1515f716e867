"""Answering by putting things in order: rows that move."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.arranging.order_list import OrderList
from crossread.desktop.answers.outcome import NOTHING, Outcome, gone_words, parts_by_id
from crossread.desktop.answers.verdict_look import verdict_look
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.labels import Label
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Part
from crossread.questions.order import shuffled
from crossread.questions.ordering import Ordering, OrderingResponse


class OrderingAnswer(AnswerWidget):
    """Numbered rows that are dragged, or moved by keys: it is its own list twin, with no other beside it.

    Alt or Ctrl with Up or Down moves the row that has the focus, a number puts it at that place. With the
    focus elsewhere, a number goes to the row at that place. The rows begin mixed, and never in the right
    order; what is shown is the answer only once a row was moved or the learner leaves it like this.
    """

    question: Ordering

    def __init__(
        self, question: Ordering, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, OrderingResponse(), parent, seed=seed)
        self._begin = mixed(tuple(item.id for item in question.items), seed)
        self.asked = Label("", "muted", self)
        self.hint = Label(_("Drag the rows, or move them by Alt+Up and Alt+Down."), "quiet", self)
        self.list = OrderList({item.id: item.text for item in question.items}, _("In this order"), self)
        self.list.moved.connect(self._move)
        self.leave = plain(_("Leave it like this"), self)
        self.leave.clicked.connect(self._leave)
        self.gone = Label("", "body", self)
        self.column.setSpacing(4)
        self.column.addWidget(self.asked)
        self.column.addWidget(self.hint)
        for caption in (question.first, question.last):
            label = Label(caption, "quiet", self)
            label.setVisible(bool(caption))
            self.column.addWidget(label)
        self.column.insertWidget(3, self.list)
        self.column.addSpacing(4)
        self.column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.gone)
        self.setFocusProxy(self.list)
        self._refresh()

    def shown(self) -> tuple[str, ...]:
        """Return the ids in the order shown: the answer's, then what it lacks as it began."""
        given = tuple(one for one in dict.fromkeys(self.response().order) if one in self._begin)
        return (*given, *(one for one in self._begin if one not in given))

    def pick_number(self, number: int) -> bool:
        """Put the row that has the focus at a place from 1; without one, go to the row that is there."""
        if self._read_only or not 1 <= number <= len(self._begin):
            return False
        row = self.list.focused()
        if row is None:
            self.list.rows()[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._move(row.key, number - 1)
        return True

    def _move(self, key: str, to: int) -> None:
        if self._read_only or self.shown().index(key) == to:
            return
        order = [one for one in self.shown() if one != key]
        order.insert(to, key)
        self._become(OrderingResponse(tuple(order)))
        text = self.list.row(key).text_shown
        announce(self, _("{text}: now {place} of {count}").format(text=text, place=to + 1, count=len(order)))

    def _leave(self) -> None:
        held_focus = self.leave.hasFocus()
        self._become(OrderingResponse(self.shown()))
        if held_focus:
            self.list.rows()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("This order is your answer now."))

    def _refresh(self) -> None:
        begun, marked = bool(self.response().order), self._mark is not None
        keys = tuple(item.id for item in self.question.items)
        key_shown = self._nothing_given and all(part.key for part in self._parts())
        order = keys if key_shown else self.shown()
        self.list.set_order(order)
        parts = parts_by_id(self._mark) if self._tells_rows() else {}
        for place, key in enumerate(order, 1):
            outcome = NOTHING if key not in parts else self._outcome(parts[key])
            self.list.row(key).show_at(
                place, len(order), usable=not self._read_only, outcome=outcome, asked_for=key_shown
            )
        self.leave.setVisible(not begun and not marked and not self._read_only)
        self.gone.setText(gone_words(self._mark, keys))
        self.gone.setVisible(bool(self.gone.text()))
        self._say(begun)

    def _parts(self) -> Sequence[Part]:
        return self._mark.parts if self._mark else ()

    def _tells_rows(self) -> bool:
        """Tell whether each row is told about: "partly right" at every one helps nobody to try again."""
        return self._read_only or any(part.key for part in self._parts())

    def _outcome(self, part: Part) -> Outcome:
        if self._nothing_given:
            return Outcome(feedback=part.feedback)
        return Outcome(part.verdict, self._belongs(part), part.feedback)

    def _belongs(self, part: Part) -> str:
        """Say where a row belongs, as far as the mark tells."""
        if not part.key or part.verdict in ("right", "unscored"):
            return ""
        if part.given == part.key:
            return _("It stands in its place; what is around it does not.")
        return _("It belongs at {place}.").format(place=part.key)

    def _say(self, begun: bool) -> None:
        verdict = self._mark.verdict if self._mark and not self._nothing_given else "unscored"
        words = verdict_words(verdict)
        if self._nothing_given:
            words = _("The right order")
        elif not words:
            words = _("Your order") if begun else _("Not yet ordered: this is an order by chance.")
        self.hint.setVisible(not self._read_only and self._mark is None)
        self.asked.setText(words)
        self.asked.set_look(verdict_look(verdict))


def mixed(ids: tuple[str, ...], seed: int) -> tuple[str, ...]:
    """Return ids in the order of a seed, and never as they were unless there is but one."""
    order = shuffled(ids, seed)
    return order if order != ids else (*order[1:], *order[:1])
