"""The texts of a folded desk as tabs, one for each pane."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets.picking.segmented import Segmented


class PaneTabs(QFrame):
    """A row of tabs; `chosen` gives the number of the pane that is wanted in front, from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._names: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 4, 20, 0)
        self._tabs = Segmented((), self, look="tabs", name=_("Texts"))
        self._row.addWidget(self._tabs)

    def set_names(self, names: Sequence[str], front: int) -> None:
        """Say what each pane holds, and which one is in front."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        self._row.removeWidget(self._tabs)
        self._tabs.hide()
        self._tabs.deleteLater()
        options = [(str(number), name) for number, name in enumerate(names)]
        self._tabs = Segmented(options, self, look="tabs", name=_("Texts"))
        self._tabs.chosen.connect(self._chosen)
        self._row.addWidget(self._tabs)
        self.set_front(front)

    def set_front(self, front: int) -> None:
        """Show which pane is in front."""
        self._tabs.set_value(str(front))

    def tab(self, number: int) -> QWidget:
        """Return the tab of a pane."""
        return self._tabs.pick(str(number))

    def _chosen(self, number: str) -> None:
        self.chosen.emit(int(number))
