"""A highlight or a note laid out in a width: badges and signs at the side, words beside them."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.notes.meanings import ROLES
from crossread.desktop.pages.notes.noted_words import claim_line, layer_line, not_placed, quoted, tags_line
from crossread.desktop.theme.fonts import FontName
from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.layers.mark_sign import paint_sign, sign_size
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.clamped import clamp
from crossread.desktop.widgets.painting.paragraph import LEADING, Paragraph
from crossread.progress.notes_board import Piece, Row

QUOTE_LINES, NOTE_LINES, PIECES = 3, 5, 3  # shown of a row, unless all of it is
_BADGE, _GAP = 20, 6  # pixels at the default text size
_ELSEWHERE = 7  # the colour of a source that is not in the pack


class RowLayout:
    """One row in a width, in pixels; `full` leaves nothing out. `height` is what it takes.

    `mirrored` sets badges and signs at the right.
    """

    def __init__(self, row: Row, width: float, look: Theme, *, full: bool, mirrored: bool = False) -> None:
        self._look, self._width, self._mirrored = look, width, mirrored
        self._words: list[tuple[float, float, Paragraph, str]] = []  # left, top, words, colour
        self._badges: list[tuple[float, Piece]] = []
        self._signs: list[tuple[float, Piece]] = []
        self._full = full
        self._y = 0.0
        self.cut = False
        shown = row.pieces if full else row.pieces[:PIECES]
        for piece in shown:
            self._add_piece(piece)
        left = self._side() if row.pieces else 0.0
        rest = len(row.pieces) - len(shown)
        if rest:
            more = ngettext("and {count} more passage", "and {count} more passages", rest)
            self._add(more.format(count=rest), "small", "muted", left)
        if row.note is not None:
            words, colour = (row.text.strip(), "ink") if row.text.strip() else (_("No words yet"), "muted")
            self._y += look.scaled(_GAP) * 0.5 if row.pieces else 0.0
            self._add(words, "interface", colour, left, NOTE_LINES)
        for line in (claim_line(row), tags_line(row), layer_line(row.layer)):
            self._add(line, "small", "muted", left)
        self.height = ceil(max(0.0, self._y - look.scaled(_GAP)))

    def _side(self) -> float:
        look = self._look
        return look.scaled(_BADGE) + look.scaled(_GAP) * 1.5

    def _add_piece(self, piece: Piece) -> None:
        look, top = self._look, self._y
        self._badges.append((top, piece))
        under = top + look.scaled(_BADGE)
        if piece.meaning:
            self._signs.append((under + look.scaled(_GAP) * 0.75, piece))
            under += look.scaled(_GAP) * 0.75 + sign_size(look).height()
        serif = look.font("serif")
        serif.setPixelSize(look.scaled(15))
        self._add_in(quoted(piece), serif, "ink", self._side(), QUOTE_LINES)
        if piece.place is None:
            self._add(not_placed(), "small", "caution", self._side())
        self._y = max(self._y, under + look.scaled(_GAP))

    def _add(self, words: str, font: FontName, colour: str, left: float, lines: int = 0) -> None:
        if words:
            self._add_in(words, self._look.font(font), colour, left, lines)

    def _add_in(self, words: str, font: QFont, colour: str, left: float, lines: int) -> None:
        room = max(1.0, self._width - left)
        kept = words if self._full else clamp(words, font, room, lines)
        self.cut = self.cut or kept != words
        edge = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        paragraph = Paragraph(kept, font, room, LEADING, edge)
        self._words.append((left, self._y, paragraph, colour))
        self._y += paragraph.height + self._look.scaled(_GAP) * 0.5

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the row with its top left corner there."""
        look = self._look
        side, high = look.scaled(_BADGE), sign_size(look).height()
        for top, piece in self._badges:
            where = self._place(QRectF(0, top, side, side)).translated(at)
            index = piece.index if piece.index >= 0 else _ELSEWHERE
            paint_badge(painter, where, piece.letter, index, look)
        for top, piece in self._signs:
            if piece.meaning:
                where = self._place(QRectF(0, top, side, high)).translated(at)
                paint_sign(painter, where, ROLES[piece.meaning], look)
        for left, top, paragraph, colour in self._words:
            start = 0.0 if self._mirrored else left
            paragraph.paint(painter, at + QPointF(start, top), look.colour(colour))

    def _place(self, where: QRectF) -> QRectF:
        if not self._mirrored:
            return where
        return where.translated(self._width - where.width() - 2 * where.left(), 0)
