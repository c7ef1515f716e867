"""Figures that part: each quantity on a card, those of the authors first, then those the program found."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from crossread.base.declared import VEIL
from crossread.base.errors import Expected
from crossread.base.translation import ngettext
from crossread.desktop.pages.compare.figures_card import CardShown, FigureCard, Form
from crossread.desktop.pages.compare.figures_frame import FiguresFrame
from crossread.desktop.place import Spot
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import rename
from crossread.inquiry.comparison import Judgement, parting_of, prediction_of
from crossread.inquiry.open_questions import open_questions
from crossread.progress.figures_covered import CoveredFigures
from crossread.progress.figures_shown import (
    EVERY,
    QuantityShown,
    ValueShown,
    authors_quantities,
    found_quantities,
    prediction,
    touch,
)
from crossread.questions.passages import DIGEST, ORIGINAL, ShownText, Which
from crossread.texts.figure import Quantity

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.changed import Changed
    from crossread.operations.opened import OpenPack
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
        self._stale = False  # whether something changed while the page was out of sight
        self._veils = around.settings[VEIL]
        self._waits_for = ""  # a quantity to go to as soon as the program has found it
        self._found: tuple[Quantity, ...] | None = None
        self._looked: OpenPack | None = None
        self.form.chosen.connect(self._show_form)
        self.skip.clicked.connect(self._skip_all)
        self.more.clicked.connect(self._show_more)
        self._bringing = QTimer(self)  # where a card stands is known once all of them are laid out
        self._bringing.setSingleShot(True)
        self._bringing.setInterval(0)
        self._bringing.timeout.connect(self._bring)
        around.veiling.changed.connect(self._build)

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

    def changed(self, what: "Changed") -> None:
        """Show the cards again as they are."""
        if "settings" in what.what and self.around.settings[VEIL] != self._veils:
            self._build()
        elif what.what & {"state", "settings"}:
            self._stale = not self.isVisible()
            if not self._stale:
                self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed out of sight."""
        if self._stale:
            self._stale = False
            self._refresh()
        super().showEvent(event)

    def _compared(self) -> dict[str, ShownText]:
        """Return the texts that are looked through: the authors' own where they are there, else digests."""
        texts = {}
        for source in self.opened.pack.sources:
            shown = self.opened.shown(source.id, ORIGINAL) or self.opened.shown(source.id, DIGEST)
            if shown is not None:
                texts[source.id] = shown
        return texts

    def _look_for(self) -> None:
        if self._looked is self.opened:
            return
        self._looked, self._found = self.opened, None
        texts = {source: shown.text for source, shown in self._compared().items()}
        self.around.session.find_figures(texts, _Answer(self, self.opened).take)

    def take_found(self, found: Sequence[Quantity]) -> None:
        """Show what the program found in the texts."""
        self._found = tuple(found)
        self._build()
        if self._waits_for:
            self.go_to(self._waits_for)

    def _quantities(self) -> tuple[list[QuantityShown], list[QuantityShown]]:
        pack, texts = self.opened.pack, self.opened.shown_now
        which: dict[str, Which] = {source: shown.which for source, shown in self._compared().items()}
        found = found_quantities(self._found or (), which, pack, texts)
        return list(authors_quantities(pack, self.stage, texts)), [self._veiled(one) for one in found]

    def _veiled(self, quantity: QuantityShown) -> QuantityShown:
        """Take the words of passages that are covered from what the program tells of them."""
        values = []
        for value in quantity.values:
            for which, where in value.places:
                shown = self.opened.shown(value.source, which)
                covered = self.around.veiling.covered(self.opened, value.source, shown) if shown else ()
                if any(touch(where, one) for one in covered):
                    value = replace(value, counted="", hedge="", whom="")  # noqa: PLW2901
            values.append(value)
        return replace(quantity, values=tuple(values))

    # Cards

    def _build(self) -> None:
        """Make the cards anew: other texts, another stage, or more of what was found."""
        self.leave()
        self._veils = self.around.settings[VEIL]
        authors, found = self._quantities()
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        for card in self.cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.cards = []
        self._add(authors, self.authors)
        self._add(found[: self._most], self.found)
        more = len(found) - self._most
        self.more.setVisible(more > 0)
        rename(self.more, ngettext("Show {count} more", "Show {count} more", more).format(count=more))
        self.progress.setVisible(self._found is None)
        self.heading.setVisible(bool(found) or self._found is None)
        self.about_found.setVisible(bool(found))
        self.empty.setVisible(not self.cards and self._found is not None)
        self._refresh()
        if held and self.isVisible():
            self.enter()

    def _add(self, quantities: Sequence[QuantityShown], column: QVBoxLayout) -> None:
        for quantity in quantities:
            card = FigureCard(quantity, self.opened.pack, self)
            card.opened.connect(self._show_value)
            card.judged.connect(self._judge)
            card.typed.connect(self._type)
            card.why.words.paused.connect(self.pause_said)
            card.why.words.left.connect(self.keep_said)
            card.why.words.too_long.connect(self.refused)
            card.entered.connect(self._enter_card)
            column.addWidget(card)
            self.cards.append(card)

    def _refresh(self) -> None:
        state = self.state()
        questions = open_questions(state, self.opened.pack, self.opened.has_original)
        covered = CoveredFigures(questions, self.opened.shown_now)
        form: Form = next((one for one in FORMS if one == self.form.value()), "axis")
        waits = False
        for card in self.cards:
            predicted = prediction(state, card.quantity.id)
            waits = waits or not predicted
            card.show_card(
                CardShown(
                    quantity=card.quantity,
                    seen=covered.seen(card.quantity),
                    predicted=predicted,
                    judgement=self.said.of(parting_of(card.quantity.id)),
                    form=form,
                )
            )
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
        """Return the floor of the figure in hand, then of its claim."""
        card = self._card(self._in_hand) or (self.cards[0] if self.cards else None)
        figure = card.quantity.figure if card else None
        if figure is None:
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
        elif self._found is None:
            self.setFocus()
            announce(self, self.progress.text())
        else:
            self.setFocus()
            announce(self, " ".join(label.text() for label in self.empty.findChildren(type(self.progress))))

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
            top = card.mapTo(inside, QPoint(0, 0)).y()
            self.area.verticalScrollBar().setValue(top - NEAR)

    def leave(self) -> None:
        """Keep the words that are being written."""
        for card in self.cards:
            card.keep_now()


class _Answer:
    """Hands on what the program found, unless the page has gone or shows other texts by then."""

    def __init__(self, part: FiguresPart, opened: "OpenPack") -> None:
        self._part, self._opened = part, opened

    def take(self, found: tuple[Quantity, ...] | Expected) -> None:
        """Take what was found; nothing where that could not be worked out."""
        if isValid(self._part) and self._part.opened is self._opened:
            self._part.take_found(() if isinstance(found, Expected) else found)
