"""Before the figures of a quantity are seen: whether the sources are expected to agree."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.badge import Badge
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.flow import FlowLayout
from crossread.desktop.widgets.segmented import Segmented
from crossread.inquiry.comparison import Judgement, prediction_of
from crossread.packs.pack import Pack
from crossread.progress.figures_shown import QuantityShown


class FigureAsking(QWidget):
    """The sources that give figures, and what the learner expects. `judged` gives it as a Judgement."""

    judged = Signal(object)

    def __init__(self, quantity: QuantityShown, pack: Pack, parent: QWidget) -> None:
        super().__init__(parent)
        self._quantity = quantity.id
        badges = QWidget(self)
        row = FlowLayout(badges, across=6)
        for index, source in enumerate(pack.sources):
            if source.id in quantity.sources:
                row.addWidget(Badge(source.letter, index, badges))
        self.pick = Segmented(
            (("agree", _("They agree")), ("part", _("They part"))),
            self,
            look="rings",
            name=_("{what}: do the sources agree here?").format(what=quantity.name),
        )
        self.pick.chosen.connect(self._pick)
        self.skip = link_button(_("Show without predicting"), self)
        self.skip.setAccessibleName(_("Show without predicting: {what}").format(what=quantity.name))
        self.skip.clicked.connect(self._skip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(badges)
        column.addWidget(labels.strong(_("Do the sources agree here?"), self))
        choice = QWidget(self)
        flow = FlowLayout(choice, across=16)
        flow.addWidget(self.pick)
        flow.addWidget(self.skip)
        column.addWidget(choice)
        self.setFocusProxy(self.pick)

    def _pick(self, chosen: str) -> None:
        if chosen:
            self.judged.emit(Judgement(about=prediction_of(self._quantity), chosen=(chosen,)))

    def _skip(self) -> None:
        self.judged.emit(Judgement(about=prediction_of(self._quantity), chosen=("none",)))
