"""A pack's first page: what it asks, its stages, its sources, and the offer to add the authors' own texts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_description
from crossread.desktop.pages.around.originals_offer import OriginalsOffer
from crossread.desktop.pages.around.overview_parts import SourceLines, StageLines, meeting
from crossread.desktop.pages.page import PackPage, Surroundings
from crossread.desktop.pages.remembered import Remembered
from crossread.desktop.place import Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, primary
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.operations.opening.attaching import Attached
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed
from crossread.packs.pack import Stage
from crossread.progress.far import how_far

WIDEST = 1120
NARROW = 900


class OverviewPage(PackPage):
    """The way into a pack. `detach_asked` asks to put a source's original away, `back_asked` back."""

    name = "overview"
    detach_asked = Signal(str)
    back_asked = Signal(str)

    def __init__(
        self, around: Surroundings, opened: OpenPack, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, opened, remembered, parent)
        self.offer: OriginalsOffer | None = None
        self._row: QBoxLayout | None = None
        self._advisory: CardFrame | None = None
        self._results: Sequence[Attached] = ()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def build(self) -> None:
        """Build the page anew from how things stand."""
        look, pack = theme.current(), self.opened.pack
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, look.scaled(36), 32, 40)
        column.setSpacing(6)
        column.addWidget(labels.display(pack.title))
        column.addWidget(labels.question(pack.central_question))
        if pack.authors:
            column.addWidget(
                labels.quiet(
                    _("By {authors} · version {version}").format(authors=pack.authors, version=pack.version)
                )
            )
        column.addSpacing(10)
        ways = QWidget()
        flow = FlowLayout(ways, across=16)
        flow.addWidget(self._way_in())
        flow.addWidget(self._way_to_notes())
        if pack.timeline:
            flow.addWidget(self._way_to_timeline())
        if pack.guide.blocks:
            flow.addWidget(self._way_to_guide())
        column.addWidget(ways)
        column.addSpacing(18)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(22)
        self._advisory = None
        self._sides = left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(16)
        left.addWidget(self._stages())
        if pack.advisory:
            self._advisory = CardFrame(padding=24)
            self._advisory.body.addWidget(labels.heading(_("Before you begin")))
            self._advisory.body.addWidget(labels.body(pack.advisory))
            right.addWidget(self._advisory)
        right.addWidget(self._sources())
        self._add_offer(left)
        left.addStretch(1)
        right.addStretch(1)
        row.addLayout(left, 54)
        row.addLayout(right, 46)
        column.addLayout(row)
        column.addStretch(1)
        page.setMaximumWidth(look.scaled(WIDEST) + 64)
        holder = QWidget()
        centre = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(page, 1000)
        centre.addStretch(1)
        kept = self._area.verticalScrollBar().value()
        self._area.setWidget(holder)
        self._area.verticalScrollBar().setValue(kept)
        self._arrange()

    def _way_in(self) -> QWidget:
        first = self.opened.pack.stages[0]
        words = _("Continue") if self._left_at() else _("Begin: {stage} ›").format(stage=first.title)
        self.begin = primary(words)
        self.begin.clicked.connect(self._go_in)
        return self.begin

    def _left_at(self) -> str:
        """Return the stage to go on with: the one in view last, else the last in the record; "" for none."""
        entered = self.around.session.state(self.opened.pack.id).stage
        known = [stage.id for stage in self.opened.pack.stages]
        return self.remembered.place.stage or (entered if entered in known else "")

    def _way_to_notes(self) -> QWidget:
        self.notes = link_button(_("Your highlights and notes ›"))
        set_key_description(self.notes, "board")
        self.notes.clicked.connect(self._go_to_notes)
        return self.notes

    def _way_to_timeline(self) -> QWidget:
        self.timeline = link_button(_("Timeline ›"))
        set_key_description(self.timeline, "timeline")
        self.timeline.clicked.connect(self._go_to_timeline)
        return self.timeline

    def _way_to_guide(self) -> QWidget:
        self.guide = link_button(_("For teachers ›"))
        self.guide.clicked.connect(self._go_to_guide)
        return self.guide

    def _go_to_guide(self) -> None:
        self.asked.emit(Place("guide", self.opened.pack.id))

    def _go_to_timeline(self) -> None:
        self.asked.emit(Place("timeline", self.opened.pack.id))

    def _go_to_notes(self) -> None:
        self.asked.emit(Place("board", self.opened.pack.id))

    def _go_in(self) -> None:
        stage = self._left_at() or self.opened.pack.stages[0].id
        self.asked.emit(Place("stage", self.opened.pack.id, stage))

    def _stages(self) -> CardFrame:
        pack = self.opened.pack
        state = self.around.session.state(pack.id)
        far = how_far(state, pack, self.opened.has_original)
        card = CardFrame(padding=16)
        heading = labels.heading(_("Stages"))
        set_margins(heading, 8, 8, 0, 4)
        card.body.addWidget(heading)
        lines = StageLines(pack, state, far, card, unchecked=self._unchecked)
        lines.chosen.connect(self._open_stage)
        card.body.addWidget(lines)
        return card

    def _unchecked(self, stage: Stage) -> int:
        """Count the answers of a stage that were given and never checked: they are not answered yet."""
        if stage.id not in self.remembered.place.stages:  # its desk was never opened
            return 0
        from crossread.desktop.pages.questions.answering import (
            Answering,  # brings all kinds: not for a first look
        )

        return len(Answering(self.around.session, self.opened, stage).unchecked())

    def _open_stage(self, stage: str) -> None:
        self.asked.emit(Place("stage", self.opened.pack.id, stage))

    def _sources(self) -> CardFrame:
        card = CardFrame(padding=24)
        card.body.addWidget(labels.heading(_("Sources")))
        lines = SourceLines(self.opened, card)
        lines.add_asked.connect(self.add_asked)
        lines.detach_asked.connect(self.detach_asked)
        lines.back_asked.connect(self.back_asked)
        lines.card_asked.connect(self._open_card)
        card.body.addWidget(lines)
        return card

    def _open_card(self, source: str) -> None:
        """Open a source's card where the sources are met."""
        met = meeting(self.opened.pack)
        if met is not None:
            self.remembered.set_source(source)
            self._open_stage(met.id)

    def _add_offer(self, column: QVBoxLayout) -> None:
        lacking = [
            source
            for source in self.opened.pack.sources
            if source.original and not self.opened.has_original(source.id)
        ]
        self.offer = None
        if self._results or (lacking and not self.remembered.place.offered):
            self.offer = OriginalsOffer(lacking, self._results)
            self.offer.add_asked.connect(self._add_any)
            self.offer.dismissed.connect(self._dismissed)
            column.insertWidget(0 if self._results else 1, self.offer)  # what one may add comes after the way

    def _add_any(self) -> None:
        self.add_asked.emit("")

    def _dismissed(self) -> None:
        self._results = ()
        self.remembered.set_offered()
        self.build()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_results(self, results: Sequence[Attached]) -> None:
        """Show what became of each file that was added."""
        self._results = tuple(results)
        self.build()
        self._area.verticalScrollBar().setValue(0)

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack with other originals."""
        super().set_opened(opened)
        if self.isVisible():
            self.build()

    def changed(self, what: Changed) -> None:
        """Show again what has changed."""
        if what.what & {"state", "originals"} and self.isVisible():
            self.build()

    def enter(self) -> None:
        """Begin with the way in."""
        self.build()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget the results of adding, which were seen."""
        self._results = ()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what is built anew when one comes back: it costs time at each change of the look."""
        super().hideEvent(event)
        if event.spontaneous():  # only the window was put out of sight
            return
        self.offer = self._row = self._advisory = None
        self._area.setWidget(QWidget())

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self.begin]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one column under the other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._row is None:
            return
        narrow = self.width() < theme.current().scaled(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        if self._advisory is not None:  # read before anything else, wherever it stands
            side = self._sides[0 if narrow else 1]
            if side.indexOf(self._advisory) < 0:
                side.insertWidget(0, self._advisory)
