"""The face of an option: how one thing to pick looks, whatever picks it, and once it is marked."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.picking.tick_box import BOX, paint_box

# `key`: the right one, though it was not picked.
Fate = Literal["open", "right", "partly", "wrong", "key"]

PAD, ABOVE = 12, 10  # pixels at the default text size: beside and above the words
_SIGN = 22  # room for the number
ROLES: dict[Fate, str] = {"right": "right", "partly": "caution", "wrong": "wrong", "key": "right"}


def fate_word(fate: Fate) -> str:
    """Say in a word what became of an option; "" for one of which nothing is to be said."""
    return {
        "open": "",
        "right": _("Right"),
        "partly": _("Partly right"),
        "wrong": _("Not right"),
        "key": _("This is the right one"),
    }[fate]


class OptionFace:
    """Words with a number before them, a sign and a word once they are marked; with a box if `boxed`."""

    def __init__(self, number: int, text: str, *, boxed: bool = False) -> None:
        self.text = text
        self._number, self._boxed = number, boxed
        self.fate: Fate = "open"
        self.word = ""

    def name(self) -> str:
        """Return what a screen reader is to say."""
        return f"{self.word}: {self.text}" if self.word else self.text

    def _before(self) -> int:
        now = theme.current()
        return now.scaled(_SIGN) + (now.scaled(BOX + 8) if self._boxed else 0)

    def lay_out(self, width: int) -> tuple[Paragraph, Paragraph | None]:
        """Return the text and the word below it, laid out for a card of a width in pixels."""
        now = theme.current()
        room = width - 2 * now.scaled(PAD) - self._before()
        words = Paragraph(self.text, now.font("interface"), room)
        return words, Paragraph(self.word, now.font("small-strong"), room) if self.word else None

    def height(self, width: int) -> int:
        """Return the height at which nothing is cut off."""
        words, word = self.lay_out(width)
        return int(words.height + (word.height if word else 0) + 2 * theme.current().scaled(ABOVE)) + 1

    def paint(self, painter: QPainter, where: QRectF, *, picked: bool, used: bool, hover: bool) -> None:
        """Paint the card: `picked` by the learner, still to be `used`, with the mouse upon it."""
        now = theme.current()
        border, width = "control-line", 1.0
        if self.fate != "open":
            border, width = ROLES[self.fate], 2.0
        elif picked:
            border, width = "accent", 2.0
        elif not used:
            border = "line"
        pen = QPen(now.colour(border), width)
        if self.fate == "key":
            pen.setDashPattern([4, 2])
        painter.setPen(pen)
        ground = "selected" if picked and self.fate == "open" else "surface"
        painter.setBrush(now.colour("hover" if used and not picked and hover else ground))
        half = width / 2
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), 6, 6)
        self._paint_words(painter, where, picked=picked, used=used)

    def _paint_words(self, painter: QPainter, where: QRectF, *, picked: bool, used: bool) -> None:
        now = theme.current()
        words, word = self.lay_out(int(where.width()))
        left, top = now.scaled(PAD), now.scaled(ABOVE)
        spare = where.height() - words.height - (word.height if word else 0) - 2 * top
        top += max(0, int(spare / 2))
        verdict = now.colour(ROLES.get(self.fate, "muted"))
        sides = Sides(where, painter.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        if self._boxed:
            line = words.height / words.lines
            side = now.scaled(BOX)
            box = sides.rect(left, round(top + (line - side) / 2), side, side)
            paint_box(painter, box, ticked=picked, used=used or self.fate != "open")
            left += now.scaled(BOX + 8)
        sign = {"open": str(self._number), "right": "✓", "partly": "◐", "wrong": "✗", "key": "✓"}[self.fate]
        font = now.font("interface" if self.fate == "open" else "strong")
        Paragraph(sign, font, now.scaled(_SIGN)).paint(painter, QPointF(left, top), verdict, sides)
        at = QPointF(left + now.scaled(_SIGN), top)
        shown = used or picked or self.fate != "open"
        words.paint(painter, at, now.colour("ink" if shown else "muted"), sides)
        if word:
            word.paint(painter, at + QPointF(0, words.height), verdict, sides)
