"""What became of one gap, below the text: its number, what it was worth, what was asked for, and why."""

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.options.option_card import tall_as_needed
from crossread.desktop.answers.outcome import Outcome
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides

_NUMBER = 22  # room for the number, in pixels at the default text size
_USUAL = 320


class GapNote(QWidget):
    """A line or two on one gap."""

    def __init__(self, number: int, outcome: Outcome, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._outcome = number, outcome
        self.setSizePolicy(tall_as_needed())
        self.setAccessibleName(_("Gap {number}: {words}").format(number=number, words=outcome.words()))

    def outcome(self) -> Outcome:
        """Return what it says."""
        return self._outcome

    def _room(self, width: int) -> int:
        return width - theme.current().scaled(_NUMBER)

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        return int(self._outcome.height(self._room(width))) + 1

    def sizeHint(self) -> QSize:
        """Return the note at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow note; its height for a width comes from `heightForWidth`."""
        now = theme.current()
        return QSize(now.scaled(100), now.scaled(18))

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number and the lines."""
        now, painter = theme.current(), QPainter(self)
        number = Paragraph(str(self._number), now.font("small"), now.scaled(_NUMBER))
        sides = Sides.of(self)
        number.paint(painter, QPointF(0, 0), now.colour("muted"), sides)
        self._outcome.paint(painter, QPointF(now.scaled(_NUMBER), 0), self._room(self.width()), sides)
