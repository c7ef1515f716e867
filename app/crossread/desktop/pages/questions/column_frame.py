"""The frame of the question column: how the stage stands above what is in view, the way on below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.questions.answering import Answering
from crossread.desktop.pages.questions.column_area import ColumnArea
from crossread.desktop.pages.questions.given import Given
from crossread.desktop.pages.questions.question_footer import QuestionFooter, Showing
from crossread.desktop.tab_order import set_order, stops
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.picking.navigator import Navigator
from crossread.questions.kind import Question

LOW = 340  # pixels at the default text size: a column of less height is a drawer's


class ColumnFrame(QFrame):
    """Squares and buttons around what is in view; Tab goes through all of it in the order of reading.

    `showing` says what that is, `number` which question was last in view, from 0. `refused` gives the
    sentence of what was not allowed.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "ground")
        self.showing: Showing = "nothing"
        self.number = 0
        self._answering: Answering | None = None
        self._next_title = ""
        self._locked: list[Question] = []
        self.navigator = Navigator(0, self)
        self.area = ColumnArea(self)
        self.footer = QuestionFooter(self)
        self.back, self.check_button, self.next = self.footer.back, self.footer.check, self.footer.next
        self._about = labels.quiet("", self)
        self._inside: QWidget | None = None
        self._ordered: list[QWidget] = []
        self._order_later = QTimer(self)
        self._order_later.setSingleShot(True)
        self._order_later.timeout.connect(self.order_tabs)
        self._low = False
        self._head = QVBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._about)
        self._head.addWidget(self.navigator)
        self._set_low(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.area, 1)
        column.addWidget(self.footer)

    # The stage

    @property
    def answering(self) -> Answering:
        """The stage being answered; only after one was opened."""
        if self._answering is None:
            raise RuntimeError("no stage is open")
        return self._answering

    @property
    def count(self) -> int:
        """How many questions the stage has."""
        return len(self.answering.questions)

    @property
    def may_hand_in(self) -> bool:
        """Whether the stage can be handed in."""
        return self._answering is not None and self.count > 0 and not self.answering.handed_in

    @property
    def question(self) -> Question | None:
        """The question in view."""
        return self.answering.questions[self.number] if self.showing == "question" else None

    def given(self) -> Given | None:
        """Return what is in the answer in view, None where there is none."""
        raise NotImplementedError

    def take_stage(self, answering: Answering, next_title: str) -> None:
        """Take up a stage, or another attempt at it; `next_title` is what comes after it."""
        self._answering, self._next_title = answering, next_title
        self._locked = self._locked_now()
        self.navigator.set_count(self.count)
        attempt = _("Attempt {number}; what you handed in before is kept.").format(number=answering.attempt)
        about = [answering.stage.about, attempt if answering.attempt > 1 else ""]
        self._about.setText("\n".join(words for words in about if words))
        self._about.setVisible(any(about) and not self._low)

    def _set_low(self, low: bool) -> None:
        """Leave the room of a drawer to the question: without what the stage is about, and with less air."""
        self._low = low
        self._head.setContentsMargins(20, 8 if low else 18, 20, 4 if low else 10)
        self.footer.set_low(low)
        self._about.setVisible(bool(self._about.text()) and not low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room around the question where there is little height."""
        super().resizeEvent(event)
        low = self.height() < theme.current().scaled(LOW)
        if low != self._low:
            self._set_low(low)

    def first_open(self) -> int:
        """Return the place of the first question that can be answered and is not, from 0."""
        for number, question in enumerate(self.answering.questions):
            if self.answering.view(question).status == "open":
                return number
        return 0

    def next_number(self) -> int | None:
        """Return the place of the question that comes next, from 0; None behind the last one.

        One that waits for a text is passed over, as nothing can be done about it here, until the stage is
        handed in and one looks back.
        """
        for number in range(self.number + 1, self.count):
            question = self.answering.questions[number]
            if self.answering.handed_in or self.answering.view(question).status != "waiting":
                return number
        return None

    def first_required(self, otherwise: int) -> int:
        """Return the place of the first required question that can be answered and is not, from 0."""
        for question in self.answering.open_required():
            if self.answering.view(question).status == "open":
                return self.answering.questions.index(question)
        return otherwise

    def may(self, deed: Callable[[], None]) -> bool:
        """Do something that may not be allowed; where it is not, tell so and return False."""
        try:
            deed()
        except Expected as error:
            self.refused.emit(error.message)
            return False
        return True

    # What is in view

    def put(self, widget: QWidget) -> None:
        """Show a widget between the squares and the buttons, and let go of the one before."""
        self._inside = widget
        self.area.put(widget)
        widget.installEventFilter(self)
        self.refresh_frame()
        self.order_tabs()

    def sections(self) -> Sequence[QWidget]:
        """Return the parts of what is in view in the order in which Tab goes through them."""
        return () if self._inside is None else (self._inside,)

    def stops(self) -> list[QWidget]:
        """List all that Tab comes to, in order; hidden ones too."""
        parts = (self.navigator, *self.sections(), self.footer)
        return [stop for part in parts for stop in stops(part)]

    def order_tabs(self) -> None:
        """Have Tab go through all that is there now, whenever it was made."""
        order = self.stops()
        if order != self._ordered:
            self._ordered = order
            set_order(order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page keys scroll what is in view from the squares and the buttons too."""
        bar = self.area.verticalScrollBar()
        pages = {
            Qt.Key.Key_PageUp: bar.SliderAction.SliderPageStepSub,
            Qt.Key.Key_PageDown: bar.SliderAction.SliderPageStepAdd,
        }
        action = pages.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            bar.triggerAction(action)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  (Qt calls it)
        """Go by Tab through what is in view in the order of reading; at either end the page says where to.

        Qt's own chain would do so too, were it not for widgets that hand the focus on to one inside them:
        where rows change places these come to stand behind their rows in it, and Tab goes round for ever.
        """
        way = [stop for stop in self.stops() if stop.isVisible() and stop.isEnabled()]
        focused = self.window().focusWidget()
        at = way.index(focused) + (1 if following else -1) if focused in way else -1
        if not 0 <= at < len(way):
            return super().focusNextPrevChild(following)
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        way[at].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the order right where something came or went in what is in view."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._order_later.start(0)
        return super().eventFilter(watched, event)

    # How it stands

    def refresh_frame(self) -> None:
        """Bring the squares and the buttons below up to date, and say which questions have opened."""
        for number in range(self.count):
            self.refresh_square(number)
        self.navigator.set_current(self.number if self.showing == "question" else -1)
        question = self.question
        if self.showing == "hand-in":
            self.footer.show_sheet()
        elif question is None:
            self.footer.show_end(self._next_title, may_try_again=self.showing == "summary")
        else:
            handed_in = self.answering.handed_in
            told = handed_in or self.answering.is_checked_alone(question) or self.answering.explains(question)
            self.footer.show_question(
                first=self.number == 0,
                last=self.next_number() is None,
                handed_in=handed_in,
                later=not told,
            )
        self._say_opened()

    def refresh_square(self, number: int) -> None:
        """Bring one square up to date, from 0."""
        question = self.answering.questions[number]
        self.navigator.set_standing(
            number,
            self.answering.standing(question, self.given() if question is self.question else None),
            flagged=self.answering.view(question).flagged,
            optional=not question.required,
        )

    def _locked_now(self) -> list[Question]:
        return [one for one in self.answering.questions if self.answering.view(one).status == "locked"]

    def _say_opened(self) -> None:
        before, self._locked = self._locked, self._locked_now()
        questions = list(self.answering.questions)
        opened = [str(questions.index(one) + 1) for one in before if one not in self._locked]
        if opened and not self.answering.handed_in:
            told = ngettext("Question {numbers} is open now", "Questions {numbers} are open now", len(opened))
            announce(self, told.format(numbers=", ".join(opened)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("ground"))
