"""The window: one bar, one page at a time, banners where something must be said."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QVBoxLayout, QWidget

from crossread.desktop.appearance import take_up
from crossread.desktop.bar_told import BarTold
from crossread.desktop.frame import Frame
from crossread.desktop.geometry import keep_geometry, restore_geometry
from crossread.desktop.look_keys import LookKeys
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.review.review_count import ReviewCount
from crossread.desktop.parts import go_part
from crossread.desktop.place import HISTORY, LIBRARY, PRACTICE, PROGRESS, REVIEW, PackPage, Place
from crossread.desktop.record_banners import RecordBanners
from crossread.desktop.saving_watch import SavingWatch
from crossread.desktop.seen_focus import SeenFocus
from crossread.desktop.tab_order import go_round, stops
from crossread.desktop.theme import theme
from crossread.desktop.top_bar import TopBar
from crossread.desktop.undo_offer import UndoOffer
from crossread.desktop.window_pages import WindowPages
from crossread.operations.sessions.changed import Changed

if TYPE_CHECKING:
    from crossread.base.settings import Settings
    from crossread.desktop.attendance import Attendance
    from crossread.desktop.keymap import Deed
    from crossread.desktop.seat import Seat

# Pages beside the way, from which Escape leads back.
ASIDE = frozenset(
    (
        *("search", "settings", "help", "about", "progress", "history", "review", "practice", "new-pack"),
        *("board", "timeline", "guide", "learners", "backups", "hand-on"),
    )
)
LEAST = (560, 420)  # pixels: below this not even the folded desk can be used


class MainWindow(QMainWindow):
    """The one window."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self.offer = UndoOffer(self)
        self._look_keys = LookKeys(around.settings, self.offer, self)
        self._sure = self._leaves = False
        self.leaving_for: Seat | None = None  # who is to sit down once this window is closed
        self._attendance: Attendance | None = None
        self.setWindowTitle("Crossread")
        self.setMinimumSize(*LEAST)
        theme.changes().room_set.connect(self._share_room)  # the first to hear of it: its parts come later
        self.bar = TopBar(self)
        self.banners = RecordBanners(around.session, self, around.seats)
        self.banners.close_asked.connect(self._close_all_the_same)
        self.banners.stay_asked.connect(self._stay)
        self.pages = WindowPages(around, self)
        self.library, self.trouble = self.pages.library, self.pages.trouble
        self.pages.turned.connect(self._page_turned)
        self.pages.told.connect(self.banners.say_in_passing)
        self.pages.done.connect(self.offer.offer)
        self.pages.stepped.connect(self.banners.pass_on)
        self.pages.stepped.connect(self.offer.pass_on)
        whole = QWidget(self)
        self._column = column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.banners)
        column.addWidget(self.pages, 1)
        column.addWidget(self.offer)
        column.addWidget(self.banners.news)  # below, so that nobody loses their line
        self.setCentralWidget(whole)
        self.frame = Frame(around, self.bar, self.pages, self.offer, self)
        self._seen_focus = SeenFocus(self, self._way)
        self.pages.turned.connect(self._seen_focus.look_soon)
        self._bar_told = BarTold(around.session, self.bar, self.pages)
        self.bar.home_asked.connect(self.go_home)
        self.bar.back_asked.connect(self.go_back)
        self.bar.forward_asked.connect(self.go_forward)
        self.pages.stepped.connect(self._bar_told.show_way)
        self.bar.overview_asked.connect(self.go_overview)
        self.bar.stage_asked.connect(self._go_stage)
        around.session.listen(self._changed)
        self._review_count = ReviewCount(around, self)
        restore_geometry(self, around.settings)
        self.pages.show_page(self.library)
        if around.seats.taken.is_guest:
            self.bar.status.set_for_now()
        self._show_status()

    @property
    def settings(self) -> Settings:
        """The settings that hold in this window."""
        return self._around.settings

    # Going somewhere

    def begin(self) -> None:
        """Fill the first page, if that is not done yet, take keys, and look for what is new."""
        self.library.begin()
        self.frame.take_keys(self._deeds())
        from crossread.desktop.attendance import Attendance
        from crossread.desktop.first_told import tell_settings_trouble
        from crossread.desktop.where_kept import tell_where_kept

        tell_settings_trouble(self._around.settings, self.banners)
        self._around.session.refresh_library()
        self._around.session.look_for_removed()
        tell_where_kept(self._around.session.data_folder, self._around.settings, self.banners)
        self._attendance = Attendance(self._around.session.presence, self.pages, self)
        SavingWatch(self._around.session, self)

    def go(self, place: object) -> None:
        """Go to a place and remember the way back."""
        self.pages.go(place)

    def go_home(self) -> None:
        """Go to the library."""
        self.go(LIBRARY)

    def go_overview(self) -> None:
        """Go to the first page of the pack that is open."""
        self.go_in_pack("overview")

    def go_in_pack(self, page: PackPage) -> None:
        """Go to a page of the pack that is open."""
        pages = self.pages.pack
        if pages is not None:
            self.go(Place(page, pages.opened.pack.id))

    def go_progress(self) -> None:
        """Go to the progress page."""
        self.go(PROGRESS)

    def go_back(self) -> None:
        """Go back to where one came from."""
        self.pages.go_back()

    def go_forward(self) -> None:
        """Go again to where one came back from."""
        self.pages.go_forward()

    def _go_stage(self, stage: str) -> None:
        pages = self.pages.pack
        if pages is not None:
            self.go(Place("stage", pages.opened.pack.id, stage))

    def _go_stage_number(self, number: int) -> None:
        pages = self.pages.pack
        if pages is not None and number <= len(pages.opened.pack.stages):
            self._go_stage(pages.opened.pack.stages[number - 1].id)

    def is_opening(self) -> bool:
        """Tell whether a pack is being opened just now."""
        return self.pages.is_opening()

    def put_pack_away(self) -> None:
        """Let go of the pack that is open, if one is."""
        self.pages.put_pack_away()

    def _page_turned(self) -> None:
        pages, page = self.pages.pack_in_view(), self.pages.page()
        self._bar_told.show_pack()
        if pages is None:
            self.setWindowTitle("Crossread")
        else:
            if pages.stage is not None:  # only looking at an overview is not going on with a pack
                with suppress(OSError):
                    self._around.settings.remember("last", {"pack": pages.opened.pack.id})
            self.setWindowTitle(f"{pages.opened.pack.title} – Crossread")
        if page is not None:
            self.frame.show_keys_of_page()

    # What changes

    def _changed(self, changed: Changed) -> None:
        """Refresh whatever shows what has changed: the one place where views are told."""
        if changed.what & {"status", "report"}:
            self._show_status()
        if changed.what & {"settings", "looks"}:
            self._apply_settings()
        self.pages.changed(changed)
        if changed.what - {"status"}:  # which comes with each key that is saved
            self._bar_told.show_stages()

    def _show_status(self) -> None:
        self._bar_told.show_status()
        self.banners.show_status()

    def _apply_settings(self) -> None:
        self.frame.apply_settings()
        if take_up(self._around.settings) and self.pages.currentWidget() is self.library:
            self.library.show_again()

    def _share_room(self) -> None:
        """Give the bar the height that its words take now, and the page the rest, before it is laid out."""
        self.bar.restyle()
        self._column.activate()

    # Keys

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  (Qt calls it)
        """Go by Tab through the bar, what stands below it, and the page, in reading order, and round."""
        return go_round(self._way(), self, following=following)

    def _way(self) -> list[QWidget]:
        page = self.pages.currentWidget()
        inside = self.pages.page()
        below = inside.way() if inside is not None else stops(page) if page is not None else []
        return [*stops(self.bar), *stops(self.banners), *below, *stops(self.offer), *stops(self.banners.news)]

    def _deeds(self) -> Mapping[str, Deed]:
        return {
            "back": self.go_back,
            "forward": self.go_forward,
            "full-screen": self.turn_full_screen,
            "library": self.go_home,
            "progress": self.go_progress,
            "history": partial(self.go, HISTORY),
            "review": partial(self.go, REVIEW),
            "practice": partial(self.go, PRACTICE),
            "overview": self.go_overview,
            "timeline": partial(self.go_in_pack, "timeline"),
            "board": partial(self.go_in_pack, "board"),
            **self._look_keys.deeds(),
            "part-next": self._part_next,
            "part-previous": self._part_previous,
            "close": self._close,
            **{f"stage-{number}": partial(self._go_stage_number, number) for number in range(1, 10)},
        }

    def _close(self) -> None:
        self.close()

    def _part_next(self) -> None:
        self._go_part(1)

    def _part_previous(self) -> None:
        self._go_part(-1)

    def _go_part(self, by: int) -> None:
        page = self.pages.page()
        go_part([*(page.parts() if page else []), *self.bar.parts()], by, self._way())

    def open_menu(self) -> None:
        """Open the Aa menu."""
        self.frame.open_text_menu()

    def show_keys(self) -> None:
        """Show the list of keys."""
        self.frame.show_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button in focus by Enter as well, where Qt knows only Space; put news away by Escape."""
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Put away what was only said; from a page beside the way go back to where one was."""
        page = self.pages.page()
        put_away = self.offer.pass_on() or self.banners.pass_on()
        if not put_away and page is not None and page.name in ASIDE:
            self.go_back()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back and forward by the mouse's own buttons for it."""
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.go_forward()
        else:
            super().mousePressEvent(event)

    # The window itself

    def turn_full_screen(self) -> None:
        """Fill the whole screen, or go back to the window as it was."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def close_now(self) -> bool:
        """Close without asking: the system wants the process to end, or what is kept is kept elsewhere."""
        self.leaving_for, self._sure = None, True
        return self.close()

    def leave_for(self, seat: Seat) -> None:
        """Close, for another window to open in this one's place; what must be asked first keeps this one."""
        self.leaving_for, self._leaves = seat, True
        self._sure = self._sure or seat.lets_go
        self.close()
        self._leaves = False

    def _close_all_the_same(self) -> None:
        """Close, for whoever was to sit down where it was asked for that."""
        self._sure = True
        self.close()

    def _stay(self) -> None:
        self.leaving_for = None
        page = self.pages.page()
        if page is not None:
            page.enter()

    def keep_unfinished(self) -> None:
        """Keep what is unfinished: the process may be ended without the window being closed."""
        self.pages.leave()

    def is_sure(self) -> bool:
        """Tell whether the window is to be closed whatever is not saved."""
        return self._sure

    def ask_again(self) -> None:
        """Come back after closing: something that was done last could not be saved."""
        self.show()
        self.raise_()
        self._show_status()
        self.banners.ask_to_close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is unfinished, then close; where answers are not saved, or a guest's go, ask first."""
        if not (self._leaves or self._sure):
            self.leaving_for = None
        self.pages.leave()
        self._review_count.settle()
        session = self._around.session
        lost = session.status.kind == "not-saved" or session.keeps_here_only()
        if lost and not self._sure:
            self.banners.ask_to_close()
            event.ignore()
            return
        if self._around.seats.taken.is_guest and session.has_own() and not self._sure:
            self.banners.ask_guest()
            event.ignore()
            return
        keep_geometry(self, self._around.settings)
        if self._attendance is not None:
            self._attendance.leave()
        super().closeEvent(event)
