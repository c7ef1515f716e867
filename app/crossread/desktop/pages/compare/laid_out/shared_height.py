"""Two widgets, one above the other, that share the height as usual until a learner moves their border."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from crossread.desktop.widgets.frames.grip_splitter import GripSplitter

THOUSAND = 1000  # a share that is kept is in thousandths


class SharedHeight(GripSplitter):
    """`name` is what a screen reader calls the border; `share` is the usual part of the lower, up to 1.

    Enter and a double click on the border bring the usual share back.
    """

    def __init__(self, name: str, share: float, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, name, parent)
        self._usual = share
        self._own: float | None = None
        self._needed = 0
        self.splitterMoved.connect(self._moved)
        self.evening_asked.connect(self._even)

    def set_usual(self, share: float) -> None:
        """Have another share from now on, where the learner has not moved the border."""
        self._usual = share
        self._set_sizes()

    def set_needed(self, pixels: int) -> None:
        """Give the upper no more than it needs, where the learner has not moved the border; 0: its share."""
        if pixels != self._needed:
            self._needed = pixels
            self._set_sizes()

    def kept(self) -> str:
        """Return the share that the learner gave the lower one, in words to be kept; "" for none."""
        return "" if self._own is None else str(round(self._own * THOUSAND))

    def take(self, kept: str) -> None:
        """Take up what `kept` returned; "" and what is no share change nothing."""
        share = int(kept) / THOUSAND if kept.isascii() and kept.isdecimal() else 0.0
        if 0 < share < 1:
            self._own = share
            self._set_sizes()

    def _set_sizes(self) -> None:
        high = self.height()
        below = round(high * (self._usual if self._own is None else self._own))
        if self._own is None and self._needed:
            below = max(below, high - self._needed)
        self.setSizes([high - below, below])

    def _moved(self, _position: int, _index: int) -> None:
        above, below = self.sizes()
        self._own = below / max(1, above + below)

    def _even(self) -> None:
        self._own = None
        self._set_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another height."""
        super().resizeEvent(event)
        self._set_sizes()
