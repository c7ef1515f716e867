"""Progress: how far in each pack and stage, how it goes by skill, and every answer given."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.desk.desk_place import from_mapping
from crossread.desktop.pages.desk.history_veils import HistoryVeils
from crossread.desktop.pages.library.history_list import HistoryList
from crossread.desktop.pages.library.library_words import why_unknown
from crossread.desktop.pages.library.skills_view import SkillsView
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.words import points_earned
from crossread.desktop.place import LIBRARY
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.bar import Bar
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.operations.changed import Changed
from crossread.progress.points import Points, points_by_stage

WIDEST = 1120
NARROW = 900


class ProgressPage(Page):
    """What it comes to."""

    name = "progress"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(_("Progress"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.history: HistoryList | None = None
        self._veils = HistoryVeils(around, self._tell_again)
        around.veiling.changed.connect(self._tell_again)

    def _tell_again(self) -> None:
        if self.history is not None and self.isVisible():
            self.history.tell_again()

    def leave(self) -> None:
        """Let go of the packs that were looked into."""
        self._veils.forget()

    def _build(self) -> None:
        look, session = theme.current(), self._around.session
        self.history = None
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, look.scaled(36), 32, 40)
        column.setSpacing(6)
        self._back = plain(_("‹ Library"))
        self._back.clicked.connect(self._to_library)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.display(_("How it is going")))
        answers = session.history()
        if not answers:
            column.addSpacing(8)
            nothing = _(
                "Nothing has been answered yet. Open a pack from the library and answer a question: "
                "what you did and what came of it then stands here, on this machine alone."
            )
            column.addWidget(labels.body(why_unknown(session) or nothing))
        else:
            column.addWidget(labels.muted(_("What you did, on this machine alone. No time, no ranks.")))
            column.addSpacing(14)
            titles = {pack.id: pack.title for pack in session.shelf()}
            column.addLayout(self._overview(titles, points_by_stage(answers)))
            column.addSpacing(20)
            column.addWidget(labels.heading(_("Answers, newest first")))
            column.addSpacing(4)
            self.history = HistoryList(self._around, self._veils.words)
            self.history.show_answers(answers, titles)
            column.addWidget(self.history)
        column.addStretch(1)
        page.setMaximumWidth(look.scaled(WIDEST) + 64)
        holder = QWidget()
        centre = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(page, 1000)
        centre.addStretch(1)
        self._area.setWidget(holder)

    def _overview(self, titles: Mapping[str, str], points: Mapping[tuple[str, str], Points]) -> QBoxLayout:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(22)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(16)
        for pack_id, title in titles.items():
            told = from_mapping(self._around.session.place(pack_id)).told
            far = self._around.session.how_far(pack_id)
            if told or far[0]:
                of_stages = {stage: one for (pack, stage), one in points.items() if pack == pack_id}
                left.addWidget(self._pack(title, far, told, of_stages))
        left.addStretch(1)
        skills = CardFrame(padding=24)
        skills.body.addWidget(labels.heading(_("By skill")))
        skills.body.addWidget(
            labels.quiet(_("Share of the points of your last 20 first tries, and how many it rests on"))
        )
        skills.body.addSpacing(6)
        view = SkillsView(self._around.session.skills(), skills)
        if view.empty:
            view.hide()
            skills.body.addWidget(labels.body(_("Hand in a stage to see this.")))
        else:
            skills.body.addWidget(view)
        right.addWidget(skills)
        right.addStretch(1)
        self._row.addLayout(left, 55)
        self._row.addLayout(right, 45)
        self._arrange()
        return self._row

    def _pack(
        self, title: str, far: tuple[int, int], told: Mapping[str, Any], points: Mapping[str, Points]
    ) -> CardFrame:
        card = CardFrame(padding=24)
        card.body.addWidget(labels.heading(title))
        words = _("{answered} of {required} questions").format(answered=far[0], required=far[1])
        all_earned = sum(one.earned for one in points.values())
        all_of = sum(one.of for one in points.values())
        told_points = points_earned(all_earned, all_of) if all_of else ""
        card.body.addWidget(labels.quiet(" · ".join(part for part in (words, told_points) if part)))
        card.body.addWidget(Bar(far[0] / far[1] if far[1] else 0.0, name=words))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(theme.current().scaled(24))
        grid.setVerticalSpacing(4)
        stages = told.get("stages")
        for row, stage in enumerate(stages if isinstance(stages, list) else []):
            if isinstance(stage, list) and len(stage) in (3, 4) and stage[2]:
                answered = _("{answered} of {required}").format(answered=stage[1], required=stage[2])
                name, count = labels.body(str(stage[0])), labels.quiet(answered)
                name.setWordWrap(True)
                grid.addWidget(name, 2 * row, 0, Qt.AlignmentFlag.AlignLeading)
                grid.addWidget(count, 2 * row, 1, Qt.AlignmentFlag.AlignTrailing)
                earned = points.get(str(stage[3])) if len(stage) == 4 else None
                if earned is not None:  # below the title: beside it, large words have no room
                    grid.addWidget(
                        labels.quiet(points_earned(earned.earned, earned.of)), 2 * row + 1, 0, 1, 2
                    )
        card.body.addLayout(grid)
        return card

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    def enter(self) -> None:
        """Show how things stand."""
        self._build()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, what: Changed) -> None:
        """Show again what has changed."""
        if what.what & {"state", "library"} and self.isVisible():
            self._build()

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self._back, self._area]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one column under the other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme.current().scaled(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
