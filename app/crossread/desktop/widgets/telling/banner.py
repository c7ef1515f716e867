"""A banner: a sentence across the page, with what can be done about it."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QScrollArea, QSizePolicy, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.frames.scroll_edges import ScrollEdges
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.painting.sides import set_margins

BannerLook = Literal["news", "caution", "wrong"]

_STRIPE = 4  # pixels of the edge that says how grave it is
_NARROW = 640  # pixels at the default text size: below this the actions stand under the sentence
_MOST = 0.3  # of the height of the window, for the sentence; what is more is scrolled to
_MOST_NARROW = 0.15  # where the actions take height as well
_LOOKS = {
    "news": ("selected", "accent"),
    "caution": ("caution-soft", "caution"),
    "wrong": ("wrong-soft", "wrong"),
}


class _Words(QScrollArea):
    """The sentence: as high as it takes; in a low window with large text it leaves room to the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = Label("", "body")
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ScrollEdges(self)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt calls it)
        """Tell that fewer pixels across need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all the words, as far as the window has it."""
        whole, window = self.label.heightForWidth(width), self.window()
        if window is self.parentWidget():
            return whole
        narrow = window.width() < theme.current().scaled(_NARROW)
        return min(whole, max(24, int(window.height() * (_MOST_NARROW if narrow else _MOST))))

    def sizeHint(self) -> QSize:
        """Ask for the room of the words."""
        return self.label.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be content with one word in a line."""
        return QSize(self.label.minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll, and let Tab come here, where there is something to scroll to."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Scroll where there is not room for all the words that there are now."""
        all_of_it = self.label.heightForWidth(self.width()) <= self.height()
        bars = Qt.ScrollBarPolicy  # told and not left to Qt, which lays the words out as if there were no bar
        self.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if all_of_it else bars.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if all_of_it else Qt.FocusPolicy.TabFocus)


class Banner(QWidget):
    """A message with actions; hidden until it has something to say. `acted` gives the id of an action."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: BannerLook = "news"
        self._words = _Words(self)
        self._label = self._words.label
        self._actions = QWidget(self)
        self._row = FlowLayout(self._actions, across=8, down=4)
        self._buttons: list[QPushButton] = []
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        set_margins(self._beside, 24, 8, 16, 8)
        self._beside.addWidget(self._words, 1)
        self._beside.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        self._beside.setSpacing(16)
        self._later = QTimer(self)  # what changes while it is laid out changes no height
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._stand)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions beside the sentence, or under it where there is little room across."""
        super().resizeEvent(event)
        self._later.start()

    def _direction(self) -> QBoxLayout.Direction:
        narrow = self.width() < theme.current().scaled(_NARROW)
        return QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight

    def _stand(self) -> None:
        narrow = self._direction() == QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(self._direction())
        self._beside.setSpacing(8 if narrow else 16)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._beside.setAlignment(self._actions, Qt.AlignmentFlag(0) if narrow else middle)
        room = self._beside.contentsRect().width()
        self._actions.setMinimumHeight(self._row.heightForWidth(room) if narrow and self._buttons else 0)
        self.updateGeometry()

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
        self._words.setAccessibleName(message)
        self._words.verticalScrollBar().setValue(0)
        self._words.updateGeometry()
        self._words.fit()
        self._later.start()
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
