"""The form of the pages around reading: a list, something to read, and a column to write in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.desktop.theme import theme

SIDE = 384  # pixels of the column at the right, at the default text size


class SideColumn(QFrame):
    """A column on the ground that scrolls, with a footer that stays."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(24, 28, 24, 16)
        self.column.setSpacing(8)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(name)
        self.area.setWidget(self.inside)
        self.footer = QHBoxLayout()
        self.footer.setContentsMargins(24, 10, 24, 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addLayout(self.footer)


class SidePage(QWidget):
    """The reading part with the column beside it, or below it where it is narrow."""

    def __init__(self, main: QWidget, side: SideColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self._main, self._side = main, side
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._line = QFrame(self)
        self._line.setProperty("look", "line")
        self._row.addWidget(main, 1)
        self._row.addWidget(self._line)
        self._row.addWidget(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the column beside the reading part or below it."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Choose the form for the width and the text size."""
        side = theme.current().scaled(SIDE)
        narrow = self.width() < side + theme.current().scaled(400)
        if narrow:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            self._side.setFixedWidth(self.width())
            self._side.setMaximumHeight(self.height() // 2)
            self._line.setFixedSize(self.width(), 1)
        else:
            self._row.setDirection(QBoxLayout.Direction.LeftToRight)
            self._side.setFixedWidth(side)
            self._side.setMaximumHeight(16_777_215)
            self._line.setFixedSize(1, self.height())
