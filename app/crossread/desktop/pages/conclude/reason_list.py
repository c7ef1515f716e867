"""The reasons for a conclusion, one below the other, in an order that the learner gives them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.conclude.reason_card import ReasonCard
from crossread.desktop.widgets.buttons import quiet_button
from crossread.inquiry.comparison import Reason
from crossread.inquiry.notes import NotedPassage
from crossread.progress.notes_board import Piece


class ReasonList(QWidget):
    """A card for each reason, and the button that adds one.

    These signals begin with the id of a reason: `typed` with its words, `moved` with -1 or 1, `gone`,
    `removed` with a passage, `add_asked`. `paused`, `left` and `too_long` are those of the field in hand,
    `shown` gives a Piece, `more_asked` wants a reason more.
    """

    typed = Signal(str, str)
    paused = Signal()
    left = Signal()
    too_long = Signal(str)
    moved = Signal(str, int)
    gone = Signal(str)
    removed = Signal(str, object)
    add_asked = Signal(str)
    shown = Signal(object)
    more_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Reasons"))
        self.cards: list[ReasonCard] = []
        self.more = quiet_button(_("Add a reason"), self)
        self.more.clicked.connect(self.more_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def card(self, reason: str) -> ReasonCard | None:
        """Return the card of a reason by its id."""
        return next((card for card in self.cards if card.target == reason), None)

    def fill(self, reasons: Sequence[Reason], pieces: Mapping[NotedPassage, Piece]) -> None:
        """Show these reasons; those that there are keep their fields, and the focus in them."""
        focus = QApplication.focusWidget()
        known = {card.target: card for card in self.cards}
        wanted = [reason.id for reason in reasons]
        lost = next((at for at, card in enumerate(self.cards) if _holds(card, focus)), None)
        for name, card in known.items():
            if name not in wanted:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        before = [card.target for card in self.cards]
        self.cards = [known.get(name) or self._card(name) for name in wanted]
        if before != wanted:
            for place, card in enumerate(self.cards):
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
                card.show()  # at once, for the focus to go there
        for number, (card, reason) in enumerate(zip(self.cards, reasons, strict=True), 1):
            there = [pieces[passage] for passage in reason.passages if passage in pieces]
            held = card.passages.isAncestorOf(focus) if focus is not None else False
            card.fill(reason, there, number, len(reasons))
            now = QApplication.focusWidget()
            if held and not (now is not None and card.isAncestorOf(now)):
                card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if lost is not None and before and before[lost] not in wanted:
            beside = self.cards[min(lost, len(self.cards) - 1)].text if self.cards else self.more
            beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, reason: str) -> ReasonCard:
        card = ReasonCard(reason, self)
        card.text.edited.connect(self._typed)
        card.text.paused.connect(self.paused)
        card.text.left.connect(self.left)
        card.text.too_long.connect(self.too_long)
        card.moved.connect(self._moved)
        card.gone.connect(self._gone)
        card.removed.connect(self._removed)
        card.add_asked.connect(self._add_asked)
        card.shown.connect(self.shown)
        return card

    def _from(self) -> ReasonCard | None:
        """Return the card that the signal in hand is from."""
        sender = self.sender()
        return next((card for card in self.cards if sender in (card, card.text)), None)

    def _typed(self) -> None:
        card = self._from()
        if card is not None:
            self.typed.emit(card.target, card.text.text())

    def _moved(self, by: int) -> None:
        card = self._from()
        if card is not None:
            self.moved.emit(card.target, by)

    def _gone(self) -> None:
        card = self._from()
        if card is not None:
            self.gone.emit(card.target)

    def _removed(self, passage: object) -> None:
        card = self._from()
        if card is not None:
            self.removed.emit(card.target, passage)

    def _add_asked(self) -> None:
        card = self._from()
        if card is not None:
            self.add_asked.emit(card.target)


def _holds(card: ReasonCard, focus: QWidget | None) -> bool:
    return focus is not None and card.isAncestorOf(focus)
