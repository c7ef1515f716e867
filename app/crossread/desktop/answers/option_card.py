"""Option cards: one thing to pick, with its number, and what became of it once it is marked."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.paragraph import Paragraph
from crossread.desktop.widgets.picks import Pick, Picks

Fate = Literal["open", "right", "wrong", "key"]  # `key`: the right one, though it was not picked

_PAD, _ABOVE, _SIGN = 12, 10, 22  # pixels at the default text size: beside, above, room for the number
_USUAL = 320  # a width to ask for, in pixels; the layout decides


class OptionCard(Pick):
    """One option as a card."""

    def __init__(self, key: str, number: int, text: str, parent: QWidget) -> None:
        super().__init__(key, text, parent)
        self._number, self._text = number, text
        self._fate: Fate = "open"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fate(self) -> Fate:
        """Return what became of the option."""
        return self._fate

    def set_fate(self, fate: Fate) -> None:
        """Show what became of the option, in a border, a sign and a word."""
        self._fate = fate
        word = _word(fate)
        self.setAccessibleName(f"{word}: {self._text}" if word else self._text)
        self.updateGeometry()
        self.update()

    def _lay_out(self, width: int) -> tuple[Paragraph, Paragraph | None]:
        now = theme.current()
        room = width - 2 * now.scaled(_PAD) - now.scaled(_SIGN)
        words = Paragraph(self._text, now.font("interface"), room)
        word = _word(self._fate)
        return words, Paragraph(word, now.font("small-strong"), room) if word else None

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        words, word = self._lay_out(width)
        height = words.height + (word.height if word else 0) + 2 * theme.current().scaled(_ABOVE)
        return int(height) + 1

    def sizeHint(self) -> QSize:
        """Return the card at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow card; its height for a width comes from `heightForWidth`."""
        now = theme.current()
        return QSize(now.scaled(120), now.scaled(2 * _ABOVE + 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        now, where = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked, used = self.isChecked(), not self.frozen
        border, width = "control-line", 1.0
        if self._fate != "open":
            border, width = ("wrong" if self._fate == "wrong" else "right"), 2.0
        elif picked:
            border, width = "accent", 2.0
        elif not used:
            border = "line"
        pen = QPen(now.colour(border), width)
        if self._fate == "key":
            pen.setDashPattern([4, 2])
        painter.setPen(pen)
        ground = "selected" if picked and self._fate == "open" else "surface"
        painter.setBrush(now.colour("hover" if used and not picked and self.underMouse() else ground))
        half = width / 2
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), 6, 6)
        self._paint_words(painter)
        if self.shows_focus():
            inset = 3 if picked else 0
            self.paint_focus(painter, where.adjusted(inset, inset, -inset, -inset), 5, "ink")

    def _paint_words(self, painter: QPainter) -> None:
        now = theme.current()
        words, word = self._lay_out(self.width())
        left, top = now.scaled(_PAD), now.scaled(_ABOVE)
        spare = self.height() - words.height - (word.height if word else 0) - 2 * top
        top += max(0, int(spare / 2))
        shown = not self.frozen or self.isChecked() or self._fate != "open"
        verdict = now.colour("wrong" if self._fate == "wrong" else "right")
        sign = {"open": str(self._number), "right": "✓", "wrong": "✗", "key": "✓"}[self._fate]
        font = now.font("interface" if self._fate == "open" else "strong")
        Paragraph(sign, font, now.scaled(_SIGN)).paint(
            painter, QPointF(left, top), now.colour("muted") if self._fate == "open" else verdict
        )
        at = QPointF(left + now.scaled(_SIGN), top)
        words.paint(painter, at, now.colour("ink" if shown else "muted"))
        if word:
            word.paint(painter, at + QPointF(0, words.height), verdict)


def _word(fate: Fate) -> str:
    return {
        "open": "",
        "right": _("Right"),
        "wrong": _("Not right"),
        "key": _("This is the right one"),
    }[fate]


class Options(Picks):
    """Cards one above the other, of which one is picked; a word on the pick may stand below its card."""

    def __init__(self, options: Sequence[tuple[str, str]], name: str, parent: QWidget) -> None:
        super().__init__(name, parent, clearable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._cards: dict[str, OptionCard] = {}
        self._notes: dict[str, Label] = {}
        for number, (key, text) in enumerate(options, 1):
            card = OptionCard(key, number, text, self)
            note = Label("", "body", self)
            note.setContentsMargins(12, 0, 12, 4)
            note.hide()
            self.take(card)
            column.addWidget(card)
            column.addWidget(note)
            self._cards[key], self._notes[key] = card, note

    def card(self, key: str) -> OptionCard:
        """Return the card of an option; KeyError where there is none."""
        return self._cards[key]

    def set_fate(self, key: str, fate: Fate, note: str = "") -> None:
        """Show what became of an option, with a sentence below it."""
        self._cards[key].set_fate(fate)
        self._notes[key].setText(note)
        self._notes[key].setVisible(bool(note))

    def set_usable(self, usable: bool) -> None:
        """Let the cards be picked, or only be reached and read."""
        for card in self._cards.values():
            card.frozen = not usable
            card.update()
