"""The comparison in front of the texts of a desk: turned to by a key, and back."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from crossread.base.translation import _
from crossread.desktop.pages.desk.desk_layout import DeskLayout
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.widgets.announce import announce
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed
from crossread.packs.pack import Stage

if TYPE_CHECKING:
    from crossread.desktop.pages.compare.compare_area import CompareArea
    from crossread.desktop.place import Spot


class DeskFront(QObject):
    """Makes the comparison when it is first asked for and lays it over the texts.

    `turned`: it came or went, or another part of it is in view. `spot_asked`, `asked`, `looked_for` and
    `refused` pass on what it asks for.
    """

    turned = Signal()
    looked_for = Signal(object)
    spot_asked = Signal(object)
    asked = Signal(object)
    refused = Signal(str)

    def __init__(
        self, around: Surroundings, opened: OpenPack, layout: DeskLayout, focus_texts: Callable[[], None]
    ) -> None:
        super().__init__(layout)
        self._around, self._opened, self._layout = around, opened, layout
        self._focus_texts = focus_texts
        self._area: CompareArea | None = None
        self._stage: Stage | None = None
        self._kept: Mapping[str, Mapping[str, str]] = {}

    @property
    def on(self) -> bool:
        """Whether the comparison is in view, and the texts are not."""
        return self._layout.front is not None

    @property
    def area(self) -> "CompareArea | None":
        """The comparison, None as long as nobody has asked for it."""
        return self._area

    def here(self) -> str:
        """Return what of the comparison is in view; "" where the texts are."""
        return self._area.here() if self.on and self._area is not None else ""

    def passage(self) -> "Spot | None":
        """Return the passage of what is in hand in the comparison; None where there is none in view."""
        part = self._area.part if self.on and self._area is not None else None
        return part.passage() if part is not None else None

    def arranged(self) -> Mapping[str, Mapping[str, str]]:
        """Return how the learner arranged the parts of the comparison in this stage."""
        return self._area.arranged() if self._area is not None else self._kept

    def open_stage(self, stage: Stage, here: str, kept: Mapping[str, Mapping[str, str]]) -> None:
        """Show a stage: at `here`, or its texts by ""; the comparison as `arranged` told that it was left."""
        self._stage, self._kept = stage, kept
        if self._area is not None:
            self._area.open_stage(stage, kept)
        if here:
            self.show(here)
        else:
            self.hide()

    def show(self, here: str = "") -> None:
        """Bring the comparison into view, at what `here` once returned, or as it was last."""
        area = self._made()
        area.show_part(here)
        if not self.on:
            self._layout.set_front(area)
            announce(area, _("Comparison"))
        self.turned.emit()

    def hide(self) -> None:
        """Have the texts in view again."""
        if self.on:
            if self._area is not None:
                self._area.leave()
            self._layout.set_front(None)
            self.turned.emit()

    def toggle(self) -> None:
        """Turn from the texts to the comparison, or back, with the focus."""
        if self.on:
            self.hide()
            self._focus_texts()
            announce(self._layout, _("Texts"))
        else:
            self.show()
            self.enter()

    def enter(self) -> None:
        """Put the focus into the comparison."""
        if self._area is not None:
            self._area.enter()

    def find(self) -> bool:
        """Put the focus where one finds something in the comparison; False where the texts are in view."""
        part = self._area.part if self.on and self._area is not None else None
        return part is not None and part.focus_finding()

    def leave(self) -> None:
        """Keep what is unfinished."""
        if self.on and self._area is not None:
            self._area.leave()

    def set_opened(self, opened: OpenPack) -> None:
        """Take up the pack as it is after an original was added or put away."""
        self._opened = opened
        if self._area is not None:
            self._area.set_opened(opened)

    def changed(self, what: Changed) -> None:
        """Show again what has changed."""
        if self._area is not None:
            self._area.changed(what)

    def _made(self) -> "CompareArea":
        from crossread.desktop.pages.compare.compare_area import CompareArea

        if self._area is None:
            self._area = CompareArea(self._around, self._opened, self._layout)
            self._area.open_stage(self._stage, self._kept)
            self._area.spot_asked.connect(self.spot_asked)
            self._area.asked.connect(self.asked)
            self._area.looked_for.connect(self.looked_for)
            self._area.refused.connect(self.refused)
            self._area.turned.connect(self.turned)
            self._area.texts_asked.connect(self.toggle)
        return self._area
