"""Figures that part: each quantity on a card, those of the authors first, then those the program found."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from crossread.base.declared import VEIL
from crossread.base.errors import Expected
from crossread.desktop.pages.compare.figures.card import CardShown, FigureCard, Form
from crossread.desktop.pages.compare.figures.cards import key_of
from crossread.desktop.pages.compare.figures.frame import FiguresFrame
from crossread.desktop.pages.compare.figures.told import FiguresTold
from crossread.desktop.pages.compare.figures.words import what_came
from crossread.desktop.place import Spot
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.comparison import Judgement, parting_of, prediction_of
from crossread.progress.figures_covered import seen
from crossread.progress.figures_predicted import EVERY, prediction
from crossread.progress.figures_shown import ValueShown
from crossread.questions.passages import DIGEST
from crossread.texts.figures.figure import Quantity

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed
    from crossread.operations.sessions.session_finding import ByText
    from crossread.packs.pack import Stage

AT_FIRST = 12  # of the quantities that the program found; more when asked for
NEAR = 8  # pixels left above a card that is brought into view
FORMS: tuple[Form, ...] = ("axis", "time", "table")


class FiguresPart(FiguresFrame):
    """Predict, see, say why; a figure leads to its passage."""

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._in_hand = ""
        self._most = AT_FIRST
        self._veils = around.settings[VEIL]
        self._waits_for = ""  # a quantity to go to as soon as the program has found it
        self._told = FiguresTold(opened, around.veiling)
        self._found: tuple[Quantity, ...] | None = None
        self._looked: OpenPack | None = None
        self._trouble = ""  # why the program's figures could not be worked out
        self.form.chosen.connect(self._show_form)
        self.skip.clicked.connect(self._skip_all)
        self.more.clicked.connect(self._show_more)
        self.again.clicked.connect(self._look_again)
        self.empty.opened.connect(self.spot_asked)
        for column in (self.authors, self.found):
            column.made.connect(self._take_card)
            column.going.connect(self._let_card_go)
        self._bringing = QTimer(self)  # where a card stands is known once all of them are laid out
        self._bringing.setSingleShot(True)
        self._bringing.setInterval(0)
        self._bringing.timeout.connect(self._bring)

    # What there is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the figures of a stage that compares, else all."""
        super().open_stage(stage)
        self._look_for()
        self._build()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self._look_for()
        self._build()

    def show_again(self, what: "Changed") -> None:
        """Show the cards again as they are."""
        if "settings" in what.what and self.around.settings[VEIL] != self._veils:
            self._build()
        elif what.what & {"state", "settings"}:
            self._refresh()

    def show_covers(self) -> None:
        """Show the cards with what of their passages is covered now."""
        self._build()

    def _look_for(self) -> None:
        if self._looked is self.opened:
            return
        self._looked, self._found, self._trouble = self.opened, None, ""
        self._told = FiguresTold(self.opened, self.around.veiling)
        self.around.session.find_figures(self._told.texts(), partial(_deliver, ref(self), self.opened))

    def _look_again(self) -> None:
        self._looked = None
        self._look_for()
        self.enter()  # the button goes
        self._build()

    def take_found(self, found: Sequence[Quantity] | Expected) -> None:
        """Show what the program found in the texts, or why it could not; whoever writes goes on."""
        if isinstance(found, Expected):
            self._found, self._trouble = (), found.message
        else:
            self._found = tuple(found)
        self._build()
        if self._waits_for:
            self.go_to(self._waits_for)
        if self.isVisible():
            announce(self, self._trouble or what_came(len(self._told.found(self._found))))
        if self.hasFocus() and self.cards:
            self.enter()  # one came before there was anything to come to

    def take_each(self, found: "ByText | Expected") -> None:
        """List the figures that the program found text by text, where it put none of them together."""
        by_source = {} if isinstance(found, Expected) else self._told.places(found)
        sources, own = self.opened.pack.sources, self.opened.own_words
        self.empty.show_figures(sources, by_source, lacking=any(one.id not in own for one in sources))

    # Cards

    def _build(self) -> None:
        """Show the cards that there are now: other texts, another stage, or more of what was found."""
        self._veils = self.around.settings[VEIL]
        authors, found = self._told.authors(self.stage), self._told.found(self._found or ())
        left = self._with_focus({key_of(one) for one in (*authors, *found[: self._most])})
        self.authors.set_quantities(authors, self.opened.pack)
        self.found.set_quantities(found[: self._most], self.opened.pack)
        self.show_finding(None if self._found is None else len(found), self._most, self._trouble)
        if self._found is not None and not (self.cards or self._trouble):
            self.empty.wait()
            self.around.session.find_each(self._told.texts(), partial(_deliver_each, ref(self), self.opened))
        self._refresh()
        if left >= 0 and not any(self._go(card) for card in self.cards[min(left, len(self.cards) - 1) :]):
            self.enter()

    def _with_focus(self, staying: Collection[tuple[str, str]]) -> int:
        """Return the number of the card with the focus where it goes, taking that to the page; else -1."""
        focus = self.window().focusWidget()
        for number, card in enumerate(self.cards):
            if focus is not None and card.isAncestorOf(focus) and key_of(card.quantity) not in staying:
                self.setFocus()  # Qt would go on to whatever comes next, as the card is taken away
                return number
        return -1

    def _take_card(self, card: FigureCard) -> None:
        card.opened.connect(self._show_value)
        card.judged.connect(self._judge)
        card.typed.connect(self._type)
        card.why.words.paused.connect(self.pause_said)
        card.why.words.left.connect(self.keep_said)
        card.why.words.too_long.connect(self.refused)
        card.entered.connect(self._enter_card)

    def _let_card_go(self, card: FigureCard) -> None:
        card.keep_now()

    def _refresh(self) -> None:
        state = self.state()
        held = self.opened.held(state)
        form: Form = next((one for one in FORMS if one == self.form.value()), "axis")
        waits = False
        for card in self.cards:
            predicted = prediction(state, card.quantity.id)
            card.show_card(
                CardShown(
                    quantity=card.quantity,
                    seen=seen(held, card.quantity),
                    predicted=predicted,
                    judgement=self.said.of(parting_of(card.quantity.id)),
                    form=form,
                )
            )
            waits = waits or card.standing != "shown"
        self.skip.setVisible(waits)
        self.form.setVisible(bool(self.cards))

    def _card(self, quantity: str) -> FigureCard | None:
        return next((card for card in self.cards if card.quantity.id == quantity), None)

    # What the learner does

    def _judge(self, judgement: object) -> None:
        if isinstance(judgement, Judgement):
            self.judge(judgement.about, chosen=judgement.chosen, text=judgement.text)

    def _type(self, judgement: object) -> None:
        if isinstance(judgement, Judgement):
            self.said.change(judgement.about, chosen=judgement.chosen, text=judgement.text)

    def _skip_all(self) -> None:
        self.judge(prediction_of(EVERY), chosen=("none",))
        self.enter()

    def _show_form(self, _form: str) -> None:
        self._refresh()

    def _show_more(self) -> None:
        first = len(self.cards)
        self._most += AT_FIRST
        self._build()
        if first < len(self.cards):
            self._go(self.cards[first])

    def _show_value(self, value: object) -> None:
        if not isinstance(value, ValueShown):
            return
        card = self.sender()
        if isinstance(card, FigureCard):
            self._take_in_hand(card)
        which, start, end = DIGEST, 0, 0
        if value.places:
            which, where = value.places[0]
            start, end = where.start, where.end
        self.spot_asked.emit(Spot(value.source, which, start, end))

    def _enter_card(self) -> None:
        card = self.sender()
        if isinstance(card, FigureCard):
            self._take_in_hand(card)

    def _take_in_hand(self, card: FigureCard) -> None:
        self._waits_for = ""
        if card.quantity.id != self._in_hand:
            self._in_hand = card.quantity.id
            self.turned.emit()

    # What a part is

    def about(self) -> str:
        """Return the quantity in hand."""
        return self._in_hand

    def go_to(self, about: str) -> None:
        """Take a quantity in hand, as soon as it is there."""
        card = self._card(about)
        self._waits_for = about if card is None and self._found is None else ""
        if card is not None:
            self._take_in_hand(card)
            self._bringing.start()

    def passage(self) -> Spot | None:
        """Return where the value stands that is in hand on the card in hand."""
        card = self._card(self._in_hand)
        value = card.value_in_hand() if card else None
        if value is None or not value.places:
            return None
        which, where = value.places[0]
        return Spot(value.source, which, where.start, where.end)

    def firm(self) -> Sequence[str]:
        """Return the floor of the figure in hand, then of its claim; nothing before its values are shown."""
        card = self._card(self._in_hand) or (self.cards[0] if self.cards else None)
        figure = card.quantity.figure if card else None
        if card is None or figure is None or card.standing != "shown":
            return ()
        claim = next((one for one in self.opened.pack.claims if one.id == figure.claim), None)
        return tuple(line for line in (figure.floor, claim.floor if claim else "") if line)

    def enter(self) -> None:
        """Put the focus on the quantity in hand; above the cards where all of it is kept back."""
        card = self._card(self._in_hand)
        if any(self._go(one) for one in ([card] if card is not None else self.cards)):
            return
        if self.cards:
            self.form.pick(self.form.value()).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()
            announce(self, self.told_instead())

    def _go(self, card: FigureCard) -> bool:
        if not card.enter():
            return False
        self._take_in_hand(card)
        self._bringing.start()
        return True

    def _bring(self) -> None:
        """Scroll the top of the card in hand into view."""
        card, inside = self._card(self._in_hand), self.area.widget()
        if card is not None and inside is not None:
            top = card.mapTo(inside, QPoint(0, 0)).y() - NEAR
            first = card is self.cards[0]  # what is said above all of them is read with it
            self.area.verticalScrollBar().setValue(0 if first else top)

    def leave(self) -> None:
        """Keep the words that are being written."""
        for card in self.cards:
            card.keep_now()


def _deliver(part: "ref[FiguresPart]", opened: "OpenPack", found: Sequence[Quantity] | Expected) -> None:
    """Hand on what the program found, unless the page has gone or shows other texts by then."""
    there = part()
    if there is not None and isValid(there) and there.opened is opened:
        there.take_found(found)


def _deliver_each(part: "ref[FiguresPart]", opened: "OpenPack", found: "ByText | Expected") -> None:
    """Hand on the figures of each text, as `_deliver` does."""
    there = part()
    if there is not None and isValid(there) and there.opened is opened:
        there.take_each(found)
