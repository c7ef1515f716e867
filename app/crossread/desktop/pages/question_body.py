"""One question with its answer: what is asked, what is given, hints, and what it came to."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.registry import answer_widget
from crossread.desktop.pages.answering import Answering, Given, without_words
from crossread.desktop.pages.feedback import Feedback
from crossread.desktop.pages.words import closed_words, meta_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button, plain, rename
from crossread.desktop.widgets.segmented import Segmented
from crossread.desktop.widgets.toggles import CertaintyPicker
from crossread.inquiry.commands import Certainty
from crossread.questions.kind import Question
from crossread.questions.passages import Selection


class QuestionBody(QWidget):
    """A question in the column.

    `given_changed`: the learner gave something else. `check_asked`: under behaviours that check at
    once. `finished`: Enter was pressed in a field of one line. `wants_text` gives a source to be
    brought up, `show_me` passages to be shown, `add_asked` a source whose original is wanted.
    """

    given_changed = Signal()
    check_asked = Signal()
    finished = Signal()
    wants_text = Signal(str)
    show_me = Signal(object)
    add_asked = Signal(str)

    def __init__(
        self, answering: Answering, question: Question, *, ask_certainty: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._answering = answering
        self.question = question
        self._given = answering.given(question)
        self._ask_certainty = ask_certainty
        self._filling = False
        self.feedback: Feedback | None = None
        pack = answering.opened.pack
        letters: Mapping[str, tuple[str, int]] = {
            source.id: (source.letter, index) for index, source in enumerate(pack.sources)
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._meta = labels.quiet(meta_words(question))
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._meta)
        head.addWidget(labels.prompt(question.prompt))
        self._reworded = labels.quiet(_("The pack has changed this question since you answered it."))
        self._reworded.hide()
        head.addWidget(self._reworded)
        self._column.addLayout(head)
        self.answer = answer_widget(question, letters)
        self._nothing = labels.strong("")
        self._nothing.hide()
        self._waiting = self._make_waiting()
        self._column.addWidget(self._waiting)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.answer)
        words = _("I don’t know")
        self._dont_know = Segmented((("dont-know", words),), self, look="rings", name=words, clearable=True)
        self._dont_know.setToolTip(_("An answer too, without points (0)"))
        self._certainty = CertaintyPicker(self)
        self._check = plain(_("Check"), self)
        self._make_below()
        self.refresh()
        self.answer.changed.connect(self._answer_changed)
        self.answer.finished.connect(self.finished)
        self.answer.wants_text.connect(self.wants_text)
        self.answer.show_passage.connect(self._show_passage)
        self._dont_know.chosen.connect(self._dont_know_chosen)
        self._certainty.chosen.connect(self._certainty_chosen)
        self._check.clicked.connect(self.check_asked)

    def _make_waiting(self) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        opened = self._answering.opened
        lacking = [source for source in self.question.sources if not opened.has_original(source)]
        names = ", ".join(opened.pack.source(source).letter for source in lacking)
        column.addWidget(
            labels.body(
                _(
                    "This question is about the author’s own words in {sources}. It waits until you have "
                    "added that text; until then it counts nowhere."
                ).format(sources=names)
            )
        )
        add = link_button(_("Add the author’s own text…"), box)
        add.clicked.connect(self._add_asked)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _make_below(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._check)
        row.addWidget(self._dont_know)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(self._certainty)
        self._hints = QWidget(self)
        self._hint_column = QVBoxLayout(self._hints)
        self._hint_column.setContentsMargins(0, 0, 0, 0)
        self._hint_column.setSpacing(8)
        self._hint_button = link_button("", self._hints)
        self._hint_button.clicked.connect(self.next_hint)
        self._hint_column.addWidget(self._hint_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._hints_shown = 0
        self._column.addWidget(self._hints)
        self._column.addStretch(1)

    # What was given

    def given(self) -> Given:
        """Return what the learner has given so far."""
        return self._given

    def add_selection(self, selection: Selection) -> bool:
        """Add words marked in a text to the answer; False where this question takes none now."""
        if not self.takes_passages():
            return False
        return self.answer.add_selection(selection)

    def says_reworded(self) -> bool:
        """Tell whether the learner is told that the question is not the one that was answered."""
        return self._reworded.isVisible()

    def check_button(self) -> QPushButton:
        """Return the button that has the answer marked at once; hidden where nothing does so."""
        return self._check

    def takes_passages(self) -> bool:
        """Tell whether words marked in a text go into this answer now."""
        return self.answer.takes_passages and self._answering.view(self.question).may_change

    def choose(self, number: int) -> None:
        """Pick an answer by its number, from 1, where there are numbered ones."""
        self.answer.pick_number(number)

    def toggle_dont_know(self) -> None:
        """Say "I don't know", or take it back."""
        if self._dont_know.isVisible() and self._dont_know.isEnabled():
            self._dont_know.pick("dont-know").click()

    def next_hint(self) -> None:
        """Show the next hint."""
        hints = self.question.hints
        if self._hints_shown < len(hints):
            hint = labels.body(_("Hint: {hint}").format(hint=hints[self._hints_shown]))
            self._hint_column.insertWidget(self._hints_shown, hint)
            self._hints_shown += 1
            announce(self, hint.text())
        self._say_hints()

    def _say_hints(self) -> None:
        left = len(self.question.hints) - self._hints_shown
        words = ngettext("Show a hint", "Show a hint ({count} left)", left).format(count=left)
        rename(self._hint_button, words)
        self._hint_button.setVisible(left > 0)

    def _say_nothing_given(self, dont_know: bool | None) -> None:
        """Say so where there is no answer to mark: True for "I don't know", False for none, None for one."""
        if dont_know is not None:
            none = _("You did not answer this.")
            self._nothing.setText(_("You said: I don’t know.") if dont_know else none)
        self._nothing.setVisible(dont_know is not None)

    def _answer_changed(self) -> None:
        if self._filling:
            return
        self._given = replace(self._given, response=self.answer.response(), dont_know=False)
        self._dont_know.set_value("")
        self._certainty.setEnabled(True)
        self._keep()

    def _dont_know_chosen(self, chosen: str) -> None:
        if chosen:
            self._given = replace(without_words(self._given, self.question), certainty="")
            self._certainty.set_value("")
            self._fill(self.answer.set_response, self._given.response)
        else:
            self._given = replace(self._given, dont_know=False)
        self._certainty.setEnabled(not chosen)
        self._keep()

    def _certainty_chosen(self, certainty: str) -> None:
        self._given = replace(self._given, certainty=cast("Certainty", certainty))
        self._keep()

    def _keep(self) -> None:
        self._answering.keep(self.question, self._given)
        self.given_changed.emit()

    def _fill(self, setter: Any, value: object) -> None:
        self._filling = True
        try:
            setter(value)
        finally:
            self._filling = False

    def _add_asked(self) -> None:
        self.add_asked.emit("")

    def _show_passage(self, passage: object) -> None:
        self.show_me.emit((passage,))

    # How it stands

    def refresh(self) -> None:
        """Show how the question stands now: to be answered, waiting, or marked."""
        view = self._answering.view(self.question)
        given = self._answering.given(self.question)
        if given.response != self.answer.response():  # else the caret in a field would jump
            self._fill(self.answer.set_response, given.response)
        self._given = given
        self._dont_know.set_value("dont-know" if self._given.dont_know else "")
        self._certainty.set_value(self._given.certainty)
        self._reworded.setVisible(view.reworded)
        self._waiting.setVisible(view.status == "waiting")
        self.answer.setVisible(view.status != "waiting")
        self.answer.set_read_only(not view.may_change)
        told = self._answering.explains(self.question)
        unanswered = told and view.answered is None
        shown = self._answering.key_to(self.question) if unanswered else view.mark
        nothing_given = unanswered or (view.mark is not None and given.dont_know)
        self.answer.show_mark(shown, nothing_given=nothing_given)
        self._say_nothing_given(given.dont_know if nothing_given else None)
        self._dont_know.setEnabled(view.may_change)
        self._dont_know.setVisible(view.status != "waiting" and view.may_change)
        self._certainty.set_read_only(not view.may_change)
        self._certainty.setEnabled(not given.dont_know)
        asked = self._ask_certainty or (bool(self._given.certainty) and not view.may_change)
        self._certainty.setVisible(
            asked and view.status != "waiting" and (view.may_change or bool(self._given.certainty))
        )
        self._check.setVisible(view.checks and view.may_change)
        tries = view.tries_left
        words = _("Check") if tries is None else _("Check ({count} left)").format(count=tries)
        rename(self._check, words)
        self._hints.setVisible(bool(self.question.hints) and view.may_change)
        self._say_hints()
        self._meta.setText(meta_words(self.question))
        if view.mark is not None or told:
            self._meta.setText(closed_words(self.question, view.mark, dont_know=given.dont_know))
        if told and self.feedback is None:
            self.feedback = Feedback(self._answering.opened, self.question, self)
            self.feedback.show_me.connect(self.show_me)
            self._column.insertWidget(self._column.indexOf(self.answer) + 1, self.feedback)
        elif not told and self.feedback is not None:
            self._column.removeWidget(self.feedback)
            self.feedback.deleteLater()
            self.feedback = None
