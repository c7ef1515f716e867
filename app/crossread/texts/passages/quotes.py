"""Finding words in a text as a reader would: kinds of space, quotation mark and dash make no difference."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from crossread.texts.text import Range, Text
from crossread.texts.words.normal import normalise

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞", '"'),
        **dict.fromkeys("‚‛′`", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_SPACE = re.compile(r"[^\S ]\s*| \s+")  # a single space, as nearly all are, stays what it is


class Folded(NamedTuple):
    """A string with all that looks alike made the same, one space for any run of space.

    The character at i was shown by the code points from `starts[i]` up to `ends[i]` of the string given.
    """

    text: str
    starts: list[int]
    ends: list[int]


def fold(shown: str) -> Folded:
    """Fold a string: NFKC, unseen characters out, then quotation marks, dashes and spaces alike."""
    normal = normalise(shown)
    text = normal.text.translate(_ALIKE)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for space in _SPACE.finditer(text):
        first, past = space.span()
        pieces += (text[at:first], " ")
        starts += normal.starts[at : first + 1]
        ends += normal.ends[at:first]
        ends.append(normal.ends[past - 1])
        at = past
    pieces.append(text[at:])
    starts += normal.starts[at:]
    ends += normal.ends[at:]
    return Folded("".join(pieces), starts, ends)


def folded(text: Text) -> Folded:
    """Fold what a text shows; worked out once for each text."""
    known: Folded | None = text.known.get("folded")
    if known is None:
        known = text.known["folded"] = fold(text.shown)
    return known


def find_anywhere(text: Text, quote: str, most: int | None = None) -> list[Range]:
    """Find every place where a text shows a quote, or the first `most`, also across blocks.

    Places may overlap.
    """
    return list(islice(_places(text, quote), most))


def find_quote(text: Text, quote: str, occurrence: int | None = None) -> list[Range]:
    """Find every place within one block where a text shows a quote, or only the one of that number.

    `occurrence` counts from 1. An empty quote, and an occurrence that there is not, are found nowhere.
    Letter case counts.
    """
    found = (place for place in _places(text, quote) if _in_one_block(text, place))
    if occurrence is None:
        return list(found)
    return list(islice(found, occurrence - 1, occurrence)) if occurrence > 0 else []


def _places(text: Text, quote: str) -> Iterator[Range]:
    """Give the places of a quote one by one: a quote of one letter has thousands, and few want them all."""
    wanted = fold(quote).text.strip()
    if not wanted:
        return
    within, starts, ends = folded(text)
    at = -1
    while (at := within.find(wanted, at + 1)) >= 0:
        yield Range(starts[at], ends[at + len(wanted) - 1])


def _in_one_block(text: Text, place: Range) -> bool:
    return bisect_right(text.starts, place.start) == bisect_right(text.starts, place.end - 1)
