"""What opens over the pages or leads from any of them: menus, the list of keys, settings, help, about."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.declared import SINGLE_KEYS
from crossread.desktop.place import LIBRARY, Place, PlainPage
from crossread.desktop.reading_order import ReadingOrder

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed, Keymap
    from crossread.desktop.pages.page import Surroundings
    from crossread.desktop.pages.settings.settings_menu import SettingsMenu
    from crossread.desktop.top_bar import TopBar
    from crossread.desktop.undo_offer import UndoOffer
    from crossread.desktop.window_pages import WindowPages
    from crossread.operations.sessions.changed import Changed


# The actions that take something back, one of them on each page.
UNDOES = ("undo", "undo-asked", "settings-undo", "undo-here")


class Frame(QObject):
    """Opens what the bar and the keys ask for; each is imported when it is first asked for."""

    def __init__(
        self, around: Surroundings, bar: TopBar, pages: WindowPages, offer: UndoOffer, window: QWidget
    ) -> None:
        super().__init__(window)
        self._around, self._bar, self._pages, self._window = around, bar, pages, window
        self._offer = offer
        self._menu: SettingsMenu | None = None
        self._keymap: Keymap | None = None
        self._order = ReadingOrder(window)
        around.session.listen(self._changed)
        offer.turned.connect(self.show_keys_of_page)
        bar.text_menu_asked.connect(self.open_text_menu)
        bar.keys_asked.connect(self.show_keys)
        bar.menu_asked.connect(self.open_menu)

    def _changed(self, _changed: Changed) -> None:
        self._order.ask()

    def take_keys(self, deeds: Mapping[str, Deed]) -> None:
        """Let keys act, those of the frame and `deeds` of the window; once, after the first paint."""
        from crossread.desktop.keymap import Keymap

        _watched = self._around.settings_steps  # from now on, before any key can change one
        self._keymap = Keymap(self._window)
        self._keymap.bind_everywhere({**self._deeds(), **deeds})
        self._bar.tell_keys()
        self.apply_settings()
        self.show_keys_of_page()

    def apply_settings(self) -> None:
        """Take up keys that were changed, and whether single ones act."""
        if self._keymap is None:
            return
        from crossread.desktop import key_tips, own_keys

        single = self._around.settings[SINGLE_KEYS]
        turned = single is not own_keys.single_keys_act()
        self._keymap.set_single_keys(single)
        wanted = own_keys.OwnKeys(self._around.settings.keys())
        if changed := wanted.actions != own_keys.now().actions:
            self._keymap.set_keys(wanted)
        if changed or turned:
            key_tips.renew(self._window)

    def show_keys_of_page(self) -> None:
        """Let the keys of the page in view act."""
        page = self._pages.page()
        if self._keymap is not None and page is not None:
            # What was just done, and is said below the page, is taken back before anything else.
            first = dict.fromkeys(UNDOES, self._take_back) if self._offer.stands else {}
            self._keymap.show_page(page.name, {**page.deeds(), **first})

    def _take_back(self) -> None:
        self._offer.take_back()

    def _deeds(self) -> Mapping[str, Deed]:
        return {
            "palette": self.open_palette,
            "keys": self.show_keys,
            "menu": self.open_menu,
            "text-menu": self.open_text_menu,
            "settings": partial(self.go, "settings"),
            "search": partial(self.go, "search"),
            "new-pack": partial(self.go, "new-pack"),
            "find": partial(self.go, "search"),  # on a page that has nothing of its own to find words in
            "help": partial(self.go, "help"),
            "about": partial(self.go, "about"),
            "learners": partial(self.go, "learners"),
            "hand-on": partial(self.go, "hand-on"),
            "backups": partial(self.go, "backups"),
            "switch-learner": self.switch_learner,
        }

    def welcome(self) -> None:
        """Show the very first page, to who has never been here."""
        if not self._around.session.is_first or self._around.settings.place("welcome"):
            return
        from crossread.desktop.pages.settings.welcome import WelcomePage

        page = WelcomePage(self._around, self._pages)
        page.done.connect(self._welcomed)
        self._pages.addWidget(page)
        self._pages.greeting = page
        self._pages.show_page(page)
        page.enter()

    def _welcomed(self) -> None:
        with suppress(OSError):
            self._around.settings.remember("welcome", {"seen": True})
        page = self.sender()
        self._pages.greeting = None
        self._pages.go(LIBRARY)
        if isinstance(page, QWidget):
            self._pages.removeWidget(page)
            page.deleteLater()

    def go(self, page: PlainPage, about: str = "") -> None:
        """Go to a page of the frame, and to what it is asked for there."""
        self._pages.go(Place(page, about=about))

    def switch_learner(self) -> None:
        """Let somebody else sit down; what is not saved keeps the window, which says so."""
        from crossread.desktop.seat import Seat

        seats = self._around.seats
        if seats.switches:
            seats.ask(Seat("fresh" if seats.mode == "open" else "start-page"))

    def open_text_menu(self) -> None:
        """Open the Aa menu."""
        from crossread.desktop.pages.settings.settings_menu import SettingsMenu

        if self._menu is None:
            self._menu = SettingsMenu(self._around.settings, self._window)
            self._menu.all_asked.connect(self._to_settings)
        self._menu.open_below(self._bar.text_button)

    def open_menu(self) -> None:
        """Open the menu at the end of the bar."""
        from crossread.desktop.more_menu import MoreMenu

        menu = MoreMenu(self.can, self._window)
        menu.picked.connect(self.do)
        menu.open_below(self._bar.menu_button)

    def open_palette(self) -> None:
        """Open the field that finds everything."""
        from crossread.desktop.pages.finding.palette import Palette

        palette = Palette(self._around, self._pages, self.can, self.do, self._window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open_over(QApplication.focusWidget())

    def show_keys(self) -> None:
        """Show the list of keys, those of the page in view first."""
        from crossread.desktop.pages.settings.key_list import KeyList

        page = self._pages.page()
        keys = KeyList(self._around.settings[SINGLE_KEYS], self._window, page.name if page else "")
        keys.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys.change_asked.connect(self._to_keys)
        keys.open()

    def can(self, action: str) -> bool:
        """Tell whether an action does something on the page in view, and where one has come from."""
        trail = self._pages.trail
        if {"back": not trail.can_go_back, "forward": not trail.can_go_forward}.get(action):
            return False
        if action == "switch-learner" and not self._around.seats.switches:
            return False
        return self._keymap is not None and self._keymap.can(action)

    def do(self, action: str) -> None:
        """Do an action, as its key would."""
        if self._keymap is not None:
            self._keymap.do(action)

    def _to_settings(self) -> None:
        self.go("settings")

    def _to_keys(self) -> None:
        self.go("settings", "keys")
