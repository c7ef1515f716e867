"""Everything that is put on the texts of a pack, with its place: what a page shows and paints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from crossread.inquiry.notes import Highlight, Layer, Note, NotedPassage
from crossread.inquiry.placing_notes import Place
from crossread.questions.passages import Which
from crossread.texts.text import Range


@dataclass(frozen=True, slots=True)
class PlacedHighlight:
    """A highlight and where it is now; None where it is not placed."""

    highlight: Highlight
    place: Place | None


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note and where its passages are now, in their order; None for each that is not placed."""

    note: Note
    places: tuple[Place | None, ...]


@dataclass(frozen=True, slots=True)
class NoteHere:
    """One passage of a note, by its number from 0, where it stands in the text asked about."""

    note: PlacedNote
    number: int
    range: Range

    @property
    def passage(self) -> NotedPassage:
        """The passage as it was noted."""
        return self.note.note.passages[self.number]


@dataclass(frozen=True, slots=True)
class HighlightHere:
    """A highlight where it stands in the text asked about."""

    highlight: Highlight
    range: Range


@dataclass(frozen=True)
class Noted:
    """The learner's own highlights and notes, then those of the layers that are on.

    `layers` are all layers, `loading` tells whether some of what they hold is still to come, `trouble` is a
    sentence for each that cannot be read.
    """

    highlights: tuple[PlacedHighlight, ...] = ()
    notes: tuple[PlacedNote, ...] = ()
    layers: tuple[Layer, ...] = ()
    loading: bool = False
    trouble: Mapping[str, str] = field(default_factory=dict)

    def highlights_in(self, source: str, which: Which) -> tuple[HighlightHere, ...]:
        """Return the highlights of one text in the order of the text."""
        return self._highlights.get((source, which), ())

    def notes_in(self, source: str, which: Which) -> tuple[NoteHere, ...]:
        """Return the passages of one text that notes are on, in the order of the text."""
        return self._notes.get((source, which), ())

    def highlights_at(self, source: str, which: Which, where: Range) -> tuple[HighlightHere, ...]:
        """Return the highlights that a range touches; an empty range touches what it stands in or beside."""
        return tuple(one for one in self.highlights_in(source, which) if _touches(one.range, where))

    def notes_at(self, source: str, which: Which, where: Range) -> tuple[NoteHere, ...]:
        """Return the passages of notes that a range touches; an empty one as for highlights."""
        return tuple(one for one in self.notes_in(source, which) if _touches(one.range, where))

    @cached_property
    def _highlights(self) -> Mapping[tuple[str, Which], tuple[HighlightHere, ...]]:
        found: dict[tuple[str, Which], list[HighlightHere]] = {}
        for one in self.highlights:
            if one.place is not None:
                name = one.highlight.passage.source, one.place.which
                found.setdefault(name, []).append(HighlightHere(one.highlight, one.place.range))
        return {name: tuple(sorted(here, key=lambda one: one.range)) for name, here in found.items()}

    @cached_property
    def _notes(self) -> Mapping[tuple[str, Which], tuple[NoteHere, ...]]:
        found: dict[tuple[str, Which], list[NoteHere]] = {}
        for one in self.notes:
            for number, (passage, place) in enumerate(zip(one.note.passages, one.places, strict=True)):
                if place is not None:
                    here = NoteHere(one, number, place.range)
                    found.setdefault((passage.source, place.which), []).append(here)
        return {name: tuple(sorted(here, key=lambda one: one.range)) for name, here in found.items()}


# A place in a text: the source, which text of it, where, and the layer of what is put there ("": one's own).
Spot: TypeAlias = tuple[str, Which, Range, str]


def spot_of(passage: NotedPassage, place: Place | None, layer: str) -> Spot | None:
    """Return the spot of something that is put on a passage; None where it is not placed."""
    return (passage.source, place.which, place.range, layer) if place else None


def beneath_notes(
    highlights: Iterable[PlacedHighlight], notes: Iterable[PlacedNote]
) -> dict[Spot, Highlight]:
    """Return the highlights on the very passage of a note of the same hand: with it they are one thing.

    Of several on one spot only the first is so.
    """
    spots = {
        spot_of(passage, place, placed.note.layer)
        for placed in notes
        for passage, place in zip(placed.note.passages, placed.places, strict=True)
    }
    found: dict[Spot, Highlight] = {}
    for one in highlights:
        spot = spot_of(one.highlight.passage, one.place, one.highlight.layer)
        if spot is not None and spot in spots:
            found.setdefault(spot, one.highlight)
    return found


def _touches(here: Range, where: Range) -> bool:
    if where.start == where.end:
        return here.start <= where.start <= here.end
    return here.start < where.end and where.start < here.end
