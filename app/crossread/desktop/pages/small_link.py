"""A link in small type, for the quiet lines beside texts and sources."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import unmarked


class SmallLink(QPushButton):
    """A button that reads like a link, as small as the quiet line that it stands in."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "link")
        self.setAutoDefault(False)
        self.say(words)
        self._restyle()

    def say(self, words: str) -> None:
        """Change what it says, to the eye and to a screen reader."""
        self.setText(unmarked(words))
        self.setAccessibleName(words)

    def _restyle(self) -> None:
        self.setFont(theme.current().font("small"))

    def changeEvent(self, event: QEvent) -> None:
        """Take up a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._restyle()
