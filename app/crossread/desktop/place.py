"""Places in the window that one can go to and come back to."""

from dataclasses import dataclass
from typing import Literal

PageName = Literal["library", "progress", "overview", "stage"]


@dataclass(frozen=True, slots=True)
class Place:
    """A page, of a pack and a stage where it has them.

    A "stage" place without a stage means: where the learner was last in this pack.
    """

    page: PageName
    pack: str = ""
    stage: str = ""


LIBRARY = Place("library")
PROGRESS = Place("progress")


class Trail:
    """The places come through, for going back; the newest is where one is."""

    def __init__(self) -> None:
        self._places: list[Place] = [LIBRARY]

    @property
    def here(self) -> Place:
        """Where one is."""
        return self._places[-1]

    def go(self, place: Place) -> None:
        """Come to a place; going where one is leaves no step."""
        if place != self.here:
            self._places.append(place)
            del self._places[:-100]

    def settle(self, place: Place) -> None:
        """Say more exactly where one is, without a step."""
        self._places[-1] = place

    def back(self) -> Place:
        """Step back and return where one then is; the library where there is no step."""
        if len(self._places) > 1:
            self._places.pop()
        else:
            self._places = [LIBRARY]
        return self.here
