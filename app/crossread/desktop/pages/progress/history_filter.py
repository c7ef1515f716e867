"""What narrows the answers: words in prompts and answers, and six choices, such as where they were given."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.choice_filter import Choice, ChoiceFilter
from crossread.desktop.pages.words import kind_words
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.progress.outcome_filter import Wanted
from crossread.progress.skill_words import skill_words
from crossread.progress.skills import SKILLS_IN_ORDER


class HistoryFilter(ChoiceFilter):
    """A field and six choices; `wanted` says what they come to."""

    def __init__(self, titles: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(
            _("Words in questions and answers"), _("Words in questions and answers"), 220, parent
        )
        self.where = Choice(_("Where it was given"), _("Stages, practice and review"), self)
        self.pack = Choice(_("Pack"), _("All packs"), self)
        self.skill = Choice(_("Skill"), _("All skills"), self)
        self.kind = Choice(_("Kind of question"), _("All kinds"), self)
        self.outcome = Choice(_("What came of it"), _("Right and wrong"), self)
        self.attempt = Choice(_("Attempt"), _("All attempts"), self)
        self.where.set_options(
            [("stage", _("In stages")), ("practice", _("In practice")), ("review", _("In review"))]
        )
        self.pack.set_options(list(titles.items()))
        self.skill.set_options([(skill, skill_words(skill)) for skill in SKILLS_IN_ORDER])
        self.kind.set_options(_kinds())
        self.outcome.set_options(
            [
                ("right", _("Right")),
                ("partly", _("Partly right")),
                ("wrong", _("Not right")),
                ("certain-wrong", _("Certain, and not right")),
                ("open", _("Not marked, or not shown yet")),
            ]
        )
        self.attempt.set_options(
            [
                ("first", _("First attempts")),
                ("later", _("Later attempts")),
                ("counts", _("The answers that count")),
            ]
        )
        self.take(self.where, self.pack, self.skill, self.kind, self.outcome, self.attempt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        row = FlowLayout(across=8, down=8)
        for choice in self.choices:
            row.addWidget(choice)
        column.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def wanted(self) -> Wanted:
        """Return what is asked for."""
        return Wanted(
            where=self.where.value,
            pack=self.pack.value,
            skill=self.skill.value,
            kind=self.kind.value,
            outcome=self.outcome.value,
            attempt=self.attempt.value,
            words=self.words.text(),
        )

    def ask_for(self, outcome: str) -> None:
        """Ask for one outcome, and for all else."""
        self.ask("", ["", "", "", "", outcome, ""])

    def chosen(self) -> list[str]:
        """Return what stands in the choices, in their order."""
        return [choice.value for choice in self.choices]

    def come_back_to(self, chosen: object) -> None:
        """Choose again what `chosen` told another time, as far as it is still offered; no words."""
        values = chosen if isinstance(chosen, list) and len(chosen) == len(self.choices) else []
        self.ask("", [str(value) for value in values] or [""] * len(self.choices))


def _kinds() -> list[tuple[str, str]]:
    from crossread.questions.registry import KINDS

    return sorted(((kind, kind_words(kind)) for kind in KINDS), key=lambda one: one[1])
