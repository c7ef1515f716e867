"""What scrolls within a part of the comparison, which may itself stand in something that scrolls."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from crossread.desktop.theme import theme

LEAST = (160, 320)  # pixels at the default text size: across, and high enough to be read in


class PartArea(QScrollArea):
    """Scrolls upwards and downwards alone; asks for no more height than it is of use with.

    Where the window is lower than that, what stands around scrolls.
    """

    def __init__(self, name: str, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:
        """Return the least size, whatever is inside."""
        return QSize(*(theme.current().scaled(measure) for measure in LEAST))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)
