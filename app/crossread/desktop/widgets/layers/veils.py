"""Covered passages as they are seen: a small face with one word on it, uncovered by a click or a key."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPen

from crossread.base.translation import _
from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.layers.layers import Layer
from crossread.texts.passages.covering import BLANK, WIDE_BLANK, touches
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.widgets.layers.beside import Beside


class Veils(Layer):
    """The covered passages of one view; `asked` gives the range that is to be uncovered, or covered again.

    What is covered is the view's (`set_covered`): its words are not in the document at all.
    """

    asked = Signal(object)

    def __init__(self, beside: "Beside") -> None:
        super().__init__(beside.view)
        self._beside, self._view = beside, beside.view
        self._opened: tuple[Range, ...] = ()

    def clear(self) -> None:
        """Forget what was uncovered."""
        self._opened = ()

    def set_passages(self, covered: Sequence[Range], opened: Sequence[Range]) -> None:
        """Cover these passages; those `opened` are shown and can be covered again."""
        self._opened = tuple(opened)
        self._view.set_covered(covered)

    def opened(self) -> tuple[Range, ...]:
        """Return the passages that were uncovered."""
        return self._opened

    def at_caret(self) -> tuple[Range | None, Range | None]:
        """Return what is covered at the caret or in the selection, and what has been uncovered there."""
        where = self._view.selected_range() or Range(self._view.caret(), self._view.caret())
        return _first(where, self._view.covered()), _first(where, self._opened)

    def turn(self) -> None:
        """Uncover the passage at the caret, or cover it again; else the first one that is in view."""
        self._beside.bring_caret()
        covered, opened = self.at_caret()
        first = covered or opened or _first(self._beside.in_view(), self._view.covered())
        if first is None:
            self._beside.say(_("No passage here is covered."))
            return
        if covered is None and opened is None:
            self._view.show_range(first)
        self._ask(first)

    def _ask(self, where: Range) -> None:
        was_covered = self._view.is_veiled(where)
        self.asked.emit(where)
        if was_covered is not self._view.is_veiled(where):
            told = (
                _("Shown: {words}").format(words=self._view.words(where))
                if was_covered
                else _("Covered again")
            )
            announce(self._view, told)

    # Clicks and Enter

    def can_click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (told by its position)
        """Tell whether a covered passage stands there."""
        return self._view.is_veiled(Range(at, at))

    def click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (told by its position)
        """Uncover the passage that was clicked."""
        found = _first(Range(at, at), self._view.covered())
        if found is not None:
            self._ask(found)
        return found is not None

    def press(self, at: int) -> bool:
        """Uncover the passage that the caret stands in, or at the end of."""
        found = _first(Range(at, at), self._view.covered())
        if found is None:
            found = next((one for one in self._view.covered() if one.end == at), None)
        if found is not None:
            self._ask(found)
        return found is not None

    # Painting

    def paint(self, painter: QPainter, look: Theme, area: QRectF) -> None:
        """Paint the face of a button below the word that stands for each covered passage."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("control-line"), 1))
        painter.setBrush(look.colour("hover"))
        for where in self._view.covered():
            if not self._view.rects_in(where, area):
                continue
            for label in self._labels(where):
                for rect in self._view.rects_in(label, area):
                    painter.drawRoundedRect(rect.adjusted(0.5, 1.5, -0.5, -1.5), 4, 4)
        painter.restore()

    def _labels(self, where: Range) -> list[Range]:
        """Return where the labels of a covered passage stand: one in each paragraph."""
        text, shown = self._view.text(), self._view.shown_text().shown
        found = []
        for at in range(max(0, bisect_right(text.starts, where.start) - 1), len(text.blocks)):
            start = text.starts[at]
            first, last = max(start, where.start), min(start + len(text.blocks[at].text), where.end)
            if start >= where.end:
                break
            words = shown[first:last]
            said = words.strip(f"{BLANK}{WIDE_BLANK}\n")
            begins = first + words.index(said)
            found.append(Range(begins, begins + len(said)))
        return found


def _first(where: Range, ranges: Sequence[Range]) -> Range | None:
    """Return the first of ranges that a range touches."""
    return next((one for one in ranges if touches(where, (one,))), None)
