"""How it is going by skill: a bar each, broken from end to end where it rests on too little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.bar import Bar
from crossread.progress.skill_words import skill_words

if TYPE_CHECKING:
    from crossread.progress.skills import SkillFigure
    from crossread.questions.kind import Skill


def items_words(figure: SkillFigure) -> str:
    """Say on how many items a figure rests, and whether that is enough."""
    words = _("of {items}") if figure.sure else _("of {items}, too few to tell")
    return words.format(items=figure.items)


class SkillsView(QWidget):
    """Bars for the skills that were tried; nothing is said of those that were not."""

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
            name = labels.muted(skill_words(skill))
            column.addWidget(name)
            row = QHBoxLayout()
            row.setSpacing(10)
            share = (figure.share or 0.0) if figure.sure else 1.0  # anywhere, for all that is known
            row.addWidget(Bar(share, not figure.sure, name=skill_words(skill)), 1)
            told = labels.quiet(items_words(figure))
            told.setWordWrap(False)
            row.addWidget(told)
            column.addLayout(row)
            column.addSpacing(4)
        self.empty = not tried
