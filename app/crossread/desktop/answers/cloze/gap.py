"""Gaps of a text: one to type in, and one to fill from a list."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from crossread.desktop.answers.outcome import BORDERS
from crossread.desktop.answers.written.line import LONGEST
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.pressing.drag_button import DragButton
from crossread.questions.mark import Verdict

_LEAST = 6  # a gap's width, in sizes of the font: the same for all, so that it tells nothing of the answer
_STEP = 6  # sizes of the font by which one that is typed in grows
_CHARACTER, _AROUND = 0.6, 1.7  # of the size of the font: a letter, and what stands around the words
_PAD, _ABOVE, _ARROW = 10, 6, 18  # pixels at the default text size
_ENDLESS = 100_000


def _least() -> int:
    return _LEAST * theme.current().font("interface").pixelSize()


class TypedGap(QLineEdit):
    """A gap to type in; it undoes and redoes by itself, letter by letter.

    It is as wide as all of its text's, `room` sizes of the font, and grows by whole steps where more is
    typed: else the words behind it would jump at every letter.
    """

    def __init__(self, key: str, parent: QWidget, room: int = 0) -> None:
        super().__init__(parent)
        self.key = key
        self._room = room
        self.setMaxLength(LONGEST)
        self._asked_for = False

    def show_filled(self, words: str, *, usable: bool, verdict: Verdict, asked_for: bool = False) -> None:
        """Show what is in the gap, and what it is worth; `asked_for` where it is the key's word."""
        if self.text() != words:
            with QSignalBlocker(self):
                self.setText(words)
        if usable == self.isReadOnly():
            self.setReadOnly(not usable)
            self.setCursorPosition(self.cursorPosition() if usable else 0)  # read from its beginning
        self._asked_for = asked_for
        shown = verdict if verdict in BORDERS else ""
        if self.property("verdict") != shown:
            self.setProperty("verdict", shown)
            self.style().unpolish(self)
            self.style().polish(self)

    def width_wanted(self) -> int:
        """Return the width at which all that is typed can be seen, in pixels."""
        now = theme.current()
        words = QFontMetrics(now.font("interface")).horizontalAdvance(self.text())
        wanted = words + 2 * now.scaled(_PAD) + 8  # 8: the borders, the caret, a little air
        size = now.font("interface").pixelSize()
        least, step = max(_LEAST, self._room) * size, _STEP * size
        return least + step * max(0, -(-(wanted - least) // step))

    def height_wanted(self, _width: int) -> int:
        """Return the height, which is that of one line."""
        return self.sizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, with a broken line around it where it holds the key's word."""
        super().paintEvent(event)
        if self._asked_for:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            now, where = theme.current(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(now.colour("ground"), 2))
            painter.drawRoundedRect(where, 6, 6)
            pen = QPen(now.colour("right"), 2)
            pen.setDashPattern([4, 2])
            painter.setPen(pen)
            painter.drawRoundedRect(where, 6, 6)


class PickGap(DragButton):
    """A gap to fill from a list. A click, Enter, Space or Down asks for the list; Delete empties the gap.

    `cleared` asks for it to be emptied.
    """

    cleared = Signal()

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(key, parent)
        self._words = ""
        self._verdict: Verdict = "unscored"
        self._asked_for = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """Return what is in the gap, "" as long as it is empty."""
        return self._words

    def show_filled(self, words: str, *, usable: bool, verdict: Verdict, asked_for: bool = False) -> None:
        """Show what is in the gap, and what it is worth; `asked_for` where it is the key's word."""
        self._words, self._verdict, self._asked_for = words, verdict, asked_for
        self.frozen = not usable
        self.update()

    def _room_beside(self) -> int:
        now = theme.current()
        return 2 * now.scaled(_PAD) + (0 if self.frozen else now.scaled(_ARROW) - now.scaled(4))

    def _lay_out(self, width: float) -> Paragraph:
        return Paragraph(self._words, theme.current().font("interface"), width - self._room_beside(), 1.2)

    def width_wanted(self) -> int:
        """Return the width at which all stands on one line, in pixels."""
        words = self._lay_out(_ENDLESS).width if self._words else 0
        return max(_least(), int(words) + 2 + self._room_beside())

    def height_wanted(self, width: int) -> int:
        """Return the height at which nothing is cut off."""
        now = theme.current()
        line = QFontMetrics(now.font("interface")).height()
        return max(line, int(self._lay_out(width).height) + 1) + 2 * now.scaled(_ABOVE) + 2

    def sizeHint(self) -> QSize:
        """Return the gap with its words on one line."""
        width = self.width_wanted()
        return QSize(width, self.height_wanted(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the gap."""
        now, where = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = BORDERS.get(self._verdict, "right" if self._asked_for else "")
        strong = bool(marked) or self.is_wanted() or self.is_dragged()
        usual = "accent" if strong or (self._words and not self.frozen) else "control-line"
        pen = QPen(now.colour(marked or usual), 2.0 if strong else 1.0)
        if self._asked_for or (not self._words and not marked):
            pen.setDashPattern([4, 2])
        painter.setPen(pen)
        plain = "selected" if self._words and not marked else "surface"
        hover = self.is_wanted() or (self.underMouse() and not self.frozen)
        painter.setBrush(now.colour("hover" if hover else plain))
        half = 1.0 if strong else 0.5
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), 6, 6)
        words = self._lay_out(self.width())
        top = (self.height() - words.height) / 2
        sides = Sides.of(self)
        words.paint(painter, QPointF(now.scaled(_PAD), top), now.colour("ink"), sides)
        if not self.frozen:
            arrow = Paragraph("▾", now.font("interface"), now.scaled(_ARROW))
            at = QPointF(where.right() - now.scaled(_ARROW), where.center().y() - arrow.height / 2)
            arrow.paint(painter, at, now.colour("muted"), sides)
        if self.shows_focus():
            inset = 3 if strong else 0
            self.paint_focus(painter, where.adjusted(inset, inset, -inset, -inset), 5, "ink")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the list by Down, as any closed list does; empty the gap by Delete or Backspace."""
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = not pressed
        opens = plain or pressed == Qt.KeyboardModifier.AltModifier
        if opens and not self.frozen and event.key() == Qt.Key.Key_Down:
            self._by_keyboard = True
            self.click()
        elif plain and not self.frozen and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


def room_for(longest: int) -> int:
    """Return the room of all gaps of a text, in sizes of the font, by the longest answer in characters.

    There are two sizes only: it tells little of how long that answer is, and no gap fills a line by itself.
    """
    return _LEAST if longest * _CHARACTER + _AROUND <= _LEAST else _LEAST + _STEP


AnyGap = TypedGap | PickGap
