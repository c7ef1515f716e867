"""What the pages of the start have in common: one column in the middle, that scrolls where it has to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.desktop.theme import theme

WIDEST = 520  # pixels of the column at the default text size
TOP = 56


class StartPage(QWidget):
    """A page of the start; `column` is where its parts stand. Call `put_together` once they are there."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setSpacing(12)

    def put_together(self) -> None:
        """Put the column into the middle of what scrolls."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._inside, 1000)
        row.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.accessibleName())
        area.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._fit()

    def _fit(self) -> None:
        look = theme.current()
        self._inside.setMaximumWidth(look.scaled(WIDEST) + 64)
        above = min(TOP, max(16, self.height() // 12))
        self.column.setContentsMargins(32, above, 32, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room above in a low window."""
        super().resizeEvent(event)
        self._fit()

    def enter(self) -> None:
        """Put the focus where work goes on."""
