"""A fold: a line that opens what stands below it, and closes it again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button, rename
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.labels import Label, Look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Fold(QWidget):
    """Words that are shown once they are asked for; `opens` and `closes` are what its line says.

    Where there are several such lines, `about` tells a screen reader which one this is.
    """

    def __init__(
        self,
        opens: str,
        closes: str,
        text: str,
        parent: QWidget,
        *,
        look: Look = "serif",
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self._opens, self._closes, self._about = opens, closes, about
        self.line = link_button(opens, self)
        self.line.clicked.connect(self._turn)
        self.card = CardFrame(self, padding=12, radius=6)
        self.text = Label(text, look, self.card)
        self.card.body.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.card)
        self.set_open(False)

    def is_open(self) -> bool:
        """Tell whether the words are shown."""
        return not self.card.isHidden()

    def set_open(self, shown: bool) -> None:
        """Show the words or put them away."""
        self.card.setVisible(shown)
        rename(self.line, self._closes if shown else self._opens)
        if self._about:
            said = _("{action}: {about}").format(action=self.line.accessibleName(), about=self._about)
            self.line.setAccessibleName(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by Enter, which buttons leave alone on some systems."""
        if self.line.hasFocus() and event.key() in ENTER and not event.modifiers():
            self._turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        self.set_open(not self.is_open())
        if self.is_open():
            announce(self.line, self.text.text())
