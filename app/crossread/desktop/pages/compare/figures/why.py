"""Why the sources part on a quantity: the learner's reasons first, then those of the authors."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.kept_text import KeptText
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.picking.checks import Check, Checks
from crossread.inquiry.comparison import Judgement, parting_of
from crossread.packs.sources.compare_parts import FIGURE_REASONS, AuthorsQuantity

BESIDE, ABOVE = 12, 6  # pixels at the default text size, around the words of a reason
ROUND = 6  # pixels


class ReasonCheck(Check):
    """One reason: a chip with a tick where it is chosen."""

    def __init__(self, key: str, words: str, parent: QWidget) -> None:
        super().__init__(key, words, parent)
        self._words = words
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room for the words with a tick, so that nothing jumps."""
        return self._around(self._ticked())

    def minimumSizeHint(self) -> QSize:
        """Return the room for the longest word: all of them go on as many lines as they take."""
        return self._around(max(self._ticked().split(), key=len))

    def _around(self, words: str) -> QSize:
        look = theme.current()
        metrics = QFontMetrics(look.font("interface"))
        width = metrics.horizontalAdvance(words) + 2 * look.scaled(BESIDE)
        return QSize(width, metrics.height() + 2 * look.scaled(ABOVE))

    def _ticked(self) -> str:
        return f"✓ {self._words}"

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        look, one_line = theme.current(), self.sizeHint()
        if width >= one_line.width():
            return one_line.height()
        lines = self._lines(self._ticked(), width)
        return max(one_line.height(), round(lines.height) + 2 * look.scaled(ABOVE))

    def _lines(self, words: str, width: int) -> Paragraph:
        look = theme.current()
        middle = Qt.AlignmentFlag.AlignHCenter
        return Paragraph(words, look.font("interface"), width - 2 * look.scaled(BESIDE), align=middle)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip: filled and ticked where it is chosen."""
        look, painter, chosen = theme.current(), QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour("chosen" if chosen else "control-line"), 1))
        ground = "chosen" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(where, ROUND, ROUND)
        painter.setFont(look.font("interface"))
        ink = look.colour("on-chosen" if chosen else "ink")
        words = self._ticked() if chosen else self._words
        if self.width() >= self.sizeHint().width():
            painter.setPen(ink)
            painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), words)
        else:
            lines = self._lines(words, self.width())
            lines.paint(painter, QPointF(look.scaled(BESIDE), (self.height() - lines.height) / 2), ink)
        if self.shows_focus():
            inside = QRectF(self.rect()).adjusted(3, 3, -3, -3) if chosen else QRectF(self.rect())
            self.paint_focus(painter, inside, ROUND - 2, "on-chosen" if chosen else "focus")


class ReasonChecks(Checks):
    """Chips that wrap, any number of which may be chosen."""

    def __init__(self, reasons: Sequence[tuple[str, str]], name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        row = FlowLayout(self)
        for key, words in reasons:
            check = ReasonCheck(key, words, self)
            self.take(check)
            row.addWidget(check)


class FigureWhy(QWidget):
    """Reasons to choose and own words; `judged` gives a Judgement as soon as reasons are chosen.

    `typed` gives one with each letter of the words; `words` tells by itself when they are to be kept.

    What the authors say is opened by a button, once something was said; where the sources agree, at once.
    """

    judged = Signal(object)
    typed = Signal(object)

    def __init__(self, quantity: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._quantity = quantity
        self._told: AuthorsQuantity | None = None
        self._opened = False
        self.question = labels.strong(_("Why do they part?"), self)
        reasons = [(key, _(words)) for key, words in FIGURE_REASONS.items()]
        self.reasons = ReasonChecks(reasons, _("Why do they part?"), self)
        self.reasons.chosen.connect(self._judge)
        self.words = KeptText(_("In your own words"), self, lines=(1, 6))
        self.words.setPlaceholderText(_("In your own words"))
        self.words.edited.connect(self._type)
        self.ask = link_button(_("What the pack’s authors say"), self)
        self.ask.clicked.connect(self._open)
        self.answer = labels.body("", self)
        self.explanation = labels.serif("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.question, self.reasons, self.words):
            column.addWidget(part)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.answer)
        column.addWidget(self.explanation)

    def show_judgement(
        self, judgement: Judgement | None, figure: AuthorsQuantity | None, *, parts: bool, kept_back: bool
    ) -> None:
        """Show what was said; `figure` is what its authors say, None where there are none."""
        for part in (self.question, self.reasons, self.words):
            part.setVisible(parts)
        self.reasons.set_value(judgement.chosen if judgement else ())
        self.words.show_text(judgement.text if judgement else "")
        said = judgement is not None and not judgement.is_empty
        self._told = figure if figure and (figure.why or figure.explanation) and not kept_back else None
        if not (said or not parts) or self._told is None:
            self._opened = False
        self.ask.setVisible(self._told is not None and (said or not parts) and not self._opened)
        self._show_answer()

    def keep_now(self) -> None:
        """Keep the words that are being written."""
        self.words.keep_now()

    def _show_answer(self) -> None:
        told = self._told if self._opened else None
        why = ", ".join(_(FIGURE_REASONS[one]) for one in told.why) if told else ""
        self.answer.setText(_("The pack’s authors: {reasons}.").format(reasons=why) if why else "")
        self.answer.setVisible(bool(why))
        self.explanation.setText(told.explanation if told else "")
        self.explanation.setVisible(bool(told and told.explanation))

    def _open(self) -> None:
        self._opened = True
        held = self.ask.hasFocus()
        self._show_answer()
        if held:
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask.hide()
        announce(self, f"{self.answer.text()} {self.explanation.text()}".strip())

    def _said(self) -> Judgement:
        order = [check.key for check in self.reasons.checks() if check.isChecked()]
        return Judgement(about=parting_of(self._quantity), chosen=tuple(order), text=self.words.text())

    def _judge(self) -> None:
        self.judged.emit(self._said())

    def _type(self) -> None:
        said = self._said()
        self.ask.setVisible(self._told is not None and not said.is_empty and not self._opened)
        self.typed.emit(said)
