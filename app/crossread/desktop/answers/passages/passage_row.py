"""A passage in a list: whose it is, its words, and a click that shows it in the text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from crossread.base.quotation import within_quotes
from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import quiet_button
from crossread.desktop.widgets.layers.covers import in_full, in_one_sign
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Verdict
from crossread.questions.passages import PassageKey, Selection

_LONGEST = 88  # characters of a quote that are shown; the middle is left out
_BADGE, _PAD = 20, 6  # pixels at the default text size
_USUAL = 280


def shortened(quote: str, longest: int = _LONGEST) -> str:
    """Return a quote on one line, with "…" for its middle where it has more than `longest` characters.

    What stands for covered words is never cut through; it counts as one character.
    """
    words = in_one_sign(" ".join(quote.split()))
    if len(words) > longest:
        head, tail = words[: longest * 3 // 5], words[-(longest * 2 // 5) :]
        words = f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"
    return in_full(words)


class PassageButton(QPushButton):
    """The badge and the words; a click shows the passage. Painted, so that long quotes wrap."""

    def __init__(self, letter: str, index: int, quote: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter, self._index = letter, index
        self._quote = _("“{quote}”").format(quote=within_quotes(shortened(quote)))
        self._note = ""
        self._verdict: Verdict = "unscored"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name()

    def set_verdict(self, verdict: Verdict, note: str) -> None:
        """Say what the passage is worth and why."""
        self._verdict, self._note = verdict, note
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        name = _("{letter}: {quote}").format(letter=self._letter, quote=self._quote)
        said = self._said()
        self.setAccessibleName(f"{name} {said}" if said else name)
        self.setAccessibleDescription(_("Shows the passage in its text"))

    def _said(self) -> str:
        sign = verdict_words(self._verdict)
        return ". ".join(words for words in (sign, self._note) if words)

    def _lay_out(self, width: int) -> tuple[Paragraph, Paragraph | None]:
        now = theme.current()
        room = width - now.scaled(_BADGE + 4 * _PAD)
        serif = now.font("serif")
        serif.setPixelSize(now.scaled(14))
        said = self._said()
        note = Paragraph(said, now.font("small"), room) if said else None
        return Paragraph(self._quote, serif, room), note

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        quote, note = self._lay_out(width)
        now = theme.current()
        words = quote.height + (note.height if note else 0)
        return int(max(words, now.scaled(_BADGE))) + 2 * now.scaled(_PAD) + 1

    def sizeHint(self) -> QSize:
        """Return the row at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow row; its height for a width comes from `heightForWidth`."""
        return QSize(theme.current().scaled(100), theme.current().scaled(_BADGE + 2 * _PAD))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge, the words and what they are worth."""
        now, where = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad, side = now.scaled(_PAD), now.scaled(_BADGE)
        left, sides = pad, Sides.of(self)  # the focus ring takes 2 of it
        paint_badge(painter, sides.rect(left, pad, side, side), self._letter, self._index, now)
        quote, note = self._lay_out(self.width())
        at = QPointF(left + side + 1.5 * pad, pad + max(0.0, (side - quote.height) / 2))
        quote.paint(painter, at, now.colour("accent" if self.underMouse() else "ink"), sides)
        if note:
            colour = {"right": "right", "wrong": "wrong", "partly": "caution"}.get(self._verdict, "muted")
            note.paint(painter, at + QPointF(0, quote.height), now.colour(colour), sides)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(now.focus_pen())
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 4, 4)


class PassageRow(QWidget):
    """A passage with a button that takes it away; so does the Delete key.

    `shown` and `removed` give what the row stands for: a Selection, or a PassageKey of the answer key.
    """

    shown = Signal(object)
    removed = Signal(object)

    def __init__(
        self, what: Selection | PassageKey, quote: str, letter: str, index: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.what = what
        self.passage = PassageButton(letter, index, quote, self)
        self.passage.clicked.connect(self._show)
        self.remove: QPushButton = quiet_button("✕", self)
        self.remove.setAccessibleName(_("Take away: {quote}").format(quote=within_quotes(shortened(quote))))
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.passage, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def set_removable(self, removable: bool) -> None:
        """Let the row be taken away, or not."""
        self.remove.setVisible(removable)

    def _show(self) -> None:
        self.shown.emit(self.what)

    def _remove(self) -> None:
        self.removed.emit(self.what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the passage away by Delete or Backspace; Enter does what the button in focus does."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.remove.isHidden():
            self._remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            (self.remove if self.remove.hasFocus() else self.passage).click()
        else:
            super().keyPressEvent(event)
