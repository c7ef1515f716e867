"""What was searched for before in this sitting, to be searched for again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.flow import FlowLayout


class RecentRow(QWidget):
    """A row of words to search for again; `chosen` gives those picked. Hidden where there are none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        column.addWidget(labels.quiet(_("Searched for in this sitting, and nowhere kept:"), self))
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder, across=12, down=4)
        column.addWidget(self._holder)
        self.hide()

    def show_queries(self, queries: Sequence[str]) -> None:
        """Offer these."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for query in queries:
            button = link_button(query, self._holder)
            button.setAccessibleName(_("Search again for “{words}”").format(words=query))
            button.setProperty("query", query)
            button.clicked.connect(self._chosen)
            self._flow.addWidget(button)
            self._buttons.append(button)
        self.setVisible(bool(queries))

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons, the newest query first."""
        return tuple(self._buttons)

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen.emit(str(button.property("query")))
