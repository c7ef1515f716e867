"""A question asked alone, with the way on below it and its text beside it once that is asked for."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.declared import ASK_CERTAINTY
from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.keys import NUMBERS
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.questions.asking_back import AskingBack
from crossread.desktop.pages.questions.column_area import ColumnArea
from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.desktop.pages.questions.showing import ToShow
from crossread.desktop.pages.review.asked_alone import AskedAlone
from crossread.desktop.pages.review.source_strip import SourceStrip
from crossread.desktop.tab_order import stops
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, primary, rename, set_look
from crossread.questions.passages import PassageKey, Selection

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed

WIDEST = 720  # pixels of the question at the default text size
NARROW = 900  # below this the text stands under the question
LOW = 460  # where it is lower as well, in its place


class AskingView(QWidget):
    """One question at a time; `where` and `show_text` are for the head of the page.

    `check_asked`: the answer is to be marked. `onward`: the next one is wanted. `leave_asked`: enough for
    now. `asked` gives a Place to go to.
    """

    check_asked = Signal()
    onward = Signal()
    leave_asked = Signal()
    asked = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._asking_back = AskingBack(self)
        self.alone: AskedAlone | None = None
        self.body: QuestionBody | None = None
        self._below: QWidget | None = None
        self.where = labels.quiet("", self)
        self.show_text = plain("", self)
        self.show_text.clicked.connect(self.turn_text)
        set_key_tip(self.show_text, _("The text beside the question, and away again"), "show-me")
        self.area = ColumnArea(self)
        self.leave = plain(_("Enough for now"), self)
        self.leave.clicked.connect(self.leave_asked)
        self.check_button = plain(_("Check"), self)  # in sight however long the question is
        self.check_button.clicked.connect(self.check)
        self.next = primary(_("Next ›"), self)
        self.next.clicked.connect(self._next_clicked)
        self.strip = SourceStrip(around, self)
        self.strip.hide()
        self.strip.selected.connect(self._selected)
        self.strip.asked.connect(self.asked)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(20, 0, 20, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 14)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.check_button)
        foot.addWidget(self.next)
        self._column = QWidget(self)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addLayout(self._foot)
        column.addLayout(foot)
        self._line = QFrame(self)
        self._line.setProperty("look", "line")
        self._line.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(self._column, 120)
        self._row.addWidget(self._line)
        self._row.addWidget(self.strip, 100)
        self._row.addStretch(1)

    # What is in view

    def ask(self, alone: AskedAlone, *, number: str) -> None:
        """Ask a question; `number` says which one it is."""
        self.alone = alone
        self.put_below(None)
        self._asking_back.start_over()
        self.where.setText(_("{number} · {pack}").format(number=number, pack=alone.opened.pack.title))
        veiled = partial(self._around.veiling.quote, alone.opened)
        body = QuestionBody(
            alone, alone.question, ask_certainty=self._around.settings[ASK_CERTAINTY], tell=veiled
        )
        body.given_changed.connect(self._given_changed)
        body.finished.connect(self.check, Qt.ConnectionType.QueuedConnection)
        body.wants_text.connect(self._bring_up)
        body.show_me.connect(self._show_me)
        self.body = body
        needs_text = body.takes_passages()
        self.strip.open(alone.opened, alone.question.sources, takes_passages=needs_text)
        self._show_strip(needs_text and not self._alone())
        self.area.put(body)
        self.focus()
        self._point_on()  # after the focus has left the button that goes now
        announce(self, f"{number}. {alone.question.prompt}")

    def put_below(self, widget: QWidget | None) -> None:
        """Put something between the question and the way on; None takes it away."""
        before, self._below = self._below, widget
        if before is not None:
            self._foot.removeWidget(before)
            before.hide()
            before.deleteLater()
        if widget is not None:
            self._foot.addWidget(widget)

    def check(self) -> None:
        """Ask for the mark of the answer in view, once something is given."""
        body, alone = self.body, self.alone
        if body is None or alone is None or alone.mark is not None:
            return
        if body.given().is_empty(body.question):
            body.say(_("Give an answer first, then check it."))
            self.area.keep_in_view(body.row())
        elif lacks := self._asking_back.still_wants(alone, body):
            body.say(lacks)
            self.area.keep_in_view(body.row())
        elif self._asking_back.asks(alone, body, self.check):
            self.area.keep_in_view(body.asked_back)
        else:
            self.check_asked.emit()

    def show_mark(self) -> None:
        """Show what the answer earned, with the explanation and its passages."""
        body, alone = self.body, self.alone
        if body is None or alone is None:
            return
        self._point_on()
        self.next.setFocus(Qt.FocusReason.TabFocusReason)  # from the answer that is closed now
        body.awaits_mark = True
        body.refresh()
        body.awaits_mark = False
        self.strip.pane.set_takes_passages(False)
        self._mark_in_text()
        if not self.strip.isHidden():
            self.strip.show_evidence(self._passages())
        self.area.verticalScrollBar().setValue(0)  # what it earned comes first, then why

    def _passages(self) -> tuple[PassageKey, ...]:
        """Return the passages that may be shown: none before the mark is there."""
        alone = self.alone
        return alone.question.evidence if alone is not None and alone.mark is not None else ()

    def _point_on(self) -> None:
        """Let one button stand out: what comes next."""
        open_ = self.alone is not None and self.alone.mark is None
        wants_check = self.body is not None and self.body.wants_check()
        self.next.setVisible(not open_)
        if self.check_button.hasFocus() and not open_:
            self.next.setFocus(Qt.FocusReason.TabFocusReason)
        self.check_button.setVisible(open_)
        set_look(self.check_button, "primary" if wants_check else "plain")

    def _given_changed(self) -> None:
        self._point_on()
        self._mark_in_text()
        self.area.keep_in_view()

    def go_on(self) -> None:
        """Go to the next question, or have the answer checked first."""
        if self.alone is not None and self.alone.mark is None:
            self.check()
        else:
            self.onward.emit()

    def _next_clicked(self) -> None:
        self.onward.emit()

    def undo(self) -> bool:
        """Take the last step of the answer back; False where there is none."""
        return (
            self.body is not None and self.alone is not None and self.alone.mark is None and self.body.undo()
        )

    # The text beside it

    def turn_text(self) -> None:
        """Show the text beside the question, with the passages marked once they may be; or put it away."""
        show = self.strip.isHidden()
        self._show_strip(show)
        if show:
            self.strip.show_evidence(self._passages())
            self.strip.pane.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus()

    def _show_strip(self, show: bool) -> None:
        self.strip.setVisible(show)
        self._arrange()

    def _bring_up(self, source: str) -> None:
        self._show_strip(True)
        self.strip.show_source(source)

    def _show_me(self, wanted: object) -> None:
        if isinstance(wanted, ToShow):
            self._show_strip(True)
            self.strip.show_evidence(wanted.passages or self._passages(), wanted.at)
            self._mark_in_text()

    def _selected(self, selection: object) -> None:
        if isinstance(selection, Selection) and self.body is not None and self.body.add_selection(selection):
            self.strip.pane.let_go()

    def _mark_in_text(self) -> None:
        if self.body is not None and self.alone is not None:
            self.strip.show_own(self.body.answer.selections(), self.alone.mark)

    # Keys, focus, size

    def deeds(self) -> "Mapping[str, Deed]":
        """Return what the keys of a question do."""
        return {
            "next": self.go_on,
            "check": self.check,
            "show-me": self.turn_text,
            "dont-know": self.toggle_dont_know,
            **{f"option-{nth}": partial(self._choose, int(nth)) for nth in NUMBERS},
        }

    def _choose(self, number: int) -> None:
        if self.body is not None:
            self.body.choose(number)

    def toggle_dont_know(self) -> None:
        """Say "I don't know", or take it back."""
        if self.body is not None:
            self.body.toggle_dont_know()

    def focus(self) -> None:
        """Put the focus on the answer, or on the way on where it is given."""
        if self.alone is not None and self.alone.mark is not None and self.next.isVisible():
            self.next.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.body is None or not self.body.focus():
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def way(self) -> list[QWidget]:
        """Return all that Tab comes to, in reading order."""
        parts = self.body.sections() if self.body is not None else ()
        below = [self._below] if self._below is not None else []
        return [
            one
            for part in (*parts, *below, self.leave, self.check_button, self.next, self.strip)
            for one in stops(part)
        ]

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        text = [] if self.strip.isHidden() else [self.strip.pane.focus_target()]
        return [*text, self.area]  # the text first, as on the desk: the keys that lead to it are told so

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the text away by Escape, where there is one."""
        if event.key() == Qt.Key.Key_Escape and not self.strip.isHidden():
            self.turn_text()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the text beside the question or below it."""
        super().resizeEvent(event)
        self._arrange()

    def _is_narrow(self) -> bool:
        return self.width() < theme.current().scaled(NARROW)

    def _alone(self) -> bool:
        """Tell whether there is room for the question or its text, and not for both."""
        return self._is_narrow() and self.height() < theme.current().scaled(LOW)

    def _arrange(self) -> None:
        narrow, shown, alone = self._is_narrow(), not self.strip.isHidden(), self._alone()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._column.setVisible(not (shown and alone))
        widest = theme.current().scaled(WIDEST) + 40
        if shown and not narrow:
            widest = round(self.width() * 0.46)
        self._column.setMaximumWidth(self.width() if narrow else widest)
        self._line.setVisible(shown and not alone)
        self._line.setFixedSize(*((self.width(), 1) if narrow else (1, self.height())))
        rename(self.show_text, _("Hide the text") if shown else _("Show the text"))
