"""What a cell of a matrix shows and how that is painted, beside a question and in the comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from crossread.desktop.answers.matrix.signs import SHORTEST, short_word, signs
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.clamped import clamp
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.questions.claims import Stance
from crossread.questions.mark import Verdict

ABOVE, BESIDE = 6, 8  # pixels at the default text size, inside a wide cell
_RADIUS = 4  # pixels
_BORDERS = {"right": "right", "partly": "caution", "wrong": "wrong"}
_VERDICTS = {"right": "✓", "partly": "◐", "wrong": "✗"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFace:
    """What a cell shows: stances, and what the source says in short, for cells with room for it.

    `given` cells are filled in already. `name` is what a screen reader hears. `about` stands beside the
    stances (on whose word), `note` below all, such as that something changed.
    """

    name: str = ""
    stances: tuple[Stance, ...] = ()
    says: str = ""
    given: bool = False
    verdict: Verdict = "unscored"
    about: str = ""
    note: str = ""


def wide_parts(face: CellFace, width: float, lines: int = 0) -> list[Paragraph]:
    """Lay out the words of a wide cell, `width` pixels across: how it stands, what it says, a note.

    What it says takes so many `lines` at most, with "…" for the rest; 0: as many as it needs.
    """
    now = theme.current()
    room = width - 2 * now.scaled(BESIDE)
    first = " ".join(words for words in (signs(face.stances), short_word(face.stances, 0)) if words)
    first = " · ".join(words for words in (first, face.about) if words)
    first = f"{_VERDICTS.get(face.verdict, '')} {first}".strip()
    parts = [Paragraph(first or face.note, now.font("small"), room)]
    if face.says:
        font = now.font("interface")
        parts.append(Paragraph(clamp(face.says, font, room, lines), font, room))
    if face.note and first:
        parts.append(Paragraph(face.note, now.font("small"), room))
    return parts


def wide_height(parts: Sequence[Paragraph]) -> int:
    """Return the height at which nothing of these is cut off in a wide cell, in pixels."""
    return int(sum(part.height for part in parts) + 2 * theme.current().scaled(ABOVE)) + 1


def paint_ground(
    painter: QPainter, where: QRectF, face: CellFace, *, current: bool, hovered: bool, dashed: bool = False
) -> None:
    """Paint the ground and the frame of a cell; `dashed`, where nothing is said in it that was looked for."""
    now = theme.current()
    border, width = ("" if face.given else "control-line"), 1.0  # told apart by more than their grey
    if face.verdict in _BORDERS:
        border, width = _BORDERS[face.verdict], 1.5
    if current:
        border, width = ("ink" if face.verdict in _BORDERS else "accent"), 2.0
    ground = "ground" if face.given or dashed else "surface"
    if face.verdict in _BORDERS:
        ground = f"{_BORDERS[face.verdict]}-soft"
    elif current:
        ground = "selected"
    elif hovered:
        ground = "hover"
    line = QPen(now.colour(border), width) if border else QPen(Qt.PenStyle.NoPen)
    if border and dashed and not current:
        line.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(line)
    painter.setBrush(now.colour(ground))
    half = width / 2
    painter.drawRoundedRect(where.adjusted(half, half, -half, -half), _RADIUS, _RADIUS)


def paint_wide(painter: QPainter, face: CellFace, parts: Sequence[Paragraph], sides: Sides) -> None:
    """Paint the words of a wide cell, which stands where the sides are."""
    now = theme.current()
    at = sides.within.topLeft() + QPointF(now.scaled(BESIDE), now.scaled(ABOVE))
    verdict = _BORDERS.get(face.verdict)
    for place, part in enumerate(parts):
        says = place == 1 and bool(face.says)
        ink = "ink" if says and not face.given else verdict or "muted"
        part.paint(painter, at, now.colour(ink), sides)
        at += QPointF(0, part.height)


def paint_narrow(painter: QPainter, where: QRectF, face: CellFace, level: int, sides: Sides) -> None:
    """Paint the sign and the short word of a narrow cell; `level` is how short, see `short_word`."""
    now = theme.current()
    ink = now.colour("muted" if face.given else "ink")
    middle = Qt.AlignmentFlag.AlignHCenter
    top = float(now.scaled(ABOVE))
    if signs(face.stances):
        sign = Paragraph(signs(face.stances), now.font("heading"), where.width(), 1.25, middle)
        sign.paint(painter, QPointF(0, top), ink)
        top += sign.height
        word = short_word(face.stances, level)
        if word:
            Paragraph(word, now.font("small"), where.width(), align=middle).paint(
                painter, QPointF(0, top), ink
            )
    verdict = _VERDICTS.get(face.verdict, "")
    if verdict:
        corner = Paragraph(verdict, now.font("small-strong"), where.width(), 1.25)
        at = QPointF(now.scaled(3), now.scaled(2))
        corner.paint(painter, at, now.colour(_BORDERS[face.verdict]), sides)


def narrow_height(level: int) -> int:
    """Return the height of a narrow cell whose words are so short, in pixels."""
    now = theme.current()
    word = 1.4 * now.font("small").pixelSize() if level < SHORTEST else 0
    return int(1.25 * now.font("heading").pixelSize() + word + 2 * now.scaled(ABOVE)) + 1
