"""The page of the figures put together: how they are shown, the cards, and what the program found."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.figures_card import FigureCard
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.part_area import PartArea
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, plain
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.desktop.widgets.flow import FlowLayout
from crossread.desktop.widgets.segmented import Segmented

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opened import OpenPack


class FiguresFrame(ComparePart):
    """Cards below each other under a switch; `FiguresPart` fills it."""

    name = "figures"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self.cards: list[FigureCard] = []
        self.form = Segmented(
            (("axis", _("Axis")), ("time", _("By date")), ("table", _("Table"))),
            self,
            look="joined",
            name=_("Axis, order of time, or table"),
        )
        self.form.set_value("axis")
        self.skip = link_button(_("Show all without predicting"), self)
        head = QWidget(self)
        row = FlowLayout(head, across=20)
        row.addWidget(self.form)
        row.addWidget(self.skip)
        inside = QWidget()
        self.authors, authors = _column(inside)
        self.heading = labels.heading(_("Found by the program"), inside)
        self.about_found = labels.muted(
            _(
                "Nobody has checked whether these figures speak of the same thing. Look at the passages "
                "before you rely on them."
            ),
            inside,
        )
        self.progress = labels.muted(_("Looking for figures…"), inside)
        self.found, found = _column(inside)  # made in the order of reading, which a screen reader goes by
        self.more = plain("", inside)
        self.empty = self._make_empty(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        column.addWidget(authors)
        column.addSpacing(8)
        for part in (self.heading, self.about_found, self.progress, found):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.empty)
        column.addStretch(1)
        self.area = PartArea(_("Figures"), inside, self)
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 16, 12)
        top.addWidget(head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)

    def _make_empty(self, parent: QWidget) -> CardFrame:
        card = CardFrame(parent, look="dashed")
        card.body.addWidget(labels.heading(_("No figures to compare"), card))
        card.body.addWidget(
            labels.body(
                _(
                    "No two of these texts give a number or a date of the same thing. If you have the "
                    "authors’ own texts, add them: they give more."
                ),
                card,
            )
        )
        return card


def _column(parent: QWidget) -> tuple[QVBoxLayout, QWidget]:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return column, holder
