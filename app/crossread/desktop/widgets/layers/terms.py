"""Words of a text that are explained: a thin line below them, and what they mean on a hover or a key."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QPainter, QPen

from crossread.base.translation import _
from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.layers.layers import Layer
from crossread.desktop.widgets.telling.bubble import Explanation
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.widgets.layers.beside import Beside

PAUSE = 500  # milliseconds that the mouse rests on a word before it is explained
GRACE = 350  # milliseconds in which the mouse may go from the word to its bubble
_BASELINE = 1.02 / 1.38  # of the height of a mark's rectangle
_BELOW = 0.12  # of that height, from the baseline to the dots

_PATTERNS: dict[str, list[float]] = {"term": [0.1, 2.2], "name": [4.0, 2.2, 0.1, 2.2]}  # in widths of the pen


@dataclass(frozen=True, slots=True)
class Term:
    """A range that is explained: a word of the glossary, or a name that sources write differently.

    `about` is whatever the one who explains it knows it by.
    """

    range: Range
    kind: Literal["term", "name"]
    about: object


Explain = Callable[[Term], Explanation]


class Terms(Layer):
    """The explained words of one view: glossary dotted, names dashed and dotted.

    Each is explained wherever it stands; the line is below the first in each block.

    `list_asked` gives what is being explained, for the list of all that are.
    """

    list_asked = Signal(object)

    def __init__(self, beside: "Beside") -> None:
        super().__init__(beside.view)
        self._beside, self._view = beside, beside.view
        self._terms: tuple[Term, ...] = ()
        self._lined: list[Term] = []
        self._starts: list[int] = []
        self._explain: Explain | None = None
        self._dotted = True
        self._told: Term | None = None
        self._rests_on: Term | None = None
        self._pause = _timer(PAUSE, self)
        self._pause.timeout.connect(self._rested)
        self._grace = _timer(GRACE, self)
        self._grace.timeout.connect(self._left)
        self._by_mouse = False
        beside.view.viewport().installEventFilter(self)

    # What is explained

    def set_terms(self, terms: Sequence[Term], explain: Explain) -> None:
        """Explain these ranges, which are in order and do not overlap; `explain` says what they mean."""
        self._terms, self._explain = tuple(terms), explain
        self._starts = [term.range.start for term in self._terms]
        self._lined = self._first_in_blocks()
        self._view.viewport().update()

    def set_dotted(self, dotted: bool) -> None:
        """Draw the lines, and explain on a click or a hover; the key explains either way."""
        self._dotted = dotted
        self._view.viewport().update()

    def terms(self) -> tuple[Term, ...]:
        """Return what is explained."""
        return self._terms

    def lined(self) -> tuple[Term, ...]:
        """Return what has a line below it: of all that is the same, the first in each block.

        A line below each "Khojaly" of a paragraph would say nothing more, and leave the eye no rest.
        """
        return tuple(self._lined)

    def _first_in_blocks(self) -> list[Term]:
        starts = self._view.text().starts
        known: set[tuple[int, int]] = set()
        found = []
        for term in self._terms:
            here = (bisect_right(starts, term.range.start), id(term.about))
            if here not in known:
                known.add(here)
                found.append(term)
        return found

    def clear(self) -> None:
        """Explain nothing any more."""
        self.dismiss()
        self._terms, self._lined, self._starts, self._explain = (), [], [], None

    def at(self, position: int) -> Term | None:
        """Return what is explained at a position, or ends there; nothing where it is covered."""
        before = bisect_right(self._starts, position) - 1
        if before < 0 or position > self._terms[before].range.end:
            return None
        found = self._terms[before]
        return None if self._view.is_veiled(found.range) else found

    def near_caret(self) -> Term | None:
        """Return what is explained at the caret or in the selection, else next in the same paragraph."""
        chosen = self._view.selected_range()
        here = self._view.caret() if chosen is None else chosen.start
        if found := self.at(here):
            return found
        starts = self._view.text().starts
        block = max(0, bisect_right(starts, here) - 1)
        end = starts[block + 1] if block + 1 < len(starts) else len(self._view.text().shown)
        for term in self._terms[bisect_left(self._starts, here) :]:
            if term.range.start >= end:
                break
            if not self._view.is_veiled(term.range):
                return term
        return None

    # Explaining

    def explain_at_caret(self) -> None:
        """Explain the word at the caret with the focus in the bubble; where that is open, close it."""
        if self.is_open() and not self._by_mouse:
            self.dismiss()
            return
        self._beside.bring_caret()
        term = self.near_caret()
        if term is None:
            key, none = self._beside.key("words"), _("No word here is explained.")
            told = _("{key} lists all words that are.").format(key=key) if key else ""
            self._beside.say(f"{none} {told}".strip())
        else:
            self._open(term, focus=True)

    def is_open(self) -> bool:
        """Tell whether a word is being explained now."""
        return self._told is not None and self._beside.bubble.isVisible()

    def dismiss(self) -> None:
        """Explain no more."""
        self._pause.stop()
        self._grace.stop()
        self._rests_on = None
        if self._told is not None:
            self._told = None
            self._beside.bubble.dismiss()

    def told(self) -> Term | None:
        """Return what is being explained now."""
        return self._told if self.is_open() else None

    def act(self) -> None:
        """Ask for the list of all explained words, at the one that is explained now."""
        if self._told is not None:
            about = self._told.about
            self.dismiss()
            self.list_asked.emit(about)

    def _open(self, term: Term, *, focus: bool, by_mouse: bool = False) -> None:
        if self._explain is not None:
            self._by_mouse = by_mouse
            self._beside.open_bubble(self._explain(term), term.range, focus=focus)
            self._told = term

    # The mouse

    def click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (words are told by their position)
        """Explain the word with a line that was clicked; the focus stays in the text."""
        term = self._under(at) if self._dotted else None
        if term is None or term not in self._lined:
            return False
        self._open(term, focus=False)
        return True

    def _under(self, at: int) -> Term | None:
        found = self.at(at)
        return found if found is not None and at < found.range.end else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse: resting on a word explains it, going away ends that."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._dotted:
            if event.buttons():
                self._pause.stop()
            else:
                self._hover(event.position().toPoint())
        elif event.type() == QEvent.Type.Leave:
            self._pause.stop()
            self._rests_on = None
            self._leave()
        elif event.type() in (QEvent.Type.Wheel, QEvent.Type.ContextMenu):
            self.dismiss()
        return super().eventFilter(watched, event)

    def _hover(self, point: QPoint) -> None:
        at = self._view.position_at(point)
        term = self._under(at) if at is not None else None
        if term is not self._rests_on:
            self._rests_on = term
            self._pause.stop()
            if term is not None and term is not self._told:
                self._pause.start()
        if term is not None and term is self._told:
            self._grace.stop()
        elif self._told is not None:
            self._leave()

    def _rested(self) -> None:
        if self._rests_on is not None and not self._beside.bubble.holds_focus():
            self._open(self._rests_on, focus=False, by_mouse=True)

    def _leave(self) -> None:
        if self._by_mouse and self.is_open():
            self._grace.start()

    def _left(self) -> None:
        if self._beside.bubble.covers(QCursor.pos()):
            self._grace.start()
        elif self._by_mouse:
            self.dismiss()

    # Painting

    def paint(self, painter: QPainter, look: Theme, area: QRectF) -> None:
        """Paint the lines of what is in view."""
        if not self._dotted or not self._terms:
            return
        seen = self._view.positions_in(area)
        colour = look.colour("control-line")
        at = max(0, bisect_right(self._lined, seen.start, key=_start) - 1)
        for term in self._lined[at : bisect_right(self._lined, seen.end, key=_start)]:
            if not self._view.is_veiled(term.range):
                for rect in self._view.rects_in(term.range, area):
                    paint_dots(painter, rect, term.kind, QPen(colour, dot_width(rect)))


def _start(term: Term) -> int:
    return term.range.start


def dot_width(rect: QRectF) -> float:
    """Return how wide the dots below a word are, for a mark's rectangle."""
    return max(1.2, rect.height() / 15)


def paint_dots(painter: QPainter, rect: QRectF, kind: str, pen: QPen) -> None:
    """Paint the line below a word, near its baseline: below that of marks there is room for both."""
    pen.setDashPattern(_PATTERNS[kind])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    low = rect.top() + rect.height() * (_BASELINE + _BELOW)
    painter.drawLine(QPointF(rect.left() + 1, low), QPointF(rect.right() - 1, low))
    painter.restore()


def _timer(milliseconds: int, parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer
