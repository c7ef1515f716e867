"""What is marked in a text, and how it is painted: under the words, told apart without colour as well."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.layers.mark_lines import LINES, MarkRole, Placed, paint_hooks, paint_note
from crossread.texts.text import Range

__all__ = ["MarkIndex", "MarkRole", "Placed", "ReadingMark", "paint_frame", "paint_mark", "paint_marks"]

_COLOURS: Mapping[MarkRole, tuple[str, str]] = {  # ground, line; a note leaves the words as they are
    "evidence": ("mark", "mark-line"),
    "own": ("own", "own-line"),
    "right": ("right-soft", "right"),
    "wrong": ("wrong-soft", "wrong"),
    "found": ("found", "found-line"),
    "hl-evidence": ("hl-evidence", "hl-evidence-line"),
    "hl-question": ("hl-question", "hl-question-line"),
    "hl-doubt": ("hl-doubt", "hl-doubt-line"),
    "hl-loaded": ("hl-loaded", "hl-loaded-line"),
    "note": ("", "note-line"),
    "hit": ("hit", "hit-line"),
    "hit-current": ("hit-current", "hit-current-line"),
}


@dataclass(frozen=True, slots=True)
class ReadingMark:
    """A range of a text, in code points, and what it is there for.

    What belongs to a question has its line below the words: `evidence` a firm one, `own` a dashed one,
    `right` a double one, `wrong` a wavy one and `found` a dotted one. A highlight has it above them, so that
    both can be seen on the same words: `hl-evidence` a firm one, `hl-question` round dots, `hl-doubt`
    slanted strokes, `hl-loaded` crosses. A `note` has a line and a small sign beside the column. A `hit` of a
    search stands between two bars, the one gone to (`hit-current`) in a frame.

    Highlights and notes that someone else put stand `apart`: without a ground, between two small hooks, and
    with a hollow sign.
    """

    range: Range
    role: MarkRole
    apart: bool = False


class MarkIndex:
    """The marks of a text, so that those of a stretch are found without looking at all of them."""

    def __init__(self, marks: Sequence[ReadingMark] = ()) -> None:
        order = sorted(range(len(marks)), key=lambda at: marks[at].range.start)
        self._order = order
        self._marks = tuple(marks)
        self._starts = [marks[at].range.start for at in order]
        self._reach = list(accumulate((marks[at].range.end for at in order), max))

    def between(self, start: int, end: int) -> list[ReadingMark]:
        """Return the marks that touch the code points from `start` to `end`, in the order they were given."""
        low, high = bisect_left(self._reach, start), bisect_right(self._starts, end)
        return [self._marks[at] for at in sorted(self._order[low:high]) if self._marks[at].range.end >= start]


def paint_marks(painter: QPainter, marks: Sequence[Placed], look: Theme, beside: float, outward: int) -> None:
    """Paint all grounds and then all lines, so that no mark hides what another one is.

    `beside` is the column's edge at which notes stand, `outward` 1 or -1: where from there the margin is.
    """
    for mark in marks:
        ground = _COLOURS[mark.role][0]
        for rect in mark.rects if ground and not mark.apart else ():
            painter.fillRect(rect, look.colour(ground))
    for mark in marks:
        colour = look.colour(_COLOURS[mark.role][1])
        if mark.role == "note":
            paint_note(painter, mark, colour, beside, outward)
        else:
            LINES[mark.role](painter, mark, colour)
            if mark.apart:
                paint_hooks(painter, mark, colour)


def paint_mark(painter: QPainter, rects: list[QRectF], role: MarkRole, look: Theme) -> None:
    """Paint one mark by itself, as a sample of it; a note has its sign within the rectangle."""
    beside = rects[0].left() if rects else 0.0
    paint_marks(painter, [Placed(role, rects, begins=True)], look, beside, 1)


def paint_frame(painter: QPainter, rects: list[QRectF], look: Theme) -> None:
    """Paint the frame that a passage has for a moment after it was gone to."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.focus_pen())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 4, 4)
