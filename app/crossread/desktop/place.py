"""Places in the window that one can go to and come back to."""

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

# Pages of the window, then pages of a pack that is open.
PlainPage = Literal[
    "library", "progress", "history", "review", "practice", "search", "settings", "help", "about", "new-pack",
    "learners", "hand-on", "backups",
]  # fmt: skip
PackPage = Literal["overview", "stage", "board", "timeline", "guide"]
PageName = PlainPage | PackPage

IN_PACK: frozenset[str] = frozenset(get_args(PackPage))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one text of a source: code points from `start` up to `end`.

    Where `end` is not beyond `start` it is only a place to read on from, which nothing frames. `pane` is
    the number of the pane to show it in, -1 for whichever fits. `caret` is where the caret stood there, -1:
    at the start; it makes no other place of it.
    """

    source: str
    which: str
    start: int
    end: int = 0
    pane: int = -1
    caret: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A page, of a pack and a stage where it has them.

    A "stage" place without a stage means: where the learner was last in this pack. `spot` is where to go
    in the texts, `question` which question to show there. `about` is what a page is asked for: a topic of
    the help, or the words to search for. `others` are the places in the other panes, where one comes back
    to all of them. `front` is what of the comparison stands in front of the texts, "figures/deaths".
    """

    page: PageName
    pack: str = ""
    stage: str = ""
    spot: Spot | None = None
    question: str = ""
    about: str = ""
    others: tuple[Spot, ...] = ()
    front: str = ""


LIBRARY = Place("library")
PROGRESS = Place("progress")
HISTORY = Place("history")
REVIEW = Place("review")
PRACTICE = Place("practice")
NEW_PACK = Place("new-pack")
LONGEST = 100  # steps that a trail keeps


class Trail:
    """The places come through, for going back and forward again."""

    def __init__(self) -> None:
        self._places: list[Place] = [LIBRARY]
        self._at = 0

    @property
    def here(self) -> Place:
        """Where one is."""
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is another place to go back to."""
        return self._at > 0 or self.here != LIBRARY

    @property
    def can_go_forward(self) -> bool:
        """Whether one has come back from somewhere."""
        return self._at + 1 < len(self._places)

    def go(self, place: Place) -> None:
        """Come to a place; going where one is leaves no step."""
        if place != self.here and place != replace(self.here, spot=None, others=()):
            del self._places[self._at + 1 :]
            self._places.append(place)
            del self._places[:-LONGEST]
            self._at = len(self._places) - 1

    def settle(self, place: Place) -> None:
        """Say more exactly where one is, without a step."""
        self._places[self._at] = place

    def back(self) -> Place:
        """Step back and return where one then is; the library where there is no step."""
        if self._at > 0:
            self._at -= 1
        else:
            self._places = [LIBRARY]
        return self.here

    def forward(self) -> Place:
        """Step forward again and return where one then is; the same place where there is no step."""
        self._at = min(self._at + 1, len(self._places) - 1)
        return self.here
