"""The pages of the window, one of them in view, and the way through them: there, back and forward."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crossread.base.collecting import without_collecting
from crossread.base.errors import Expected
from crossread.desktop.pages.library.library import LibraryPage
from crossread.desktop.pages.missed import Missed
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.trouble import TroublePage
from crossread.desktop.place import IN_PACK, Place, Trail
from crossread.desktop.widgets.frames.stack import Stack

if TYPE_CHECKING:
    from crossread.desktop.pages.pack_pages import PackPages
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed


class WindowPages(Stack):
    """Shows the library, a page outside any pack, or the pages of the pack that is open.

    `turned`: another page is in view. `stepped`: the way behind or ahead is another one. `told` gives a
    sentence to be said above the page, `done` one on what was done, and the deed that takes it back.
    """

    turned = Signal()
    stepped = Signal()
    told = Signal(str)
    done = Signal(str, object)

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self.trail = Trail()
        self._wanted: Place | None = None
        self.library = LibraryPage(around, self)
        self.library.said.connect(self.told)
        self.trouble = TroublePage(self)
        self._plain: dict[str, Page] = {}
        self._missed = Missed()
        self.pack: PackPages | None = None
        self.greeting: Page | None = None  # what one comes back to instead of the library, at first
        for page in (self.library, self.trouble):
            page.asked.connect(self.go)
            page.done.connect(self.done)
            self.addWidget(page)

    # What is in view

    def page(self) -> Page | None:
        """Return the page in view, that of the open pack where it is one of those."""
        page = self.currentWidget()
        if self.pack is not None and page is self.pack:
            page = self.pack.currentWidget()
        return page if isinstance(page, Page) else None

    def pack_in_view(self) -> PackPages | None:
        """Return the pages of the open pack where one of them is in view."""
        return self.pack if self.pack is not None and self.currentWidget() is self.pack else None

    def is_opening(self) -> bool:
        """Tell whether a pack is being opened just now."""
        return self.currentWidget() is self.trouble and not self.trouble.message()

    # Going somewhere

    def go(self, place: object) -> None:
        """Go to a place and remember the way back."""
        if isinstance(place, Place):
            if place.page == "library" or place.page in IN_PACK:
                self.greeting = None  # one has gone on
            self._settle()
            self.trail.go(place)
            self._show(place)

    def go_back(self) -> None:
        """Go back to where one came from."""
        self._settle()
        back = self.trail.back()
        self._show(back)
        if back.page == "library" and self.greeting is not None:
            self._missed.tell(self.greeting)
            self.show_page(self.greeting)
            self.greeting.enter()

    def go_forward(self) -> None:
        """Go again to where one came back from."""
        self._settle()
        if self.trail.can_go_forward:
            self._show(self.trail.forward())

    def _settle(self) -> None:
        """Remember exactly where one is, for coming back to it."""
        page = self.page()
        here = page.here() if page is not None else None
        if here is not None and (here.page, here.pack) == (self.trail.here.page, self.trail.here.pack):
            self.trail.settle(here)

    def _jumped(self, before: object, after: object) -> None:
        """Take a jump within a page for a step of the way."""
        if isinstance(before, Place) and isinstance(after, Place):
            self.trail.settle(before)
            self.trail.go(after)
            self.stepped.emit()

    def _show(self, place: Place) -> None:
        self._wanted = place
        self.stepped.emit()
        if place.page in IN_PACK and self._is_open(place.pack):
            self._show_in_open_pack(place)
            return
        self.leave()
        if place.page != "library":
            self.library.put_away()
        if place.page == "library":
            self.library.show_again()
            self.show_page(self.library)
            self.library.enter()
        elif place.page in IN_PACK:
            self.trouble.show_opening()
            self.show_page(self.trouble)
            self._around.session.open_pack(place.pack, self._pack_opened)
        else:
            page = self._plain_page(place.page)
            self._missed.tell(page)
            page.go_to(place)
            self.show_page(page)
            page.enter()

    def show_page(self, page: Page) -> None:
        """Bring a page into view that is of no pack."""
        self.setCurrentWidget(page)
        self.turned.emit()

    def _plain_page(self, name: str) -> Page:
        if name not in self._plain:
            from crossread.desktop.pages.plain_pages import PLAIN_PAGES

            page = PLAIN_PAGES[name]()(self._around, self)
            page.asked.connect(self.go)
            page.jumped.connect(self._jumped)
            page.done.connect(self.done)
            self.addWidget(page)
            self._plain[name] = page
        return self._plain[name]

    # Packs

    def _is_open(self, pack: str) -> bool:
        return self.pack is not None and self.pack.opened.pack.id == pack

    def _show_in_open_pack(self, place: Place) -> None:
        pages = self.pack
        if pages is None:
            return
        self.library.put_away()
        if self.currentWidget() is not pages:
            self.leave()
            self.setCurrentWidget(pages)
        self.trail.settle(replace(pages.go(place), question=""))

    def _pack_opened(self, result: OpenPack | Expected) -> None:
        wanted = self._wanted
        if wanted is None or wanted.page not in IN_PACK:
            return
        if isinstance(result, Expected):
            self.trouble.show_message(result.message)
            self.show_page(self.trouble)
            return
        if result.pack.id != wanted.pack:
            return  # another pack was asked for in the meantime
        from crossread.desktop.pages.pack_pages import PackPages

        self.put_pack_away()
        with without_collecting():  # a desk is some thousand objects, all of them needed
            pages = PackPages(self._around, result, self)
            pages.asked.connect(self.go)
            pages.jumped.connect(self._jumped)
            pages.turned.connect(self.turned)
            pages.trouble.connect(self.told)
            pages.done.connect(self.done)
            self.pack = pages
            self.addWidget(pages)
            self._show_in_open_pack(wanted)
        if result.trouble:
            self.told.emit(result.trouble)

    def put_pack_away(self) -> None:
        """Let go of the pack that is open, if one is."""
        if self.pack is not None:
            self.removeWidget(self.pack)
            self.pack.deleteLater()
            self.pack = None

    def _let_go_of_what_changed(self, pages: PackPages) -> None:
        """Let go of a pack that is no longer in the library as it was opened."""
        pack = pages.opened.pack
        if all(one.digest != pack.digest for one in self._around.session.shelf() if one.id == pack.id):
            self.put_pack_away()

    # What happens to pages

    def leave(self) -> None:
        """Keep what is unfinished on the page in view."""
        pages = self.pack_in_view()
        page = self.page()
        if pages is not None:
            pages.leave()
        elif page is not None:
            page.leave()

    def changed(self, changed: Changed) -> None:
        """Show again what has changed."""
        current, pages = self.currentWidget(), self.pack
        if "restoring" in changed.what and current is not pages:
            self.put_pack_away()
            pages = None
        if "library" in changed.what and pages is not None and current is not pages:
            self._let_go_of_what_changed(pages)
            pages = self.pack
        if pages is not None:
            pages.changed(changed, in_view=current is pages)
        for page in (*self._plain.values(), self.greeting):
            if page is not None and page is not current:
                self._missed.note(page, changed)
        if isinstance(current, Page):
            current.changed(changed)
