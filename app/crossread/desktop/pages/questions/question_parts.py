"""The parts of a question in the column: which there are, in which order, and where the focus goes."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.passages.passage_list import PassageList
from crossread.desktop.answers.passages.quoting import Quoting, Tell
from crossread.desktop.answers.registry import answer_widget
from crossread.desktop.pages.questions.answer_row import AnswerRow
from crossread.desktop.pages.questions.asking import Asking
from crossread.desktop.pages.questions.did_you_mean import DidYouMean
from crossread.desktop.pages.questions.earlier_attempts import EarlierAttempts
from crossread.desktop.pages.questions.feedback import Feedback
from crossread.desktop.pages.questions.hints import Hints
from crossread.desktop.pages.questions.not_yet import NotYet
from crossread.desktop.pages.questions.question_head import QuestionHead
from crossread.desktop.pages.questions.showing import See
from crossread.desktop.tab_order import stops
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.picking.toggles import CertaintyPicker
from crossread.questions.kind import Question


class QuestionParts(Quoting):
    """What is asked, the answer, hints, and below them what it came to; `show_me` gives a ToShow."""

    show_me = Signal(object)

    def __init__(
        self, answering: Asking, question: Question, *, see: See, tell: Tell, parent: QWidget | None
    ) -> None:
        super().__init__(tell, parent)
        self.setAccessibleName(question.prompt)
        self._answering, self._see = answering, see
        self.question = question
        self.feedback: Feedback | None = None
        self.earlier: EarlierAttempts | None = None
        self.asked_back: DidYouMean | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.head = QuestionHead(question, self)
        self.not_yet = NotYet(answering, question, self)
        letters: Mapping[str, tuple[str, int]] = {
            source.id: (source.letter, index) for index, source in enumerate(answering.opened.pack.sources)
        }
        self.answer = answer_widget(question, letters, self, seed=answering.seed(question))
        self._nothing = labels.strong("", self)
        self._nothing.hide()
        self._row = AnswerRow(self)
        self.certainty = CertaintyPicker(self)
        self.hints = Hints(question.hints, self)
        parts = (self.head, self.not_yet, self._nothing, self.answer, self.certainty, self._row, self.hints)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)

    def says_reworded(self) -> bool:
        """Tell whether the learner is told that the question is not the one that was answered."""
        return self.head.says_reworded()

    def row(self) -> QWidget:
        """Return the row below the answer, where something may be said."""
        return self._row

    def sections(self) -> tuple[QWidget, ...]:
        """Return the parts in the order in which Tab goes through them."""
        there = [part for part in (self.asked_back, self.feedback, self.earlier) if part]
        return (self.head, self.not_yet, self.answer, *there, self.certainty, self._row, self.hints)

    def see_again(self) -> None:
        """Tell passages anew: other texts are in view, or something was covered or uncovered."""
        for passages in self.answer.findChildren(PassageList):
            passages.tell_again()
        if self.feedback is not None:
            self.feedback.see_again()

    def next_hint(self) -> None:
        """Show the next hint."""
        self.hints.open_next()

    def _say_nothing_given(self, dont_know: bool | None) -> None:
        """Say so where there is no answer to mark: True for "I don't know", False for none, None for one."""
        if dont_know is not None:
            none = _("You did not answer this.")
            self._nothing.setText(_("You said: I don’t know.") if dont_know else none)
        self._nothing.setVisible(dont_know is not None)

    # A near miss

    def ask_back(self, meant: str) -> DidYouMean:
        """Ask below the answer whether something else was meant."""
        self.no_longer_asked()
        self.asked_back = DidYouMean(meant, self)
        self._put_after(self.answer, self.asked_back)
        return self.asked_back

    def no_longer_asked(self) -> None:
        """Take the question back away, where there is one; the focus goes to the answer."""
        asked, self.asked_back = self.asked_back, None
        if asked is not None:
            if asked.isAncestorOf(QApplication.focusWidget() or self):
                self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
            self._take_out(asked)

    def focus(self) -> bool:
        """Put the focus where the question is answered, or else read on; False where there is nothing."""
        parts = (self.answer, self.not_yet, self.feedback)
        places = [one for part in parts if part and part.isVisible() for one in stops(part)]
        able = [one for one in places if one.isVisible() and one.isEnabled()]
        proxy = self.answer.focusProxy()
        if self.answer.isVisible() and isinstance(proxy, QLineEdit):
            # By Tab all of it would be selected, and the next key would take the place of an answer.
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
            proxy.end(False)
        elif self.answer.isVisible() and proxy is not None:
            self.answer.setFocus(Qt.FocusReason.TabFocusReason)
        elif able:
            able[0].setFocus(Qt.FocusReason.TabFocusReason)
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def say(self, sentence: str) -> None:
        """Say something below the answer, until it changes."""
        self._row.say(sentence)
        announce(self, sentence)

    def say_tries(self) -> None:
        """Have it said what is left to try."""
        announce(self, self._row.tries.text())

    # What it came to

    def _show_feedback(self, told: bool) -> None:
        if told and self.feedback is None:
            self.feedback = Feedback(self._answering.opened, self.question, self, see=self._see)
            self.feedback.show_me.connect(self.show_me)
            self._put_after(self.answer, self.feedback)
            self._show_earlier()
        elif not told and self.feedback is not None:
            self._take_out(self.feedback)
            self.feedback = None
            if self.earlier is not None:
                self._take_out(self.earlier)
                self.earlier = None

    def _show_earlier(self) -> None:
        """Offer what was answered in earlier attempts, below the feedback."""
        answers = self._answering.earlier(self.question, self.tell)
        if answers and self.feedback is not None:
            self.earlier = EarlierAttempts(answers, self)
            self._put_after(self.feedback, self.earlier)

    def _put_after(self, before: QWidget, widget: QWidget) -> None:
        self._column.insertWidget(self._column.indexOf(before) + 1, widget)

    def _take_out(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
