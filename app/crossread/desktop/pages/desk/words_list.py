"""The list of explained words."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from crossread.desktop.pages.desk.words_rows import WordRow, is_name
from crossread.desktop.theme import theme
from crossread.desktop.theme.fonts import FontName
from crossread.desktop.widgets.lists.painted_list import PaintedList
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.paragraph import LEADING, Paragraph

_SIDE, _EDGE, _GAP, _BADGE = 20, 10, 4, 18  # pixels at the default text size


class WordLayout:
    """One row laid out in a width; `height` is what it takes, in pixels. `mirrored` begins at the right."""

    def __init__(self, row: WordRow, width: int, *, mirrored: bool) -> None:
        look = theme.current()
        self._row, self._width, self._mirrored = row, width, mirrored
        self._side = look.scaled(_SIDE)
        self._room = max(40, width - 2 * self._side)
        self._words: list[tuple[QPointF, Paragraph, str]] = []
        self._badges: list[tuple[QRectF, str, int]] = []
        y = float(look.scaled(_EDGE))
        if row.entry is None:
            y = self._below(y, row.title, "small-strong", "muted")
        else:
            y = self._below(y, row.kind, "small", "muted") if is_name(row.entry) else y
            y = self._below(y, row.title, "strong", "ink")
            y = self._below(y, row.meaning, "interface", "ink") + look.scaled(_GAP)
            y = self._lay_sources(y)
        self.height = ceil(y + look.scaled(_EDGE))

    def _paragraph(self, words: str, font: FontName, room: float) -> Paragraph:
        edge = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        return Paragraph(words, theme.current().font(font), room, LEADING, edge)

    def _below(self, y: float, words: str, font: FontName, colour: str) -> float:
        made = self._paragraph(words, font, self._room)
        self._words.append((QPointF(self._side, y), made, colour))
        return y + made.height

    def _lay_sources(self, y: float) -> float:
        """Set badges in a row, or below one another where the sources have words of their own."""
        look, row = theme.current(), self._row
        side, gap = look.scaled(_BADGE), look.scaled(_GAP)
        if not is_name(row.entry):
            x = 0.0
            for one in row.sources:
                if x and x + side > self._room:
                    x, y = 0.0, y + side + gap
                self._badges.append(
                    (self._mirror(QRectF(self._side + x, y, side, side)), one.letter, one.index)
                )
                x += side + gap
            return y + side if row.sources else y
        for one in row.sources:
            room = self._room - side - 2 * gap
            words = self._paragraph(one.words, "interface", room)
            self._badges.append((self._mirror(QRectF(self._side, y, side, side)), one.letter, one.index))
            where = self._mirror(QRectF(self._side + side + 2 * gap, y, room, words.height))
            drop = max(0.0, (side - words.height) / 2)
            self._words.append((where.topLeft() + QPointF(0, drop), words, "ink"))
            y += max(side, words.height) + gap / 2
        return y

    def _mirror(self, where: QRectF) -> QRectF:
        if self._mirrored:
            where.moveLeft(self._width - where.right())
        return where

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the row with its top left corner at a point."""
        look = theme.current()
        for where, words, colour in self._words:
            words.paint(painter, at + where, look.colour(colour))
        for badge, letter, index in self._badges:
            paint_badge(painter, badge.translated(at), letter, index, look)


class WordsList(PaintedList[WordRow]):
    """Explained words, one below the other; above them is the field."""

    def spoken(self, row: WordRow) -> str:
        """Say a row as it is heard."""
        return row.spoken

    def lay_out(self, row: WordRow, width: int, *, current: bool) -> WordLayout:
        """Lay a row out in a width, in pixels."""
        del current
        return WordLayout(row, width, mirrored=self.mirrored())

    def is_head(self, row: WordRow) -> bool:
        """Tell whether a row is the head of a group."""
        return row.entry is None

    def set_rows(self, rows: Sequence[WordRow]) -> None:
        """Show these rows; the current one stays current where it is still there."""
        current = self.current()
        if self.put_rows(rows) and (current is None or not self.set_current(current.key)):
            self.scrollToTop()

    def set_current(self, key: str) -> bool:
        """Make an entry current by its key, and bring it into view; False where it is not listed."""
        return self.go_to_row(lambda row: row.key == key)
