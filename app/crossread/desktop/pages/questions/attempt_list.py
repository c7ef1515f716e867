"""The attempts at a stage, each with what it came to, in the summary of the newest one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.questions.attempts_before import AttemptPoints
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.telling.bar import Bar
from crossread.progress.points_told import points_told


class AttemptList(QWidget):
    """A line for each attempt, the first one first: its number, its points as a bar and in words."""

    def __init__(self, attempts: Sequence[AttemptPoints], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, attempt in enumerate(attempts):
            name = _("Attempt {number}").format(number=attempt.number)
            told = self._told(attempt)
            grid.addWidget(labels.quiet(name, self), row, 0)
            if attempt.points is not None and attempt.points.all:
                share = attempt.points.earned / attempt.points.all
                grid.addWidget(Bar(share, told=f"{name}: {told}", parent=self), row, 1)
            grid.addWidget(labels.quiet(told, self), row, 2)

    @staticmethod
    def _told(attempt: AttemptPoints) -> str:
        if attempt.points is None:
            return _("held back")
        if not attempt.points.all:
            return _("nothing marked")
        return points_told(attempt.points.earned, attempt.points.all)
