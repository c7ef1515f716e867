"""One cell of a matrix: how a source stands to a claim, in a sign and a word, and what became of it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crossread.desktop.answers.matrix_signs import SHORTEST, all_words, short_word, signs
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painted import Painted
from crossread.desktop.widgets.paragraph import Paragraph
from crossread.desktop.widgets.sides import Sides
from crossread.questions.claims import Stance
from crossread.questions.mark import Verdict

_PAD, _ABOVE = 2, 6  # pixels at the default text size, inside a cell
_BESIDE = 8  # the same, in a wide cell
_BORDERS = {"right": "right", "partly": "caution", "wrong": "wrong"}
_VERDICTS = {"right": "✓", "partly": "◐", "wrong": "✗"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFace:
    """What a cell shows: stances, and what the source says in short, for cells with room for it.

    `given` cells are filled in already. `name` is what a screen reader hears.
    """

    name: str = ""
    stances: tuple[Stance, ...] = ()
    says: str = ""
    given: bool = False
    verdict: Verdict = "unscored"


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
        above = theme.current().scaled(_ABOVE)
        return int(sum(part.height for part in self._wide_parts(width)) + 2 * above) + 1

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

    def _wide_parts(self, width: int) -> list[Paragraph]:
        now, face = theme.current(), self.face
        room = width - 2 * now.scaled(_BESIDE)
        first = " ".join(words for words in (signs(face.stances), short_word(face.stances, 0)) if words)
        verdict = _VERDICTS.get(face.verdict, "")
        parts = [Paragraph(f"{verdict} {first}".strip(), now.font("small"), room)]
        if face.says:
            parts.append(Paragraph(face.says, now.font("interface"), room))
        return parts

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cell."""
        now, where, face = theme.current(), QRectF(self.rect()), self.face
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border, width = ("" if face.given else "control-line"), 1.0  # told apart by more than their grey
        if face.verdict in _BORDERS:
            border, width = _BORDERS[face.verdict], 1.5
        if self.current:
            border, width = ("ink" if face.verdict in _BORDERS else "accent"), 2.0
        ground = "ground" if face.given else "surface"
        if face.verdict in _BORDERS:
            ground = f"{_BORDERS[face.verdict]}-soft"
        elif self.current:
            ground = "selected"
        elif self.underMouse():
            ground = "hover"
        painter.setPen(QPen(now.colour(border), width) if border else Qt.PenStyle.NoPen)
        painter.setBrush(now.colour(ground))
        half = width / 2
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), 4, 4)
        if self.wide:
            self._paint_wide(painter)
        else:
            self._paint_narrow(painter, where)
        if self.shows_focus():
            self.paint_focus(painter, where.adjusted(2, 2, -2, -2), 3, "ink")

    def _paint_wide(self, painter: QPainter) -> None:
        now = theme.current()
        at = QPointF(now.scaled(_BESIDE), now.scaled(_ABOVE))
        verdict = _BORDERS.get(self.face.verdict)
        for place, part in enumerate(self._wide_parts(self.width())):
            role = "ink" if place else (verdict or "muted")
            part.paint(painter, at, now.colour(role), Sides.of(self))
            at += QPointF(0, part.height)

    def _paint_narrow(self, painter: QPainter, where: QRectF) -> None:
        now, face = theme.current(), self.face
        ink = now.colour("muted" if face.given else "ink")
        middle = Qt.AlignmentFlag.AlignHCenter
        top = float(now.scaled(_ABOVE))
        if signs(face.stances):
            sign = Paragraph(signs(face.stances), now.font("heading"), where.width(), 1.25, middle)
            sign.paint(painter, QPointF(0, top), ink)
            top += sign.height
            word = short_word(face.stances, self.level)
            if word:
                Paragraph(word, now.font("small"), where.width(), align=middle).paint(
                    painter, QPointF(0, top), ink
                )
        verdict = _VERDICTS.get(face.verdict, "")
        if verdict:
            corner = Paragraph(verdict, now.font("small-strong"), where.width(), 1.25)
            at, inside = QPointF(now.scaled(3), now.scaled(2)), Sides.of(self)
            corner.paint(painter, at, now.colour(_BORDERS[face.verdict]), inside)


def narrow_height(level: int) -> int:
    """Return the height of a narrow cell whose words are so short, in pixels."""
    now = theme.current()
    word = 1.4 * now.font("small").pixelSize() if level < SHORTEST else 0
    return int(1.25 * now.font("heading").pixelSize() + word + 2 * now.scaled(_ABOVE)) + 1


def level_for(width: int) -> int:
    """Return how short words have to be for a cell of a width in pixels: 0 whole, 1 shortened, 2 none."""
    now = theme.current()
    metrics = QFontMetrics(now.font("small"))
    room = width - 2 * now.scaled(_PAD)
    for level in range(SHORTEST):
        if max(metrics.horizontalAdvance(word) for word in all_words(level)) <= room:
            return level
    return SHORTEST
