"""One part of the comparison: what every tab of it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from crossread.base.errors import Expected
from crossread.desktop.pages.judgements_in_work import JudgementsInWork
from crossread.operations.sessions.changed import Changed

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.desktop.place import Spot
    from crossread.inquiry.commands import Command
    from crossread.inquiry.state import InquiryState
    from crossread.operations.opening.opened import OpenPack
    from crossread.packs.pack import Stage


@dataclass(frozen=True, slots=True)
class CellWaiting:
    """A cell of the claim matrix, by the ids of its claim and its source, that words are looked for."""

    claim: str
    source: str


class ComparePart(QFrame):
    """One tab of the comparison, made when it is first looked at. Out of sight it shows nothing anew.

    `name` is its key. `spot_asked` gives a Spot that a pane should show, `asked` a Place elsewhere, `refused`
    a sentence on what was not allowed. `looked_for` gives a CellWaiting, to be filled from the texts.
    `part_asked` gives another part and what to take in hand there, "matrix/claim". `turned`: something else
    is in hand, or in view.
    """

    name = ""
    spot_asked = Signal(object)
    asked = Signal(object)
    refused = Signal(str)
    looked_for = Signal(object)
    part_asked = Signal(str)
    turned = Signal()

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.opened = opened
        self.stage: Stage | None = None
        self.said = JudgementsInWork(around.session, opened)
        self._missed: dict[str, Changed] = {}  # by pack
        self._missed_covers = False
        around.veiling.changed.connect(self.covers_changed)

    def open_stage(self, stage: "Stage | None") -> None:
        """Show what a stage works at; with None, all that the pack compares."""
        self.stage = stage

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        self.opened = opened
        self.said.set_opened(opened)

    # What changed

    def changed(self, what: "Changed") -> None:
        """Take up what has changed: in view at once, out of sight before that comes into view again."""
        before = self._missed.get(what.pack)
        self._missed[what.pack] = Changed(before.what | what.what, what.pack) if before else what
        if self.isVisible():
            self.catch_up()

    def covers_changed(self) -> None:
        """Take up that passages were covered or uncovered, when `changed` would."""
        self._missed_covers = True
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Show all that changed while this was out of sight."""
        covers, self._missed_covers = self._missed_covers, False
        missed, self._missed = self._missed, {}
        for what in missed.values():
            self.show_again(what)
        if covers:
            self.show_covers()

    def show_again(self, what: "Changed") -> None:
        """Show again what has changed; asked of what comes into view."""

    def show_covers(self) -> None:
        """Show passages as they are covered now; asked of what comes into view."""

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed out of sight."""
        self.catch_up()
        super().showEvent(event)

    # What a part is

    def about(self) -> str:
        """Return what is in hand, by its id, for coming back to it; "" for nothing in particular."""
        return ""

    def go_to(self, about: str) -> None:
        """Take in hand what `about` returned; what is no longer there changes nothing."""

    def arranged(self) -> Mapping[str, str]:
        """Return by name how the learner arranged this, to be found again."""
        return {}

    def arrange(self, kept: Mapping[str, str]) -> None:
        """Take up what `arranged` returned in this stage; what is not in it, or does not fit, is as usual."""

    def passage(self) -> "Spot | None":
        """Return the passage of what is in hand, to be evidence elsewhere; None where it has none."""
        return None

    def firm(self) -> Sequence[str]:
        """Return the ids of the lines of what stands firm that belong to what is in view, nearest first."""
        return ()

    def focus_finding(self) -> bool:
        """Put the focus where one finds something in this part; False where it has no such field."""
        return False

    def enter(self) -> None:
        """Put the focus where work goes on."""
        self.setFocus()

    def leave(self) -> None:
        """Keep what is unfinished."""

    def state(self) -> "InquiryState":
        """Return where the learner is in the pack."""
        return self.around.session.state(self.opened.pack.id)

    def judge(self, about: str, **says: Any) -> bool:
        """Say something of what the comparison asks; where it cannot be kept it stays as it was said.

        False, with a sentence to the page, where it is not allowed.
        """
        self.said.change(about, **says)
        return self._put_said(goes_on=False)

    def keep_said(self) -> None:
        """Keep what was said: a field for words was left."""
        self._put_said(goes_on=False)

    def pause_said(self) -> None:
        """Keep what was said so far; whoever is writing goes on."""
        self._put_said(goes_on=True)

    def _put_said(self, *, goes_on: bool) -> bool:
        try:
            self.said.keep(goes_on=goes_on)
        except Expected as error:
            self.refused.emit(error.message)
            return False
        return True

    def do(self, command: "Command") -> bool:
        """Do what the learner asked for; False, with a sentence to the page, where it is not allowed."""
        try:
            return self.around.session.do(self.opened, command)
        except Expected as error:
            self.refused.emit(error.message)
            return False
