"""English number words, from "zero" to the hundreds of thousands."""

from collections.abc import Sequence

# fmt: off
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on

SMALL = {word: value for value, word in enumerate(_ONES)}
TENS = {word: 10 * value for value, word in enumerate(_TENS, 2)}
MAGNITUDES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
NUMBER_WORDS = frozenset((*SMALL, *TENS, *MAGNITUDES))


def read_number_words(words: Sequence[str]) -> tuple[int, int] | None:
    """Read the number that a row of small-letter words begins with: its value and how many words it takes.

    None where the row begins with no number, or with words that make none ("one two").
    """
    rest = list(words)
    if len(rest) > 1 and rest[0] == "a" and rest[1] in MAGNITUDES:
        rest[0] = "one"
    thousands, at = _below_thousand(rest, 0)
    if at == 0:
        return None
    value = thousands
    if at < len(rest) and rest[at] in ("thousand", "million"):
        value *= MAGNITUDES[rest[at]]
        at += 1
        after = at + 1 if at < len(rest) and rest[at] == "and" else at
        hundreds, end = _below_thousand(rest, after)
        if end > after:
            value, at = value + hundreds, end
    return None if at < len(rest) and rest[at] in NUMBER_WORDS else (value, at)


def _below_thousand(words: Sequence[str], start: int) -> tuple[int, int]:
    """Read up to 999 from `start`: the value and where it ends, which is `start` where there is none."""
    value, at = _below_hundred(words, start)
    if at == start or at >= len(words) or words[at] != "hundred":
        return value, at
    value *= 100
    at += 1
    after = at + 1 if at < len(words) and words[at] == "and" else at
    rest, end = _below_hundred(words, after)
    return (value + rest, end) if end > after else (value, at)


def _below_hundred(words: Sequence[str], start: int) -> tuple[int, int]:
    if start >= len(words):
        return 0, start
    first = words[start]
    if first in SMALL:
        return SMALL[first], start + 1
    if first not in TENS:
        return 0, start
    second = words[start + 1] if start + 1 < len(words) else ""
    if 1 <= SMALL.get(second, 0) <= 9:
        return TENS[first] + SMALL[second], start + 2
    return TENS[first], start + 1
