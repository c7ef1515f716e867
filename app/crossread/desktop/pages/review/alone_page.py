"""What review and practice have in common: a head, and below it a sheet or one question."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.pages.library.library_words import why_unknown
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.review.asking_view import WIDEST as ASKING_WIDEST
from crossread.desktop.pages.review.asking_view import AskingView
from crossread.desktop.pages.review.sheet import Sheet
from crossread.desktop.place import LIBRARY
from crossread.desktop.tab_order import stops
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.stack import Stack
from crossread.operations.outside.asked_outside import Asked, Response
from crossread.operations.sessions.changed import Changed
from crossread.questions.mark import Mark

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed

WIDEST = 860  # pixels of a sheet at the default text size
NARROW = 760  # below this the head has two lines


class AlonePage(Page):
    """A page that asks questions one by one, outside their stages."""

    def __init__(self, around: Surroundings, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self._counts = False  # whether what was answered is being counted
        self._unknown = ""  # why what was answered is not known
        self.back = plain(_("‹ Library"), self)
        self.back.clicked.connect(self._to_library)
        self.view = AskingView(around, self)
        self._title = labels.heading(title, self)
        self._title.setWordWrap(False)
        self._head = QGridLayout()
        self._head.setContentsMargins(20, 12, 20, 10)
        self._head.setHorizontalSpacing(16)
        self._head.setVerticalSpacing(6)
        self._head.setColumnStretch(2, 1)
        self._head.addWidget(self.back, 0, 0)
        self._head.addWidget(self._title, 0, 1)
        self._head.addWidget(self.view.where, 0, 2)
        self._head.addWidget(self.view.show_text, 0, 3)
        self.view.asked.connect(self.asked)
        self.view.check_asked.connect(self.check)
        self.view.onward.connect(self.go_on)
        self.view.leave_asked.connect(self.stop)
        self.sheet: Sheet | None = None
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(title)
        self._stack = Stack(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.view)
        self._show_head(asking=False)
        self._said = labels.body("", self)
        self._said.hide()
        told = QHBoxLayout()  # above what it speaks of, in the middle as that is
        told.setContentsMargins(20, 0, 20, 0)
        told.addStretch(1)
        told.addWidget(self._said, 1000)
        told.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addLayout(told)
        whole.addWidget(self._stack, 1)

    # What the pages do

    def give(self, asked: Asked, response: Response) -> Mark:
        """Have an answer marked and remembered; raises Expected where nothing can be remembered."""
        raise NotImplementedError

    def marked(self, mark: Mark) -> str:
        """Do what goes with a mark before it is shown; returns what is told after it, or ""."""
        raise NotImplementedError

    def check(self) -> None:
        """Have the answer in view marked, and let it count at once: nothing is lost if one goes away now."""
        alone, body = self.view.alone, self.view.body
        if alone is None or body is None:
            return
        given = body.given()
        try:
            mark = self.give(alone.asked, alone.response(given, self.view.strip.shown()))
        except Expected as error:
            self.say(error.message)
            return
        self.say("")
        alone.close(mark, given)
        told = self.marked(mark)
        self.view.show_mark()
        if told:
            announce(self, told)

    def go_on(self) -> None:
        """Go to the next question, or to the end."""
        raise NotImplementedError

    def stop(self) -> None:
        """Stop for now."""
        raise NotImplementedError

    # What is in view

    @property
    def asking(self) -> bool:
        """Whether a question is in view."""
        return self._stack.currentWidget() is self.view

    def show_sheet(self, sheet: Sheet, *, aloud: bool = False) -> None:
        """Show a sheet in place of what is in view."""
        self.say("")
        held = self._stack.isAncestorOf(self.window().focusWidget() or self.window())
        self.sheet = sheet
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 18, 20, 24)
        sheet.setMaximumWidth(theme.current().scaled(WIDEST))
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)
        self._area.setWidget(holder)
        self._show_head(asking=False)
        self._stack.setCurrentWidget(self._area)
        if held or aloud:
            sheet.focus()
        if aloud:
            announce(self, sheet.words())

    def show_question(self) -> None:
        """Bring the question into view."""
        self.say("")
        self.sheet = None
        self._show_head(asking=True)
        self._stack.setCurrentWidget(self.view)

    def _show_head(self, *, asking: bool) -> None:
        """Show which question it is; where there is little room below the buttons, without the title."""
        for part in (self.view.where, self.view.show_text):
            part.setVisible(asking)
        narrow = self.width() < theme.current().scaled(NARROW)
        self._title.setVisible(not (asking and narrow))
        self._head.removeWidget(self.view.where)
        self._head.addWidget(self.view.where, *((1, 0, 1, 4) if narrow else (0, 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the head another form where the width asks for it."""
        super().resizeEvent(event)
        self._show_head(asking=self.asking)

    def say(self, sentence: str) -> None:
        """Say something above what is in view, until something else is done; "" takes it away."""
        widest = ASKING_WIDEST if self.asking else WIDEST
        self._said.setMaximumWidth(theme.current().scaled(widest))
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    # Keys, focus

    def deeds(self) -> "Mapping[str, Deed]":
        """Return what the page's keys do."""
        return self.view.deeds()

    def way(self) -> list[QWidget]:
        """Return all that Tab comes to, in reading order."""
        below = [self.view.show_text, *self.view.way()] if self.asking else stops(self._area)
        return [self.back, *below]

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        inside = self.view.parts() if self.asking else [self._area]
        return [self.back, *inside]

    def changed(self, what: Changed) -> None:
        """Take up other settings; go on once what was answered is counted."""
        if what.what & {"settings"}:
            self.view.strip.take_settings()
        counted = "state" in what.what and self._counts
        known_better = "status" in what.what and self._unknown != why_unknown(self.around.session)
        if (counted or (self._unknown and known_better)) and self.isVisible():
            self.enter()

    def show_not_known(self) -> bool:
        """Say why it cannot be told what was answered so far; False where that is known."""
        session = self.around.session
        self._unknown = why_unknown(session)
        if not self._unknown:
            return False
        if session.status.kind != "failed":
            self.show_sheet(Sheet(_("One moment"), [self._unknown]))
            return True
        needs = _("What comes here are questions that you have answered before, so it needs your record.")
        sheet = Sheet(
            _("Your answers cannot be reached now"),
            [session.status.message, needs],
            agree=_("Try again"),
            other=_("To the library"),
        )
        sheet.agreed.connect(session.retry)
        sheet.other.connect(self._to_library)
        self.show_sheet(sheet, aloud=True)
        return True

    def show_counting(self, counting: tuple[int, int] | None) -> bool:
        """Say that what was answered must be counted first; False where that is done."""
        self._counts = counting is not None
        if counting is not None:
            done, all_ = counting
            told = _("What you have answered is being counted anew: {done} of {all}. It goes on by itself.")
            self.show_sheet(Sheet(_("One moment"), [told.format(done=done, all=all_)]))
        return self._counts
