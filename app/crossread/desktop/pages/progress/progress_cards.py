"""The cards of the progress page: which there are depends on what is known by now."""

from datetime import date

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.progress.chart_card import ChartCard
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.progress.progress_of import Progress
from crossread.progress.skills import NEWEST, SURE_FROM
from crossread.reports.charts import certainty, days, skills, sure
from crossread.reports.charts.drawing import Drawing, Room


class SkillsCard(ChartCard):
    """Skills that were tried, with what they rest on."""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        self._skills = progress.skills
        super().__init__(_("By skill"), self._sentence(), self._draw, parent)
        self.set_table(skills.columns(), skills.rows(self._skills), (3, 3, 2, 4))
        left = skills.not_tried(self._skills)
        if left:
            told = _("Not tried yet: {skills}").format(skills=", ".join(left))
            self.body.addWidget(labels.quiet(told, self))

    def _sentence(self) -> str:
        told = _("Share of the points of your newest {newest} first tries in each.").format(newest=NEWEST)
        if not any(one.now.sure for one in self._skills.values()):
            few = _("So few answers can lie far from what you know: the dashed bands show how far.")
            told = f"{told} {few}"
        return told

    def _draw(self, room: Room) -> Drawing:
        return skills.draw(self._skills, room)


class CertaintyCard(ChartCard):
    """How sure one was, against what was right, and what that comes to in a sentence."""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        self._found = progress.certainty
        super().__init__(
            _("How sure, how right"),
            _("What you said of your first tries, against what they earned. Private, and never scored."),
            self._draw,
            parent,
        )
        self.set_table(certainty.columns(), certainty.rows(self._found), (2, 3, 2, 2, 3))
        self.brier = labels.body(certainty.brier_words(self._found), self)
        self.body.insertWidget(self.body.indexOf(self.chart) + 1, self.brier)
        if not sure.can_be_told(progress.sure):
            told = _("By skill this is told once you were sure of {few} answers of one skill.")
            by_skill = labels.quiet(told.format(few=SURE_FROM), self)
            self.body.insertWidget(self.body.indexOf(self.brier) + 1, by_skill)

    def _draw(self, room: Room) -> Drawing:
        return certainty.draw(self._found, room)


class SureCard(ChartCard):
    """What was right of what one was sure of, skill by skill, and in a sentence where that is too little."""

    def __init__(self, progress: Progress, parent: QWidget | None = None) -> None:
        self._sure = progress.sure
        told = _("Of your first tries given as fairly sure or certain.")
        super().__init__(
            _("Sure, and right or not, by skill"),
            f"{sure.summary(self._sure)} {told}",
            self._draw,
            parent,
        )
        self.set_table(sure.columns(), sure.rows(self._sure), (3, 3, 2, 2, 3))

    def _draw(self, room: Room) -> Drawing:
        return sure.draw(self._sure, room)


class TimeCard(ChartCard):
    """Active minutes, day by day: context, and nothing to reach."""

    def __init__(self, progress: Progress, today: date, parent: QWidget | None = None) -> None:
        self._days, self._today = progress.days, today
        super().__init__(
            _("Time, for what it is worth"),
            _("Minutes with a text or a question in front of you. More is not better."),
            self._draw,
            parent,
        )
        self.set_table(days.columns(), days.rows(self._days), (3, 2))

    def _draw(self, room: Room) -> Drawing:
        return days.draw(self._days, self._today, room)


class WaitingCard(CardFrame):
    """Says what will stand here, in place of a picture that has nothing to show yet."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, look="dashed")
        self.body.addWidget(labels.heading(title, self))
        self.body.addWidget(labels.muted(sentence, self))


def few_words(given: int) -> str:
    """Say that there are few numbers yet; "" where there are some."""
    if given >= 20:
        return ""
    return ngettext(
        "{count} answer so far: little can be told from so few, and nothing is rounded up.",
        "{count} answers so far: little can be told from so few, and nothing is rounded up.",
        given,
    ).format(count=given)
