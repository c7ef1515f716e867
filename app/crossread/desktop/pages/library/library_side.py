"""The side of the library: how it is going, and what could be added to a pack that was begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.progress.skills_view import SkillsView
from crossread.desktop.place import NEW_PACK, PROGRESS, REVIEW, Place
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame

if TYPE_CHECKING:
    from crossread.packs.library.library import ShelfPack
    from crossread.progress.skills import SkillFigure
    from crossread.questions.kind import Skill


class LibrarySide(QWidget):
    """How it is going, a new pack, and what is lacking where something is; `asked` gives a Place."""

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def fill(
        self,
        figures: Mapping[Skill, SkillFigure],
        packs: Sequence[ShelfPack],
        places: Mapping[str, Mapping[str, Any]],
        unknown: str = "",
        review: int = 0,
    ) -> None:
        """Show how it goes by skill, and what the first pack that was begun lacks; once.

        `places` are what was remembered of each pack, by its id; `unknown` says why that is not known yet;
        `review` is how many questions come back today.
        """
        if review and not unknown:
            self._column.addWidget(self._review(review))
        self._column.addWidget(self._going(figures, unknown))
        self._column.addWidget(self._new_pack())
        lacking = self._lacking(packs, places)
        if lacking:
            self._column.addWidget(lacking)
        self._column.addStretch(1)

    def _going(self, figures: Mapping[Skill, SkillFigure], unknown: str) -> CardFrame:
        going = CardFrame(padding=24)
        going.body.addWidget(labels.heading(_("How it is going")))
        skills = SkillsView(figures, going, most=4)
        if skills.empty:
            skills.hide()
            nothing = _(
                "Nothing to tell yet. After the first stage you hand in, this shows what goes well "
                "and on how many questions that rests."
            )
            going.body.addWidget(labels.body(unknown or nothing))
        else:
            going.body.addSpacing(6)
            going.body.addWidget(skills)
            more = plain(_("See all"), going)
            more.setAccessibleName(_("See all: how it is going"))
            more.clicked.connect(self._progress)
            going.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return going

    def _review(self, count: int) -> CardFrame:
        card = CardFrame(padding=24)
        card.body.addWidget(labels.heading(_("Review")))
        told = ngettext(
            "{count} question comes back today, first what you had wrong or guessed.",
            "{count} questions come back today, first what you had wrong or guessed.",
            count,
        )
        card.body.addWidget(labels.body(told.format(count=count)))
        card.body.addSpacing(6)
        button = plain(_("Review…"), card)
        button.clicked.connect(self._review_clicked)
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _review_clicked(self) -> None:
        self.asked.emit(REVIEW)

    def _new_pack(self) -> CardFrame:
        card = CardFrame(padding=24)
        card.body.addWidget(labels.heading(_("Compare any articles")))
        card.body.addWidget(
            labels.body(
                _(
                    "Drop two to eight articles on this page: text files, Markdown or saved web pages. They "
                    "become a pack of your own that opens with what they say differently."
                )
            )
        )
        card.body.addSpacing(6)
        button = plain(_("New pack from articles…"), card)
        button.clicked.connect(self._new_pack_clicked)
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _new_pack_clicked(self) -> None:
        self.asked.emit(NEW_PACK)

    def _lacking(
        self, packs: Sequence[ShelfPack], places: Mapping[str, Mapping[str, Any]]
    ) -> CardFrame | None:
        """Say what could be added to a pack that was begun: the authors' own texts."""
        for pack in packs:
            added, able = places[pack.id].get("originals"), places[pack.id].get("originals-of")
            if not isinstance(added, int) or not isinstance(able, int) or added >= able:
                continue
            card = CardFrame(padding=24)
            card.body.addWidget(labels.heading(_("Add the authors’ own texts")))
            words = ngettext(
                "“{pack}” brings digests. One source’s own text is not added yet.",
                "“{pack}” brings digests. {count} sources’ own texts are not added yet.",
                able - added,
            )
            card.body.addWidget(labels.body(words.format(pack=pack.title, count=able - added)))
            card.body.addSpacing(6)
            button = plain(_("Add…"), card)
            button.setAccessibleName(_("Add the authors’ own texts to {pack}").format(pack=pack.title))
            button.setProperty("pack", pack.id)
            button.clicked.connect(self._add_clicked)
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            return card
        return None

    def _progress(self) -> None:
        self.asked.emit(PROGRESS)

    def _add_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.asked.emit(Place("overview", str(button.property("pack"))))
