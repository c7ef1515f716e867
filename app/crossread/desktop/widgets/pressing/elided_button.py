"""A button whose words are cut where there is no room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crossread.desktop.widgets.buttons import ButtonLook, unmarked
from crossread.desktop.widgets.tips import set_tip

_IN_PLACE_OF_NONE = "XXXX"  # what Qt leaves room for in a button without words


class ElidedButton(QPushButton):
    """A button whose words are cut to the room there is; the whole is in its name and tip."""

    def __init__(self, parent: QWidget | None = None, *, look: ButtonLook = "quiet") -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._whole = self._after = ""

    def set_whole(self, words: str, after: str = "") -> None:
        """Show these words as far as there is room, and `after` them a sign that is never cut."""
        self._whole, self._after = words, after
        self.setAccessibleName(words)
        set_tip(self, words)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for all the words."""
        words = QFontMetrics(self.font()).horizontalAdvance(self._whole + self._after)
        return QSize(words + self._spare() + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with nothing: what stands beside it matters more."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetrics(self.font())
        room = self.width() - self._spare() - metrics.horizontalAdvance(self._after)
        cut = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(unmarked(cut + self._after))

    def _spare(self) -> int:
        """Return the pixels beside the words: padding and border."""
        words = self.text().replace("&&", "&") or _IN_PLACE_OF_NONE
        return super().sizeHint().width() - QFontMetrics(self.font()).horizontalAdvance(words)
