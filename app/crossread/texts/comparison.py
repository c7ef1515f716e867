"""A comparison: what the program finds in several texts by itself, side by side, with no key."""

from collections.abc import Mapping
from dataclasses import dataclass

from crossread.texts.figures.figure import DATED, Figure, Quantity
from crossread.texts.names.name import Name
from crossread.texts.wording.shared_run import SharedRun
from crossread.texts.wording.telling_word import TellingWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What stands in several texts, by the ids of their sources, in the order in which they were given.

    `figures` has all figures and dates of each text in the order of its words, `quantities` those that
    speak of the same thing. `names` are ordered by how many sources write them, then by how often.
    """

    sources: tuple[str, ...]
    figures: Mapping[str, tuple[Figure, ...]]
    quantities: tuple[Quantity, ...]
    shared: tuple[SharedRun, ...]
    names: tuple[Name, ...]
    words: Mapping[str, tuple[TellingWord, ...]]

    @property
    def dates(self) -> Mapping[str, tuple[Figure, ...]]:
        """The dates among the figures, by source."""
        return {
            source: tuple(figure for figure in figures if figure.kind in DATED)
            for source, figures in self.figures.items()
        }
