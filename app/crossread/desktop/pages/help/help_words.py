"""Which words of the help somebody means who types some: each of them, in whichever form it stands."""

import re
from collections.abc import Iterator
from functools import cached_property

from crossread.texts.finding.search_folding import fold_words, folded
from crossread.texts.text import Range, Text

_SHORT = 3  # letters up to which a word stands for itself alone: "on" is not meant for "contents" or "one"
_WORD = re.compile(r"[^\s\"(),.:;!?]+")
# Endings of English words, longest first; what is left of "notes" finds "note" as well.
_ENDINGS = ("ings", "ing", "ies", "ed", "s")
_ADDED = "(?:s|ed|ing)?"  # to a short word, which is one to do something by: "add" finds "added"
_LEAST = 3  # letters that an ending leaves


class HelpWords:
    """What was typed into the help's field.

    The last word may not be finished: words that begin so are meant.
    """

    def __init__(self, typed: str) -> None:
        words = _WORD.findall(fold_words(typed).strip())
        unfinished = typed[-1:].strip() != ""
        self._wanted = [
            _pattern(word, begun=unfinished and place == len(words) - 1) for place, word in enumerate(words)
        ]

    def __bool__(self) -> bool:
        return bool(self._wanted)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile("|".join(one.pattern for one in self._wanted))

    def how_many(self, words: str) -> int:
        """Count which of the words typed stand in a string; it is folded already."""
        return sum(1 for one in self._wanted if one.search(words))

    def all_in(self, text: Text) -> bool:
        """Tell whether all words typed stand in a text."""
        return self.how_many(folded(text).text) == len(self._wanted)

    def closest(self, text: Text) -> int:
        """Count how many of the words typed stand together in one paragraph, at most."""
        return max((self.how_many(block) for block in folded(text).text.split("\n")), default=0)

    def places(self, text: Text) -> Iterator[Range]:
        """Give where a text shows a word typed, in order."""
        if self._wanted:
            within = folded(text)
            for found in self._any.finditer(within.text):
                yield within.shown(found.start(), found.end())


def _pattern(word: str, *, begun: bool) -> re.Pattern[str]:
    """Make what finds a folded word: a short one whole, another in its forms, an unfinished one as begun."""
    start = r"(?<!\w)" if word[0].isalnum() else ""
    if len(word) <= _SHORT and not begun:
        more = _ADDED if len(word) == _SHORT and word.isalpha() else ""
        return re.compile(start + re.escape(word) + more + (r"(?!\w)" if word[-1].isalnum() else ""))
    forms = {word}
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST and not word.endswith("ss"):
            forms.add(stem + "y" if ending == "ies" else stem)
            break
    either = "|".join(map(re.escape, sorted(forms, key=len)))
    return re.compile(rf"{start}(?:{either})\w*")
