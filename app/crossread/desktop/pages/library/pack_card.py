"""A pack in the library: what it asks, whose accounts it holds, how far one is, and the way in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.library.library_shown import is_begun
from crossread.desktop.pages.library.own_pack import OwnPack
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.badge import Badge
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.desktop.widgets.telling.bar import Bar
from crossread.desktop.widgets.tips import set_tip

if TYPE_CHECKING:
    from crossread.packs.library.library import ShelfPack


class PackCard(CardFrame):
    """One pack; `opened` asks to go on with it (its id), `overview_asked` for its first page.

    `far` is how many required questions are answered, of how many; `told` is what was remembered of the
    place in it; where that is not `known` yet, the card says neither that it was begun nor that it was not.
    The first card of the page is `leading`: its way in is the page's one clear step. A pack of
    the user's own has `own`: what else can be done with it.
    """

    opened = Signal(str)
    overview_asked = Signal(str)

    def __init__(
        self,
        pack: ShelfPack,
        far: tuple[int, int],
        told: Mapping[str, Any],
        *,
        leading: bool,
        known: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, padding=28)
        self.pack_id = pack.id
        self._known = known
        self.begun = is_begun(told, far)
        self.setAccessibleName(pack.title)
        self.body.setSpacing(6)
        self.body.addWidget(labels.quiet(self._eyebrow(pack, told, leading=leading)))
        self.body.addWidget(labels.title(pack.title))
        self.main: QPushButton | None = None
        self.own = OwnPack(pack, self) if pack.taken_in else None
        if pack.broken:
            self.body.addWidget(labels.Label(pack.broken, "wrong", self))
            if self.own is not None:
                self.body.addWidget(self.own)
            return
        if pack.central_question:
            self.body.addWidget(labels.question(pack.central_question))
        self.body.addSpacing(10)
        self.body.addWidget(self._sources(pack, told))
        if self.begun and far[1]:
            self.body.addSpacing(10)
            self.body.addLayout(self._far(far))
        self.body.addSpacing(14)
        self.body.addLayout(self._ways(pack, leading))
        if self.own is not None:
            self.body.addWidget(self.own)

    def _eyebrow(self, pack: ShelfPack, told: Mapping[str, Any], *, leading: bool) -> str:
        if pack.broken:
            return _("Cannot be opened")
        if self.begun:
            stage = str(told.get("stage", ""))
            return _("Continue · {stage}").format(stage=stage) if stage else _("Continue")
        parts = [_("Begin here")] if leading and self._known else []
        if pack.minutes:
            parts.append(duration_words(pack.minutes))
        if pack.questions:
            parts.append(
                ngettext("{count} question", "{count} questions", pack.questions).format(count=pack.questions)
            )
        if pack.ages > 0:
            parts.append(_("from age {years}").format(years=pack.ages))
        return " · ".join(parts)

    def _sources(self, pack: ShelfPack, told: Mapping[str, Any]) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, across=8, down=6)
        for index, (letter, short) in enumerate(pack.letters):
            badge = Badge(letter, index, row)
            set_tip(badge, short)
            badge.setAccessibleName(_("Source {letter}, {short}").format(letter=letter, short=short))
            flow.addWidget(badge)
        added, able = told.get("originals"), told.get("originals-of")
        if isinstance(added, int) and isinstance(able, int) and able:
            words = labels.quiet(_("originals added: {added} of {all}").format(added=added, all=able))
            words.setWordWrap(False)
            set_margins(words, 6, 5, 0, 0)
            flow.addWidget(words)
        return row

    def _far(self, far: tuple[int, int]) -> QHBoxLayout:
        words = _("{answered} of {required}").format(answered=far[0], required=far[1])
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Bar(far[0] / far[1], told=_("Answered: {far}").format(far=words)), 1)
        told = labels.quiet(words)
        told.setWordWrap(False)
        row.addWidget(told)
        return row

    def _ways(self, pack: ShelfPack, leading: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = _("Begin") if self._known else _("Open")
        if self.begun:
            words = _("Continue")
        self.main = primary(words, self) if leading else plain(words, self)
        self.main.setAccessibleName(f"{words}: {pack.title}")
        self.main.clicked.connect(self._open)
        row.addWidget(self.main)
        if self.begun:
            overview = plain(_("Overview"), self)
            overview.setAccessibleName(_("Overview: {pack}").format(pack=pack.title))
            overview.clicked.connect(self._overview)
            row.addWidget(overview)
        row.addStretch(1)
        return row

    def _open(self) -> None:
        (self.opened if self.begun else self.overview_asked).emit(self.pack_id)

    def _overview(self) -> None:
        self.overview_asked.emit(self.pack_id)


def duration_words(minutes: int) -> str:
    """Say how long something takes: minutes up to an hour and a half, then hours."""
    if minutes <= 90:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    hours = round(minutes / 30) / 2
    return _("about {hours:g} hours").format(hours=hours)
