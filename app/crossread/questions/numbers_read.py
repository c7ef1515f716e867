"""Reading a number that a person typed: "1,275", "−3.5", "485 people", "four hundred and five"."""

import re
import unicodedata
from fractions import Fraction

from crossread.texts.written.number_digits import read_digits
from crossread.texts.written.number_words import MAGNITUDES, NUMBER_WORDS, read_number_words

# A response longer than this is no number.
LONGEST_TEXT = 200

# A sign, digits with single separators between them, and what follows. No two parts can take the same
# character, so the time grows with the length and not faster.
_NUMBER = re.compile(r"([+-]?) ?(\d+(?:[., ']\d+)*|[.,]\d+)(.*)", re.DOTALL)
_QUALIFIERS = ("about", "around", "approximately", "roughly", "circa", "ca.", "c.", "~")
_PLURALS = {f"{word}s": word for word in MAGNITUDES}
_UNREAD = frozenset(("k", "bn", "mln", "billion", "billions", "dozen", "dozens"))
_MINUS_WORDS = ("minus", "negative")
_SPELLINGS = str.maketrans({"−": "-", "‐": "-", "‑": "-", "–": "-", "’": "'", "‘": "'", "ʼ": "'", "_": " "})


def read_number(text: str, unit: str = "") -> Fraction | None:
    """Read one number; None where the text holds none, several, or one that cannot be told for sure.

    Spaces, apostrophes and commas may part thousands; so may points where nothing else is possible
    ("1.275.000"), while "1.275" alone is a decimal. A lone comma is a decimal comma unless three digits
    follow ("3,5" but "1,275"). Words may follow; other digits may not, unless they belong to `unit`, which
    may stand before the number too.
    """
    bare = text.replace(unit, " ", 1) if unit else text
    if len(text) > LONGEST_TEXT or any(letter.isnumeric() and not letter.isdecimal() for letter in bare):
        return None  # raised digits would melt into the number ("485²"), fractions are not read
    plain = _plain(text)
    for qualifier in _QUALIFIERS:
        if plain.startswith(qualifier):
            plain = plain.removeprefix(qualifier).lstrip()
            break
    spelled_unit = _plain(unit)
    plain = _without_unit_before(plain, spelled_unit)
    found = _NUMBER.fullmatch(plain)
    return _from_digits(found, spelled_unit) if found else _from_words(plain)


def _without_unit_before(plain: str, unit: str) -> str:
    """Take off a unit that stands before its number, and behind its sign: "$40", "−$40", "km 5"."""
    sign = plain[0] if plain.startswith(("+", "-")) else ""
    behind = plain.removeprefix(sign).lstrip()
    rest = behind.removeprefix(unit)
    stands_alone = rest != behind and not rest[:1].isalpha() and not unit[0].isdigit()
    return sign + rest.lstrip() if stands_alone else plain


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_SPELLINGS).casefold()
    return " ".join(folded.split())


def _from_digits(found: re.Match[str], unit: str) -> Fraction | None:
    sign, digits, rest = found.groups()
    value = read_digits(digits)
    rest = rest.strip()
    if value is None:
        return None
    if unit and rest.startswith(unit):
        rest = rest.removeprefix(unit).strip()
    words = _words(rest)
    if words and words[0] in MAGNITUDES:
        value *= MAGNITUDES[words.pop(0)]
    if any(letter.isdigit() for letter in rest) or _more_number(words):
        return None
    return -value if sign == "-" else value


def _from_words(plain: str) -> Fraction | None:
    words = _words(plain)
    negative = bool(words) and words[0] in _MINUS_WORDS
    if negative:
        words = words[1:]
    read = read_number_words(words)
    if read is None:
        return None
    value, count = read
    rest = words[count:]
    if _more_number(rest) or any(letter.isdigit() for letter in plain):
        return None
    return Fraction(-value if negative else value)


def _more_number(words: list[str]) -> bool:
    """Tell whether words behind a number belong to it in a way that is not read: "3 k", "two dozen"."""
    return bool(NUMBER_WORDS.intersection(words)) or (bool(words) and words[0] in _UNREAD)


def _words(plain: str) -> list[str]:
    words = (word.strip(".,;:!?()\"'“”") for word in plain.replace("-", " ").split())
    return [_PLURALS.get(word, word) for word in words]
