"""What the pages of the start have in common: one column in the middle, that scrolls where it has to."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from crossread.desktop.widgets.frames.centred_column import BESIDE, CentredColumn

WIDEST = 520  # pixels of the column at the default text size
TOP = 56


class StartPage(QWidget):
    """A page of the start; `column` is where its parts stand. Call `put_together` once they are there."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._area = CentredColumn(name, self, widest=WIDEST, spacing=12)
        self.column = self._area.column

    def put_together(self) -> None:
        """Put the column into the middle of what scrolls."""
        self._area.put_together()
        self._fit()

    def _fit(self) -> None:
        self._area.fit()
        above = min(TOP, max(16, self.height() // 12))
        self.column.setContentsMargins(BESIDE, above, BESIDE, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room above in a low window."""
        super().resizeEvent(event)
        self._fit()

    def enter(self) -> None:
        """Put the focus where work goes on."""
