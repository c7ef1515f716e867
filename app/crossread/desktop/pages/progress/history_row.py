"""One answer in the list: when and where, the question of then, what was given, what it earned."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.quotation import within_quotes
from crossread.base.translation import _
from crossread.desktop.pages.progress.answer_marks import certainty_words, mark_look
from crossread.desktop.pages.progress.history_words import LONGEST_RESPONSE, shortened, when_words
from crossread.desktop.pages.words import kind_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, rename
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.tips import set_tip
from crossread.progress.history import AnswerGiven
from crossread.reports.answer_words import outcome_words


class HistoryRow(CardFrame):
    """One answer; `opened`: all of it is wanted."""

    opened = Signal()

    def __init__(
        self,
        answer: AnswerGiven,
        pack_title: str,
        explanation: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, padding=16, look="flat")
        self.answer = answer
        self.body.setSpacing(4)
        head = [when_words(answer.at), pack_title, kind_words(answer.kind), certainty_words(answer)]
        if answer.where != "stage":
            head.append(_("in practice") if answer.where == "practice" else _("in review"))
        elif answer.attempt > 1:
            head.append(_("attempt {number}").format(number=answer.attempt))
        if answer.where == "stage" and not (answer.in_force or answer.changed):
            head.append(_("another answer counts"))
        self.body.addWidget(labels.quiet(" · ".join(part for part in head if part)))
        prompt = answer.prompt or _("Question “{id}”").format(id=answer.question)
        self.body.addWidget(labels.strong(prompt))
        if answer.about:
            about = _("“{statement}”").format(statement=within_quotes(answer.about))
            self.body.addWidget(labels.serif(about))
        row = QHBoxLayout()
        row.setSpacing(16)
        self._response = labels.body("")
        row.addWidget(self._response, 1)
        mark = labels.Label(outcome_words(answer), mark_look(answer), self)
        mark.setWordWrap(False)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        if answer.rating:
            told = _("You said of it: {rating}").format(rating=answer.rating)
            self.body.addWidget(labels.muted(told, self))
        foot = FlowLayout(across=18, down=4)
        self.open = link_button(_("Open"), self)
        self.open.setAccessibleName(_("Open the answer to: {question}").format(question=prompt))
        self.open.clicked.connect(self.opened)
        self._whole = link_button(_("Show all of the answer"), self)
        self._whole.clicked.connect(self._unfold_answer)
        self._whole.setVisible(len(self._words()) > LONGEST_RESPONSE)
        self._show_answer(shortened(self._words()))
        self._more = link_button(_("Show the feedback"), self)
        self._more.clicked.connect(self._unfold)
        self._more.setVisible(bool(explanation) and answer.score is not None)
        self._feedback = labels.serif(explanation)
        self._feedback.hide()
        for button in (self.open, self._whole, self._more):
            foot.addWidget(button)
        self.body.addLayout(foot)
        self.body.addWidget(self._feedback)

    def _words(self) -> str:
        return _("I don’t know") if self.answer.dont_know else self.answer.response or "–"

    def _show_answer(self, words: str) -> None:
        self._response.setText(words)
        set_tip(self._response, "" if words == self._words() else self._words())

    def tell(self, response: str) -> None:
        """Tell the answer in other words: what is covered in it is known by now."""
        if response == self.answer.response:
            return
        is_whole = self._response.text() == self._words()
        self.answer = replace(self.answer, response=response)
        self._whole.setVisible(len(self._words()) > LONGEST_RESPONSE)
        self._show_answer(self._words() if is_whole else shortened(self._words()))

    def _unfold_answer(self) -> None:
        unfolds = self._response.text() != self._words()
        self._show_answer(self._words() if unfolds else shortened(self._words()))
        rename(self._whole, _("Show less of the answer") if unfolds else _("Show all of the answer"))

    def _unfold(self) -> None:
        unfolded = self._feedback.isHidden()
        self._feedback.setVisible(unfolded)
        rename(self._more, _("Hide the feedback") if unfolded else _("Show the feedback"))
