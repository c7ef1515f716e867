"""A list and the work on what is chosen in it: side by side where there is room, else one above the other."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from crossread.desktop.pages.compare.laid_out.filtered_list import FilteredList
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.sides import set_margins

_LIST, _WORK = 250, 440  # pixels at the default text size: the width of the list, the least of the work
_BELOW = 200  # the least of the work where it stands below the list
_BEFORE = 72  # pixels at the default text size that stay in view above what is gone to
ENDLESS = 16_777_215  # Qt's own largest size
_ABOVE = 150  # pixels at the default text size: the most of the list where it stands above


class ListAndWork(QWidget):
    """`lines` is the list; widgets of the work are added to `body`, which scrolls."""

    def __init__(self, lines: FilteredList, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = lines
        lines.setParent(self)  # before the work, as it is read
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(name)
        self.area.viewport().setAutoFillBackground(False)
        self._inside = inside = QWidget(self.area)
        inside.setAutoFillBackground(False)
        self.body = QVBoxLayout(inside)
        set_margins(self.body, 0, 0, 12, 12)
        self.body.setSpacing(12)
        # As high as its lines are in this width, not as their least sizes add up to in a narrow one.
        inside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._wanted: QWidget | None = None
        self._later = QTimer(self)  # what has just come has no place yet
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._scroll)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addWidget(lines)
        self._row.addWidget(self.area, 1)
        self._share()

    def show_in_view(self, widget: QWidget) -> None:
        """Scroll the work such that a widget of it stands at the top, as soon as it has its place."""
        self._wanted = widget
        self._later.start()

    def _scroll(self) -> None:
        wanted = self._wanted
        if wanted is not None and wanted.isVisible():
            top = wanted.mapTo(self._inside, QPoint(0, 0)).y()
            self.area.verticalScrollBar().setValue(top - theme.current().scaled(_BEFORE))

    def to_top(self) -> None:
        """Show the work from its beginning."""
        self.area.verticalScrollBar().setValue(0)

    def _share(self) -> None:
        now = theme.current()
        wide = self.width() >= now.scaled(_LIST + _WORK) + 24
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
        self.area.setMinimumHeight(0 if wide else now.scaled(_BELOW))
        self.lines.setMaximumHeight(ENDLESS if wide else now.scaled(_ABOVE))
        self.lines.setMinimumWidth(now.scaled(_LIST) if wide else 0)
        self.lines.setMaximumWidth(now.scaled(_LIST) if wide else ENDLESS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the work or above it."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._share()
