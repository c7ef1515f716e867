"""One question with its answer: what is given to it, and how it stands."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.answers.passages.quoting import Tell, as_quoted
from crossread.desktop.pages.questions.asking import Asking
from crossread.desktop.pages.questions.given import Given, without_words
from crossread.desktop.pages.questions.question_parts import QuestionParts
from crossread.desktop.pages.questions.showing import See, ToShow, as_written
from crossread.desktop.pages.words import closed_words, marked_words, meta_words
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.commands import Certainty
from crossread.inquiry.view import QuestionView
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Selection
from crossread.questions.registry import KINDS


class QuestionBody(QuestionParts):
    """A question in the column, and what the learner gives to it.

    `given_changed`: the learner gave something else. `finished`: Enter was pressed in a field of one line.
    `wants_text` gives a source to be brought up, `show_me` a ToShow, `add_asked` a source whose original is
    wanted, `flagged` the flag wanted, `rated` what the learner says of their own closed answer, `chosen` the
    id of another question to go to.
    """

    given_changed = Signal()
    finished = Signal()
    wants_text = Signal(str)
    add_asked = Signal(str)
    flagged = Signal(bool)
    rated = Signal(object)
    chosen = Signal(str)
    hints_opened = Signal(int)

    def __init__(
        self,
        answering: Asking,
        question: Question,
        *,
        ask_certainty: bool,
        see: See = as_written,
        tell: Tell = as_quoted,
        hints_open: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(answering, question, see=see, tell=tell, parent=parent)
        self._given = answering.given(question)
        self._ask_certainty = ask_certainty
        self._behaviour = answering.behaviour(question)
        self._filling = False
        self.awaits_mark = False  # whether what the answer earns is said as soon as it shows
        self._aside: Given | None = None  # what "I don't know" took the place of
        self.hints.set_open(hints_open, offered=True, aloud=False)
        self.refresh(first=True)
        self.head.flagged.connect(self.flagged)
        self.not_yet.add_asked.connect(self._add_asked)
        self.not_yet.chosen.connect(self.chosen)
        self.answer.changed.connect(self._answer_changed)
        self.answer.finished.connect(self.finished)
        self.answer.wants_text.connect(self.wants_text)
        self.answer.show_passage.connect(self._show_passage)
        self.answer.rated.connect(self.rated)
        self._row.dont_know_chosen.connect(self._dont_know_chosen)
        self.certainty.chosen.connect(self._certainty_chosen)
        self.hints.opened.connect(self.hints_opened)

    # What was given

    def given(self) -> Given:
        """Return what the learner has given so far."""
        return self._given

    def add_selection(self, selection: Selection) -> bool:
        """Add words marked in a text to the answer; False where this question takes none now."""
        if not self.takes_passages():
            return False
        return self.answer.add_selection(selection)

    def takes_passages(self) -> bool:
        """Tell whether words marked in a text go into this answer now."""
        return self.answer.takes_passages and self._answering.view(self.question).may_change

    def may_check(self) -> bool:
        """Tell whether this answer can be marked at once, as its behaviour says."""
        view = self._answering.view(self.question)
        return view.checks and view.may_change

    def wants_check(self) -> bool:
        """Tell whether to have this answer checked is the next thing to do."""
        given = self._given
        if not self.may_check() or self._answering.is_empty(self.question, given):
            return False
        return not self._answering.is_checked(self.question, given)

    def choose(self, number: int) -> None:
        """Pick an answer by its number, from 1, where there are numbered ones."""
        if self.answer.isVisible():
            self.answer.pick_number(number)

    def toggle_dont_know(self) -> None:
        """Say "I don't know", or take it back."""
        was_said = self._given.dont_know
        self._row.toggle_dont_know()
        if self._given.dont_know != was_said and not self._row.dont_know.hasFocus():
            back = _("Taken back. {answer}").format(answer=self.answer.in_short()).strip()
            announce(self, back if was_said else _("You said: I don’t know."))

    def toggle_flag(self) -> None:
        """Flag the question for later, or take the flag off."""
        flag = self.head.flag
        if not flag.isVisible():
            return
        was_on = flag.isChecked()
        flag.click()
        if flag.isChecked() != was_on and not flag.hasFocus():  # in focus it is told as a check box is
            announce(self, _("Flag taken off") if was_on else _("Flagged for later"))

    def undo(self) -> bool:
        """Take the last step of the answer back, from wherever the focus is; False where there is none."""
        return self._tell_step(self.answer.undo(), _("Taken back. {answer}"))

    def redo(self) -> bool:
        """Do again what was taken back; False where there is nothing."""
        return self._tell_step(self.answer.redo(), _("Done again. {answer}"))

    def _tell_step(self, done: bool, told: str) -> bool:
        if done:
            announce(self, told.format(answer=self.answer.in_short()).strip())
        return done

    def _answer_changed(self) -> None:
        if self._filling:
            return
        response, aside = self.answer.response(), self._aside
        self._aside = None
        undone = aside is not None and response == aside.response
        self._given = aside if aside and undone else replace(self._given, response=response, dont_know=False)
        self._row.set_dont_know(False)
        self._enable_certainty()
        self._keep()

    def _dont_know_chosen(self, chosen: bool) -> None:
        """Put the answer aside for "I don't know"; taking that back brings the answer back."""
        if chosen:
            self._aside = self._given
            self._given = replace(without_words(self._given, self.question), certainty="")
            self._fill(self.answer.set_aside)
        else:
            self._given = self._aside or replace(self._given, dont_know=False)
            self._aside = None
            self._fill(partial(self.answer.accept, self._given.response))
        self._enable_certainty()
        self._keep()

    def _enable_certainty(self) -> None:
        self.certainty.set_value(self._given.certainty)
        self.certainty.setEnabled(not self._given.dont_know)

    def _certainty_chosen(self, certainty: str) -> None:
        self._given = replace(self._given, certainty=cast("Certainty", certainty))
        self._keep()

    def _keep(self) -> None:
        self.no_longer_asked()
        self._show_row(self._answering.view(self.question))
        self._answering.keep(self.question, self._given)
        if self._mark_now(self._answering.view(self.question), self._given) != self.answer.mark():
            self.refresh()
        self.given_changed.emit()

    def _fill(self, deed: Callable[[], object]) -> None:
        self._filling = True
        try:
            deed()
        finally:
            self._filling = False

    # In the texts

    def _add_asked(self) -> None:
        self.add_asked.emit("")

    def _show_passage(self, passage: object) -> None:
        """Show what the answer points at; beside the rest of the evidence, where it belongs to that."""
        if isinstance(passage, PassageKey):
            known = self.question.evidence
            told = self.feedback is not None and passage in known
            self.show_me.emit(ToShow(known if told else (passage,), passage))
        elif isinstance(passage, Selection):
            self.show_me.emit(ToShow(at=passage))

    # How it stands

    def refresh(self, *, first: bool = False) -> None:
        """Show how the question stands now: to be answered, not yet open, or marked."""
        view = self._answering.view(self.question)
        given = self._answering.given(self.question)
        if given.response != self.answer.response():  # else the caret in a field would jump
            self._fill(partial(self.answer.set_response, given.response))
        self._given = given
        self.answer.know_cells(self._answering.compared())
        self.answer.setVisible(not self.not_yet.show_view(view))
        self.answer.set_read_only(not view.may_change)
        told = self._answering.explains(self.question)
        unanswered = told and view.answered is None
        mark = self._mark_now(view, given)
        shown = self._answering.key_to(self.question) if unanswered else mark
        nothing_given = unanswered or (mark is not None and given.dont_know)
        self.answer.show_mark(shown, nothing_given=nothing_given)
        self.answer.set_rating(self._answering.rating(self.question), may_rate=view.may_rate)
        self._say_nothing_given(given.dont_know if nothing_given and not view.replaced else None)
        self._row.set_dont_know(given.dont_know)
        self._show_row(view)
        self._show_certainty(view, given)
        counts = self._answering.counts
        if self.awaits_mark and view.mark is not None:  # before the hints that a mark opens
            self.awaits_mark = False
            announce(self, marked_words(self.question, view.mark, dont_know=given.dont_know, counts=counts))
        self.hints.set_usable(view.may_change)
        self.hints.set_open(view.hints_open, offered=view.may_hint, aloud=not first)
        closed = mark is not None or told
        meta = closed_words(self.question, mark, dont_know=given.dont_know, counts=counts) if closed else ""
        self.head.say(
            meta or meta_words(self.question, counts=counts), reworded=view.reworded, replaced=view.replaced
        )
        self.head.set_flag(on=view.flagged, may=not self._answering.handed_in)
        self._show_feedback(told)

    def _mark_now(self, view: QuestionView, given: Given) -> Mark | None:
        """Return the mark that belongs to what is given now; that of another try belongs to the try."""
        if view.checks and view.may_change and not self._answering.is_checked(self.question, given):
            return None
        return view.mark

    def _show_row(self, view: QuestionView) -> None:
        self._row.show_view(view, self._behaviour, scored=KINDS[self.question.kind].scored)

    def _show_certainty(self, view: QuestionView, given: Given) -> None:
        self._enable_certainty()
        self.certainty.set_read_only(not view.may_change)
        asks = view.asks_certainty == "yes" or (view.asks_certainty == "" and self._ask_certainty)
        self.certainty.setVisible(asks if view.may_change else bool(given.certainty))
