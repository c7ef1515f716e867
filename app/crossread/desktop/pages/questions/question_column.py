"""The question column: the way through a stage's questions, from the first to handing in and looking back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.declared import ASK_CERTAINTY
from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.questions.answering import Answering
from crossread.desktop.pages.questions.asking_back import AskingBack
from crossread.desktop.pages.questions.column_view import ColumnView
from crossread.desktop.pages.questions.hand_in import HandInSheet
from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.desktop.pages.questions.showing import See, as_written
from crossread.desktop.pages.questions.summary import StageSummary
from crossread.desktop.pages.words import points_of_all
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce

Deed = Callable[[], None]


# What to do at a stage without a question, by its kind.
READ = N_("This stage asks no questions: read, then go on.")
NOTHING_ASKED = {
    "compare": N_("This stage asks no questions here: compare the texts, then go on."),
    "discuss": N_("This stage asks no questions: talk the texts over, then go on."),
    "conclude": N_("This stage asks no questions: write your conclusion, then go on."),
}


class QuestionColumn(ColumnView):
    """The column beside the texts; `see` tells a passage in the words of the text in view.

    `shown` tells that something else is in view, `given_changed` that an answer changed; `show_me` gives a
    ToShow, `onward` asks for the next stage, `elsewhere` for a question of another one by its id.
    """

    given_changed = Signal()
    wants_text = Signal(str)
    add_asked = Signal(str)
    onward = Signal()
    elsewhere = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None, *, see: See = as_written) -> None:
        super().__init__(parent)
        self._around, self._see = around, see
        self._asking_back = AskingBack(self)
        self.navigator.chosen.connect(self.go)
        self.footer.back_asked.connect(self._back_clicked)
        self.footer.check_asked.connect(self.check)
        self.footer.onward.connect(self._onward_clicked)
        self._unread = False  # what was told at handing in: by the keys it comes before the next stage

    # What is in view

    def open_stage(self, answering: Answering, question: str, *, summary: bool, next_title: str) -> None:
        """Show a stage at a question; at its summary where it was handed in and was left there."""
        self._start_over()
        self.take_stage(answering, next_title)
        ids = [one.id for one in answering.questions]
        self.number = ids.index(question) if question in ids else self.first_open()
        if not ids and not answering.handed_in:
            self._clear("nothing")
            words = labels.body(_(NOTHING_ASKED.get(answering.stage.kind, READ)))
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._show(words)
        elif answering.handed_in and (summary or question not in ids):
            self.show_summary()
        else:
            self._show_question(self.number)

    def _start_over(self) -> None:
        self._asking_back.start_over()
        self._unread = False
        self._hints_open = {}

    def _show_question(self, number: int) -> None:
        self._clear("question")
        self._unread = False
        self.number = number
        question = self.answering.questions[number]
        body = QuestionBody(
            self.answering,
            question,
            ask_certainty=self._around.settings[ASK_CERTAINTY],
            see=self._see,
            tell=partial(self._around.veiling.quote, self.answering.opened),
            hints_open=self._hints_open.get(question.id, 0),
        )
        body.given_changed.connect(self._given_changed)
        body.finished.connect(self._finished, Qt.ConnectionType.QueuedConnection)  # deletes the field
        body.wants_text.connect(self.wants_text)
        body.show_me.connect(self._show_me)
        body.add_asked.connect(self.add_asked)
        body.flagged.connect(self._flag)
        body.rated.connect(self._rate)
        body.chosen.connect(self._go_to_id, Qt.ConnectionType.QueuedConnection)
        body.hints.opened.connect(self._hint_opened)
        self.body = body
        self._show(body)
        told = _("Question {number} of {all}").format(number=number + 1, all=self.count)
        inside = self.area.focused() is not None  # then the prompt is said, as the name of what it came into
        announce(self, told if inside else f"{told}. {question.prompt}")

    def show_hand_in(self) -> None:
        """Show what is open and ask whether to hand in."""
        if not self.may_hand_in or self._asks_before_leaving(self.show_hand_in):
            return
        self.leave()
        self._clear("hand-in")
        self.sheet = HandInSheet(self.answering)
        self.sheet.agreed.connect(self._hand_in)
        self.sheet.declined.connect(self._declined)
        self.sheet.chosen.connect(self.go)
        self._show(self.sheet)
        self.sheet.focus()

    def show_summary(self) -> None:
        """Show what the stage came to."""
        self._clear("summary")
        self.summary = StageSummary(self.answering)
        self.summary.chosen.connect(self.go)
        self.summary.release_agreed.connect(self._release)
        self._show(self.summary)

    # The way through the questions

    def leave(self) -> None:
        """Leave the question in view: what was given becomes its answer."""
        if self.body is not None:
            self.may(partial(self.answering.leave, self.body.question, self.body.given()))

    def _asks_back(self, then: Deed) -> bool:
        """Ask about a near miss in the answer in view, before `then`; True where the learner is asked."""
        if self.body is None or not self._asking_back.asks(self.answering, self.body, then):
            return False
        self.area.keep_in_view(self.body.asked_back)
        return True

    def _asks_before_leaving(self, then: Deed) -> bool:
        """Ask so where leaving onward gives the answer: where it is checked first, Check asks."""
        question = self.question
        if question is None or self.answering.is_checked_alone(question):
            return False
        return self._asks_back(then)

    def go(self, number: int) -> None:
        """Go to a question, from 0; on the way back nothing is asked."""
        back = number <= self.number
        if not back and self._asks_before_leaving(partial(self.go, number)):
            return
        if self.body is not None and back:
            self._asking_back.put_off(self.answering, self.body)
        self.leave()
        self._show_question(number)

    def _go_to_id(self, question: str) -> None:
        ids = [one.id for one in self.answering.questions]
        if question in ids:
            self.go(ids.index(question))
        else:
            self.elsewhere.emit(question)

    def go_on(self) -> None:
        """Go to the next question that can be answered; after the last to handing in, or to the summary."""
        if self.summary is not None and self._unread and self.summary.read_on():
            return
        if self.showing in ("nothing", "summary"):
            self.onward.emit()
        elif self.showing == "question" and (number := self.next_number()) is not None:
            self.go(number)
        elif self.showing == "question" and self.answering.handed_in:
            self.leave()
            self.show_summary()
        elif self.showing == "question":
            self.show_hand_in()

    def _onward_clicked(self) -> None:
        self._unread = False  # the button says where it leads to
        self.go_on()

    def go_back(self) -> None:
        """Go to the question before; from the sheets to the last one seen."""
        if self.showing in ("hand-in", "summary"):
            self._show_question(self.number)
        elif self.showing == "question" and self.number > 0:
            self.go(self.number - 1)

    def _back_clicked(self) -> None:
        if self.showing == "summary":
            self.try_again()
        else:
            self.go_back()

    # What is done with an answer and a stage

    def _finished(self) -> None:
        """Go on from a field by Enter, or have it checked where that comes first."""
        if self.body is not None and self.answering.view(self.body.question).checks:
            self.check()
        else:
            self.go_on()

    def check(self) -> None:
        """Check the answer in view at once, where the behaviour does so."""
        body = self.body
        if body is None or not self.answering.view(body.question).checks:
            return
        question, given = body.question, body.given()
        if self.answering.is_empty(question, given):
            self._say_below(_("Give an answer first, then check it."))
        elif self.answering.is_checked(question, given):
            self._say_below(_("This answer is checked already. Change it, then check it again."))
        elif lacks := self._asking_back.still_wants(self.answering, body):
            self._say_below(lacks)
        elif not self._asks_back(self.check):
            body.awaits_mark = True
            if self.may(partial(self.answering.check, question, given)):
                self.refresh()
                self._leave_closed(body)
                body.say_tries()
            body.awaits_mark = False

    def _say_below(self, sentence: str) -> None:
        """Say something below the answer, and have it in view: Check may be pressed from anywhere."""
        if self.body is not None:
            self.body.say(sentence)
            self.area.keep_in_view(self.body.row())

    def _flag(self, on: bool) -> None:
        if self.question is not None:
            self.may(partial(self.answering.flag, self.question, on))
            self.refresh()

    def _rate(self, rating: object) -> None:
        if self.question is not None:
            self.may(partial(self.answering.rate, self.question, rating))
            self.refresh()

    def _given_changed(self) -> None:
        self.refresh_square(self.number)
        self._point_on()
        self.area.keep_in_view()
        self.given_changed.emit()

    def _hand_in(self) -> None:
        if not self.may(self.answering.hand_in):
            return
        self.number = 0
        self._unread = True
        self.show_summary()
        self.focus()
        announce(self, _("Handed in. {points}").format(points=points_of_all(self.answering)).strip())

    def _release(self) -> None:
        if self.may(self.answering.release):
            self._unread = True
            self.show_summary()
            self.focus()
            announce(self, points_of_all(self.answering))

    def _declined(self) -> None:
        self._show_question(self.first_required(self.number))

    def try_again(self) -> None:
        """Open the next attempt."""
        if self.may(self.answering.try_again):
            self._start_over()
            self.take_stage(self.answering, self._next_title)
            self._show_question(0)
            self.focus()
