"""A card of something to hand on: what it is, and a button for each form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.handing_on.offers import Offer
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout


class OfferCard(CardFrame):
    """`asked` gives the offer, and the form by its name."""

    asked = Signal(object, str)

    def __init__(self, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.offer = offer
        self.body.addWidget(labels.heading(_(offer.title), self))
        self.body.addWidget(labels.body(_(offer.told), self))
        held = QWidget(self)
        row = FlowLayout(held, across=8, down=8)
        self.buttons: dict[str, QPushButton] = {}
        for form, words in offer.forms:
            button = plain(_(words), held)
            # One after another they sound alike: each says whose form it is.
            button.setAccessibleName(f"{_(offer.title)}: {_(words)}")
            button.setProperty("form", form)
            button.clicked.connect(self._ask)
            row.addWidget(button)
            self.buttons[form] = button
        self.body.addWidget(held)

    def let(self, *, may: bool) -> None:
        """Let its buttons act, or not while a file is on its way."""
        for button in self.buttons.values():
            button.setEnabled(may)

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.asked.emit(self.offer, str(button.property("form")))
