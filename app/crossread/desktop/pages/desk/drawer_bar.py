"""The strip at the bottom of a narrow desk that opens what stands beside the texts in a wide one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import plain, rename


class DrawerBar(QFrame):
    """One button that says where the questions stand; `toggled`: it was pressed."""

    toggled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.button = plain("", self)
        set_key_tip(self.button, _("Open or close the questions"), "drawer")
        self.button.clicked.connect(self.toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)

    def say(self, words: str, *, is_open: bool) -> None:
        """Show where the questions stand and whether the drawer is open."""
        rename(self.button, f"{words}  {'▾' if is_open else '▴'}")
        told = _("Close: {where}") if is_open else _("Open: {where}")
        self.button.setAccessibleName(told.format(where=words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("ground"))
        painter.setPen(theme.current().colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
