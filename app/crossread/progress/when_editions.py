"""What became different from one edition of a source to the next: sentence by sentence, to be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from crossread.packs.pack import Pack
from crossread.packs.sources.edtf import span
from crossread.packs.sources.source import Source
from crossread.questions.passages import DIGEST, VERSION, Which
from crossread.texts.text import Range, Text
from crossread.texts.wording.differences import Piece, differences
from crossread.texts.words.sentences import sentences_around


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One text of a source: `label` names it where it is an edition of its own, "" for the first digest."""

    which: Which
    text: Text
    label: str = ""
    written: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """Two editions of a source, the earlier one first."""

    source: Source
    one: Edition
    other: Edition


@dataclass(frozen=True, slots=True)
class Difference:
    """Sentences of two editions that stand for each other, and the pieces of which they are made."""

    in_one: Range
    in_other: Range
    pieces: tuple[Piece, ...]


def editions(pack: Pack) -> tuple[Editions, ...]:
    """Return each edition with the one before it, in the order of the sources, then of time."""
    found = []
    for source in pack.sources:
        first = Edition(which=DIGEST, text=source.digest, written=source.card.published)
        others = [
            Edition(
                which=f"{VERSION}{one.id}",
                text=one.text,
                label=one.label,
                written=one.published,
                about=one.about,
            )
            for one in source.versions
        ]
        ordered = sorted([first, *others], key=_day)
        for one, other in pairwise(ordered):
            found.append(Editions(source=source, one=one, other=other))
    return tuple(found)


def _day(edition: Edition) -> date:
    days = span(edition.written)
    return days[0] if days else date.max


def differing(one: Text, other: Text) -> tuple[Difference, ...]:
    """Return where two texts differ, with whole sentences around; what stayed is left out."""
    pieces = differences(one, other)
    found: list[Difference] = []
    for difference in _around(pieces, one, other):
        last = found[-1] if found else None
        if last and (
            difference.in_one.start < last.in_one.end or difference.in_other.start < last.in_other.end
        ):
            found[-1] = Difference(
                _union(last.in_one, difference.in_one),
                _union(last.in_other, difference.in_other),
                (*last.pieces, *difference.pieces),
            )
        else:
            found.append(difference)
    return tuple(found)


def _around(pieces: Sequence[Piece], one: Text, other: Text) -> Iterator[Difference]:
    for number, piece in enumerate(pieces):
        if piece.change == "same":
            continue
        before, after = pieces[:number], pieces[number + 1 :]
        if piece.one is not None and piece.other is not None:
            ours, theirs = sentences_around(one, piece.one), sentences_around(other, piece.other)
        elif piece.one is not None:
            ours = sentences_around(one, piece.one)
            near = [near.other for near in (before[-1:] if ours.start < piece.one.start else after[:1])]
            theirs = _sentence_at(other, near, before[-1].other if before else None)
        elif piece.other is not None:
            theirs = sentences_around(other, piece.other)
            near = [near.one for near in (before[-1:] if theirs.start < piece.other.start else after[:1])]
            ours = _sentence_at(one, near, before[-1].one if before else None)
        yield Difference(ours, theirs, (piece,))


def _sentence_at(text: Text, near: Sequence[Range | None], before: Range | None) -> Range:
    """Return the sentence of the words next to a gap; an empty range where there are none."""
    beside = next((one for one in near if one is not None), before)
    if beside is None:
        return Range(0, 0)
    is_before = before is not None and beside == before
    at = Range(beside.end - 1, beside.end) if is_before else Range(beside.start, beside.start + 1)
    return sentences_around(text, at)


def _union(one: Range, other: Range) -> Range:
    return Range(min(one.start, other.start), max(one.end, other.end))
