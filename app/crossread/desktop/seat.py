"""Who sits down next: another learner, a guest, or the same one again once something was done in between."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from crossread.base.errors import Expected

if TYPE_CHECKING:
    from crossread.base.settings import Settings
    from crossread.desktop.place import Place
    from crossread.operations.learners.learners import Learner

Who = Literal["same", "learner", "guest", "start-page", "fresh"]


def _nobody(_seat: "Seat") -> None:
    """Ask nobody: in a window under test there is nothing to go on with."""


def _no_others() -> bool:
    """Know of nobody else."""
    return False


@dataclass(frozen=True, slots=True)
class Seat:
    """What a window asks for: that it closes, and another one opens in its place.

    `who` sits there then: the "same" one, the `learner` with an id, a "guest", whoever is chosen on the
    "start-page", or a "fresh" beginning as the mode has it. `between` is done while no record is open; it
    returns a sentence to be said in the new window, "" for none, and an Expected that it raises is said
    there too. `place` is where the new window begins. `lets_go`: what is not saved is not waited for.
    """

    who: Who = "same"
    learner: str = ""
    between: Callable[[], str] | None = None
    place: "Place | None" = None
    lets_go: bool = False

    def do_between(self) -> str:
        """Do what is to be done in between; return what is to be said of it."""
        try:
            return self.between() if self.between is not None else ""
        except Expected as error:
            return error.message


@dataclass(frozen=True, slots=True)
class Taken:
    """Who sits here: their folder and settings, None for who reads on a machine of their own."""

    folder: Path | None = None
    settings: "Settings | None" = None
    learner: "Learner | None" = None
    is_guest: bool = False
    told: str = ""
    place: "Place | None" = None


@dataclass(slots=True)
class Seats:
    """How the machine is used, who sits here, and the way to ask for another window in the place of this.

    `several` says whether there is anybody to switch to, as far as is known; where there was nobody, `look`
    tells whether there is by now: learners can be added from the command line while a window is open.
    """

    mode: str = "myself"
    taken: Taken = field(default_factory=Taken)
    several: bool = False
    asked: Callable[[Seat], None] = _nobody
    look: Callable[[], bool] = _no_others

    @property
    def switches(self) -> bool:
        """Whether this machine has more than the one who reads here."""
        if self.several or self.mode != "myself" or self.taken.is_guest:
            return True
        self.several = self.look()
        return self.several

    @property
    def may_remove(self) -> bool:
        """Whether who sits here may remove what belongs to all: not a guest, and nobody in a class."""
        return self.mode == "myself" and not self.taken.is_guest

    def ask(self, seat: Seat) -> None:
        """Ask for another window; what is not saved keeps this one, which says so."""
        self.asked(seat)
