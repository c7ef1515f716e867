"""A field of one line that asks for something; where its question is cut, the whole of it is in the tip."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.tips import set_tip

_AROUND = 28  # pixels at the default text size, before and after the words together


class Field(QLineEdit):
    """`asks` stands in it as long as nothing was typed, `name` is what a screen reader calls it."""

    def __init__(self, name: str, asks: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(asks)

    def _see_room(self) -> None:
        asked = self.fontMetrics().horizontalAdvance(self.placeholderText())
        is_cut = asked + theme.current().scaled(_AROUND) > self.width()
        set_tip(self, self.placeholderText() if is_cut else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep an Enter that led the focus elsewhere: it would go on and press the button there too."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.hasFocus():
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put into the tip what has no room."""
        super().resizeEvent(event)
        self._see_room()

    def changeEvent(self, event: QEvent) -> None:
        """Look again in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._see_room()
