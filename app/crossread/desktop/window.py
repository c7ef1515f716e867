"""The window: one bar, one page at a time, banners where something must be said."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.settings import SINGLE_KEYS, TEXT_SIZE
from crossread.base.translation import _
from crossread.desktop.appearance import take_up, turn_theme
from crossread.desktop.changing import set_kept, step
from crossread.desktop.geometry import keep_geometry, restore_geometry
from crossread.desktop.pages.library import LibraryPage
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.trouble import TroublePage
from crossread.desktop.parts import go_part
from crossread.desktop.place import IN_PACK, LIBRARY, PROGRESS, Place, Trail
from crossread.desktop.record_banners import RecordBanners
from crossread.desktop.top_bar import TopBar
from crossread.operations.changed import Changed

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed, Keymap
    from crossread.desktop.pages.pack_pages import PackPages
    from crossread.desktop.pages.settings_menu import SettingsMenu
    from crossread.operations.opened import OpenPack

LEAST = (560, 420)  # pixels: below this not even the folded desk can be used


class MainWindow(QMainWindow):
    """The one window."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._trail = Trail()
        self._wanted: Place | None = None
        self._sure = False
        self.setWindowTitle("Crossread")
        self.setMinimumSize(*LEAST)
        self.bar = TopBar(self)
        self.banners = RecordBanners(around.session, self)
        self.banners.close_asked.connect(self.close_now)
        self.pages = QStackedWidget(self)
        self.library = LibraryPage(around, self)
        self.trouble = TroublePage(self)
        self._plain: dict[str, Page] = {}
        self._pack: PackPages | None = None
        for page in (self.library, self.trouble):
            page.asked.connect(self.go)
            self.pages.addWidget(page)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.banners)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(whole)
        self._menu: SettingsMenu | None = None
        self._keymap: Keymap | None = None
        self.bar.home_asked.connect(self.go_home)
        self.bar.overview_asked.connect(self.go_overview)
        self.bar.stage_asked.connect(self._go_stage)
        self.bar.text_menu_asked.connect(self.open_menu)
        self.bar.keys_asked.connect(self.show_keys)
        around.session.listen(self._changed)
        restore_geometry(self, around.settings)
        self._show_page(self.library)
        self._show_status()

    # Going somewhere

    def begin(self) -> None:
        """Fill the first page, if that is not done yet, take keys, and look for what is new."""
        self.library.begin()
        self._take_keys()
        trouble = self._around.settings.trouble
        if trouble == "put-aside":
            self.banners.say(
                _(
                    "Your settings could not be read. They were put aside as settings.damaged.toml, and the "
                    "window begins with its usual ones."
                )
            )
        elif trouble == "unread":
            self.banners.say(_("Your settings could not be read. The window begins with its usual ones."))
        self._around.session.refresh_library()

    def go(self, place: object) -> None:
        """Go to a place and remember the way back."""
        if isinstance(place, Place):
            self._show_place(place, step=True)

    def go_home(self) -> None:
        """Go to the library."""
        self.go(LIBRARY)

    def go_overview(self) -> None:
        """Go to the first page of the pack that is open."""
        pages = self._pack
        if pages is not None:
            self.go(Place("overview", pages.opened.pack.id))

    def go_progress(self) -> None:
        """Go to the progress page."""
        self.go(PROGRESS)

    def go_back(self) -> None:
        """Go back to where one came from."""
        self._show_place(self._trail.back(), step=False)

    def _go_stage(self, stage: str) -> None:
        pages = self._pack
        if pages is not None:
            self.go(Place("stage", pages.opened.pack.id, stage))

    def _go_stage_number(self, number: int) -> None:
        pages = self._pack
        if pages is not None and number <= len(pages.opened.pack.stages):
            self._go_stage(pages.opened.pack.stages[number - 1].id)

    def _show_place(self, place: Place, *, step: bool) -> None:
        self._wanted = place
        if step:
            self._trail.go(place)
        self._leave()
        if place.page != "library":
            self.library.put_away()
        if place.page == "library":
            self.library.show_again()
            self._show_page(self.library)
            self.library.enter()
        elif place.page in IN_PACK:
            self._show_in_pack(place)
        else:
            page = self._plain_page(place.page)
            page.go_to(place)
            self._show_page(page)
            page.enter()

    def is_opening(self) -> bool:
        """Tell whether a pack is being opened just now."""
        return self.pages.currentWidget() is self.trouble and not self.trouble.message()

    def _show_in_pack(self, place: Place) -> None:
        pages = self._pack
        if pages is not None and pages.opened.pack.id == place.pack:
            self.pages.setCurrentWidget(pages)
            self._trail.settle(pages.go(place))
            return
        self.trouble.show_opening()
        self._show_page(self.trouble)
        self._around.session.open_pack(place.pack, self._pack_opened)

    def _pack_opened(self, result: OpenPack | Expected) -> None:
        wanted = self._wanted
        if wanted is None or wanted.page not in IN_PACK:
            return
        if isinstance(result, Expected):
            self.trouble.show_message(result.message)
            self._show_page(self.trouble)
            return
        if result.pack.id != wanted.pack:
            return  # another pack was asked for in the meantime
        from crossread.desktop.pages.pack_pages import PackPages

        self.put_pack_away()
        pages = PackPages(self._around, result, self)
        pages.asked.connect(self.go)
        pages.turned.connect(self._page_turned)
        pages.trouble.connect(self.banners.say)
        self._pack = pages
        self.pages.addWidget(pages)
        self.pages.setCurrentWidget(pages)
        self._trail.settle(pages.go(wanted))
        if result.trouble:
            self.banners.say(result.trouble)

    def put_pack_away(self) -> None:
        """Let go of the pack that is open, if one is."""
        if self._pack is not None:
            self.pages.removeWidget(self._pack)
            self._pack.deleteLater()
            self._pack = None

    def _plain_page(self, name: str) -> Page:
        if name not in self._plain:
            from crossread.desktop.pages.plain_pages import PLAIN_PAGES

            page = PLAIN_PAGES[name]()(self._around, self)
            page.asked.connect(self.go)
            self.pages.addWidget(page)
            self._plain[name] = page
        return self._plain[name]

    def _page(self) -> Page | None:
        page = self.pages.currentWidget()
        if self._pack is not None and page is self._pack:
            page = self._pack.currentWidget()
        return page if isinstance(page, Page) else None

    def _leave(self) -> None:
        pages = self._pack
        if pages is not None and self.pages.currentWidget() is pages:
            pages.leave()

    def _show_page(self, page: Page) -> None:
        self.pages.setCurrentWidget(page)
        self.bar.show_pack("", (), "")
        self.setWindowTitle("Crossread")
        self._show_keys_of(page)

    def _page_turned(self) -> None:
        pages, page = self._pack, self._page()
        if pages is None or page is None:
            return
        if pages.stage is not None:  # only looking at an overview is not going on with a pack
            with suppress(OSError):
                self._around.settings.remember("last", {"pack": pages.opened.pack.id})
        self._show_stages()
        self.setWindowTitle(f"{pages.opened.pack.title} – Crossread")
        self._show_keys_of(page)

    def _show_stages(self) -> None:
        pages = self._pack
        if pages is not None and self.pages.currentWidget() is pages:
            from crossread.desktop.pages.stages import stage_tabs

            pack = pages.opened.pack
            tabs = stage_tabs(pack, self._around.session.state(pack.id))
            self.bar.show_pack(pack.title, tabs, pages.stage.id if pages.stage else "")

    # What changes

    def _changed(self, changed: Changed) -> None:
        """Refresh whatever shows what has changed: the one place where views are told."""
        if changed.what & {"status", "report"}:
            self._show_status()
        if "settings" in changed.what:
            self._apply_settings()
        current = self.pages.currentWidget()
        pages = self._pack
        if pages is not None and (current is pages or "originals" in changed.what):
            pages.changed(changed)
            self._show_stages()
        elif isinstance(current, Page):
            current.changed(changed)

    def _show_status(self) -> None:
        kind = self._around.session.status.kind
        shown = {"ready": "saved", "saving": "saving", "opening": "opening", "checking": "checking"}
        why = self._around.session.status.message
        self.bar.status.set_kind(shown.get(kind, "not-saved" if kind != "closed" else ""), why)  # type: ignore[arg-type]
        self.banners.show_status()

    def _apply_settings(self) -> None:
        if self._keymap is not None:
            self._keymap.set_single_keys(self._around.settings[SINGLE_KEYS])
        if take_up(self._around.settings):
            self.bar.restyle()
            if self.pages.currentWidget() is self.library:
                self.library.show_again()

    # Keys

    def _take_keys(self) -> None:
        """Let keys act: after the first paint, which nobody can answer by a key yet."""
        from crossread.desktop.keymap import Keymap

        self._keymap = Keymap(self)
        self._keymap.set_single_keys(self._around.settings[SINGLE_KEYS])
        self._keymap.bind_everywhere(self._deeds())
        page = self._page()
        if page is not None:
            self._show_keys_of(page)

    def _show_keys_of(self, page: Page) -> None:
        if self._keymap is not None:
            self._keymap.show_page(page.name, page.deeds())

    def _deeds(self) -> Mapping[str, Deed]:
        settings = self._around.settings
        return {
            "keys": self.show_keys,
            "back": self.go_back,
            "library": self.go_home,
            "progress": self.go_progress,
            "overview": self.go_overview,
            "text-menu": self.open_menu,
            "bigger": partial(step, settings, TEXT_SIZE, 1),
            "smaller": partial(step, settings, TEXT_SIZE, -1),
            "normal": partial(set_kept, settings, TEXT_SIZE, TEXT_SIZE.default),
            "theme": partial(turn_theme, settings),
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
        page = self._page()
        go_part([*(page.parts() if page else []), *self.bar.parts()], by)

    def open_menu(self) -> None:
        """Open the Aa menu."""
        from crossread.desktop.pages.settings_menu import SettingsMenu

        if self._menu is None:
            self._menu = SettingsMenu(self._around.settings, self)
        self._menu.open_below(self.bar.text_button)

    def show_keys(self) -> None:
        """Show the list of keys."""
        from crossread.desktop.pages.key_list import KeyList

        page = self._page()
        keys = KeyList(self._around.settings[SINGLE_KEYS], self, page.name if page else "")
        keys.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus by Enter as well: Qt itself knows only Space."""
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back by the mouse's own button for it."""
        if event.button() == Qt.MouseButton.BackButton:
            self.go_back()
        else:
            super().mousePressEvent(event)

    # The window itself

    def close_now(self) -> bool:
        """Close without asking: the system wants the process to end, or the learner has said so."""
        self._sure = True
        return self.close()

    def keep_unfinished(self) -> None:
        """Keep what is unfinished: the process may be ended without the window being closed."""
        self._leave()

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
        """Keep what is unfinished, then close; where answers are not saved, ask first."""
        self._leave()
        session = self._around.session
        lost = session.status.kind == "not-saved" or session.keeps_here_only()
        if lost and not self._sure:
            self.banners.ask_to_close()
            event.ignore()
            return
        keep_geometry(self, self._around.settings)
        super().closeEvent(event)
