"""What may stand beside the texts in the place of the questions: notes, words explained, what was found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crossread.desktop.place import Place, Spot

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed
    from crossread.packs.pack import Stage


class Companion(QWidget):
    """One tab of the desk's right-hand column, beside the questions.

    `name` is its key. `spot_asked` gives a Spot that a pane should show, `asked` a Place elsewhere, `refused`
    a sentence on what was not allowed, `left`: work goes on in the text that one came from,
    `questions_asked`: it goes on with the questions. It is made when it is first looked at and lives as
    long as the desk.
    """

    name = ""
    stays = False  # whether Escape leads to the texts and leaves it in view
    spot_asked = Signal(object)
    asked = Signal(object)
    refused = Signal(str)
    left = Signal()
    questions_asked = Signal()

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.opened = opened

    def open_stage(self, stage: "Stage | None") -> None:
        """Take note of the stage in view."""

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        self.opened = opened

    def set_view(self, here: Spot | None) -> None:
        """Say where the learner reads now: the pane with the focus, and its caret or selection."""

    def set_in_view(self, sources: Sequence[str]) -> None:
        """Say which sources stand in the panes, by id."""

    def changed(self, what: "Changed") -> None:
        """Show again what has changed."""

    def enter(self) -> None:
        """Take the focus: the tab has come into view."""
        self.setFocus()

    def show_entry(self, entry: str) -> None:
        """Bring one of the things that it tells of into view, by its id."""

    def leave(self) -> None:
        """Keep what is unfinished."""

    def show_spot(self, spot: Spot) -> None:
        """Ask for a passage to be shown in a pane."""
        self.spot_asked.emit(spot)

    def go(self, place: Place) -> None:
        """Ask to go elsewhere."""
        self.asked.emit(place)
