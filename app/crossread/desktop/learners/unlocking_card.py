"""Taking somebody's pattern off, where the teacher word is asked for first."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.learners.asking_teacher import TeacherField
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.learners.learners import Learner
from crossread.operations.learners.teacher_word import TeacherWord


class UnlockingCard(CardFrame):
    """`sure`: the pattern is to go; `left`: it stays."""

    sure = Signal()
    left = Signal()

    def __init__(
        self, learner: Learner, word: TeacherWord, needed: Callable[[], bool], parent: QWidget
    ) -> None:
        super().__init__(parent, look="partly")
        self.learner = learner
        question = _("Ask {name} for no pattern any more?").format(name=learner.shown)
        self.body.addWidget(labels.heading(question, self))
        self.teacher = TeacherField(word, needed, self)
        self.body.addWidget(self.teacher)
        ways = QWidget(self)
        flow = FlowLayout(ways, across=8, down=6)
        self.unlock, self.keep = plain(_("Take the pattern off"), ways), plain(_("Leave it"), ways)
        self.unlock.clicked.connect(self._unlock)
        self.keep.clicked.connect(self.left)
        flow.addWidget(self.unlock)
        flow.addWidget(self.keep)
        self.body.addWidget(ways)
        announce(self, question)

    def _unlock(self) -> None:
        if self.teacher.is_right():
            self.sure.emit()
