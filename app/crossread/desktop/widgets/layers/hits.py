"""What was found in a text, marked in it: every hit that is in view, and the one gone to apart from them."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.layers.layers import Layer
from crossread.desktop.widgets.layers.marks import MarkRole, Placed, paint_marks
from crossread.desktop.widgets.reading.text_view import TextView
from crossread.texts.text import Range


class Hits(Layer):
    """The hits of one view. A single letter has tens of thousands, so only those in view are looked at."""

    def __init__(self, view: TextView) -> None:
        super().__init__(view)
        self._hits: Sequence[Range] = ()
        self._current = -1

    def set_hits(self, hits: Sequence[Range], current: int = -1) -> None:
        """Mark these ranges, in order and apart from each other; `current` is the one gone to, -1: none."""
        self._hits, self._current = hits, current
        self._text_view.viewport().update()

    def set_current(self, current: int) -> None:
        """Mark another one as gone to, -1 for none."""
        self._current = current
        self._text_view.viewport().update()

    def hits(self) -> Sequence[Range]:
        """Return what is marked."""
        return self._hits

    def current(self) -> int:
        """Return which one is marked as gone to, -1 for none."""
        return self._current

    def clear(self) -> None:
        """Mark nothing: what was found was in another text."""
        self._hits, self._current = (), -1

    def paint(self, painter: QPainter, look: Theme, area: QRectF) -> None:
        """Paint the hits that reach into an area.

        One in a covered passage marks all of that: where in it the words stand is not for those to know who
        do not see them, and the sentence on the cover would seem to be what was found.
        """
        if not len(self._hits):
            return
        seen, page = self._text_view.positions_in(area), self._text_view.page()
        found: dict[Range, MarkRole] = {}
        number = bisect_left(self._hits, seen.start, key=_end)
        while number < len(self._hits) and (where := self._hits[number]).start < seen.end:
            whole = self._text_view.with_cover(where)
            if number == self._current:
                found[whole] = "hit-current"
            else:
                found.setdefault(whole, "hit")
            number += 1
        placed = [
            Placed(role, self._text_view.rects_in(where, area), begins=True) for where, role in found.items()
        ]
        paint_marks(painter, placed, look, page.outer, -1 if page.mirrored else 1)


def _end(where: Range) -> int:
    return where.end
