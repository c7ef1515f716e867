"""The question column: the way through a stage's questions, from the first to handing in and looking back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.declared import ASK_CERTAINTY
from crossread.base.translation import _
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.questions.answering import Answering
from crossread.desktop.pages.questions.asking_back import AskingBack
from crossread.desktop.pages.questions.column_frame import ColumnFrame
from crossread.desktop.pages.questions.given import Given
from crossread.desktop.pages.questions.hand_in import HandInSheet
from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.desktop.pages.questions.question_footer import Showing
from crossread.desktop.pages.questions.showing import See, as_written
from crossread.desktop.pages.questions.summary import StageSummary
from crossread.desktop.pages.words import points_of_all
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import set_look
from crossread.questions.passages import Selection

Deed = Callable[[], None]


class QuestionColumn(ColumnFrame):
    """The column beside the texts; `see` tells a passage in the words of the text in view.

    `shown` tells that something else is in view, `given_changed` that an answer changed; `show_me` gives a
    ToShow, `onward` asks for the next stage, `elsewhere` for a question of another one by its id.
    """

    shown = Signal()
    given_changed = Signal()
    wants_text = Signal(str)
    show_me = Signal(object)
    add_asked = Signal(str)
    onward = Signal()
    elsewhere = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None, *, see: See = as_written) -> None:
        super().__init__(parent)
        self._around, self._see = around, see
        self._asking_back = AskingBack(self)
        self._hints_open: dict[str, int] = {}
        self._closed_just_now = False  # the focus was put on the way on, not by the learner
        self.body: QuestionBody | None = None
        self.sheet: HandInSheet | None = None
        self.summary: StageSummary | None = None
        self.navigator.chosen.connect(self.go)
        self.footer.back_asked.connect(self._back_clicked)
        self.footer.onward.connect(self.go_on)

    # What is in view

    def open_stage(self, answering: Answering, question: str, *, summary: bool, next_title: str) -> None:
        """Show a stage at a question; at its summary where it was handed in and was left there."""
        self._start_over()
        self.take_stage(answering, next_title)
        ids = [one.id for one in answering.questions]
        self.number = ids.index(question) if question in ids else self.first_open()
        if not ids and not answering.handed_in:
            self._clear("nothing")
            self._show(labels.body(_("This stage asks nothing: read, then go on.")))
        elif answering.handed_in and (summary or question not in ids):
            self.show_summary()
        else:
            self._show_question(self.number)

    def _start_over(self) -> None:
        self._asking_back.start_over()
        self._hints_open = {}

    def given(self) -> Given | None:
        """Return what is in the answer in view, None where there is none."""
        return self.body.given() if self.body is not None else None

    def sections(self) -> Sequence[QWidget]:
        """Return the parts of the question in the order of Tab; what else is in view is one part."""
        return self.body.sections() if self.body is not None else super().sections()

    def _clear(self, showing: Showing) -> None:
        self.body, self.sheet, self.summary = None, None, None
        self.showing = showing

    def _show(self, widget: QWidget) -> None:
        """Put something into view; the focus comes along where it was here, else it would be lost."""
        focused = self.area.focused() is not None or (self._closed_just_now and self.next.hasFocus())
        self._closed_just_now = False
        self.put(widget)
        if focused:
            self.focus()
        self.shown.emit()

    def _show_question(self, number: int) -> None:
        self._clear("question")
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
        body.check_asked.connect(self.check)
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
        announce(self, _("Question {number} of {all}").format(number=number + 1, all=self.count))

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
        """Go to the next question; after the last one to handing in, or to the summary."""
        if self.showing in ("nothing", "summary"):
            self.onward.emit()
        elif self.showing == "question" and self.number + 1 < self.count:
            self.go(self.number + 1)
        elif self.showing == "question" and self.answering.handed_in:
            self.leave()
            self.show_summary()
        elif self.showing == "question":
            self.show_hand_in()

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
            body.say(_("Give an answer first, then check it."))
        elif self.answering.is_checked(question, given):
            body.say(_("This answer is checked already. Change it, then check it again."))
        elif not self._asks_back(self.check):
            body.awaits_mark = True
            if self.may(partial(self.answering.check, question, given)):
                self.refresh()
                self._leave_closed(body)
                body.say_tries()
            body.awaits_mark = False

    def _leave_closed(self, body: QuestionBody) -> None:
        """Have the focus on the way on once an answer is closed.

        Else it stays unseen in a field that takes no more words and keeps the keys of one letter to itself,
        or comes to whatever stands first.
        """
        if not self.answering.view(body.question).may_change:
            self._closed_just_now = True
            self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def _flag(self, on: bool) -> None:
        if self.question is not None:
            self.may(partial(self.answering.flag, self.question, on))
            self.refresh()

    def _rate(self, rating: object) -> None:
        if self.question is not None:
            self.may(partial(self.answering.rate, self.question, rating))
            self.refresh()

    def _hint_opened(self, count: int) -> None:
        if self.body is not None:
            self._hints_open[self.body.question.id] = count
            self.area.keep_in_view()

    def refresh_frame(self) -> None:
        """Bring all around the question up to date, and let one button stand out: what comes next."""
        super().refresh_frame()
        self._point_on()

    def _point_on(self) -> None:
        check = self.body is not None and self.body.wants_check()
        set_look(self.next, "plain" if check else "primary")
        if self.body is not None:
            set_look(self.body.check_button(), "primary" if check else "plain")

    def _given_changed(self) -> None:
        self.refresh_square(self.number)
        self._point_on()
        self.area.keep_in_view()
        self.given_changed.emit()

    def _hand_in(self) -> None:
        if not self.may(self.answering.hand_in):
            return
        self.number = 0
        self.show_summary()
        self.focus()
        announce(self, _("Handed in. {points}").format(points=points_of_all(self.answering)).strip())

    def _release(self) -> None:
        if self.may(self.answering.release):
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

    def add_selection(self, selection: Selection) -> bool:
        """Add words marked in a text to the answer in view; False where it takes none."""
        return self.body is not None and self.body.add_selection(selection)

    def show_evidence(self) -> None:
        """Ask for the evidence of the question in view to be shown."""
        if self.body is not None and self.body.feedback is not None:
            self.body.feedback.ask()

    def _show_me(self, wanted: object) -> None:
        self.show_me.emit(wanted)
        if self.body is not None and self.body.feedback is not None:
            self.body.feedback.see_again()
            self.area.keep_in_view(self.body.feedback.last_line())

    def see_again(self) -> None:
        """Tell passages anew: other texts are in view, or something was covered or uncovered."""
        if self.body is not None:
            self.body.see_again()

    def refresh(self) -> None:
        """Show again what has changed in the learner's state; the focus stays in the column."""
        if self._answering is None:
            return
        held = self.area.focused() is not None
        if self.body is not None:
            self.body.refresh()
            self.area.lay_out()
        self.refresh_frame()
        if held and self.area.focused() is None:  # what had it is no longer there
            self.focus()
        if held:
            self.area.keep_in_view()

    def focus(self) -> None:
        """Put the focus into the column: on the answer where there is one."""
        if self.body is not None and self.body.focus():
            return
        if self.summary is not None and self.summary.focus():
            return
        if self.sheet is not None:
            self.sheet.focus()
        elif self.next.isVisible():
            self.next.setFocus(Qt.FocusReason.TabFocusReason)
