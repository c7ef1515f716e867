"""A banner: a sentence across the page, with what can be done about it."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.painting.sides import set_margins

BannerLook = Literal["news", "caution", "wrong"]

_STRIPE = 4  # pixels of the edge that says how grave it is
_LOOKS = {
    "news": ("selected", "accent"),
    "caution": ("caution-soft", "caution"),
    "wrong": ("wrong-soft", "wrong"),
}


class Banner(QWidget):
    """A message with actions; hidden until it has something to say. `acted` gives the id of an action."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: BannerLook = "news"
        self._label = Label("", "body", self)
        self._actions = QWidget(self)
        self._row = FlowLayout(self._actions, across=8, down=4)
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        set_margins(row, 24, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self._label, 1)
        row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def message(self) -> str:
        """Return the sentence shown, or "" where the banner is hidden."""
        return self._label.text() if not self.isHidden() else ""

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons of the actions, in order."""
        return tuple(self._buttons)

    def show_message(
        self, message: str, actions: Sequence[tuple[str, str]] = (), look: BannerLook = "news"
    ) -> None:
        """Show a sentence with actions as (id, label); announce it."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for key, label in actions:
            button = plain(label, self._actions)
            button.setProperty("action", key)
            button.clicked.connect(self._act)
            self._row.addWidget(button)
            self._buttons.append(button)
        self._actions.setVisible(bool(self._buttons))
        self._look = look
        self._label.setText(message)
        self.setAccessibleName(message)
        self.show()
        self.update()
        announce(self, message)

    def clear(self) -> None:
        """Say nothing and take no room."""
        self.hide()

    def _act(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.acted.emit(str(button.property("action")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge that says how grave it is."""
        ground, edge = _LOOKS[self._look]
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour(ground))
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _STRIPE if from_right else 0
        painter.fillRect(QRectF(left, 0, _STRIPE, self.height()), theme.current().colour(edge))
