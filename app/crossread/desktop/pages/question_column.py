"""The question column: the way through a stage's questions, from the first to handing in and looking back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.settings import ASK_CERTAINTY
from crossread.base.translation import _
from crossread.desktop.pages.answering import Answering
from crossread.desktop.pages.hand_in import HandInSheet
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.question_body import QuestionBody
from crossread.desktop.pages.question_footer import QuestionFooter, Showing
from crossread.desktop.pages.summary import StageSummary
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.navigator import Navigator
from crossread.questions.kind import Question
from crossread.questions.passages import Selection


class QuestionColumn(QFrame):
    """The column beside the texts.

    `shown` tells that something else is in view, `given_changed` that an answer changed; `onward`
    asks for the next stage, `refused` gives the sentence of what was not allowed.
    """

    shown = Signal()
    given_changed = Signal()
    wants_text = Signal(str)
    show_me = Signal(object)
    add_asked = Signal(str)
    onward = Signal()
    refused = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self._around = around
        self._answering: Answering | None = None
        self._next_title = ""
        self.showing: Showing = "nothing"
        self.number = 0
        self.body: QuestionBody | None = None
        self.sheet: HandInSheet | None = None
        self.summary: StageSummary | None = None
        self.navigator = Navigator(0, self)
        self.navigator.chosen.connect(self.go)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.footer = QuestionFooter(self)
        self.footer.back_asked.connect(self._back_clicked)
        self.footer.onward.connect(self.go_on)
        self.back, self.next = self.footer.back, self.footer.next
        self._about = labels.quiet("", self)
        head = QVBoxLayout()
        head.setContentsMargins(20, 18, 20, 10)
        head.setSpacing(8)
        head.addWidget(self._about)
        head.addWidget(self.navigator)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self.footer)

    # What is in view

    def open_stage(self, answering: Answering, question: str, *, summary: bool, next_title: str) -> None:
        """Show a stage at a question; at its summary where it was handed in and was left there."""
        self._answering = answering
        self._next_title = next_title
        self.navigator.set_count(len(answering.questions))
        self._say_about()
        ids = [one.id for one in answering.questions]
        self.number = ids.index(question) if question in ids else self._first_open()
        if not ids:
            self._show_nothing()
        elif answering.handed_in and (summary or question not in ids):
            self.show_summary()
        else:
            self._show_question(self.number)

    def _say_about(self) -> None:
        """Say what the stage asks, and which attempt this is from the second on."""
        about, number = self.answering.stage.about, self.answering.attempt
        attempt = _("Attempt {number}; what you handed in before is kept.").format(number=number)
        self._about.setText("\n".join(words for words in (about, attempt if number > 1 else "") if words))
        self._about.setVisible(bool(self._about.text()))

    def _first_open(self) -> int:
        for number, question in enumerate(self.answering.questions):
            if self.answering.view(question).status == "open":
                return number
        return 0

    @property
    def answering(self) -> Answering:
        """The stage being answered; only after one was opened."""
        if self._answering is None:
            raise RuntimeError("no stage is open")
        return self._answering

    @property
    def question(self) -> Question | None:
        """The question in view."""
        return self.body.question if self.body else None

    def _put(self, widget: QWidget) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(20, 6, 20, 12)
        column.addWidget(widget)
        self._area.setWidget(holder)  # deletes what was there
        self._area.verticalScrollBar().setValue(0)

    def _holds_focus(self) -> bool:
        focus, inside = QApplication.focusWidget(), self._area.widget()
        return focus is not None and inside is not None and inside.isAncestorOf(focus)

    def _clear(self) -> None:
        self.body, self.sheet, self.summary = None, None, None

    def _show_nothing(self) -> None:
        self._clear()
        self.showing = "nothing"
        self._put(labels.body(_("This stage asks nothing: read, then go on.")))
        self._refresh_frame()
        self.shown.emit()

    def _show_question(self, number: int) -> None:
        focused = self._holds_focus()
        self._clear()
        self.number = number
        self.showing = "question"
        question = self.answering.questions[number]
        body = QuestionBody(self.answering, question, ask_certainty=self._around.settings[ASK_CERTAINTY])
        body.given_changed.connect(self._given)
        body.check_asked.connect(self.check)
        body.finished.connect(self._finished, Qt.ConnectionType.QueuedConnection)  # deletes the field
        body.wants_text.connect(self.wants_text)
        body.show_me.connect(self.show_me)
        body.add_asked.connect(self.add_asked)
        self._put(body)
        self.body = body
        self._refresh_frame()
        if focused:  # else it would go with what was there
            self.focus()
        announce(self, _("Question {number} of {all}").format(number=number + 1, all=self.count))
        self.shown.emit()

    def show_hand_in(self) -> None:
        """Show what is open and ask whether to hand in."""
        if not self.may_hand_in:
            return
        self.leave()
        self._clear()
        self.showing = "hand-in"
        sheet = HandInSheet(self.answering)
        sheet.agreed.connect(self._hand_in)
        sheet.declined.connect(self._declined)
        sheet.chosen.connect(self.go)
        self._put(sheet)
        self.sheet = sheet
        self._refresh_frame()
        sheet.focus()
        self.shown.emit()

    def show_summary(self) -> None:
        """Show what the stage came to."""
        self._clear()
        self.showing = "summary"
        summary = StageSummary(self.answering)
        summary.chosen.connect(self.go)
        self._put(summary)
        self.summary = summary
        self._refresh_frame()
        self.shown.emit()

    @property
    def count(self) -> int:
        """How many questions the stage has."""
        return len(self.answering.questions)

    @property
    def may_hand_in(self) -> bool:
        """Whether the stage can be handed in."""
        return self._answering is not None and self.count > 0 and not self.answering.handed_in

    def _refresh_frame(self) -> None:
        """Bring the squares and the buttons below up to date."""
        answering, body = self.answering, self.body
        for number, question in enumerate(answering.questions):
            given = body.given() if body is not None and body.question.id == question.id else None
            self.navigator.set_standing(number, answering.standing(question, given))
        self.navigator.set_current(self.number if self.showing == "question" else -1)
        if self.showing == "hand-in":
            self.footer.show_sheet()
        elif body is None:
            self.footer.show_end(self._next_title, may_try_again=self.showing == "summary")
        else:
            self.footer.show_question(
                first=self.number == 0,
                last=self.number == self.count - 1,
                handed_in=answering.handed_in,
                later=not answering.handed_in and not answering.view(body.question).checks,
            )

    # What the learner does

    def leave(self) -> None:
        """Leave the question in view: what was given becomes its answer."""
        if self.body is not None:
            try:
                self.answering.leave(self.body.question, self.body.given())
            except Expected as error:
                self.refused.emit(error.message)

    def go(self, number: int) -> None:
        """Go to a question, from 0."""
        self.leave()
        self._show_question(number)

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

    def _finished(self) -> None:
        """Go on from a field by Enter, or have it checked where that comes first."""
        if self.body is not None and self.answering.view(self.body.question).checks:
            self.check()
        else:
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

    def check(self) -> None:
        """Check the answer in view at once, where the behaviour does so."""
        if self.body is None:
            return
        try:
            if not self.answering.is_empty(self.body.question, self.body.given()):
                self.answering.check(self.body.question, self.body.given())
        except Expected as error:
            self.refused.emit(error.message)
        self.refresh()

    def _hand_in(self) -> None:
        try:
            self.answering.hand_in()
        except Expected as error:
            self.refused.emit(error.message)
            return
        self.number = 0
        self.show_summary()
        self.focus()
        points = self.answering.points()
        told = _("Handed in: {earned:g} of {all:g} points")
        announce(self, told.format(earned=points.earned, all=points.all))

    def _declined(self) -> None:
        still_open = self.answering.open_required()
        if still_open:
            self._show_question(self.answering.questions.index(still_open[0]))
        else:
            self._show_question(self.number)

    def try_again(self) -> None:
        """Open the next attempt."""
        try:
            self.answering.try_again()
        except Expected as error:
            self.refused.emit(error.message)
            return
        self._say_about()
        self._show_question(0)
        self.focus()

    def add_selection(self, selection: Selection) -> bool:
        """Add words marked in a text to the answer in view; False where it takes none."""
        return self.body is not None and self.body.add_selection(selection)

    def show_evidence(self) -> None:
        """Ask for the evidence of the question in view to be shown."""
        if self.body is not None and self.body.feedback is not None:
            self.body.feedback.ask()

    def refresh(self) -> None:
        """Show again what has changed in the learner's state."""
        if self._answering is None:
            return
        if self.body is not None:
            self.body.refresh()
        self._refresh_frame()

    def _given(self) -> None:
        self._refresh_frame()
        self.given_changed.emit()

    def focus(self) -> None:
        """Put the focus into the column: on the answer where there is one."""
        if self.body is not None and self.body.answer.isVisible():
            self.body.answer.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.summary is not None and self.summary.first_look.isVisible():
            self.summary.first_look.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.sheet is not None:
            self.sheet.focus()
        elif self.next.isVisible():
            self.next.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline above the buttons."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("ground"))
