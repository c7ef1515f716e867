"""The passages behind a reason, with the button that adds one: what it looks like to be the one in hand."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_description, set_key_tip
from crossread.desktop.pages.notes.noted_passages import NotedPassages
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import quiet_button
from crossread.desktop.widgets.painting.sides import Sides, set_margins
from crossread.progress.notes_board import Piece

ACTION = "to-reason"  # the key that sends a passage to what is in hand
_BAR = 3  # pixels of the line beside what is in hand


class Behind(QWidget):
    """Words with passages behind them: the base of a reason, and of what is thought of an expectation.

    Passages that are sent go to the one that is in hand, which has a line beside it and the button that
    adds one. `target` is its name among those that take passages. `shown` gives a Piece, `removed` a
    NotedPassage, `add_asked` wants what is selected.
    """

    shown = Signal(object)
    removed = Signal(object)
    add_asked = Signal()

    def __init__(self, target: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.target = target
        self._in_hand = False
        self.passages = NotedPassages(self, name=name, take_out=_("Take away: {quote}"))
        self.passages.shown.connect(self.shown)
        self.passages.removed.connect(self.removed)
        self.passages.hide()
        self.add = quiet_button(_("Add the passage selected in a text"), self)
        set_key_description(self.add, ACTION)
        set_key_tip(self.add, _("Or send it from the text"), ACTION)
        self.add.clicked.connect(self.add_asked)
        self.add.hide()
        self.column = QVBoxLayout(self)
        set_margins(self.column, 12, 4, 0, 4)
        self.column.setSpacing(4)

    def lay_out_passages(self) -> None:
        """Put the passages below what was laid out so far."""
        self.column.addWidget(self.passages)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def added(self) -> str:
        """Return what is said of a passage, {quote}, that was added."""
        return _("Added: {quote}")

    def fill_passages(self, pieces: Sequence[Piece]) -> None:
        """Show these passages."""
        self.passages.fill(pieces)

    @property
    def in_hand(self) -> bool:
        """Whether passages that are sent go here."""
        return self._in_hand

    def set_in_hand(self, in_hand: bool) -> None:
        """Have passages that are sent go here, or elsewhere."""
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self.add.setVisible(in_hand)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line beside what is in hand."""
        if self._in_hand:
            now = theme.current()
            painter = QPainter(self)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("accent"))
            bar = Sides.of(self).rect(0, 0, _BAR, QRectF(self.rect()).height())
            painter.drawRoundedRect(bar, 1.5, 1.5)
