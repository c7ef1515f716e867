"""The passages of a link, two by two, with what is the same in them and what is not. No widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from crossread.desktop.pages.compare.told.passages import MatrixPassages
from crossread.desktop.place import Spot
from crossread.progress.origins_graph import Link
from crossread.questions.passages import ORIGINAL, PassageKey, ShownText, Which
from crossread.questions.placing import place
from crossread.texts.text import Range
from crossread.texts.wording.differences import Change, Piece, differences
from crossread.texts.wording.shared_run import SharedRun
from crossread.texts.words.sentences import sentences_around

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.veiling import Veiling
    from crossread.operations.opening.opened import OpenPack

ALIKE = 0.35  # of the shorter passage that has to be the same before differences are set off
# Signs before words that differ: others stand for them in the other text, or none do.
SIGNS: dict[Change, str] = {"changed": "≠", "left-out": "+", "put-in": "+"}


@dataclass(frozen=True, slots=True)
class PairSide:
    """One of two passages: its words, with a sign before what differs; `marks` are ranges of these words.

    `spot` is where it stands, None where it is in no text that is here.
    """

    source: str
    words: str
    spot: Spot | None = None
    marks: tuple[tuple[Change, Range], ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages to stand one above the other; the second may be missing.

    `alike`: what is the same in both was told from what is not.
    """

    one: PairSide
    other: PairSide | None = None
    alike: bool = False


def signed(shown: str, where: Range, ranges: Sequence[tuple[Change, Range | None]]) -> PairSide:
    """Write the words of a range with a sign before each piece that differs, and say where those pieces are.

    The result has no source and no spot yet.
    """
    told, marks, at = "", [], where.start
    for change, piece in ranges:
        if piece is None or change == "same":
            continue
        told += f"{shown[at : piece.start]}{SIGNS[change]} "
        marks.append((change, Range(len(told), len(told) + piece.end - piece.start)))
        told += shown[piece.start : piece.end]
        at = piece.end
    return PairSide("", told + shown[at : where.end], None, tuple(marks))


def _much_alike(pieces: Sequence[Piece]) -> bool:
    """Tell whether enough is the same for what differs to be worth a sign."""
    same = sum(one.one.end - one.one.start for one in pieces if one.change == "same" and one.one)
    first = sum(piece.one.end - piece.one.start for piece in pieces if piece.one)
    second = sum(piece.other.end - piece.other.start for piece in pieces if piece.other)
    return same >= ALIKE * min(first, second)


class LinkPairs:
    """Makes the pairs of links, in the texts that are here; `veiling` decides what of them is covered."""

    def __init__(self, opened: "OpenPack", veiling: "Veiling") -> None:
        self._opened, self._veiling = opened, veiling
        self._passages = MatrixPassages(opened, veiling)

    def of(self, link: Link) -> list[Pair]:
        """Return the pairs of a link, those that the author shows or those that the program found."""
        if link.runs:
            return [self._of_run(run) for run in link.runs]
        ours = [one for one in link.passages if one.source == link.from_.name]
        theirs = [one for one in link.passages if one.source != link.from_.name]
        return [self._pair(one, other) for one, other in zip_longest(ours, theirs) if one or other]

    def _of_run(self, run: SharedRun) -> Pair:
        here, there = run.in_one[0].surroundings, run.in_other[0].surroundings
        one = Spot(run.one, self._opened.own_words[run.one].which, here.start, here.end)
        other = Spot(run.other, self._opened.own_words[run.other].which, there.start, there.end)
        return self._together(one, other, run.changed)

    def _pair(self, one: PassageKey | None, other: PassageKey | None) -> Pair:
        if one is None or other is None:
            alone = one or other
            if alone is None:
                raise ValueError("a pair of nothing")
            return Pair(self._alone(alone))
        first, second = self._in_sentences(one, [ORIGINAL]), self._in_sentences(other, [ORIGINAL])
        if first is None or second is None:
            first = self._in_sentences(one, self._opened.whiches(one.source))
            second = self._in_sentences(other, self._opened.whiches(other.source))
        if first is None or second is None:
            return Pair(self._alone(one), self._alone(other))
        return self._together(first, second)

    def _in_sentences(self, passage: PassageKey, whiches: Sequence[Which]) -> Spot | None:
        """Return the sentences that a passage stands in, in the first of some texts that has it."""
        for which in whiches:
            shown = self._opened.shown(passage.source, which)
            where = place(passage, shown) if shown else None
            if shown is not None and where is not None:
                around = sentences_around(shown.text, where)
                return Spot(passage.source, which, around.start, around.end)
        return None

    def _alone(self, passage: PassageKey) -> PairSide:
        return PairSide(passage.source, self._passages.words(passage), self._passages.spot(passage))

    def _together(self, one: Spot, other: Spot, known: Sequence[Piece] = ()) -> Pair:
        texts = self._opened.shown(one.source, one.which), self._opened.shown(other.source, other.which)
        first, second = texts
        if first is None or second is None:
            return Pair(PairSide(one.source, ""), PairSide(other.source, ""))
        ranges = Range(one.start, one.end), Range(other.start, other.end)
        if self._is_covered(one, first) or self._is_covered(other, second):
            return Pair(self._plain(one, first), self._plain(other, second))
        pieces = known or differences(first.text, second.text, *ranges)
        if not _much_alike(pieces):
            return Pair(self._plain(one, first), self._plain(other, second))
        sides = (
            signed(first.text.shown, ranges[0], [(piece.change, piece.one) for piece in pieces]),
            signed(second.text.shown, ranges[1], [(piece.change, piece.other) for piece in pieces]),
        )
        return Pair(
            PairSide(one.source, sides[0].words, one, sides[0].marks),
            PairSide(other.source, sides[1].words, other, sides[1].marks),
            alike=True,
        )

    def _is_covered(self, spot: Spot, shown: ShownText) -> bool:
        covered = self._veiling.covered(self._opened, spot.source, shown)
        return any(one.start < spot.end and spot.start < one.end for one in covered)

    def _plain(self, spot: Spot, shown: ShownText) -> PairSide:
        words = self._veiling.words(self._opened, spot.source, shown, Range(spot.start, spot.end))
        return PairSide(spot.source, words, spot)
