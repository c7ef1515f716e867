"""A scroll bar that keeps its room, so that widths do not sway, and is seen only where there is more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QScrollBar, QWidget


class SteadyBar(QScrollBar):
    """A vertical one; where everything is in view its handle, which would fill it, is not painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._follow()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:  # noqa: N802  (Qt calls it)
        """Be of use, or not, as there is more than is in view, or not."""
        super().sliderChange(change)
        if change == QAbstractSlider.SliderChange.SliderRangeChange:
            self._follow()

    def _follow(self) -> None:
        self.setEnabled(self.maximum() > self.minimum())  # the theme leaves out the handle of a disabled one


def keep_room(area: QAbstractScrollArea) -> None:
    """Give an area such a bar, which stays however much there is to scroll."""
    area.setVerticalScrollBar(SteadyBar(area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
