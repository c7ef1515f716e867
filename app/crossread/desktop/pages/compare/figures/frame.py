"""The page of the figures put together: how they are shown, the cards, and what the program found."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.compare.figures.card import FigureCard
from crossread.desktop.pages.compare.figures.cards import FigureCards
from crossread.desktop.pages.compare.figures.unlinked import FiguresUnlinked
from crossread.desktop.pages.compare.laid_out.part_area import PartArea
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, plain, rename
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.segmented import Segmented

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack


class FiguresFrame(ComparePart):
    """Cards below each other under a switch; `FiguresPart` fills it."""

    name = "figures"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
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
        self.authors = FigureCards(inside)
        self.heading = labels.heading(_("Found by the program"), inside)
        self.about_found = labels.muted(
            _(
                "Nobody has checked whether these figures speak of the same thing. Look at the passages "
                "before you rely on them."
            ),
            inside,
        )
        self.progress = labels.muted(_("Looking for figures…"), inside)
        self.trouble = labels.body("", inside)
        self.again = plain(_("Look again for figures"), inside)
        self.found = FigureCards(inside)  # made in the order of reading, which a screen reader goes by
        self.more = plain("", inside)
        self.empty = FiguresUnlinked(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        column.addWidget(self.authors)
        column.addSpacing(8)
        for part in (self.heading, self.about_found, self.progress, self.trouble):
            column.addWidget(part)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.found)
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

    @property
    def cards(self) -> list[FigureCard]:
        """All cards, in their order."""
        return [*self.authors.cards, *self.found.cards]

    def arranged(self) -> Mapping[str, str]:
        """Return how the figures are shown."""
        return {"form": self.form.value()}

    def arrange(self, kept: Mapping[str, str]) -> None:
        """Show the figures as `arranged` returned; as they are without it."""
        form = kept.get("form", "")
        if form in [pick.key for pick in self.form.picks()] and form != self.form.value():
            self.form.set_value(form)
            self.form.chosen.emit(form)

    def show_finding(self, found: int | None, most: int, trouble: str) -> None:
        """Show how many quantities the program found, None as long as it looks, and why it could not.

        `most` of them are shown as cards.
        """
        more = max(0, (found or 0) - most)
        self.more.setVisible(more > 0)
        rename(self.more, ngettext("Show {count} more", "Show {count} more", more).format(count=more))
        self.progress.setVisible(found is None)
        self.trouble.setText(trouble)
        for part in (self.trouble, self.again):
            part.setVisible(bool(trouble))
        self.heading.setVisible(found != 0 or bool(trouble))
        self.about_found.setVisible(bool(found))
        self.empty.setVisible(not self.cards and found is not None and not trouble)

    def told_instead(self) -> str:
        """Return what the page says where it has no cards: that it looks, why it could not, or what to do."""
        told = [self.progress, self.trouble, *self.empty.findChildren(labels.Label)]
        return " ".join(label.text() for label in told if label.isVisible())
