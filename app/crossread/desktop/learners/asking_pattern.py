"""Asking for a learner's pattern before their pages open."""

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.learners.pattern_pad import PatternPad
from crossread.desktop.learners.pattern_steps import PatternSteps
from crossread.desktop.learners.start_page import StartPage
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.operations.learners.learners import Learner, spelled
from crossread.operations.learners.slowed import Slowed


class PatternPage(StartPage):
    """Three pictures. `opened` gives the learner whose they are; `left`: somebody else is to be chosen."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Your three pictures"), parent)
        self._learner: Learner | None = None
        self._slowed: dict[str, Slowed] = {}
        column = self.column
        self._title = labels.display("", self)
        column.addWidget(self._title)
        column.addWidget(labels.body(_("Press your three pictures in their order."), self))
        self.steps = PatternSteps(self)
        column.addWidget(self.steps)
        self.pad = PatternPad(self)
        self.pad.stepped.connect(self.steps.set_given)
        self.pad.given.connect(self._given)
        column.addWidget(self.pad)
        self.told = labels.Label("", "wrong", self)
        column.addWidget(self.told)
        row = QHBoxLayout()
        self.back = plain(_("Somebody else"), self)
        self.back.clicked.connect(self.left)
        row.addWidget(self.back)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(
            labels.quiet(
                _(
                    "Forgotten? Nothing is lost. Whoever looks after this machine takes the pattern off: "
                    "under “Learners”, or by the command “crossread learners unlock”."
                ),
                self,
            )
        )
        column.addStretch(1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._go_on)
        self.put_together()

    def ask(self, learner: Learner) -> None:
        """Ask for the pattern of a learner."""
        self._learner = learner
        self._title.setText(learner.shown)
        self.told.setText("")
        self.pad.begin_anew()
        self._hold_back()

    def _given(self, pictures: tuple[str, ...]) -> None:
        learner = self._learner
        if learner is None or learner.pattern is None:
            return
        right = learner.pattern.fits(spelled(pictures))
        self._slowed.setdefault(learner.id, Slowed()).took(time.monotonic(), right=right)
        if right:
            self.opened.emit(learner)
            return
        self.told.setText(_("Those are not the three. Try again."))
        announce(self.pad, self.told.text())
        self._hold_back()

    def _hold_back(self) -> None:
        """Take no further try for a while after several wrong ones."""
        if self._learner is None:
            return
        wait = self._slowed.setdefault(self._learner.id, Slowed()).wait(time.monotonic())
        self.pad.setEnabled(not wait)
        if wait:
            seconds = int(wait) + 1
            told = ngettext(
                "Those are not the three. Wait {count} second, then try again.",
                "Those are not the three. Wait {count} seconds, then try again.",
                seconds,
            )
            self.told.setText(told.format(count=seconds))
            announce(self, self.told.text())
            self._wait.start(seconds * 1000)

    def _go_on(self) -> None:
        self.pad.setEnabled(True)
        self.told.setText("")
        if self.isVisible():
            self.enter()

    def enter(self) -> None:
        """Begin with the first picture."""
        (self.pad if self.pad.isEnabled() else self.back).setFocus()
