"""Looking for ideas in a learner's own text: whole words in a row, at any place, whatever their spelling."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.questions.spelling import one_spelling
from crossread.questions.wildcards import Pattern, compile_pattern

# Characters; what stands beyond is kept, but not searched: far more than any answer has.
LONGEST_SEARCHED = 100_000

_WILD = frozenset("*?")
_ANYTHING = "*"


@dataclass(frozen=True, slots=True)
class SearchedText:
    """A text made ready to be searched: its words in one spelling, line by line, and all that occur."""

    lines: tuple[tuple[str, ...], ...]
    joined: tuple[str, ...]
    words: frozenset[str]


def searched(text: str) -> SearchedText:
    """Make the first `LONGEST_SEARCHED` characters of a text ready."""
    lines = tuple(
        words for line in text[:LONGEST_SEARCHED].splitlines() if (words := _words(one_spelling(line)))
    )
    joined = tuple(f" {' '.join(words)} " for words in lines)
    return SearchedText(lines, joined, frozenset(word for words in lines for word in words))


def is_found(pattern: str, text: SearchedText) -> bool:
    """Tell whether a text has the words of a pattern in a row, at any place within one line.

    In a word `*` stands for any letters, also none, and `?` for one. A `*` of its own stands for any
    words. A pattern without a word is found nowhere.
    """
    row = pattern_words(pattern)
    if not row:
        return False
    if all(_WILD.isdisjoint(word) for word in row):
        wanted = f" {' '.join(row)} "
        return any(wanted in line for line in text.joined)
    return _runs_through(row, text)


def pattern_words(pattern: str) -> tuple[str, ...]:
    """Split a pattern into words in one spelling; stars of their own at either end say nothing and go."""
    row = [word if word.strip(_ANYTHING) else _ANYTHING for word in _words(one_spelling(pattern), wild=True)]
    while row and row[0] == _ANYTHING:
        row.pop(0)
    while row and row[-1] == _ANYTHING:
        row.pop()
    return tuple(row)


def _runs_through(row: Sequence[str], text: SearchedText) -> bool:
    """Run over the words as `wildcards.Pattern` runs over characters: bit i says that i words are matched."""
    taken: dict[str, int] = {}
    loops = length = 0
    for word in row:
        if word == _ANYTHING:
            loops |= 1 << length
            continue
        for found in _fitting(word, text.words):
            taken[found] = taken.get(found, 0) | 1 << length
        length += 1
    for line in text.lines:
        states = 1
        for one in line:
            states = (states & taken.get(one, 0)) << 1 | states & loops | 1
            if states >> length:
                return True
    return False


def _fitting(word: str, words: frozenset[str]) -> Sequence[str]:
    """Return the words of a text that one word of a pattern fits."""
    if _WILD.isdisjoint(word):
        return [word] if word in words else []
    pattern, start = _ready(word)
    return [one for one in words if one.startswith(start) and pattern.matches(one)]


@lru_cache(maxsize=4096)
def _ready(word: str) -> tuple[Pattern, str]:
    """Return a pattern and the letters that it begins with, which most words of a text do not."""
    return compile_pattern(word), re.split(r"[*?]", word, maxsplit=1)[0]


def _words(plain: str, *, wild: bool = False) -> tuple[str, ...]:
    """Split what is in one spelling into runs of letters, digits and marks; apostrophes inside words stay."""
    marks = "" if plain.isascii() else "".join({one for one in plain if unicodedata.category(one)[0] == "M"})
    return tuple(_word_pattern("".join(sorted(marks)), wild).findall(plain))


@lru_cache(maxsize=64)
def _word_pattern(marks: str, wild: bool) -> re.Pattern[str]:
    signs = re.escape(marks + ("*?" if wild else ""))
    inside = rf"(?:[^\W_]|[{signs}])" if signs else r"[^\W_]"
    return re.compile(rf"{inside}+(?:'{inside}+)*")
