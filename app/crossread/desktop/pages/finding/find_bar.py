"""The bar in which words are found in one pane's text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.finding.find_field import FindField
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import quiet_button
from crossread.desktop.widgets.tips import set_tip


class FindBar(QFrame):
    """A field, how many were found, and the way from one to the next.

    `searched` gives what was typed, `stepped` 1 or -1 for the next or the one before, `closed` tells that
    the bar is done with.
    """

    searched = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.field = FindField(_("Find in this text"), _("Find in this text"), self)
        self.count = labels.quiet("", self)
        self.count.setWordWrap(False)
        self.previous = self._button("↑", _("The one before (Shift+Enter)"))
        self.next = self._button("↓", _("Next (Enter)"))
        self.close_button = self._button("×", _("Done (Escape)"))
        self.also = labels.quiet("", self)
        self.also.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addSpacing(6)
        row.addWidget(self.count)
        row.addSpacing(2)
        for button in (self.previous, self.next, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.also)
        self.field.searched.connect(self.searched)
        self.field.stepped.connect(self.stepped)
        self.field.went_down.connect(self._down)
        self.field.left.connect(self.closed)
        self.previous.clicked.connect(self._up)
        self.next.clicked.connect(self._down)
        self.close_button.clicked.connect(self.closed)

    def _button(self, sign: str, name: str) -> QPushButton:
        button = quiet_button(sign, self)
        button.setAccessibleName(name)
        set_tip(button, name)
        return button

    def _up(self) -> None:
        self.stepped.emit(-1)

    def _down(self) -> None:
        self.stepped.emit(1)

    def tell(self, number: int, count: int, also: str, *, typed: bool) -> None:
        """Say which one is gone to (from 0) of how many, and in which other spellings they were found."""
        if count:
            words = _("{number} of {count}").format(number=number + 1, count=count)
        else:
            words = _("Not found") if typed else ""
        self.count.set_look("quiet" if count or not typed else "caution")
        self.count.setText(words)
        self.also.setText(also)
        self.also.setVisible(bool(also))
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)

    def told(self) -> str:
        """Return what the bar says of how many there are."""
        return self.count.text()

    def focus(self) -> None:
        """Type here; what stands there already is typed over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline below."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme.current().colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
