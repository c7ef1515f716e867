"""Option cards: things to pick, each with its number, and what became of them once they are marked."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from crossread.desktop.answers.options.option_face import ABOVE, Fate, OptionFace, fate_word
from crossread.desktop.theme import theme
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.painting.painted import RING_IN, Painted
from crossread.desktop.widgets.picking.checks import Check, Checks
from crossread.desktop.widgets.picking.picks import Pick, Picks

__all__ = ["CheckCard", "CheckOptions", "Fate", "OptionCard", "Options", "narrow", "tall_as_needed"]

_USUAL = 320  # a width to ask for, in pixels; the layout decides


def tall_as_needed() -> QSizePolicy:
    """Return the policy of what takes the width there is and the height that its words then need."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def narrow() -> QSize:
    """Return the least size of a card; its height for a width comes from `heightForWidth`."""
    now = theme.current()
    return QSize(now.scaled(120), now.scaled(2 * ABOVE + 20))


class Faced(Painted):
    """Mixed into a pick or a check box: it looks like a card."""

    frozen: bool
    _face: OptionFace

    def fate(self) -> Fate:
        """Return what became of the option."""
        return self._face.fate

    def face(self) -> OptionFace:
        """Return how the option looks."""
        return self._face

    def set_fate(self, fate: Fate, word: str | None = None) -> None:
        """Show what became of the option, in a border, a sign and a word (the fate's own if not given)."""
        self._face.fate = fate
        self._face.word = fate_word(fate) if word is None else word
        self.setAccessibleName(self._face.name())
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        """Return the card at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow card."""
        return narrow()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter, where = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = self.isChecked()
        self._face.paint(painter, where, picked=picked, used=not self.frozen, hover=self.underMouse())
        if self.shows_focus():
            self.paint_focus(painter, where.adjusted(RING_IN, RING_IN, -RING_IN, -RING_IN), 4, "ink")


class OptionCard(Faced, Pick):
    """One of several options, of which one is right."""

    def __init__(self, key: str, number: int, text: str, parent: QWidget) -> None:
        super().__init__(key, text, parent)
        self._face = OptionFace(number, text)
        self.setSizePolicy(tall_as_needed())


class CheckCard(Faced, Check):
    """One of several options, of which any number may be right; it shows a check mark."""

    def __init__(self, key: str, number: int, text: str, parent: QWidget) -> None:
        super().__init__(key, text, parent)
        self._face = OptionFace(number, text, boxed=True)
        self.setSizePolicy(tall_as_needed())


C = TypeVar("C", OptionCard, CheckCard)

if TYPE_CHECKING:  # a class may have one ancestor of Qt's only: the group that this is mixed into
    Group = QWidget
else:
    Group = object


class Stacked(Generic[C], Group):
    """Mixed into a group: cards one above the other, and below each a sentence on it where there is one."""

    _cards: dict[str, C]
    _notes: dict[str, Label]

    def _stack(
        self, card: Callable[[str, int, str, QWidget], C], options: Sequence[tuple[str, str]]
    ) -> Sequence[C]:
        """Make the cards of options, given as (key, text), and put them one above the other."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._cards, self._notes = {}, {}
        for number, (key, text) in enumerate(options, 1):
            note = Label("", "body", self)
            note.setContentsMargins(12, 0, 12, 4)
            note.hide()
            self._cards[key], self._notes[key] = card(key, number, text, self), note
            column.addWidget(self._cards[key])
            column.addWidget(note)
        return tuple(self._cards.values())

    def card(self, key: str) -> C:
        """Return the card of an option; KeyError where there is none."""
        return self._cards[key]

    def set_fate(self, key: str, fate: Fate, note: str = "", *, word: str | None = None) -> None:
        """Show what became of an option, with a sentence below it."""
        self._cards[key].set_fate(fate, word)
        self._notes[key].setText(note)
        self._notes[key].setVisible(bool(note))

    def set_usable(self, usable: bool) -> None:
        """Let the cards be picked, or only be reached and read."""
        for card in self._cards.values():
            card.frozen = not usable
            card.update()


class Options(Stacked[OptionCard], Picks):
    """Cards of which one is picked, or none."""

    def __init__(self, options: Sequence[tuple[str, str]], name: str, parent: QWidget) -> None:
        super().__init__(name, parent, clearable=True)
        for card in self._stack(OptionCard, options):
            self.take(card)


class CheckOptions(Stacked[CheckCard], Checks):
    """Cards of which any number is picked."""

    def __init__(self, options: Sequence[tuple[str, str]], name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        for card in self._stack(CheckCard, options):
            self.take(card)
