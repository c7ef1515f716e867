"""The form in which words are searched: case, accents, kinds of space, quotation mark and dash made alike."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from crossread.texts.text import Range, Text

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛′‹›ʹʻʼʽ`´＇", "'"),
        **dict.fromkeys("‐‑‒–—―−⸺⸻﹘﹣－", "-"),
        # Letters that no accent was put on, though a reader without the right keys types them so.
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
    }
)
_STRETCH = "\u0640"  # draws an Arabic word out
_HIGHEST_OF_LETTERS = 9  # marks of these combining classes make another letter, those above only colour one


@dataclass(frozen=True, slots=True)
class Folded:
    """A string as it is searched, and where its characters were shown.

    Stretch k of `text` begins at `at[k]` and was shown from `starts[k]` on: character by character where
    `ends[k]` is 0, else as a whole up to `ends[k]`.
    """

    text: str
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_even: bool  # every character was shown by code points of its own

    def shown(self, start: int, end: int) -> Range:
        """Return the code points that show the characters from `start` up to `end`, at least one."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        begin = self.starts[first] + (0 if self.ends[first] else start - self.at[first])
        past = self.ends[last] or self.starts[last] + end - self.at[last]
        return Range(begin, past)


def folded(text: Text) -> Folded:
    """Fold what a text shows, a line feed between blocks; worked out once for each text."""
    known: Folded | None = text.known.get("folded for search")
    if known is None:
        known = text.known["folded for search"] = _join(text)
    return known


def fold_words(words: str) -> str:
    """Fold words that stand for themselves, such as what is searched for."""
    return fold(words).text


def fold(shown: str) -> Folded:
    """Fold a string.

    Compatibility forms become plain (ﬁ: fi), case goes (ß: ss), accents, points and unseen characters go,
    quotation marks and dashes become plain ones, and any run of space, line feeds too, becomes one space.
    Marks that go belong to the character before them.
    """
    pieces: list[str] = []
    at: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    length, upto, is_even = 0, 0, True
    for changing in [*_changing_pattern(shown).finditer(shown), None]:
        start = changing.start() if changing else len(shown)
        if start > upto:
            pieces.append(shown[upto:start].casefold())
            at.append(length)
            starts.append(upto)
            ends.append(0)
            length += start - upto
        if changing is None:
            break
        upto = changing.end()
        piece = _fold_piece(changing.group())
        if piece:
            pieces.append(piece)
            at.append(length)
            starts.append(start)
            ends.append(upto)
            length += len(piece)
            is_even = is_even and len(piece) == 1
    return Folded("".join(pieces), tuple(at), tuple(starts), tuple(ends), is_even)


def _join(text: Text) -> Folded:
    pieces: list[str] = []
    at: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    length, is_even = 0, True
    for block, begin in zip(text.blocks, text.starts, strict=True):
        one = fold(block.text)
        pieces.append(one.text)
        at += [length + place for place in one.at]
        starts += [begin + place for place in one.starts]
        ends += [begin + place if place else 0 for place in one.ends]
        at.append(length + len(one.text))  # the line feed between blocks
        starts.append(begin + len(block.text))
        ends.append(begin + len(block.text) + 1)
        length += len(one.text) + 1
        is_even = is_even and one.is_even
    return Folded("\n".join(pieces), tuple(at), tuple(starts), tuple(ends), is_even)


@lru_cache(maxsize=8192)
def _fold_piece(piece: str) -> str:
    return " " if any(map(str.isspace, piece)) else "".join(map(_fold_character, piece))


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    """Fold a character that is no space; one that is shown by nothing, or only on another, gives ""."""
    before, now = "", character
    while now != before:
        before = now
        plain = unicodedata.normalize("NFKD", before.translate(_ALIKE).casefold())
        now = "".join(one for one in plain if not _goes(one)).strip()
    return now


def _goes(character: str) -> bool:
    """Tell whether a character is an accent or a point, or is never seen."""
    category = unicodedata.category(character)
    if category == "Cf" or character == _STRETCH:
        return True
    joined = unicodedata.combining(character)
    if category == "Mn" and not joined:
        return character == "\u034f" or "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0100"
    return joined > _HIGHEST_OF_LETTERS


def _changing_pattern(shown: str) -> re.Pattern[str]:
    return _pattern("" if shown.isascii() else "".join(sorted(c for c in set(shown) if c > "\x7f")))


@lru_cache(maxsize=512)
def _pattern(beyond_ascii: str) -> re.Pattern[str]:
    """Find what is not folded by its case alone, in a string with these characters beyond ASCII.

    Few different characters make a text, so asking each of them once is quicker than asking everywhere.
    """
    going = [c for c in beyond_ascii if not c.isspace() and _fold_character(c) == ""]
    upon = "".join(c for c in going if unicodedata.category(c).startswith("M"))
    gone = "".join(going)
    other = "".join(
        c for c in beyond_ascii if not c.isspace() and c not in gone and _fold_character(c) != _by_case(c)
    )
    parts = [
        rf" [\s{gone}]+",  # a single space, as nearly all are, stays what it is
        rf"[^\S ][\s{gone}]*",
        rf"[{gone}]+\s[\s{gone}]*" if gone else "",
        rf"[^\s{gone}][{upon}]+" if upon else "",
        f"[{gone}]+" if gone else "",
        f"[{other}`]",
    ]
    return re.compile("|".join(part for part in parts if part))


def _by_case(character: str) -> str | None:
    """Return what case alone makes of a character, None where that is no single character."""
    by_case = character.casefold()
    return by_case if len(by_case) == 1 else None
