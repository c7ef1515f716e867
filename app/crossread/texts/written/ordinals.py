"""Ordinals as texts write them: 28th, thirty-second."""

from crossread.texts.figures.tokens import Tokens

# fmt: off
_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_SMALL = {word: value for value, word in enumerate(_ONES, 1)}
_ROUND = {f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)} | {"hundredth": 100}
_BEFORE = {word: 10 * value for value, word in enumerate(_TENS, 2)}
STARTS = frozenset((*_SMALL, *_ROUND, *_BEFORE))


def ordinal_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Read the ordinal that begins at a token: its value and the token after it; None where none does."""
    if place >= len(tokens):
        return None
    word = tokens.low[place]
    if tokens.sort[place] == "ordinal":
        return int(word[:-2]), place + 1
    if word in _SMALL:
        return _SMALL[word], place + 1
    if word in _ROUND:
        return _ROUND[word], place + 1
    if word in _BEFORE:
        after = place + 2 if tokens.at(place + 1) in "-‑–" and tokens.at(place + 1) else place + 1
        ones = _SMALL.get(tokens.at(after), 10)
        return (_BEFORE[word] + ones, after + 1) if ones < 10 else None
    return None
