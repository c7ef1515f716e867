"""One quantity on a card: predicted first, then every source's figure on an axis, then why they part."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.figures.asking import FigureAsking
from crossread.desktop.pages.compare.figures.axis import FigureAxis
from crossread.desktop.pages.compare.figures.axis_painting import ValueOnAxis
from crossread.desktop.pages.compare.figures.table import FiguresTable
from crossread.desktop.pages.compare.figures.why import FigureWhy
from crossread.desktop.pages.compare.figures.words import (
    came_of_it,
    heading_words,
    in_all,
    kept_back_words,
    of_their_year,
    off_axis,
    told_words,
    value_sentence,
    value_words,
    way_in_time,
)
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.inquiry.comparison import Judgement
from crossread.packs.pack import Pack
from crossread.progress.figures_predicted import Prediction, Standing, standing
from crossread.progress.figures_shown import QuantityShown, ValueShown
from crossread.progress.figures_time import in_time
from crossread.texts.figures.figure_reasons import why_figure, why_quantity

Form = Literal["axis", "time", "table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardShown:
    """What a card shows: what may be seen of a quantity, and what the learner has said on it."""

    quantity: QuantityShown
    seen: tuple[ValueShown, ...]
    predicted: Prediction
    judgement: Judgement | None
    form: Form


class FigureCard(CardFrame):
    """A quantity. `opened` gives a ValueShown to be shown in its text, `judged` a Judgement to be kept.

    `typed` gives a Judgement that is being written. `entered`: the focus came into it.
    """

    opened = Signal(object)
    judged = Signal(object)
    typed = Signal(object)
    entered = Signal()

    def __init__(self, quantity: QuantityShown, pack: Pack, parent: QWidget) -> None:
        super().__init__(parent)
        self.quantity = quantity
        self._pack = pack
        self._letters = [source.letter for source in pack.sources]
        self._values: tuple[ValueShown, ...] = ()
        self._form: Form = "axis"
        self._shown: CardShown | None = None
        self.standing: Standing = "asked"
        self.setAccessibleName(quantity.name)
        self.body.addWidget(labels.heading(heading_words(quantity), self))
        self.told = labels.quiet("", self)
        self.body.addWidget(self.told)
        self.asking = FigureAsking(quantity, pack, self)
        self.asking.judged.connect(self.judged)
        self.body.addWidget(self.asking)
        self.axis = FigureAxis(quantity.name, self)
        self.axis.opened.connect(self._open)
        self.axis.entered.connect(self._enter)
        self.table = FiguresTable(quantity.name, self)
        self.table.opened.connect(self._open)
        self.in_hand = labels.quiet("", self)
        self.off_axis = labels.quiet("", self)
        self.kept_back = labels.muted("", self)
        for part in (self.axis, self.table, self.in_hand, self.off_axis, self.kept_back):
            self.body.addWidget(part)
        self.body.addSpacing(8)
        self.why = FigureWhy(quantity.id, self)
        self.why.judged.connect(self.judged)
        self.why.typed.connect(self.typed)
        self.body.addWidget(self.why)
        self.reason = link_button(_("Why is this here?"), self)
        self.reason.clicked.connect(self._explain)
        self.explained = labels.muted("", self)
        self.explained.hide()
        if quantity.quantity is not None:
            self.body.addWidget(self.reason, 0, Qt.AlignmentFlag.AlignLeading)
            self.body.addWidget(self.explained)
        else:
            self.reason.hide()
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the focus came to something on the card."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    # What is shown

    def show_card(self, shown: CardShown) -> None:
        """Show how far the learner is with this quantity; nothing is touched where that is as it was.

        Where it is predicted, or no more, the focus that was on the card goes to what stands there instead.
        """
        if shown == self._shown:
            return
        before, stands = self._shown, standing(shown.quantity, shown.seen, shown.predicted)
        turned, waits = before is not None and self.standing != stands, stands != "shown"
        held = turned and self._has_focus()
        if held:
            self.setFocus()  # Qt would go on to the next card, as what has the focus is hidden
            if self._shown is not before:
                return  # words were kept as they were left, and all of it was shown by that
        self._shown, self.standing = shown, stands
        if before is not None and shown.quantity != before.quantity:
            self.explained.hide()
        self.asking.setVisible(stands == "asked")
        if stands == "asked" and turned and before is not None:
            self.asking.begin_anew(before.predicted)
        ordered = in_time(self.quantity, shown.seen, self._pack) if shown.form == "time" else ()
        self._form = "axis" if shown.form == "time" and not ordered else shown.form
        self._values = ordered if self._form == "time" else shown.seen
        self._show_values(waits=waits)
        self._show_kept_back(shown.seen)
        self._say(shown.predicted, ordered)
        kept_back = len(shown.seen) < len(self.quantity.values)
        said = shown.judgement is not None and not shown.judgement.is_empty
        asks = len(self.quantity.sources) > 1 and (self.quantity.figure is not None or not self.quantity.fits)
        parts = self.quantity.parts and (said or asks)
        self.why.setVisible(not waits and bool(shown.seen) and (said or not kept_back))
        self.why.show_judgement(shown.judgement, self.quantity.figure, parts=parts, kept_back=kept_back)
        if held:
            self.enter()
        if held and not waits:
            announce(self, self.told.text())

    def _has_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is self or (focus is not None and self.isAncestorOf(focus))

    def _show_values(self, *, waits: bool) -> None:
        on_axis = [value for value in self._values if value.on_axis]
        as_table = self._form == "table" or not on_axis
        self.axis.setVisible(not waits and not as_table)
        self.table.setVisible(not waits and as_table and bool(self._values))
        lines = (
            off_axis(len(self._values) - len(on_axis)),
            of_their_year(sum(value.of_their_year for value in on_axis)),
        )
        self.off_axis.setText("" if waits or as_table else " ".join(filter(None, lines)))
        self.off_axis.setVisible(bool(self.off_axis.text()))
        if waits:
            self.in_hand.hide()
            return
        if as_table:
            self.table.set_values(self._values, self.quantity, self._pack)
        else:
            # What has no place on an axis stands in the table alone.
            self._values = tuple(on_axis)
            drawn = [self._drawn(value) for value in on_axis]
            self.axis.set_values(drawn, self.quantity.measure, one_by_one=self._form == "time")
        self._show_in_hand()

    def _drawn(self, value: ValueShown) -> ValueOnAxis:
        letter = self._pack.source(value.source).letter
        return ValueOnAxis(
            bounds=(value.low, value.high),
            letter=letter,
            index=self._letters.index(letter),
            hedged=bool(value.hedge),
            words=told_words(value, letter),
            sentence=value_sentence(value, self.quantity, self._pack),
        )

    def value_in_hand(self) -> ValueShown | None:
        """Return the value that the axis or the table is at; None as long as none is shown."""
        if self.axis.isHidden() and self.table.isHidden():
            return None
        number = self.table.currentIndex().row() if self.axis.isHidden() else self.axis.current
        return self._values[number] if 0 <= number < len(self._values) else None

    def _show_in_hand(self) -> None:
        number = self.axis.current
        shown = not self.axis.isHidden() and number < len(self._values)
        self.in_hand.setText(value_sentence(self._values[number], self.quantity, self._pack) if shown else "")
        self.in_hand.setVisible(shown)

    def _show_kept_back(self, seen: Sequence[ValueShown]) -> None:
        hidden = [value.source for value in self.quantity.values if value not in seen]
        told = kept_back_words(hidden, self._pack, waits=self.standing == "held", more=bool(seen))
        self.kept_back.setText(told)
        self.kept_back.setVisible(bool(told))

    def _say(self, predicted: Prediction, ordered: Sequence[ValueShown]) -> None:
        told = [in_all(self.quantity, self._pack)]
        if self.quantity.figure is None:
            told.append(_("found by the program"))
        line = " · ".join(told)
        came = came_of_it(self.quantity, predicted, self._pack, kept_back=not self.kept_back.isHidden())
        if came:
            line = f"{line}. {came}"
        if predicted.way and self._form == "time":
            line = f"{line} {way_in_time(ordered)}"
        self.told.setText(line)

    # What the learner does

    def enter(self) -> bool:
        """Put the focus where work goes on; False where there is nothing, as all of it is kept back."""
        for part in (self.asking.pick, self.axis, self.table):
            if part.isVisibleTo(self):
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the figures by Escape."""
        plain = event.key() == Qt.Key.Key_Escape and not event.modifiers()
        if plain and not (self.axis.hasFocus() or self.table.hasFocus()) and self.enter():
            return
        super().keyPressEvent(event)

    def keep_now(self) -> None:
        """Keep the words that are being written."""
        self.why.keep_now()

    def _enter(self, _number: int) -> None:
        self._show_in_hand()

    def _open(self, number: int) -> None:
        if 0 <= number < len(self._values):
            self.opened.emit(self._values[number])

    def _explain(self) -> None:
        """Say why the program put these figures together, and why it took each for one."""
        if self.quantity.quantity is None:
            return
        lines = [why_quantity(self.quantity.quantity)]
        for value in self._values:
            if value.found is not None:
                letter = self._pack.source(value.source).letter
                told = _("{letter}, {value}: {why}")
                lines.append(
                    told.format(letter=letter, value=value_words(value), why=why_figure(value.found))
                )
        self.explained.setText("\n".join(lines))
        self.explained.setVisible(self.explained.isHidden())
        if not self.explained.isHidden():
            announce(self, self.explained.text())
