"""How it is going by skill, in short: a bar each, and words alone where it rests on too little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.desktop.widgets import labels
from crossread.desktop.widgets.telling.bar import Bar
from crossread.progress.skill_words import resting_words, skill_words

if TYPE_CHECKING:
    from crossread.progress.skills import SkillFigure
    from crossread.questions.kind import Skill


class SkillsView(QWidget):
    """The skills that were tried; nothing is said of those that were not.

    Where few answers tell no share there is no bar: any length of one would be read as a share.
    """

    def __init__(
        self, figures: Mapping[Skill, SkillFigure], parent: QWidget | None = None, *, most: int = 0
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        tried = [(skill, figure) for skill, figure in figures.items() if figure.share is not None]
        tried.sort(key=lambda pair: (-pair[1].items, pair[0]))
        for skill, figure in tried[: most or None]:
            column.addWidget(labels.muted(skill_words(skill)))
            told = labels.quiet(resting_words(figure))
            if figure.sure and figure.share is not None:
                told.setWordWrap(False)
                row = QHBoxLayout()
                row.setSpacing(10)
                row.addWidget(Bar(figure.share, name=skill_words(skill)), 1)
                row.addWidget(told)
                column.addLayout(row)
            else:
                column.addWidget(told)
            column.addSpacing(4)
        self.empty = not tried
