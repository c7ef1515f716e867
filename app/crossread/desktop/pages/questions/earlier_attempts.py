"""What was answered to a question in earlier attempts at its stage, below what the newest one came to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.questions.attempts_before import EarlierAnswer
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, rename


class EarlierAttempts(QWidget):
    """A link that opens the answers of earlier attempts, the newest first."""

    def __init__(self, answers: Sequence[EarlierAnswer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = len(answers)
        self.link = link_button(self._label(), self)
        self.link.clicked.connect(self._turn)
        self.listed = QWidget(self)
        rows = QVBoxLayout(self.listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for answer in reversed(answers):
            head = _("Attempt {number} · {standing}").format(number=answer.attempt, standing=answer.standing)
            row = QVBoxLayout()
            row.setSpacing(2)
            row.addWidget(labels.quiet(head, self.listed))
            row.addWidget(labels.body(answer.response or "–", self.listed))
            rows.addLayout(row)
        self.listed.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.listed)

    def _label(self) -> str:
        return ngettext(
            "What you answered in an earlier attempt",
            "What you answered in {count} earlier attempts",
            self._count,
        ).format(count=self._count)

    def _turn(self) -> None:
        opens = self.listed.isHidden()
        self.listed.setVisible(opens)
        rename(self.link, _("Hide earlier attempts") if opens else self._label())
