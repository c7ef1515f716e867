"""What the question column has in view: a question, the sheet before handing in, the summary after it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.questions.column_frame import ColumnFrame
from crossread.desktop.pages.questions.given import Given
from crossread.desktop.pages.questions.hand_in import HandInSheet
from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.desktop.pages.questions.question_footer import Showing
from crossread.desktop.pages.questions.summary import StageSummary
from crossread.desktop.widgets.buttons import set_look
from crossread.questions.passages import Selection


class ColumnView(ColumnFrame):
    """The column with one thing in view, which keeps the focus where it was while that changes.

    Of `body`, `sheet` and `summary` one at most is not None. `shown` tells that something else is in view,
    `show_me` gives a ToShow.
    """

    shown = Signal()
    show_me = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints_open: dict[str, int] = {}
        self._closed_just_now = False  # the focus was put on the way on, not by the learner
        self.body: QuestionBody | None = None
        self.sheet: HandInSheet | None = None
        self.summary: StageSummary | None = None

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

    def _leave_closed(self, body: QuestionBody) -> None:
        """Have the focus on the way on once an answer is closed.

        Else it stays unseen in a field that takes no more words and keeps the keys of one letter to itself,
        or comes to whatever stands first.
        """
        if not self.answering.view(body.question).may_change:
            self._closed_just_now = True
            self.next.setFocus(Qt.FocusReason.TabFocusReason)

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
        set_look(self.check_button, "primary" if check else "plain")
        self.footer.offer_check(self.body is not None and self.body.may_check())

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
