"""The list of learners: a picture and a name each, one below the other."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.learners.pictures import paint_picture
from crossread.desktop.theme import theme
from crossread.desktop.widgets.lists.painted_list import PaintedList
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.operations.learners.learners import Learner

SIDE = 40  # pixels of a picture at the default text size
_EDGE = 10


class _LaidLearner:
    """A picture and a name beside it, which wraps."""

    def __init__(self, learner: Learner, width: int, *, mirrored: bool) -> None:
        look = theme.current()
        self._learner, self._width, self._mirrored = learner, width, mirrored
        self._side, self._edge = look.scaled(SIDE), look.scaled(_EDGE)
        self._left = self._side + 3 * self._edge
        self._name = Paragraph(learner.shown, look.font("heading"), width - self._left - self._edge)
        self.height = round(max(self._side, self._name.height) + 2 * self._edge)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint both in the middle of the row's height."""
        side = self._side
        left = self._width - side - self._edge if self._mirrored else self._edge
        above = (self.height - side) / 2
        paint_picture(painter, QRectF(at.x() + left, at.y() + above, side, side), self._learner.picture)
        words = at.x() + (self._edge if self._mirrored else self._left)
        above = (self.height - self._name.height) / 2
        self._name.paint(painter, QPointF(words, at.y() + above), theme.current().colour("ink"))


class LearnerList(PaintedList[Learner]):
    """Learners to choose from; letters that are typed go on to whoever looks for names: `typed`.

    Where more can be done with a learner than going to their pages, `click_goes` is False: a click picks one,
    and two clicks or Enter go there.
    """

    typed = Signal(str)
    widened = Signal()

    def __init__(self, parent: QWidget, *, click_goes: bool = True) -> None:
        super().__init__(_("Learners"), parent)
        if not click_goes:
            self.clicked.disconnect(self._show)
            self.doubleClicked.connect(self._show)

    def spoken(self, row: Learner) -> str:
        """Say a row as it is heard."""
        return _("{name}, asks for a pattern").format(name=row.shown) if row.pattern else row.shown

    def lay_out(self, row: Learner, width: int, *, current: bool) -> _LaidLearner:
        """Lay a row out in a width, in pixels."""
        del current
        return _LaidLearner(row, width, mirrored=self.mirrored())

    def height_of(self, rows: int) -> int:
        """Return the pixels that the first so many rows take."""
        shown = min(rows, len(self.rows()))
        return sum(self.sizeHintForRow(nth) for nth in range(shown)) + 2 * self.frameWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another width: names wrap otherwise."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.widened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look for a name by typing it here."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.text() and event.text().isprintable() and not event.text().isspace() and not held:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
