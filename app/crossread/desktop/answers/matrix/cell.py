"""One cell of a matrix: how a source stands to a claim, in a sign and a word, and what became of it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crossread.desktop.answers.matrix.face import (
    CellFace,
    paint_ground,
    paint_narrow,
    paint_wide,
    wide_height,
    wide_parts,
)
from crossread.desktop.answers.matrix.signs import SHORTEST, all_words
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.painted import Painted
from crossread.desktop.widgets.painting.sides import Sides

_PAD = 2  # pixels at the default text size, beside the words of a narrow cell


class MatrixCell(Painted, QPushButton):
    """A cell that can be gone to; `reached` comes when it is, `entered` by Enter or Space on it.

    `level` is how short its words are, see `short_word`; a `wide` cell has room for what the source says.
    The cell in hand (`current`) is framed, wherever the focus is.
    """

    reached = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = CellFace()
        self.level, self.wide, self.current = 0, False, False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hear_the_mouse()

    def set_face(self, face: CellFace) -> None:
        """Show something else."""
        if face != self.face:
            self.face = face
            self.setAccessibleName(face.name)
            self.update()

    def set_current(self, current: bool) -> None:
        """Be the cell in hand, to which Tab comes, or not."""
        self.current = current
        tab = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(tab)
        self.update()

    def wide_height(self, width: int) -> int:
        """Return the height at which nothing is cut off in a wide cell, in pixels."""
        return wide_height(wide_parts(self.face, width))

    def sizeHint(self) -> QSize:
        """Return the size that the grid has given."""
        return self.size()

    def minimumSizeHint(self) -> QSize:
        """Return nothing: the grid decides."""
        return QSize(0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the cell was gone to."""
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be entered by Enter or Space; leave all other keys to the grid."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        self._by_keyboard = True
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.entered.emit()
        else:
            event.ignore()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cell."""
        where, sides = QRectF(self.rect()), Sides.of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, where, self.face, current=self.current, hovered=self.underMouse())
        if self.wide:
            paint_wide(painter, self.face, wide_parts(self.face, self.width()), sides)
        else:
            paint_narrow(painter, where, self.face, self.level, sides)
        if self.shows_focus():
            self.paint_focus(painter, where.adjusted(2, 2, -2, -2), 3, "ink")


def level_for(width: int) -> int:
    """Return how short words have to be for a cell of a width in pixels: 0 whole, 1 shortened, 2 none."""
    now = theme.current()
    metrics = QFontMetrics(now.font("small"))
    room = width - 2 * now.scaled(_PAD)
    for level in range(SHORTEST):
        if max(metrics.horizontalAdvance(word) for word in all_words(level)) <= room:
            return level
    return SHORTEST
