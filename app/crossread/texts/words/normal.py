"""Normal words, version 1: what two copies of one text have in common, mapped back to what is shown."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from crossread.texts.text import Text

# Soft hyphen, zero-width space and joiners, word joiner, byte order mark: there, but never seen.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_NOTE_MARK = re.compile(r"\[(?:note |nb )?\d{1,3}\]")
_APOSTROPHES = "\u2019\u2018\u02bc"
_WORD_WITHOUT_MARKS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class Word(NamedTuple):
    """One normal word, and the code points of the given string, from `start` up to `end`, that show it."""

    text: str
    start: int
    end: int


class Normal(NamedTuple):
    """A string in NFKC without unseen characters, and where each of its characters was shown.

    The character at i was shown by the code points from `starts[i]` up to `ends[i]` of the string given.
    """

    text: str
    starts: list[int]
    ends: list[int]


def normal_words(shown: str) -> tuple[Word, ...]:
    """Split a string into normal words, version 1.

    Unseen characters go, then NFKC, then note marks such as [12], [note 3] and [nb 4] go, ’ ‘ ʼ become ',
    and the runs of letters, digits and combining marks that begin with a letter or digit are casefolded;
    an apostrophe stays where letters stand on both sides. Hashes in packs rest on this: a change needs a
    version 2 beside it. Unpaired surrogates are in no word.
    """
    normal = without_note_marks(normalise(shown))
    text, starts, ends = normal
    spans = [found.span() for found in _word_pattern(text).finditer(text)]
    return tuple([Word(text[start:end].casefold(), starts[start], ends[end - 1]) for start, end in spans])


def text_words(text: Text) -> tuple[Word, ...]:
    """Return the normal words of a whole text, over all its blocks; worked out once for each text."""
    known: tuple[Word, ...] | None = text.known.get("normal words")
    if known is None:
        known = text.known["normal words"] = normal_words(text.shown)
    return known


def normalise(shown: str) -> Normal:
    """Take unseen characters out, apply NFKC, and make the three typographic apostrophes plain ones."""
    if shown.isascii():
        return Normal(shown, list(range(len(shown))), list(range(1, len(shown) + 1)))
    seen, places = _without_unseen(shown)
    changing = _changing_pattern(seen)
    if changing is None:
        after = range(1, len(seen) + 1) if isinstance(places, range) else (place + 1 for place in places)
        return Normal(_plain_apostrophes(seen), list(places), list(after))
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, text in _pieces(seen, changing):
        texts.append(text)
        if end - start == len(text) and text == seen[start:end]:
            starts.extend(places[start:end])
            ends.extend([place + 1 for place in places[start:end]])
        else:
            starts.extend([places[start]] * len(text))
            ends.extend([places[end - 1] + 1] * len(text))
    return Normal(_plain_apostrophes("".join(texts)), starts, ends)


def _plain_apostrophes(text: str) -> str:
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, "'")
    return text


def without_note_marks(normal: Normal) -> Normal:
    """Take note marks out; a word that one interrupts closes over it."""
    if "[" not in normal.text:
        return normal
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for mark in [*_NOTE_MARK.finditer(normal.text), None]:
        upto = mark.start() if mark else len(normal.text)
        texts.append(normal.text[at:upto])
        starts.extend(normal.starts[at:upto])
        ends.extend(normal.ends[at:upto])
        at = mark.end() if mark else upto
    return Normal("".join(texts), starts, ends)


def _without_unseen(shown: str) -> tuple[str, range | list[int]]:
    if not _UNSEEN.search(shown):
        return shown, range(len(shown))
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for unseen in [*_UNSEEN.finditer(shown), None]:
        upto = unseen.start() if unseen else len(shown)
        kept.append(shown[at:upto])
        places.extend(range(at, upto))
        at = unseen.end() if unseen else upto
    return "".join(kept), places


def _pieces(seen: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Cut a string into pieces, each with its NFKC.

    Normalising the pieces one by one gives what normalising the whole gives, because no piece begins
    with a character that may join the one before it.
    """
    at = 0
    for changing in pattern.finditer(seen):
        if changing.start() > at:
            yield at, changing.start(), seen[at : changing.start()]
        at = changing.end()
        yield changing.start(), at, unicodedata.normalize("NFKC", changing.group())
    if at < len(seen):
        yield at, len(seen), seen[at:]


def _changing_pattern(seen: str) -> re.Pattern[str] | None:
    """Return what finds the characters that NFKC may change; None where it changes none."""
    # Few different characters make a text, so asking each of them once is quicker than asking everywhere.
    beyond_ascii = sorted(c for c in set(seen) if c > "\x7f")
    joining = "".join(c for c in beyond_ascii if _joins(c))
    other = "".join(c for c in beyond_ascii if unicodedata.normalize("NFKC", c) != c)
    if not joining and not other:
        return None
    # (?!) matches nothing: a text may have none of either.
    together = f".[{joining}]+" if joining else "(?!)"
    alone = f"[{other}]" if other else "(?!)"
    return re.compile(f"(?s:{together}|{alone})")


@lru_cache(maxsize=4096)
def _joins(character: str) -> bool:
    """Tell whether NFKC may join a character to the one before: marks, and the later parts of Hangul."""
    first = unicodedata.normalize("NFKD", character)[0]
    if unicodedata.category(first).startswith("M"):
        return True
    # The vowels of Kirat Rai join as well, though Unicode counts them as letters.
    return "\u1160" <= first <= "\u11ff" or "\U00016d63" <= first <= "\U00016d6a"


def _word_pattern(text: str) -> re.Pattern[str]:
    # Python's \w leaves combining marks out, so those that this text has are added.
    if text.isascii():
        return _WORD_WITHOUT_MARKS
    marks = sorted(c for c in set(text) if c > "\x7f" and unicodedata.category(c).startswith("M"))
    if not marks:
        return _WORD_WITHOUT_MARKS
    inside = rf"(?:[^\W_]|[{''.join(marks)}])"
    return re.compile(rf"[^\W_]{inside}*(?:'{inside}+)*")
