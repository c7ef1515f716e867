"""Which way a text runs, by its language, and which way one block of it does."""

import re
import unicodedata

# Languages written from right to left, and scripts, where a tag names one (BCP 47, ISO 15924).
_LANGUAGES = frozenset(
    {
        "ar", "arc", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "lrc", "mzn",
        "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
    }
)  # fmt: skip
_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})
_SCRIPT = 4  # letters of the name of a script in a tag
_FROM_RIGHT = ("R", "AL")
# Nothing else runs from right to left: asking that first is a hundred times as fast as asking each sign.
_MAY_RUN_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs_from_right(language: str) -> bool:
    """Tell whether a language, as a BCP 47 tag, is written from right to left; not where none is given."""
    first, *rest = language.replace("_", "-").casefold().split("-")
    script = next((part for part in rest if len(part) == _SCRIPT and part.isalpha()), "")
    return script in _SCRIPTS if script else first in _LANGUAGES


def block_runs_from_right(words: str, *, from_right: bool) -> bool:
    """Tell which way a block runs: as its text does, unless all its letters run the other way."""
    if not from_right and not _may_run_from_right(words):
        return False
    ways = {unicodedata.bidirectional(sign) in _FROM_RIGHT for sign in words if sign.isalpha()}
    return ways.pop() if len(ways) == 1 else from_right


def runs_both_ways(words: str) -> bool:
    """Tell whether anything in a block runs from right to left, so that its lines may have to be pieced."""
    return _may_run_from_right(words) and any(
        unicodedata.bidirectional(sign) in (*_FROM_RIGHT, "AN") for sign in words
    )


def is_joined(words: str) -> bool:
    """Tell whether words hold letters that join each other, as those of Arabic do."""
    return _may_run_from_right(words) and any(unicodedata.bidirectional(sign) == "AL" for sign in words)


def _may_run_from_right(words: str) -> bool:
    """Tell whether words hold a sign from where those stand that run from right to left."""
    return not words.isascii() and _MAY_RUN_FROM_RIGHT.search(words) is not None
