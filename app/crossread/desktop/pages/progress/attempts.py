"""All attempts at one question side by side: what was answered, how sure, and what it earned."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.desk.history_veils import HistoryVeils
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.progress.answer_marks import certainty_words, mark_look
from crossread.desktop.pages.progress.history_words import shortened, when_words
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.progress.history import AnswerGiven
from crossread.reports.answer_words import outcome_words

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDE = 220  # pixels of a card at the default text size


class AttemptsBeside(QWidget):
    """The answers in force of all attempts, the first one first; hidden where there is only one.

    `numbers` are those of the entries that hold them, to be read and given to `take`.
    """

    def __init__(
        self, around: Surroundings, answer: AnswerGiven, veils: HistoryVeils, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._answer, self._veils = answer, veils
        self._cards: list[tuple[AnswerGiven, labels.Label]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(labels.heading(_("All attempts"), self))
        self._flow = FlowLayout(across=12, down=12)
        column.addLayout(self._flow)
        self.hide()
        attempts = around.session.state(answer.pack).of(answer.stage).attempts
        given = [one.answers[answer.question] for one in attempts if answer.question in one.answers]
        self.numbers = [one.seq for one in given] if len(given) > 1 else []

    def take(self, answers: "Sequence[AnswerGiven]") -> None:
        """Take up answers that were read, as far as they are attempts at this question."""
        for answer in answers:
            if answer.seq in self.numbers:
                self._cards.append((answer, self._card(answer)))
        if self.numbers and len(self._cards) == len(self.numbers):
            self.show()

    def _card(self, answer: AnswerGiven) -> labels.Label:
        is_this = answer.entry == self._answer.entry
        card = CardFrame(self, padding=14, look="plain" if is_this else "flat")
        card.setFixedWidth(theme.current().scaled(WIDE))
        card.body.setSpacing(4)
        head = _("Attempt {number}").format(number=answer.attempt)
        card.body.addWidget(labels.strong(_("{attempt}, this one").format(attempt=head) if is_this else head))
        card.body.addWidget(labels.quiet(when_words(answer.at), card))
        words = labels.body(shortened(self._veils.words(answer)) or "–", card)
        card.body.addWidget(words)
        card.body.addWidget(labels.Label(outcome_words(answer), mark_look(answer), card))
        sure = certainty_words(answer)
        if sure:
            card.body.addWidget(labels.quiet(_("You said: {sure}.").format(sure=sure), card))
        if answer.in_force:
            card.body.addWidget(labels.quiet(_("This one counts."), card))
        card.body.addStretch(1)
        self._flow.addWidget(card)
        return words

    def tell_again(self) -> None:
        """Tell quotes anew."""
        for answer, words in self._cards:
            words.setText(shortened(self._veils.words(answer)) or "–")
