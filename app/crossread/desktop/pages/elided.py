"""A line of words that is cut where there is no room for all of it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from crossread.desktop.theme import theme
from crossread.desktop.theme.looks import LOOKS
from crossread.desktop.widgets.labels import Label, Look
from crossread.desktop.widgets.tips import set_tip


class Elided(Label):
    """One line that is cut where there is no room; the whole is in its tip and its name."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__("", look, parent)
        self.setWordWrap(False)
        self._whole = ""

    def set_whole(self, words: str) -> None:
        """Show these words, as far as there is room."""
        self._whole = words
        set_tip(self, words)
        self.setAccessibleName(words)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for all the words."""
        return QSize(self._metrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Cut the words anew in another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_whole"):
            self._cut()

    def _cut(self) -> None:
        self.setText(self._metrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.current().font(LOOKS[self.look()].font))
