"""Likeness: finding a passage by its words and what stood around it, when they may have changed."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from crossread.texts.passages.quotes import find_anywhere
from crossread.texts.text import Range, Text

if TYPE_CHECKING:
    from crossread.texts.passages.anchors import QuoteAnchor

# The weights that Hypothesis (hypothesis/client, match-quote.ts) gives to the words, what stands before
# and after, and the position; and the score, from 0 to 1, below which nothing counts as found.
_QUOTE, _PREFIX, _SUFFIX, _POSITION = 50, 20, 20, 2
_CUT_OFF = 0.6
# A place only counts if the next best one is so much worse.
_MARGIN = 0.05
# Words that are as like as this are the same with a change; less may be others on the same matter.
_SAME_WORDS = 0.7
# Surroundings as like as this are the same with a change; unrelated sentences come to about 0.3.
_SAME_CONTEXT = 0.7
# Words at an edge as like as this are the old ones with a slip; less, and they are others.
_SAME_EDGE = 0.6
# So many characters of the very same words need no surroundings to be known again.
_TELLING = 60
# Of words that stand in more places than this none is told from the others: a single letter is everywhere.
_MOST_PLACES = 500

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Likeness(NamedTuple):
    """How like a place is to an anchor's passage: its words, what stands around it, all together; 0 to 1."""

    words: float
    context: float
    score: float


def likeness(text: Text, place: Range, anchor: "QuoteAnchor") -> Likeness:
    """Compare a place with an anchor; `context` is the better of the two sides."""
    words = _alike(anchor.quote, text.words(place))
    before = text.shown[max(0, place.start - len(anchor.prefix)) : place.start]
    after = text.shown[place.end : place.end + len(anchor.suffix)]
    prefix = _alike(anchor.prefix, before) if anchor.prefix else 1.0
    suffix = _alike(anchor.suffix, after) if anchor.suffix else 1.0
    far = abs(place.start - anchor.position) / max(1, len(text.shown)) if anchor.position >= 0 else 1
    weighed = _QUOTE * words + _PREFIX * prefix + _SUFFIX * suffix + _POSITION * max(0, 1 - far)
    sides = [side for side, given in ((prefix, anchor.prefix), (suffix, anchor.suffix)) if given]
    context = max(sides, default=0.0)
    return Likeness(words, context, weighed / (_QUOTE + _PREFIX + _SUFFIX + _POSITION))


def acceptable(text: Text, place: Range, anchor: "QuoteAnchor") -> bool:
    """Tell whether a place is like enough to an anchor's passage to be taken for it."""
    return _is_like(likeness(text, place, anchor), len(anchor.quote))


def _is_like(found: Likeness, length: int) -> bool:
    if found.score < _CUT_OFF or found.words < _SAME_WORDS:
        return False
    return found.context >= _SAME_CONTEXT or (found.words == 1 and length >= _TELLING)


def most_alike(
    text: Text,
    anchor: "QuoteAnchor",
    may_be: Callable[[Range], bool] = lambda _: True,
    *,
    reworded: bool = True,
) -> Range | None:
    """Find the one place most like an anchor's passage; None where none is, or where two might be.

    Where it may not be `reworded`, only its very words are looked for. Words that are nearly everywhere
    are not placed.
    """
    everywhere = find_anywhere(text, anchor.quote, _MOST_PLACES + 1)
    if len(everywhere) > _MOST_PLACES:
        return None
    places = [place for place in everywhere if may_be(place)]
    scored = _scored(text, places, anchor)
    if reworded and (not scored or scored[0][0].context < _SAME_CONTEXT):
        changed = [place for place in _changed_places(text, anchor.quote) if may_be(place)]
        scored = _scored(text, {*places, *changed}, anchor)
    if not scored or not _is_like(scored[0][0], len(anchor.quote)):
        return None
    best, where = scored[0]
    rivals = (found for found, other in scored if other.start >= where.end or other.end <= where.start)
    rival = next(rivals, None)
    return None if rival and best.score - rival.score < _MARGIN else where


def _scored(text: Text, places: Iterable[Range], anchor: "QuoteAnchor") -> list[tuple[Likeness, Range]]:
    found = [(likeness(text, place, anchor), place) for place in places]
    return sorted(found, key=lambda pair: (-pair[0].score, pair[1]))


def stands_for(old: str, new: str) -> bool:
    """Tell whether words at the edge of a passage are those that stood there, with a slip of the pen."""
    return _alike(old.strip(), new.strip()) >= _SAME_EDGE


def _alike(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other)


def _changed_places(text: Text, quote: str) -> list[Range]:
    """Find runs of words much like a quote: of about as many words, at the likeliest starts."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    words = [Range(*word.span()) for word in _WORD.finditer(text.shown)]
    inside = list(_WORD.finditer(quote))
    if not words or not inside:
        return []
    core, count = quote[inside[0].start() : inside[-1].end()], len(inside)

    def run(first: int, length: int) -> Range:
        return Range(words[first].start, words[min(first + length, len(words)) - 1].end)

    windows = [text.words(run(first, count)) for first in range(len(words))]
    likely = extract(
        core, windows, scorer=Levenshtein.normalized_similarity, score_cutoff=_SAME_WORDS - 0.2, limit=20
    )
    spread = max(2, count // 4)
    found = set()
    for _, _, first in likely:
        lengths = range(max(1, count - spread), count + spread + 1)
        place = max((run(first, length) for length in lengths), key=lambda p: _alike(core, text.words(p)))
        found.add(_tightened(text, place, quote))
    return sorted(found)


def _tightened(text: Text, place: Range, quote: str) -> Range:
    """Take words off both ends of a place that stand for nothing in the quote, as far as they do."""
    from rapidfuzz.distance import Indel

    ours, theirs = list(_TOKEN.finditer(quote)), list(_TOKEN.finditer(text.words(place)))
    same = [
        step
        for step in Indel.opcodes([token.group() for token in ours], [token.group() for token in theirs])
        if step.tag == "equal"
    ]
    if not same:
        return place
    first, last = same[0], same[-1]
    ours_begin, theirs_begin = ours[first.src_start].start(), place.start + theirs[first.dest_start].start()
    ours_end, theirs_end = ours[last.src_end - 1].end(), place.start + theirs[last.dest_end - 1].end()
    begins = stands_for(quote[:ours_begin], text.shown[place.start : theirs_begin])
    finishes = stands_for(quote[ours_end:], text.shown[theirs_end : place.end])
    return Range(place.start if begins else theirs_begin, place.end if finishes else theirs_end)
