"""A row to be paired: an item, the target chosen for it, and what became of it once it is marked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.options.option_card import tall_as_needed
from crossread.desktop.answers.outcome import NOTHING, Outcome, sentences
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides, window_is_turned
from crossread.desktop.widgets.pressing.drag_button import DragButton

_PAD, _ABOVE, _SLOT, _GAP = 12, 10, 6, 6  # pixels at the default text size; _SLOT is around the target
_ARROW = 18  # room for the ▾
_USUAL = 320

_Laid = tuple[Paragraph, Paragraph, float, float]


class PairRow(DragButton):
    """One item with its slot. A click, Enter or Space asks for the list of targets; Delete clears.

    `cleared` asks for the target to be taken away, `passed` for the focus to go on by a step. As long as it
    is usable it is as high as the longest of its targets asks, for nothing below is to move by a choice.
    """

    cleared = Signal()
    passed = Signal(int)

    def __init__(self, key: str, text: str, targets: Sequence[str], parent: QWidget) -> None:
        super().__init__(key, parent)
        self.text_shown = text
        self._targets = tuple(targets)
        self._chosen, self._empty = "", ""
        self._outcome, self._asked_for = NOTHING, False
        self._laid: dict[tuple[object, ...], _Laid] = {}
        self.setSizePolicy(tall_as_needed())

    def chosen(self) -> str:
        """Return the words in the slot, "" as long as it is empty."""
        return self._chosen

    def outcome(self) -> Outcome:
        """Return what became of the row."""
        return self._outcome

    def show_pair(
        self,
        chosen: str,
        empty: str,
        *,
        usable: bool,
        outcome: Outcome = NOTHING,
        asked_for: bool = False,
    ) -> None:
        """Show what is chosen, or the words for an empty slot; `asked_for` where it is the key's target."""
        self._chosen, self._empty, self.frozen = chosen, empty, not usable
        self._outcome, self._asked_for = outcome, asked_for
        said = _("{item}: {target}").format(item=self.text_shown, target=chosen or empty)
        self.setAccessibleName(sentences(said, outcome.words()))
        keys = _("A number chooses, Enter opens the list, Delete clears.")
        self.setAccessibleDescription("" if self.frozen else keys)
        self.updateGeometry()
        self.update()

    def _lay_out(self, width: int) -> _Laid:
        """Return the item, the words in the slot, how high these may become, and the room of words."""
        now = theme.current()
        words = self._chosen or self._empty
        key = (width, words, self.frozen, now.text_size, now.name, window_is_turned())
        if key not in self._laid:
            if len(self._laid) > 7:  # a layout asks for a few widths again and again
                self._laid.clear()
            self._laid[key] = self._laid_out(width, words)
        return self._laid[key]

    def _laid_out(self, width: int, words: str) -> _Laid:
        now = theme.current()
        room = width - 2 * now.scaled(_PAD)
        arrow = 0 if self.frozen else now.scaled(_ARROW)
        inner = room - 2 * now.scaled(_PAD) + now.scaled(4) - arrow
        font = now.font("interface")
        slot = Paragraph(words, font, inner)
        others = () if self.frozen else self._targets
        high = max((Paragraph(other, font, inner).height for other in others), default=0.0)
        return Paragraph(self.text_shown, font, room), slot, max(slot.height, high), room

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        now = theme.current()
        words, _slot, high, room = self._lay_out(width)
        below = self._outcome.height(room)
        around = 2 * now.scaled(_ABOVE) + now.scaled(_GAP) + 2 * now.scaled(_SLOT)
        return int(words.height + high + around + (below + 4 if below else 0)) + 1

    def sizeHint(self) -> QSize:
        """Return the row at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow row; its height for a width comes from `heightForWidth`."""
        now = theme.current()
        return QSize(now.scaled(120), now.scaled(2 * _ABOVE + 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        now, where = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = "accent" if self.is_wanted() or self.is_dragged() else self._outcome.border()
        width = 2.0 if border else 1.0
        painter.setPen(QPen(now.colour(border or ("line" if self.frozen else "control-line")), width))
        hover = self.is_wanted() or (self.underMouse() and not self.frozen)
        painter.setBrush(now.colour("hover" if hover else "surface"))
        half = width / 2
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), 6, 6)
        words, slot, high, room = self._lay_out(self.width())
        at = QPointF(now.scaled(_PAD), now.scaled(_ABOVE))
        sides = Sides.of(self)
        words.paint(painter, at, now.colour("ink"), sides)
        at += QPointF(0, words.height + now.scaled(_GAP))
        box = QRectF(at.x(), at.y(), room, high + 2 * now.scaled(_SLOT))
        self._paint_slot(painter, box, slot, sides)
        self._outcome.paint(painter, QPointF(at.x(), box.bottom() + 4), room, sides)
        if self.shows_focus():
            inset = 3 if border else 0
            self.paint_focus(painter, where.adjusted(inset, inset, -inset, -inset), 5, "ink")

    def _paint_slot(self, painter: QPainter, box: QRectF, slot: Paragraph, sides: Sides) -> None:
        now = theme.current()
        marked = self._outcome.border()
        pen = QPen(now.colour("accent" if self._chosen and not self.frozen else "control-line"), 1)
        if self._asked_for:
            pen = QPen(now.colour("right"), 2)
        if self._asked_for or not self._chosen:
            pen.setDashPattern([4, 2])
        painter.setPen(pen)
        filled = self._chosen and not marked and not self._asked_for
        painter.setBrush(now.colour("selected" if filled else "surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        above = (box.height() - slot.height) / 2
        at = box.topLeft() + QPointF(now.scaled(_PAD) - now.scaled(2), above)
        slot.paint(painter, at, now.colour("ink" if self._chosen else "muted"), sides)
        if not self.frozen:
            arrow = Paragraph("▾", now.font("interface"), now.scaled(_ARROW))
            right = QPointF(box.right() - now.scaled(_ARROW), box.center().y() - arrow.height / 2)
            arrow.paint(painter, right, now.colour("muted"), sides)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear by Delete or Backspace, or go to another row."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.frozen:
            self.cleared.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._by_keyboard = True
            self.passed.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
