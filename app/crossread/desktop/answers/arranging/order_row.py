"""A row to be put in order: its place, its words, and two small arrows."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.options.option_card import tall_as_needed
from crossread.desktop.answers.outcome import NOTHING, Outcome, sentences
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.painted import Painted
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.pressing.drag_button import DragButton

_PAD, _ABOVE, _SIGN = 12, 10, 22  # pixels at the default text size: beside, above, room for the number
_ARROW = 26  # the side of an arrow's button
_USUAL = 320


class Arrow(Painted, QPushButton):
    """A small button that moves its row up or down by one; the keyboard has Alt and the arrow keys."""

    def __init__(self, sign: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hear_the_mouse()

    def sizeHint(self) -> QSize:
        """Return a square, larger with larger text."""
        side = theme.current().scaled(_ARROW)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrow."""
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        usable = self.isEnabled()
        if usable and self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        middle, reach = QRectF(self.rect()).center(), self.width() * 0.2
        down = reach * (0.55 if self._sign == "▼" else -0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = "accent" if self.isDown() else "ink" if self.underMouse() else "muted"
        painter.setBrush(now.colour(ink if usable else "line"))
        painter.drawPolygon(
            [middle + QPointF(-reach, -down), middle + QPointF(reach, -down), middle + QPointF(0, down)]
        )


class OrderRow(DragButton):
    """One row of an order. Alt or Ctrl with Up or Down moves it; so do its arrows, and the mouse.

    Space picks it up, so that Up and Down alone move it, and puts it down again. `moved` asks for a
    step, -1 or 1; `passed` for the focus to go on by a step; `reached` tells that it came here.
    """

    moved = Signal(int)
    passed = Signal(int)
    reached = Signal()

    def __init__(self, key: str, text: str, parent: QWidget) -> None:
        super().__init__(key, parent)
        self.text_shown = text
        self._place, self._count = 1, 1
        self._held = False
        self._outcome, self._asked_for = NOTHING, False
        self.setSizePolicy(tall_as_needed())
        self.up = Arrow("▲", _("Move up: {text}").format(text=text), self)
        self.down = Arrow("▼", _("Move down: {text}").format(text=text), self)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.clicked.connect(self._pressed)

    def place(self) -> int:
        """Return the place at which the row stands, from 1."""
        return self._place

    def outcome(self) -> Outcome:
        """Return what became of the row."""
        return self._outcome

    def is_held(self) -> bool:
        """Tell whether the row is picked up by keyboard."""
        return self._held

    def show_at(
        self, place: int, count: int, *, usable: bool, outcome: Outcome = NOTHING, asked_for: bool = False
    ) -> None:
        """Show the row at a place of so many; `asked_for` where the place is the key's, not the learner's."""
        self._place, self._count, self.frozen = place, count, not usable
        self._outcome, self._asked_for = outcome, asked_for
        self._held = self._held and usable
        for arrow, end in ((self.up, 1), (self.down, count)):
            arrow.setVisible(usable)
            arrow.setEnabled(place != end)
        self._name()
        self._put_arrows()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        name = _("{place} of {count}: {text}").format(
            place=self._place, count=self._count, text=self.text_shown
        )
        held = _("picked up") if self._held else ""
        self.setAccessibleName(sentences(name, held, self._outcome.words()))
        moves = _("Alt with Up or Down moves it; a number puts it at that place.")
        self.setAccessibleDescription("" if self.frozen else moves)

    # Painting

    def _room(self, width: int) -> int:
        now = theme.current()
        arrows = 0 if self.frozen else now.scaled(_ARROW)
        return width - 2 * now.scaled(_PAD) - now.scaled(_SIGN) - arrows

    def _words(self, width: int) -> Paragraph:
        return Paragraph(self.text_shown, theme.current().font("interface"), self._room(width))

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        now = theme.current()
        words = self._words(width).height + self._outcome.height(self._room(width))
        arrows = 0 if self.frozen else 2 * now.scaled(_ARROW) + 6
        return max(int(words + 2 * now.scaled(_ABOVE)) + 1, arrows)

    def sizeHint(self) -> QSize:
        """Return the row at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow row; its height for a width comes from `heightForWidth`."""
        now = theme.current()
        return QSize(now.scaled(120), now.scaled(2 * _ABOVE + 20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the arrows at the edge."""
        self._put_arrows()
        super().resizeEvent(event)

    def _put_arrows(self) -> None:
        side = theme.current().scaled(_ARROW)
        left, middle = self.width() - side - 6, self.height() // 2
        upper, lower = QRect(left, middle - side, side, side), QRect(left, middle, side, side)
        self.up.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), upper))
        self.down.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), lower))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        now, where = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lifted = self._held or self.is_dragged()
        border = self._outcome.border() or ("right" if self._asked_for else "")
        width = 2.0 if border or lifted else 1.0
        usual = "line" if self.frozen else "control-line"
        pen = QPen(now.colour(border or ("accent" if lifted else usual)), width)
        if self._asked_for:
            pen.setDashPattern([4, 2])
        painter.setPen(pen)
        hover = self.underMouse() and not self.frozen
        painter.setBrush(now.colour("selected" if lifted else "hover" if hover else "surface"))
        half = width / 2
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), 6, 6)
        self._paint_words(painter)
        if self.shows_focus():
            inset = 3 if lifted or border else 0
            self.paint_focus(painter, where.adjusted(inset, inset, -inset, -inset), 5, "ink")

    def _paint_words(self, painter: QPainter) -> None:
        now = theme.current()
        room, words = self._room(self.width()), self._words(self.width())
        spare = self.height() - words.height - self._outcome.height(room)
        left, top, sides = now.scaled(_PAD), spare / 2, Sides.of(self)
        number = Paragraph(str(self._place), now.font("interface"), now.scaled(_SIGN))
        number.paint(painter, QPointF(left, top), now.colour("muted"), sides)
        at = QPointF(left + now.scaled(_SIGN), top)
        words.paint(painter, at, now.colour("ink"), sides)
        self._outcome.paint(painter, at + QPointF(0, words.height), room, sides)

    # Acting

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)

    def _pressed(self) -> None:
        """Pick the row up or put it down; a click of the mouse only goes to it."""
        if not self.frozen and not self.is_clicked_by_mouse():
            self._hold(not self._held)

    def _hold(self, held: bool) -> None:
        self._held = held
        self._name()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move the row from being taken for the window's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.frozen
            and _step(event, held=self._held)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row, put it down by Escape, or go to another."""
        step = 0 if self.frozen else _step(event, held=self._held)
        if step:
            self._by_keyboard = True
            self.moved.emit(step)
        elif event.key() in _ENDS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._by_keyboard = True
            self.passed.emit(_ENDS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self._held:
            self._hold(False)
        else:
            super().keyPressEvent(event)

    def set_current(self, current: bool) -> None:
        """Be the row in hand, to which Tab comes, or not."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came here."""
        super().focusInEvent(event)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the row down where the focus goes elsewhere."""
        if self._held:
            self._hold(False)
        super().focusOutEvent(event)


_ENDS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def _step(event: QKeyEvent, *, held: bool) -> int:
    """Return the step that a key asks a row to take: -1 up, 1 down, 0 none."""
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    asked = pressed in (control, alt) or (held and not pressed)
    return _ENDS.get(Qt.Key(event.key()), 0) if asked else 0
