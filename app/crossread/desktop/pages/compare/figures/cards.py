"""Cards of quantities below each other: those that stay are kept, with whatever is written on them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.desktop.pages.compare.figures.card import FigureCard
from crossread.packs.pack import Pack
from crossread.progress.figures_shown import QuantityShown


def key_of(quantity: QuantityShown) -> tuple[str, str]:
    """Return what a card stays for: a quantity under its name, which may come to be covered."""
    return quantity.id, quantity.name


class FigureCards(QWidget):
    """A column of cards. `made` gives a card that was not there before, `going` one that goes."""

    made = Signal(object)
    going = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[FigureCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def set_quantities(self, quantities: Sequence[QuantityShown], pack: Pack) -> None:
        """Show these, in this order; a card of the same quantity stays, with its words and the focus."""
        before = {key_of(card.quantity): card for card in self.cards}
        wanted = {key_of(quantity) for quantity in quantities}
        for card in self.cards:
            if key_of(card.quantity) not in wanted:
                self._let_go(card)
        self.cards = [self._card(before.pop(key_of(one), None), one, pack) for one in quantities]
        new = False
        for at, card in enumerate(self.cards):
            if self._at(at) is not card:
                self._column.insertWidget(at, card)
                new = True
        for card in self.cards if new else ():
            card.raise_()  # a screen reader goes by the order in which a widget has its children

    def _card(self, card: FigureCard | None, quantity: QuantityShown, pack: Pack) -> FigureCard:
        if card is None:
            card = FigureCard(quantity, pack, self)
            self.made.emit(card)
        card.quantity = quantity
        return card

    def _at(self, number: int) -> QWidget | None:
        item = self._column.itemAt(number)
        return item.widget() if item is not None else None

    def _let_go(self, card: FigureCard) -> None:
        self.going.emit(card)
        self._column.removeWidget(card)
        card.hide()
        card.setParent(None)
        card.deleteLater()
