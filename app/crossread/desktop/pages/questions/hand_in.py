"""The sheet before handing in: what is still open, lacking or flagged, and both ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.questions.answering import Answering
from crossread.desktop.pages.questions.question_list import QuestionList
from crossread.desktop.pages.words import is_scored
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.questions.kind import Question


class HandInSheet(QFrame):
    """Asks whether to hand in; `agreed` or `declined`, or `chosen` with a question to go back to.

    A frame, because a screen reader says the name of one as the focus comes into it.
    """

    agreed = Signal()
    declined = Signal()
    chosen = Signal(int)
    _escaped = Signal()

    def __init__(self, answering: Answering, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answering = answering
        unchecked = answering.unchecked()
        still_open = [one for one in answering.open_required() if one not in unchecked]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        asked, told = _asked(answering), _told(answering)
        self._column.addWidget(labels.prompt(asked))
        self._column.addWidget(labels.body(told))
        self.setAccessibleName(f"{asked} {told}")
        self.hand_in = primary(_("Hand in")) if not still_open else plain(_("Hand in all the same"))
        self.decline = plain(_("Not yet")) if not still_open else primary(_("Not yet"))
        if not answering.anything_given:  # it would be refused
            self.hand_in.hide()
            self.decline.hide()
            self.decline = primary(_("Back to the questions"))
        ways = QWidget(self)  # above the lists: both are in view however long these are
        row = FlowLayout(ways)
        row.addWidget(self.decline)
        row.addWidget(self.hand_in)
        self._column.addWidget(ways)
        heading = ngettext(
            "{count} required question is still open:",
            "{count} required questions are still open:",
            len(still_open),
        )
        self._add(heading.format(count=len(still_open)), still_open)
        lacks = [answering.lacks(question) or self._meant(question) for question in unchecked]
        self._add(_("Answered, not yet checked; handing in checks them:"), unchecked, lacks)
        lacking = [one for one in answering.incomplete() if one not in unchecked]
        self._add(_("Begun, and not complete:"), lacking, [answering.lacks(question) for question in lacking])
        self._add(
            _("Flagged for later:"), [one for one in answering.questions if answering.view(one).flagged]
        )
        self._add(
            _("Open, if you like:"),
            [one for one in answering.questions if not one.required and self._is_open(one)],
        )
        self._add(
            _("Waiting for the authors’ own words:"),
            [one for one in answering.questions if answering.view(one).status == "waiting"],
        )
        self._column.addStretch(1)
        self.hand_in.clicked.connect(self.agreed)
        self.decline.clicked.connect(self.declined)
        self._escaped.connect(self.declined, Qt.ConnectionType.QueuedConnection)  # deletes the sheet

    def _add(self, heading: str, questions: Sequence[Question], words: Sequence[str] = ()) -> None:
        """List questions under a heading, each with a word; nothing where there are none."""
        if not questions:
            return
        here = list(self._answering.questions)
        said = words or [self._standing(question) for question in questions]
        lines = [(here.index(one), one.prompt, word) for one, word in zip(questions, said, strict=True)]
        self._column.addSpacing(4)
        self._column.addWidget(labels.strong(heading))
        listed = QuestionList(lines, self)
        listed.chosen.connect(self.chosen)
        self._column.addWidget(listed)

    def _standing(self, question: Question) -> str:
        """Say that a question is locked; and where handing in would open it, that this comes too late."""
        before = self._opens_after(question)
        if before is None:
            return _("not open yet") if self._answering.view(question).status == "locked" else ""
        here = list(self._answering.questions)
        told = ngettext(
            "opens once question {numbers} is checked: check that first to answer this too",
            "opens once questions {numbers} are checked: check these first to answer this too",
            len(before),
        )
        return told.format(numbers=", ".join(str(here.index(one) + 1) for one in before))

    def _opens_after(self, question: Question) -> list[Question] | None:
        """Return what has to be checked for a question to open, where that was given; else None."""
        pack, unchecked = self._answering.opened.pack, self._answering.unchecked()
        before = [pack.by_id[one] for one in self._answering.view(question).opens_after]
        return before if before and all(one in unchecked for one in before) else None

    def _is_open(self, question: Question) -> bool:
        standing = self._answering.standing(question)
        return standing == "open" or (standing == "locked" and self._opens_after(question) is not None)

    def _meant(self, question: Question) -> str:
        """Ask back about a near miss that handing in would mark as it is; "" where there is none."""
        doubt = self._answering.doubt(question, self._answering.given(question))
        return _("Did you mean “{meant}”?").format(meant=doubt.meant) if doubt else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decline by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._escaped.emit()
        else:
            super().keyPressEvent(event)

    def focus(self) -> None:
        """Put the focus on the way that is best."""
        (self.hand_in if self.hand_in.property("look") == "primary" else self.decline).setFocus()


def _asked(answering: Answering) -> str:
    """Ask whether to hand in, where there is anything."""
    return _("Hand in this stage?") if answering.anything_given else _("There is nothing to hand in yet")


def _told(answering: Answering) -> str:
    """Say what handing in does, or why there is nothing to be handed in."""
    if not answering.anything_given:
        return _("Nothing is answered in this stage yet. “I don’t know” is an answer too.")
    if answering.holds_back:
        return _(
            "The answers can then no longer be changed. What they earned is held back for now; you may try "
            "the stage again."
        )
    if all(map(answering.is_checked_alone, answering.questions)):
        told = [_("What you answered was marked on the way.")]
        if any(not answering.explains(one) for one in answering.questions):
            told.append(_("What is still open is explained then."))
        told.append(_("The answers can no longer be changed, but you may try the stage again."))
        return " ".join(told)
    if not any(is_scored(one.kind) for one in answering.questions):
        return _(
            "You then read what can be said to each. What you wrote can no longer be changed, but you may "
            "try the stage again."
        )
    return _(
        "You then see how each answer was marked, and why. The answers can no longer be changed, but you "
        "may try the stage again."
    )
