"""Nouns by their look: which words may be what a number counts. No dictionary; rules and short lists."""

from functools import lru_cache

from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.tokens import Tokens

_QUOTES = frozenset("\"“«‘'„")
_LONGEST = 5  # words between a number and what it counts


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Tell whether a word in small letters looks like a plural noun."""
    words = figure_lists().words
    if word in words["plurals"]:
        return True
    if len(word) < 4 or not word.endswith("s") or word in words["no_plurals"] or word in words["stops"]:
        return False
    return not word.endswith(("ss", "us", "sis", "'s"))


def phrase_behind(tokens: Tokens, place: int) -> list[int]:
    """Return the tokens behind a number that may be what it counts: words with nothing between them.

    They end where a sentence, a mark, or a word that is no noun or adjective stands.
    """
    stops = figure_lists().words["stops"]
    over = tokens.past[place - 1] if 0 < place <= len(tokens) else len(tokens)
    found: list[int] = []
    at = place + 1 if place < over and tokens.low[place] in _QUOTES else place
    while at < over and len(found) < _LONGEST:
        word = tokens.low[at]
        short_name = word in stops and len(word) > 1 and tokens.raw[at].isupper()  # US states
        if tokens.sort[at] == "word" and (word not in stops or short_name):
            found.append(at)
        elif not (
            word in "-‑"
            and tokens.touches(at)
            and tokens.touches(at + 1)
            and tokens.is_word(at + 1)
            and found
        ):
            break
        at += 1
    return found


def is_countable(tokens: Tokens, place: int) -> bool:
    """Tell whether a plural noun begins at a token, perhaps behind adjectives."""
    return any(is_plural(tokens.low[at]) for at in phrase_behind(tokens, place)[:3])
