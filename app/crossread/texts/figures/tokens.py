"""Tokens: the words, numbers and marks of a block, in order, and which sentence each stands in."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from crossread.texts.figures.figure_lists import figure_lists

Sort = Literal["number", "ordinal", "decade", "iso", "numeric", "clock", "skip", "word", "mark"]

_MARKS_OF_THOUSANDS = ".,'’\u066c\u00a0\u2007\u2009\u202f "
_WORD = r"(?P<word> (?:[^\W\d_]\.){2,} | [^\W\d_]+(?:['’][^\W\d_]+)* )"
_ADDRESS = r"(?P<address> (?:https?://|www\.)\S+ | [\w.+-]+@[\w-]+\.\w[\w.]* )"
_NUMBERS = rf"""
    (?P<iso> \d{{4}}(?P<between>[-./])\d{{1,2}}(?P=between)\d{{1,2}}(?!\d) )
  | (?P<numeric> \d{{1,2}}(?P<mark1>[./-])\d{{1,2}}(?P=mark1)(?:\d{{4}}|\d{{2}})(?![\d]) )
  | (?P<skip> \+\d[\d\u00a0 ()/.-]{{5,}}\d                        # telephones
        | (?<![\d.,-])0\d{{1,5}}(?:[\u00a0 /-]\d{{2,5}})+ | (?<!\d)\d{{3}}-\d{{3}}-\d{{4}}(?!\d)
        | \[(?:note\ |nb\ )?\d{{1,3}}\]                             # marks of notes
        | \d+(?:\.\d+){{2,}}(?!\.?\d)(?<!\.\d{{3}})(?<!\.\d{{4}})(?<!\.\d\d)  # versions: 1.2.0
        | (?:9/11|24/7)(?!\d) )
  | (?P<clock> \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:]) )
  | (?P<ordinal> \d+(?:st|nd|rd|th)\b )
  | (?P<decade> (?:['’]|(?<![\w.,]))\d{{1,3}}0['’]?s\b )
  | (?P<number> \d{{1,3}}(?P<sep>[{_MARKS_OF_THOUSANDS}])\d{{3}}(?:(?P=sep)\d{{3}})*(?!\d)
        (?:[.,\u066b]\d+(?!\d))?
        | \d+(?:[.,\u066b]\d+)? )
"""
_OTHER = r"(?P<other> [^\s] )"
# Words come first, for most tokens are; addresses are looked for where there are any.
_TOKEN = re.compile(f"{_WORD} | {_NUMBERS} | {_OTHER}", re.VERBOSE)
_TOKEN_OR_ADDRESS = re.compile(f"{_ADDRESS} | {_WORD} | {_NUMBERS} | {_OTHER}", re.VERBOSE)
_OF_ADDRESSES = ("@", "://", "www.")
_ENDS = frozenset(".!?…")
_AFTER_END = frozenset("\"'”’»)]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a block as columns of one length; a place is the number of a token.

    `low` is in small letters with plain apostrophes, `raw` as written; `start` and `end` are code points
    of the block. `first` and `past` bound the sentence that a token stands in.
    """

    text: str
    low: list[str]
    raw: list[str]
    start: list[int]
    end: list[int]
    sort: list[Sort]
    first: list[int]
    past: list[int]

    def __len__(self) -> int:
        return len(self.low)

    def at(self, place: int) -> str:
        """Return a token in small letters, "" where there is none."""
        return self.low[place] if 0 <= place < len(self.low) else ""

    def is_capital(self, place: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return 0 <= place < len(self.raw) and self.raw[place][0].isupper()

    def is_word(self, place: int) -> bool:
        """Tell whether a token is a word."""
        return 0 <= place < len(self.sort) and self.sort[place] == "word"

    def touches(self, place: int) -> bool:
        """Tell whether a token stands right behind the one before it, without a space."""
        return 0 < place < len(self.start) and self.start[place] == self.end[place - 1]


def tokens_of(text: str) -> Tokens:
    """Cut a block's words into tokens."""
    pattern = _TOKEN_OR_ADDRESS if any(sign in text for sign in _OF_ADDRESSES) else _TOKEN
    found = list(pattern.finditer(text))
    raw = [one.group() for one in found]
    low = [word.lower() for word in raw]
    if "’" in text:
        low = [word.replace("’", "'") for word in low]
    sort = [_SORTS[one.lastgroup or "other"] for one in found]
    spans = [one.span() for one in found]
    first, past = _sentences(low, raw)
    return Tokens(text, low, raw, [span[0] for span in spans], [span[1] for span in spans], sort, first, past)


_SORTS: dict[str, Sort] = {
    "address": "skip",
    "skip": "skip",
    "iso": "iso",
    "numeric": "numeric",
    "clock": "clock",
    "ordinal": "ordinal",
    "decade": "decade",
    "number": "number",
    "word": "word",
    "other": "mark",
}


def _sentences(low: list[str], raw: list[str]) -> tuple[list[int], list[int]]:
    """Return where the sentence of each token begins and where it is over."""
    ends = (place for place, word in enumerate(low) if word in _ENDS)
    begins = [0, *(after for place in ends if (after := _next_begin(low, raw, place)))]
    first: list[int] = []
    past: list[int] = []
    for begin, over in pairwise([*begins, len(low)]):
        first += [begin] * (over - begin)
        past += [over] * (over - begin)
    return first, past


def _next_begin(low: list[str], raw: list[str], place: int) -> int:
    """Return where a sentence begins behind a full stop, 0 where it does not end one."""
    before = low[place - 1] if place else ""
    if low[place] == "." and (
        before in figure_lists().words["abbreviated"] or (len(before) == 1 and before.isalpha())
    ):
        return 0
    after = place + 1
    while after < len(low) and (low[after] in _AFTER_END or low[after][0] == "["):
        after += 1
    if after >= len(low) or low[after] in _ENDS:
        return 0
    begins = raw[after][0]
    return after if begins.isupper() or begins.isdigit() or begins in "\"“«'‘(" else 0
