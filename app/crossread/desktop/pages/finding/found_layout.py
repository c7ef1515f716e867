"""A row of a list of what was found, laid out in a width: a head with its badge, or a hit in its words."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from crossread.desktop.pages.finding.found_rows import FoundRow
from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.marked_words import MarkedWords
from crossread.desktop.widgets.painting.paragraph import LEADING, Paragraph

_BESIDE, _ABOVE, _HEAD, _GAP, _BADGE = 20, 8, 16, 8, 20  # pixels at the default text size
_SERIF = 15  # of the words of a hit, in pixels at the default text size


class FoundLayout:
    """One row in a width, in pixels; `height` is what it takes. `mirrored` sets everything at the right."""

    def __init__(self, row: FoundRow, width: int, look: Theme, *, mirrored: bool = False) -> None:
        self._row, self._look, self._width, self._mirrored = row, look, width, mirrored
        self._left = look.scaled(_BESIDE)
        self._room = max(40, width - 2 * self._left)
        self._badge = QRectF()
        self._words: list[tuple[QRectF, Paragraph | MarkedWords, str]] = []  # where, what, its colour
        self.height = self._lay_head() if row.role == "head" else self._lay_hit()

    def _plain(self, words: str, font: QFont, room: float) -> Paragraph:
        edge = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        return Paragraph(words, font, room, LEADING, edge)

    def _lay_head(self) -> int:
        look, row, top = self._look, self._row, self._look.scaled(_HEAD)
        side, gap, small = look.scaled(_BADGE), look.scaled(_GAP), look.font("small")
        badge = side + gap if row.letter else 0
        beside = QFontMetrics(small).horizontalAdvance(row.beside) + 2
        room = max(40, self._room - badge - beside - gap)
        name = self._plain(row.words, look.font("strong"), room)
        high = max(name.height, side if row.letter else 0)
        self._badge = QRectF(self._left, top + (high - side) / 2, side, side)
        where = QRectF(self._left + badge, top + (high - name.height) / 2, room, name.height)
        self._words.append((where, name, "ink"))
        count = self._plain(row.beside, small, beside)
        where = QRectF(
            self._left + self._room - beside, top + (high - count.height) / 2, beside, count.height
        )
        self._words.append((where, count, "muted"))
        return ceil(top + high + gap / 2)

    def _lay_hit(self) -> int:
        look, row, above = self._look, self._row, self._look.scaled(_ABOVE)
        y = float(above)
        if row.label:
            y = self._below(y, self._plain(row.label, look.font("small"), self._room), "muted") + look.scaled(
                2
            )
        if row.role == "more" or row.covered:
            words = self._plain(row.words, look.font("interface"), self._room)
            return ceil(self._below(y, words, "accent" if row.role == "more" else "muted") + above)
        font = QFont(look.font("serif"))
        font.setPixelSize(look.scaled(_SERIF))
        told = MarkedWords(row.words, row.marks, font, self._room, LEADING, look, mirrored=self._mirrored)
        return ceil(self._below(y, told, "ink") + above)

    def _below(self, y: float, words: Paragraph | MarkedWords, colour: str) -> float:
        """Set words below what there is; return where the next ones stand."""
        self._words.append((QRectF(self._left, y, self._room, words.height), words, colour))
        return y + words.height

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the row with its top left corner there."""
        if self._row.role == "head" and self._row.letter:
            where = self._place(self._badge).translated(at)
            paint_badge(painter, where, self._row.letter, self._row.index, self._look)
        for where, words, colour in self._words:
            words.paint(painter, at + self._place(where).topLeft(), self._look.colour(colour))

    def _place(self, where: QRectF) -> QRectF:
        if not self._mirrored:
            return where
        return where.translated(self._width - where.width() - 2 * where.left(), 0)
