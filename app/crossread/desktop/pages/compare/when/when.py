"""When was it true: a slider over the dates of writing, and what each source could know by then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.laid_out.part_area import PartArea
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.told.passages import MatrixPassages
from crossread.desktop.pages.compare.when.rows import ClaimThenRow, SourceThenRow
from crossread.desktop.pages.compare.when.slider import WhenSlider
from crossread.desktop.pages.compare.when.words import moment_words, sum_words, undated_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.progress.claim_matrix import told_claim
from crossread.progress.when_editions import editions
from crossread.progress.when_written import ClaimThen, claims_then, moments, sources_then, undated

if TYPE_CHECKING:
    from crossread.desktop.pages.compare.when.editions import EditionsCard
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed
    from crossread.packs.pack import Stage


class WhenPart(ComparePart):
    """The sources as they stood on a day, the claims overtaken by then, and editions that differ."""

    name = "when"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        pack = opened.pack
        self.moments = moments(pack)
        self.slider = WhenSlider(self.moments, [source.letter for source in pack.sources], self)
        self.slider.setValue(len(self.moments) - 1)
        self.date = labels.heading("", self)
        self.sum = labels.muted("", self)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 8)
        top.setSpacing(4)
        for part in (self.date, self.sum, self.slider):
            top.addWidget(part)
            part.setVisible(bool(self.moments))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(16)
        self.sources: dict[str, SourceThenRow] = {}
        self.claims: list[ClaimThenRow] = []
        self._overtaken: CardFrame | None = None
        self.editions: list[EditionsCard] = []
        self._add_sources(inside, column)
        self._add_claims(inside, column)
        self._add_editions(inside, column)
        column.addStretch(1)
        self.area = PartArea(_("When was it true?"), inside, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)
        self.slider.valueChanged.connect(self._moved)
        self._show()

    # What is there

    def _add_sources(self, inside: QWidget, column: QVBoxLayout) -> None:
        pack = self.opened.pack
        card = CardFrame(inside, look="plain" if self.moments else "dashed")
        if self.moments:
            card.body.addWidget(labels.heading(_("What each source could know"), card))
        else:
            card.body.addWidget(labels.heading(_("No dates of writing"), card))
            told = _("The authors of this pack say of no source when it was written.")
            card.body.addWidget(labels.body(told, card))
        for then in sources_then(pack, self.moments[-1].day) if self.moments else ():
            row = SourceThenRow(then.source, pack.sources.index(then.source), card)
            row.spot_asked.connect(self.spot_asked)
            card.body.addWidget(row)
            self.sources[then.source.id] = row
        rest = undated_words(undated(pack)) if self.moments else ""
        if rest:
            card.body.addWidget(labels.muted(rest, card))
        column.addWidget(card)

    def _add_claims(self, inside: QWidget, column: QVBoxLayout) -> None:
        count = len(claims_then(self.opened.pack, self.moments[-1].day)) if self.moments else 0
        if not count:
            return
        self._overtaken = card = CardFrame(inside)
        card.body.addWidget(labels.heading(_("Claims that later facts overtook"), card))
        for _number in range(count):
            row = ClaimThenRow(card)
            card.body.addWidget(row)
            self.claims.append(row)
        column.addWidget(card)

    def _add_editions(self, inside: QWidget, column: QVBoxLayout) -> None:
        found = editions(self.opened.pack)
        if not found:
            return
        from crossread.desktop.pages.compare.when.editions import EditionsCard

        for two in found:
            card = EditionsCard(self.opened, self.around.veiling, two, inside)
            card.spot_asked.connect(self.spot_asked)
            column.addWidget(card)
            self.editions.append(card)

    def show_covers(self) -> None:
        """Show the claims and the editions with what of them is covered now."""
        self._show()
        for card in self.editions:
            card.show_passages()

    # What is shown

    def show_again(self, what: "Changed") -> None:
        """Show again what a question no longer keeps back."""
        if "state" in what.what:
            self._show()

    def _moved(self, _number: int) -> None:
        self._show()
        if self.slider.moment is not None:
            announce(self, f"{moment_words(self.slider.moment)}. {self.sum.text()}")
        self.turned.emit()

    def _show(self) -> None:
        """Show all of it as it stood on the day that is chosen."""
        moment, pack = self.slider.moment, self.opened.pack
        if moment is None:
            return
        sources, claims = sources_then(pack, moment.day), self._claims_then(moment.day)
        self.date.setText(moment_words(moment))
        self.sum.setText(sum_words(sources, claims, len(undated(pack))))
        for then in sources:
            self.sources[then.source.id].show_then(then)
        held = self.opened.held(self.state())
        told = MatrixPassages(self.opened, self.around.veiling).told
        for row, claim in zip_longest(self.claims, claims):
            row.setVisible(claim is not None)
            if claim is not None:
                now = replace(claim, claim=told_claim(claim.claim, told))
                row.show_then(now, kept_back=bool(held.of_claim(claim.claim.id)))
        if self._overtaken is not None:
            self._overtaken.setVisible(bool(claims))

    def _claims_then(self, day: date) -> list[ClaimThen]:
        """Return the claims of the stage that later facts overtook at some time, all where it names none."""
        wanted = self.stage.claims if self.stage is not None and self.stage.kind == "compare" else ()
        return [one for one in claims_then(self.opened.pack, day) if not wanted or one.claim.id in wanted]

    # What a part is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the claims of a stage that compares, else all."""
        super().open_stage(stage)
        self._show()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        for card in self.editions:
            card.set_opened(opened)
        self._show()

    def about(self) -> str:
        """Return the day that is chosen, as the pack writes it."""
        return self.slider.moment.written if self.slider.moment else ""

    def go_to(self, about: str) -> None:
        """Choose a day, by its date as the pack writes it."""
        for number, moment in enumerate(self.moments):
            if moment.written == about:
                self.slider.setValue(number)

    def firm(self) -> Sequence[str]:
        """Return the floor of the claims that are overtaken by then."""
        moment = self.slider.moment
        claims = self._claims_then(moment.day) if moment else ()
        return [one.claim.floor for one in claims if one.overtaken and one.claim.floor]

    def enter(self) -> None:
        """Put the focus on the slider."""
        if self.moments:
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
