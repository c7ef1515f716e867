"""The head of a question: what it trains and weighs, the flag for later, and what it asks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.key_tips import set_key_tip
from crossread.desktop.pages.words import meta_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.pressing.flag import FlagToggle
from crossread.questions.kind import Question


class QuestionHead(QWidget):
    """One quiet line, the prompt, and a word where the pack has changed; `flagged` gives the flag wanted."""

    flagged = Signal(bool)

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._meta = labels.quiet(meta_words(question), self)
        self.flag = FlagToggle(self)
        set_key_tip(self.flag, _("Mark this question to come back to it"), "flag")
        self.flag.clicked.connect(self.flagged)
        self._reworded = labels.quiet("", self)
        self._reworded.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._meta, 1)
        line.addWidget(self.flag, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(labels.prompt(question.prompt, self))
        column.addWidget(self._reworded)

    def say(self, meta: str, *, reworded: bool, replaced: bool) -> None:
        """Show how the question stands in the quiet line, and whether the pack has changed it."""
        self._meta.setText(meta)
        told = _("The pack has changed this question since you answered it.")
        if replaced:
            told = _(
                "The pack has made another question of this one since you answered it. "
                "Your answer is kept in your progress."
            )
        self._reworded.setText(told)
        self._reworded.setVisible(reworded or replaced)

    def set_flag(self, *, on: bool, may: bool) -> None:
        """Show whether the question is flagged; a question that may be flagged no more has no flag."""
        self.flag.setChecked(on)
        self.flag.setVisible(may or on)

    def says_reworded(self) -> bool:
        """Tell whether the learner is told that the question is not the one that was answered."""
        return self._reworded.isVisible()
