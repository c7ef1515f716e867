"""Anchors: how a passage is found again after its text has changed or has been put aside."""

from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_, Expected
from crossread.texts.passages.quotes import find_quote
from crossread.texts.passages.runs import find_runs, hash_words
from crossread.texts.text import Range, Text
from crossread.texts.words.normal import text_words

__all__ = [
    "Placed",
    "QuoteAnchor",
    "WordsAnchor",
    "all_places",
    "anchor_quote",
    "anchor_words",
    "find_quote",
    "hash_words",
    "place_quote",
    "place_words",
]

CONTEXT = 32
FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class QuoteAnchor:
    """A passage by its words (W3C Web Annotation: text quote and text position selectors together).

    `prefix` and `suffix` are up to 32 characters around it; `position` is its start in code points and
    `text_digest` the text that this was true of.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    position: int = -1
    text_digest: str = ""


@dataclass(frozen=True, slots=True)
class WordsAnchor:
    """A passage of an original by the hash of its normal words, so that no words need be carried.

    `words` is how many there are (5 or more), `hash` the first 12 hex digits of SHA-256 over the words
    joined by one space, `nth` which of several places, from 1.
    """

    words: int
    hash: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an anchor's passage is: *exact* in the text it was made in, *moved* in another one."""

    range: Range
    how: Literal["exact", "moved"]


def anchor_quote(text: Text, where: Range) -> QuoteAnchor:
    """Make the anchor of a passage; ValueError where the range is empty or not within the text."""
    if not 0 <= where.start < where.end <= len(text.shown):
        raise ValueError(f"no passage of this text: {where}")
    return QuoteAnchor(
        quote=text.words(where),
        prefix=text.shown[max(0, where.start - CONTEXT) : where.start],
        suffix=text.shown[where.end : where.end + CONTEXT],
        position=where.start,
        text_digest=text.digest,
    )


def place_quote(
    text: Text, anchor: QuoteAnchor, old: Text | None = None, *, reworded: bool = True
) -> Placed | None:
    """Find an anchor's passage again, or None where it is gone or might be in several places.

    In the text that it was made in, that is its position. In another one it is where the differences
    from `old`, the text that it was made in, carry it; failing that, and without `old`, the one place
    whose words and surroundings are like the anchor's. Where the passage may not be `reworded`, its very
    words have to stand there, unless the differences tell. A wrong place is worse than none.
    """
    position = Range(anchor.position, anchor.position + len(anchor.quote))
    if anchor.text_digest == text.digest and _stands_at(text, position, anchor.quote):
        return Placed(position, "exact")
    # Only now: what follows needs libraries that a pack opened as it was left does not.
    from crossread.texts.passages.carrying import carry, is_from_elsewhere
    from crossread.texts.passages.likeness import acceptable, most_alike

    if old is None or old.digest != anchor.text_digest or not _stands_at(old, position, anchor.quote):
        found = most_alike(text, anchor, reworded=reworded)
        return Placed(found, "moved") if found else None
    carried = carry(position, old, text)
    if carried and acceptable(text, carried, anchor):
        return Placed(carried, "moved")
    found = most_alike(
        text, anchor, lambda place: not is_from_elsewhere(place, position, old, text), reworded=reworded
    )
    return Placed(found, "moved") if found else None


def _stands_at(text: Text, position: Range, quote: str) -> bool:
    return bool(quote) and position.start >= 0 and text.words(position) == quote


def anchor_words(text: Text, where: Range) -> WordsAnchor:
    """Make the hashed anchor of the normal words that a range touches.

    Raises Expected("anchor-too-short") for fewer than five words.
    """
    words = text_words(text)
    touched = [
        number for number, word in enumerate(words) if word.start < where.end and where.start < word.end
    ]
    _check_length(len(touched))
    first, length = touched[0], len(touched)
    hash_ = hash_words([word.text for word in words[first : first + length]])
    return WordsAnchor(length, hash_, find_runs(text, length, hash_).index(first) + 1)


def place_words(text: Text, anchor: WordsAnchor) -> Range | None:
    """Find the place of a hashed anchor in a text, or None where the text has not as many of it.

    Raises Expected("anchor-too-short") for an anchor of fewer than five words.
    """
    places = all_places(text, anchor)
    return places[anchor.nth - 1] if 1 <= anchor.nth <= len(places) else None


def all_places(text: Text, anchor: WordsAnchor) -> list[Range]:
    """Find every place of a hashed anchor's words in a text, whatever its `nth`.

    Raises Expected("anchor-too-short") for an anchor of fewer than five words.
    """
    _check_length(anchor.words)
    words = text_words(text)
    return [
        Range(words[first].start, words[first + anchor.words - 1].end)
        for first in find_runs(text, anchor.words, anchor.hash)
    ]


def _check_length(words: int) -> None:
    if words < FEWEST_WORDS:
        raise Expected(
            "anchor-too-short",
            N_("A passage of {words} words cannot be told from others. Choose at least {fewest} words."),
            words=words,
            fewest=FEWEST_WORDS,
        )
