"""Numbers as texts write them: in digits and in words, vague ones, fractions and ranges of two."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from crossread.texts.figures.tokens import Tokens
from crossread.texts.written.number_digits import read_digits
from crossread.texts.written.number_words import MAGNITUDES, NUMBER_WORDS, read_number_words

How = Literal["digits", "number-words", "vague-words", "range"]

LONGEST = 14  # tokens of one number in words
_MAGNITUDES: Mapping[str, int] = MAGNITUDES | {"billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9}  # only glued to digits
_VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2 * 10**6,
    "billions": 2 * 10**9,
}
_TENS_OF = {"tens": 10, "dozens": 12, "hundreds": 100}
_FEW = frozenset(("few", "several", "many"))
_FRACTIONS: Mapping[str, Fraction | int] = {
    "½": 2,
    "¼": 4,
    "¾": Fraction(4, 3),
    "⅓": 3,
    "⅔": Fraction(3, 2),
    "⅛": 8,
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_PARTS |= {"ninth": 9, "tenth": 10, "hundredth": 100}
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 100))
_DASHES = frozenset("-–—−‑")
_PLAIN = str.maketrans(
    {"\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u066c": ",", "\u066b": ".", "’": "'"}
)
_STARTS = (
    NUMBER_WORDS | frozenset(_VAGUE) | frozenset(("a", "an", "half", "tens", "between", "from", "dozen"))
)
STARTS = _STARTS | _FEW
SIZES = frozenset((*_MAGNITUDES, *_PARTS, "dozen"))  # "a" before them is a number
_GLUED_BEFORE = frozenset(("mid", "late", "early", "pre", "post"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a range in the tokens from `place` up to `past`; `high` is None where it is open."""

    low: Fraction
    high: Fraction | None
    place: int
    past: int
    how: How
    share: bool = False
    scaled: bool = False  # a word such as "million" stands with it


def number_at(tokens: Tokens, place: int) -> Number | None:
    """Read the number or range that begins at a token; None where none does."""
    low = tokens.low[place]
    if low in ("between", "from"):
        return _between(tokens, place)
    single = _single(tokens, place)
    return _ranged(tokens, single) if single else None


def _between(tokens: Tokens, place: int) -> Number | None:
    """Read "between 500 and 1,000", "from 1.8 to 4.6"."""
    joins = "and" if tokens.low[place] == "between" else "to"
    first = _single(tokens, _past_sign(tokens, place + 1))
    if not first or tokens.at(first.past) != joins:
        return None
    second = _single(tokens, _past_sign(tokens, first.past + 1))
    return _joined(first, second) if second else None


def _past_sign(tokens: Tokens, place: int) -> int:
    return place + 1 if tokens.at(place) in ("$", "€", "£") else place


def _ranged(tokens: Tokens, first: Number) -> Number | None:
    joins = tokens.at(first.past)
    if joins in _DASHES:
        second = _single(tokens, _past_sign(tokens, first.past + 1), behind_dash=True)
        if not second:
            return first
        joined = _joined(first, second)
        if joined or not (tokens.touches(first.past) and tokens.touches(first.past + 1)):
            return joined or first
        return None  # a score, or numbers of a thing: 3-2
    if joins in ("to", "or"):
        second = _single(tokens, _past_sign(tokens, first.past + 1))
        small = second and (joins == "to" or second.low <= 3 * first.low)
        if second and small and not second.share and second.how != "vague-words":
            return _joined(first, second) or first
    return first


def _joined(first: Number, second: Number) -> Number | None:
    low, high = first.low, second.low
    if second.scaled and not first.scaled and low < 1000:
        # "90 and 120 million": the word at the end counts for both.
        scale = next(
            (Fraction(size) for size in sorted(_MAGNITUDES.values(), reverse=True) if high >= size),
            Fraction(1),
        )
        if low * scale <= high:
            low *= scale
    if low >= high or second.high is None:
        return None
    return Number(low, high, first.place, second.past, "range", first.share and second.share, second.scaled)


def _single(tokens: Tokens, place: int, *, behind_dash: bool = False) -> Number | None:
    if not 0 <= place < len(tokens):
        return None
    sort = tokens.sort[place]
    if sort == "number":
        return _from_digits(tokens, place, behind_dash=behind_dash)
    return _from_words(tokens, place) if sort == "word" and tokens.low[place] in STARTS else None


def _from_digits(tokens: Tokens, place: int, *, behind_dash: bool) -> Number | None:
    if not behind_dash and _is_glued(tokens, place):
        return None
    value = read_digits(tokens.raw[place].translate(_PLAIN))
    if value is None:
        return None
    past = place + 1
    if tokens.at(past) in _FRACTIONS and tokens.touches(past):
        value, past = value + Fraction(1) / _FRACTIONS[tokens.at(past)], past + 1
    elif tokens.at(past) == "/" and tokens.touches(past) and tokens.touches(past + 1):
        return _fraction(tokens, place, value)
    word = tokens.at(past)
    if (
        value == 1
        and word == "in"
        and tokens.sort[past + 1 : past + 2] == ["number"]
        and tokens.is_word(past + 2)
    ):
        below = read_digits(tokens.raw[past + 1].translate(_PLAIN))
        if below is not None and below > 1:  # 1 in 5 children
            return Number(1 / below, 1 / below, place, past + 2, "digits", share=True)
    if word in _MAGNITUDES:
        return Number(
            value * _MAGNITUDES[word], value * _MAGNITUDES[word], place, past + 1, "digits", scaled=True
        )
    if tokens.touches(past) and tokens.is_word(past):
        if word not in _SHORT or tokens.raw[past].isupper() == (word == "m"):
            return Number(value, value, place, past, "digits") if tokens.raw[past] in _UNITS_GLUED else None
        return Number(value * _SHORT[word], value * _SHORT[word], place, past + 1, "digits", scaled=True)
    return Number(value, value, place, past, "digits")


# Behind digits without a space between: units, and no other letters ("5G", "4x4").
_UNITS_GLUED = frozenset(
    ("m", "km", "cm", "mm", "kg", "g", "l", "ha", "MW", "am", "pm", "a.m.", "p.m.", "t", "mph")
)


def _fraction(tokens: Tokens, place: int, value: Fraction) -> Number | None:
    below = (
        read_digits(tokens.at(place + 2).translate(_PLAIN)) if tokens.sort[place + 2] == "number" else None
    )
    if below is None or not 0 < value < below or below not in _DENOMINATORS:
        return None
    return Number(value / below, value / below, place, place + 3, "digits", share=True)


def _is_glued(tokens: Tokens, place: int) -> bool:
    """Tell whether digits belong to a word or a sentence's end before them: C118, T-72, "killed.12"."""
    start, text = tokens.start[place], tokens.text
    before = text[start - 1] if start else " "
    further = text[start - 2] if start > 1 else " "
    if before.isalnum() or before == "_":
        return True
    if before in _DASHES and further.isdigit():
        return True
    if before in _DASHES and (further.isalpha() or further == "_"):
        return tokens.at(place - 2) not in _GLUED_BEFORE
    if before == "/" and further.isalnum():
        return True
    return before in '.,;:!?”"’)]*' and (further.isalpha() or further in '”"’.)') and before != "("


def _from_words(tokens: Tokens, place: int) -> Number | None:
    word, after = tokens.low[place], tokens.at(place + 1)
    vague = _vague(tokens, place)
    if vague:
        return vague
    if word == "half" and after in ("a", "an") and (size := _size(tokens.at(place + 2))):
        return Number(Fraction(size, 2), Fraction(size, 2), place, place + 3, "number-words", scaled=True)
    if word in ("a", "an"):
        return _with_article(tokens, place)
    if word == "half":
        whole = after in ("of", "the", "a", "an", "its", "their")
        return (
            Number(Fraction(1, 2), Fraction(1, 2), place, place + 1, "number-words", share=True)
            if whole
            else None
        )
    if word == "dozen" or word in _MAGNITUDES:
        return None
    return _counted_out(tokens, place)


def _size(word: str) -> int:
    return 12 if word == "dozen" else _MAGNITUDES.get(word, 0)


def _with_article(tokens: Tokens, place: int) -> Number | None:
    """Read "a hundred and six", "a dozen", "a third of", but no other "a"."""
    after = tokens.at(place + 1)
    if after in MAGNITUDES and tokens.at(place + 2) != "of":
        return _counted_out(tokens, place)
    if _size(after):
        return Number(
            Fraction(_size(after)), Fraction(_size(after)), place, place + 2, "number-words", scaled=True
        )
    if after in ("third", "quarter", "fifth", "tenth", "half") and tokens.at(place + 2) == "of":
        value = Fraction(1, _PARTS[after])
        return Number(value, value, place, place + 2, "number-words", share=True)
    return None


def _vague(tokens: Tokens, place: int) -> Number | None:
    word, after = tokens.low[place], tokens.at(place + 1)
    if word in _TENS_OF and after == "of" and tokens.at(place + 2) in _VAGUE:
        least = Fraction(_TENS_OF[word] * _VAGUE[tokens.at(place + 2)])
        return Number(least, None, place, place + 3, "vague-words")
    if word in _VAGUE:
        return Number(Fraction(_VAGUE[word]), None, place, place + 1, "vague-words")
    if word in _FEW:
        few = 2 * _size(after) or _VAGUE.get(after, 0)
        return Number(Fraction(few), None, place, place + 2, "vague-words") if few else None
    return None


def _counted_out(tokens: Tokens, place: int) -> Number | None:
    """Read a number written out, with what follows: a half, a dozen, billions, a part ("two thirds")."""
    words: list[str] = []
    places: list[int] = []
    at = place
    while at < min(len(tokens), place + LONGEST):
        word = tokens.low[at]
        if word in NUMBER_WORDS or (word == "and" and words) or (at == place and word == "a"):
            words.append(word)
            places.append(at)
        elif not (word in _DASHES and tokens.touches(at) and tokens.touches(at + 1) and words):
            break
        at += 1
    read = read_number_words(words)
    if read is None:
        return None
    whole, count = read
    value, past = Fraction(whole), places[count - 1] + 1
    scaled = words[count - 1] in MAGNITUDES
    if tokens.low[past : past + 3] == ["and", "a", "half"]:
        value, past = value + Fraction(1, 2), past + 3
    if size := _size(tokens.at(past)):
        value, past, scaled = value * size, past + 1, True
    number = Number(value, value, place, past, "number-words", scaled=scaled)
    return _as_part(tokens, number) or number


def _as_part(tokens: Tokens, number: Number) -> Number | None:
    """Read "one fifth", "two-thirds", "one in eight", "two out of three" as shares."""
    past = number.past
    at = past + 1 if tokens.at(past) in _DASHES and tokens.touches(past) else past
    part = tokens.at(at)
    if part.removesuffix("s") in _PARTS and (number.low == 1) != part.endswith("s") and number.low <= 100:
        value = number.low / _PARTS[part.removesuffix("s")]
        return Number(value, value, number.place, at + 1, "number-words", share=True)
    skip = 1 if part == "in" else 2 if tokens.low[past : past + 2] == ["out", "of"] else 0
    if not skip:
        return None
    below = _from_words(tokens, past + skip) if tokens.at(past + skip) in NUMBER_WORDS else None
    if not below or below.share or below.low <= number.low or below.high is None:
        return None
    return replace(
        below, low=number.low / below.low, high=number.low / below.low, place=number.place, share=True
    )
