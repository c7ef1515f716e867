"""Before the figures of a quantity are seen: whether the sources will agree, and who stands apart."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.figures.apart import SourceChecks
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.badge import Badge
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.inquiry.comparison import Judgement, prediction_of
from crossread.packs.pack import Pack
from crossread.progress.figures_predicted import Prediction
from crossread.progress.figures_shown import QuantityShown

FEWEST = 3  # sources of which some can stand apart from the others


class FigureAsking(QWidget):
    """The sources that give figures, and what the learner expects. `judged` gives it as a Judgement."""

    judged = Signal(object)

    def __init__(self, quantity: QuantityShown, pack: Pack, parent: QWidget) -> None:
        super().__init__(parent)
        self._quantity = quantity.id
        # Made in the order of reading, which a screen reader goes by.
        question = labels.strong(_("Do the sources agree here?"), self)
        self.apart, sources = self._make_sources(quantity, pack)
        choice = QWidget(self)
        self.pick = Segmented(
            (("agree", _("They agree")), ("part", _("They part"))),
            choice,
            look="rings",
            name=_("{what}: do the sources agree here?").format(what=quantity.name),
        )
        self.pick.chosen.connect(self._pick)
        self.skip = link_button(_("Show without predicting"), choice)
        self.skip.setAccessibleName(_("Show without predicting: {what}").format(what=quantity.name))
        self.skip.clicked.connect(self._skip)
        flow = FlowLayout(choice, across=16)
        flow.addWidget(self.pick)
        flow.addWidget(self.skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (question, sources, choice):
            column.addWidget(part)
        self.setFocusProxy(self.pick)

    def _make_sources(self, quantity: QuantityShown, pack: Pack) -> tuple[SourceChecks | None, QWidget]:
        """Make the badges of the sources; to be marked where there are enough of them."""
        sources = [(at, one) for at, one in enumerate(pack.sources) if one.id in quantity.sources]
        holder = QWidget(self)
        if len(sources) < FEWEST:
            row = FlowLayout(holder, across=6)
            for index, source in sources:
                row.addWidget(Badge(source.letter, index, holder))
            return None, holder
        told = _("Mark who will stand apart, if you expect that of some:")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(labels.muted(told, holder))
        apart = SourceChecks(sources, told, holder)
        column.addWidget(apart)
        return apart, holder

    def _pick(self, chosen: str) -> None:
        if chosen == "agree":
            self._predict(Prediction("agree"))
        elif chosen == "part":
            marked = self.apart.value_in_order() if self.apart is not None else ()
            self._predict(Prediction("part", marked))

    def _skip(self) -> None:
        self._predict(Prediction("none"))

    def _predict(self, prediction: Prediction) -> None:
        self.judged.emit(Judgement(about=prediction_of(self._quantity), chosen=prediction.chosen))

    def begin_anew(self, before: Prediction) -> None:
        """Ask again, after a prediction was taken back: who was marked stays so."""
        self.pick.set_value("")
        if self.apart is not None:
            self.apart.set_value(before.apart)
