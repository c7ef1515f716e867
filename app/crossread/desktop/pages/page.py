"""What every page of the window is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from crossread.base.clock import Clock
from crossread.base.errors import N_
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.seat import Seats
from crossread.desktop.tab_order import stops

if TYPE_CHECKING:
    from crossread.base.settings_steps import SettingsSteps
    from crossread.desktop.keymap import Deed
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.desktop.pages.finding.recent_queries import RecentQueries
    from crossread.desktop.pages.remembered import Remembered
    from crossread.desktop.place import Place
    from crossread.operations.opening.new_pack import PackInMaking
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.outside.practising import Practising
    from crossread.operations.outside.reviewing import Reviewing
    from crossread.operations.sessions.changed import Changed
    from crossread.operations.sessions.session import Session


# What a screen reader calls a page as the focus comes into it.
TITLES = {
    "library": N_("Library"),
    "progress": N_("How it is going"),
    "hand-on": N_("Export"),
    "history": N_("All answers"),
    "review": N_("Review"),
    "practice": N_("Practise a skill"),
    "search": N_("Search of the library"),
    "settings": N_("Settings"),
    "help": N_("Help"),
    "about": N_("About Crossread"),
    "new-pack": N_("New pack from articles"),
    "learners": N_("Learners"),
    "backups": N_("Backups"),
    "overview": N_("Overview of the pack"),
    "before": N_("Before reading"),
    "meet": N_("Meeting the sources"),
    "desk": N_("Texts and questions"),
    "board": N_("Notes board"),
    "timeline": N_("Timeline"),
    "guide": N_("Guide for teachers"),
}


@dataclass(frozen=True)
class Surroundings:
    """What pages stand in: the learner's session, the settings, the time, and who else could sit here."""

    session: "Session"
    settings: Settings
    clock: Clock
    seats: Seats = field(default_factory=Seats)

    @cached_property
    def veiling(self) -> "Veiling":
        """What is veiled in this window: whoever shows words of a text asks it."""
        from crossread.desktop.pages.desk.veiling import Veiling

        return Veiling(self.settings)

    @cached_property
    def settings_steps(self) -> "SettingsSteps":
        """The changes of settings since this was first asked for, wherever in the window they are made."""
        from crossread.base.declared import DECLARED
        from crossread.base.settings_steps import SettingsSteps

        return SettingsSteps(self.settings, [one for one in DECLARED if one.who != "locked"])

    @cached_property
    def recent(self) -> "RecentQueries":
        """What was searched for in this window."""
        from crossread.desktop.pages.finding.recent_queries import RecentQueries

        return RecentQueries()

    @cached_property
    def reviewing(self) -> "Reviewing":
        """What the learner does in review."""
        from crossread.operations.outside.reviewing import Reviewing

        return Reviewing(self.session, self.settings, self.clock)

    @cached_property
    def practising(self) -> "Practising":
        """What the learner does in practice."""
        from crossread.operations.outside.practising import Practising

        return Practising(self.session)

    @cached_property
    def making(self) -> "PackInMaking":
        """The pack that is being made of articles in this window."""
        from crossread.operations.opening.new_pack import PackInMaking

        return PackInMaking()


class Page(QFrame):
    """One page: it shows, it asks to go elsewhere, and it is told what changed.

    A frame, because a screen reader says the name of one as the focus comes into it.

    `name` is the page's name among the keys (`keys.PAGES`). `asked` gives a Place to go to; `jumped` two of
    them, where one was and where one is now, after a jump within the page that may be taken back. `done`
    gives a sentence on what was just done, and the deed that takes it back.
    """

    name = ""
    asked = Signal(object)
    jumped = Signal(object, object)
    done = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if self.name in TITLES:
            self.setAccessibleName(_(TITLES[self.name]))

    def deeds(self) -> Mapping[str, "Deed"]:
        """Return what the page's keys do, by action."""
        return {}

    def parts(self) -> list[QWidget]:
        """Return the parts that F6 goes round, in reading order."""
        return []

    def way(self) -> list[QWidget]:
        """Return all that Tab comes to on the page, in reading order; hidden ones too."""
        return stops(self)

    def sources_in_view(self) -> tuple[tuple[str, str], ...]:
        """Return the sources whose words are in view: each by its id and which text, or "card"."""
        return ()

    def changed(self, what: "Changed") -> None:
        """Show again what has changed."""

    def here(self) -> "Place | None":
        """Return exactly where one is on this page, for coming back to it; None where its name is enough."""
        return None

    def go_to(self, place: "Place") -> None:
        """Show what a place names within this page: a spot of the texts, a question, or what it is about."""

    def leave(self) -> None:
        """Keep what is unfinished: the page goes out of view, or the window closes."""

    def enter(self) -> None:
        """Put the focus where work goes on: the page has come into view."""


class PackPage(Page):
    """A page of an open pack.

    `refused` gives a sentence on what was not allowed. `add_asked` asks to add an original: a source's
    id, or "" for whichever. `card_opened` tells that a source's card is in view.
    """

    refused = Signal(str)
    add_asked = Signal(str)
    card_opened = Signal(str)

    def __init__(
        self,
        around: Surroundings,
        opened: "OpenPack",
        remembered: "Remembered",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.around = around
        self.opened = opened
        self.remembered = remembered

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        self.opened = opened

    def show_attached(self, sentences: Sequence[str], *, all_well: bool) -> None:
        """Say what became of files that were added."""
