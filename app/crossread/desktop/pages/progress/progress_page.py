"""Progress: what it comes to, as pictures; no ranks, nothing scored for time or clicks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDateTime, QEvent, Qt, QTimeZone
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.desk.history_veils import HistoryVeils
from crossread.desktop.pages.library.library_words import why_unknown
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.progress.begun_packs import BegunPacks
from crossread.desktop.pages.progress.certain_wrong_card import CertainWrongCard
from crossread.desktop.pages.progress.chart_card import ChartCard
from crossread.desktop.pages.progress.first_days import NothingYet
from crossread.desktop.pages.progress.looked_into import LookedInto
from crossread.desktop.pages.progress.next_step import next_step
from crossread.desktop.pages.progress.page_saving import PageSaving
from crossread.desktop.pages.progress.progress_cards import (
    CertaintyCard,
    SkillsCard,
    SureCard,
    TimeCard,
    WaitingCard,
    few_words,
)
from crossread.desktop.pages.progress.progress_links import ProgressLinks
from crossread.desktop.pages.progress.reading_card import ReadingCard
from crossread.desktop.pages.progress.way_card import WayCard
from crossread.desktop.pages.review.practise_link import PractiseLink
from crossread.desktop.place import LIBRARY, Place
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.operations.sessions.changed import Changed
from crossread.progress.history import AnswerGiven
from crossread.progress.progress_of import Progress
from crossread.reports.charts import sure

WIDEST = 1120  # pixels at the default text size
NARROW = 900  # below which one column stands under the other
MANY = 3  # packs from which on their column is the longer one


class ProgressPage(Page):
    """What it comes to."""

    name = "progress"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._packs = LookedInto(around, self._pack_known)
        self._begun = BegunPacks(around.session, self._packs)
        self._veils = HistoryVeils(around, self._tell_again)
        self._reading = 0  # which stage the mirror shows
        self._shown: tuple[object, ...] = ()  # what it was made of
        self._back: QWidget | None = None
        self.links: ProgressLinks | None = None
        self.wrong: CertainWrongCard | None = None
        self.mirror: ReadingCard | None = None
        self._beside: QVBoxLayout | None = None  # the column of the mirror
        self._area = CentredColumn(_("Progress"), self, widest=WIDEST, spacing=6, reached=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        around.veiling.changed.connect(self._tell_again)

    def leave(self) -> None:
        """Let go of the packs that were looked into."""
        self._veils.forget()
        self._packs.forget()

    def _tell_again(self) -> None:
        if self.wrong is not None and self.isVisible():
            self.wrong.tell_again()

    def _pack_known(self, pack: str) -> None:
        if self._begun.lacks(pack) and self.isVisible():
            self._show_again()  # its stages have titles now
            return
        if self.wrong is not None:
            self.wrong.see_packs()
        if self.mirror is not None and self.mirror.pack == pack:
            self.mirror.chart.show_again()

    # What stands on it

    def _build(self) -> None:
        session = self._around.session
        progress = session.progress()
        self._shown = self._seen_now()
        self.wrong = self.mirror = self.links = None
        self._area.begin_anew()
        page, column = self._area.inside, self._area.column
        back = plain(_("‹ Library"), page)
        back.clicked.connect(self._to_library)
        self._back = back
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(labels.display(_("How it is going"), page))
        why = why_unknown(session) or self._counting()
        if why:
            column.addWidget(labels.body(why, page))
        elif not progress.given and not progress.packs:
            nothing = NothingYet(page)
            nothing.open_asked.connect(self._to_library)
            column.addWidget(nothing)
        else:
            self._fill(column, progress, page)
        column.addStretch(1)
        self._area.put_together()

    def _counting(self) -> str:
        """Say how far counting anew has come; "" where all is counted."""
        counting = self._around.session.counting
        if counting is None:
            return ""
        return _("Counting your answers anew: {done} of {all} entries.").format(
            done=counting[0], all=counting[1]
        )

    def _fill(self, column: QVBoxLayout, progress: Progress, page: QWidget) -> None:
        told = _("What you did, on this machine alone. No ranks, and nothing to reach.")
        few = few_words(progress.given)
        column.addWidget(labels.muted(f"{told} {few}".strip(), page))
        column.addSpacing(8)
        self.links = ProgressLinks(next_step(self._around, self._begun, progress), page)
        self.links.asked.connect(self.asked)
        self.links.set_saving(self._saving(progress, page))
        column.addWidget(self.links)
        column.addSpacing(14)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(22)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(22)
        right.setSpacing(22)
        for way in self._way_cards(progress, page):
            left.addWidget(way)
        if progress.days:
            left.addWidget(TimeCard(progress, self._today(), page))
        self._fill_right(right, progress, page)
        if progress.readings:  # where there is most room left
            room = len(self._begun.begun(progress)) < MANY and progress.certainty.items > 0
            self._put_mirror(left if room else right, progress, page)
        left.addStretch(1)
        right.addStretch(1)
        self._row.addLayout(left, 1)
        self._row.addLayout(right, 1)
        column.addLayout(self._row)
        for card in page.findChildren(ChartCard):
            self._join(card)
        self._arrange()

    def _join(self, card: ChartCard) -> None:
        """Tell what becomes of a picture that is saved, and remember it for who is deleted."""
        if self.links is not None:
            card.told.connect(self.links.say)
            card.refused.connect(self.links.say)
        card.saving.session = self._around.session

    def _saving(self, progress: Progress, page: QWidget) -> PageSaving:
        return PageSaving(
            self._around,
            progress,
            {pack: self._begun.stations(pack, progress) for pack in self._begun.begun(progress)},
            self._begun.titles(),
            self._begun.letters,
            self._begun.stage_title,
            self._today(),
            page,
        )

    def _fill_right(self, right: QVBoxLayout, progress: Progress, page: QWidget) -> None:
        if any(one.now.share is not None for one in progress.skills.values()):
            skills = SkillsCard(progress, page)
            tried = [skill for skill, one in progress.skills.items() if one.now.share is not None]
            practise = PractiseLink(tried, skills)
            practise.asked.connect(self.asked)
            skills.foot.addWidget(practise.button)
            right.addWidget(skills)
        else:
            right.addWidget(WaitingCard(_("By skill"), _("Hand in a stage to see this."), page))
        if progress.certainty.items:
            right.addWidget(CertaintyCard(progress, page))
            if sure.can_be_told(progress.sure):
                right.addWidget(SureCard(progress, page))
        else:
            told = _(
                "Say how sure you are as you answer; once the stage is marked, this shows how that fits."
            )
            right.addWidget(WaitingCard(_("How sure, how right"), told, page))
        if progress.certain_wrong:
            self.wrong = CertainWrongCard(progress.certain_wrong, self._packs, self._veils, page)
            for one in self.wrong.shown():
                self._around.session.read_answers(one.seq + 1, 1, one.pack, self._take_wrong)
            self.wrong.asked.connect(self.asked)
            self.wrong.all_asked.connect(self._to_certain_wrong)
            right.addWidget(self.wrong)

    def _take_wrong(self, result: Sequence[AnswerGiven] | Expected) -> None:
        if self.wrong is not None and not isinstance(result, Expected):
            self.wrong.take(result)

    def _put_mirror(self, column: QVBoxLayout, progress: Progress, page: QWidget) -> None:
        self.mirror = ReadingCard(
            progress.readings, self._reading, self._begun.stage_title, self._begun.letters, page
        )
        self.mirror.chosen.connect(self._another_stage)
        self._beside = column
        column.addWidget(self.mirror)

    def _another_stage(self, number: int) -> None:
        self._reading = number
        progress, column, before = self._around.session.progress(), self._beside, self.mirror
        if column is not None and before is not None:
            at = column.indexOf(before)
            before.hide()
            before.deleteLater()
            column.removeWidget(before)
            self.mirror = ReadingCard(progress.readings, number, self._begun.stage_title, self._begun.letters)
            self.mirror.chosen.connect(self._another_stage)
            self._join(self.mirror)
            column.insertWidget(at, self.mirror)
            self.mirror.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_cards(self, progress: Progress, page: QWidget) -> Sequence[WayCard]:
        titles = self._begun.titles()
        done = {one.pack: one for one in progress.packs}
        cards = []
        for pack in self._begun.begun(progress):
            card = WayCard(
                pack,
                self._begun.title(pack),
                self._begun.stations(pack, progress),
                done.get(pack),
                self._around.session.how_far(pack),
                page,
                is_here=pack in titles,
            )
            card.asked.connect(self.asked)
            cards.append(card)
        return cards

    def _today(self) -> date:
        seconds = int(self._around.clock.now().timestamp())
        today = QDateTime.fromSecsSinceEpoch(seconds, QTimeZone.systemTimeZone()).date()
        return date(today.year(), today.month(), today.day())

    # Coming and going

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    def _to_certain_wrong(self) -> None:
        self.asked.emit(Place("history", about="certain-wrong"))

    def enter(self) -> None:
        """Show how things stand."""
        self._build()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, what: Changed) -> None:
        """Show again what has changed."""
        if what.what & {"state", "library"} and self.isVisible() and self._seen_now() != self._shown:
            self._show_again()

    def _show_again(self) -> None:
        """Make the page anew where it stands, with the focus in it where it was."""
        focus, bar = self.focusWidget(), self._area.verticalScrollBar()
        had_focus, at = focus is not None and self.isAncestorOf(focus), bar.value()
        was = (type(focus), focus.accessibleName()) if focus is not None else None
        self._build()
        if had_focus:
            there = self._area.inside.findChildren(QWidget)
            again = [one for one in there if (type(one), one.accessibleName()) == was]
            for one in again[:1] or [self._back or self._area]:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        bar.setValue(at)

    def _seen_now(self) -> tuple[object, ...]:
        """Return all that the page tells: where nothing of it is another, nothing is made anew."""
        session = self._around.session
        told, titles, progress = self._begun.all_told(), self._begun.titles(), session.progress()
        step = next_step(self._around, self._begun, progress)
        return progress, told, titles, step, why_unknown(session), session.counting

    def scroll_to(self, share: float) -> None:
        """Scroll so far down, from 0 to 1."""
        bar = self._area.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))

    def show_card(self, card: QWidget) -> None:
        """Scroll so far that a card is in view."""
        self._area.ensureWidgetVisible(card)

    def deeds(self) -> dict[str, Deed]:
        """Return what the page's keys do."""
        return {"save-page": self._save}

    def _save(self) -> None:
        if self.links is not None:
            self.links.save()
        else:
            announce(self, _("There is nothing to save yet."))

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [*([self._back] if self._back is not None else []), self._area]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one column under the other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < theme.current().scaled(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
