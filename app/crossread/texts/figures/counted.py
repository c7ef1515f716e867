"""What a number counts: the noun behind it, or the one before it that it is said of."""

from dataclasses import dataclass

from crossread.texts.figures.figure_lists import figure_lists, stem_of
from crossread.texts.figures.nouns import is_plural, phrase_behind
from crossread.texts.figures.tokens import Tokens

_OF_WHAT_BEFORE = ("them", "these", "those", "whom", "which", "us", "you")
_BEFORE_NOUNS = frozenset(
    ("the", "its", "his", "her", "their", "our", "all", "those", "these", "a", "an", "your", "my")
)
_BEING = frozenset(("are", "were", "is", "was"))
_POINTING = frozenset(("this", "that", "earlier", "previous", "former", "such"))
# Nouns for a number itself; what it is the number of stands behind "of", or was said before.
# Nouns that are measured rather than counted: they may stand before their number.
_LOOKS_BACK = 16  # tokens


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase that a number counts: its words, its head and the tokens it covers (-1 for none)."""

    words: str = ""
    head: int = -1
    begins: int = -1
    past: int = -1

    @property
    def is_found(self) -> bool:
        """Tell whether there is any."""
        return self.head >= 0


NOTHING = Counted()


def counted_behind(tokens: Tokens, past: int, *, one: bool, money: bool = False) -> Counted:
    """Find what stands behind a number as the thing it counts; `one` where the number is 1, or of `money`."""
    at = past
    if tokens.at(at) == "of":
        if tokens.at(at + 1) in _OF_WHAT_BEFORE:
            at += 2
            if tokens.at(at) in _BEING:
                at += 1
            return _phrase(tokens, at, one=False)
        at += 1
        while tokens.at(at) in _BEFORE_NOUNS:
            at += 1
        of = _phrase(tokens, at, one=one)
        said = _said_to_be(tokens, of.past) if of.is_found else NOTHING
        return said if said.is_found else of
    if money and tokens.at(at) == "in" and tokens.is_word(at + 1):
        return _phrase(tokens, at + 1, one=True)  # 250 million pesos in aid
    if tokens.at(at) in _BEING:
        return _said_to_be(tokens, at)
    return _phrase(tokens, at, one=one)


def _said_to_be(tokens: Tokens, place: int) -> Counted:
    """Find the noun in "14 of the dead were children"."""
    return _phrase(tokens, place + 1, one=False) if tokens.at(place) in _BEING else NOTHING


def _phrase(tokens: Tokens, place: int, *, one: bool) -> Counted:
    words = phrase_behind(tokens, place)
    head = _head(tokens, words, one=one)
    return _described(tokens, words, head) if head >= 0 else NOTHING


def _head(tokens: Tokens, words: list[int], *, one: bool) -> int:
    plurals = [at for at in words if is_plural(tokens.low[at])]
    if plurals and not (one and plurals[0] != words[0]):
        head = plurals[0]
        while head + 1 in plurals:  # police officers
            head += 1
        return head
    if not one or not words:
        return -1
    nouns = list(words)
    while len(nouns) > 1 and (
        tokens.low[nouns[-1]].endswith(("ed", "ing", "ly")) or tokens.low[nouns[-1]] in _VERBS
    ):
        nouns.pop()
    return nouns[-1]


_VERBS = frozenset(
    (
        "died",
        "said",
        "went",
        "came",
        "saw",
        "took",
        "fell",
        "began",
        "ran",
        "left",
        "stood",
        "got",
        "made",
        "gave",
        "lost",
        "told",
        "spoke",
    )
)


def _described(tokens: Tokens, words: list[int], head: int) -> Counted:
    """Add the one or two words that say what kind of thing it is, and a second noun joined by "and"."""
    passing = figure_lists().words["passing"]
    before = [
        at
        for at in words
        if at < head and tokens.low[at] not in passing and not tokens.low[at].endswith("ly")
    ]
    said = [_word(tokens, at) for at in before[-2:]] + [_word(tokens, head)]
    past = head + 1
    if tokens.at(past) == "and" and tokens.is_word(past + 1) and is_plural(tokens.at(past + 1)):
        said += ["and", tokens.low[past + 1]]
        past += 2
    return Counted(" ".join(said), head, words[0], past)


def _word(tokens: Tokens, place: int) -> str:
    """Return a word in small letters, but a name as it is written."""
    return (
        tokens.raw[place] if tokens.is_capital(place) and place != tokens.first[place] else tokens.low[place]
    )


def counted_before(
    tokens: Tokens, place: int, bound: int, *, measured_only: bool = False
) -> tuple[Counted, bool]:
    """Find what a number is said of before it: "the death toll stands at 49"; not before the token `bound`.

    `measured_only` leaves out things that are counted one by one. The second tells that the words point back
    to what was said earlier: "this number", "an earlier figure".
    """
    things = figure_lists().things
    first = max(tokens.first[place], bound, place - _LOOKS_BACK)
    points_back = False
    for at in range(place - 1, first - 1, -1):
        word = tokens.low[at]
        if tokens.sort[at] != "word":
            if word in (";", "(") and at < place - 1:
                break
            continue
        if word in figure_lists().words["numbers"]:
            of = counted_behind(tokens, at + 1, one=False) if tokens.at(at + 1) == "of" else NOTHING
            if of.is_found and of.past <= place:
                return of, False
            if tokens.at(at - 1) in _POINTING:
                return NOTHING, True
            points_back = points_back or tokens.at(at + 1) != "of" or at + 2 >= place
            continue
        counts = not measured_only and stem_of(word) in things and (is_plural(word) or word == "dead")
        if word in figure_lists().words["measured"] or counts:
            begins = at
            while begins - 1 >= first and tokens.is_word(begins - 1) and _describes(tokens.low[begins - 1]):
                begins -= 1
            words = [*range(max(begins, at - 1), at), at]
            return Counted(" ".join(tokens.low[one] for one in words), at, begins, at + 1), False
    return NOTHING, points_back


def _describes(word: str) -> bool:
    words = figure_lists().words
    return word not in words["stops"] and word not in words["passing"] and not word.endswith(("ed", "ly"))


def label_before(tokens: Tokens, place: int) -> Counted:
    """Find the label of a number at the start of a line: "Deaths 161+", "Votes cast: 4,561,873"."""
    at = place - 1
    if tokens.at(at) == ":":
        at -= 1
    words: list[int] = []
    stops = figure_lists().words["stops"]
    while (
        at >= tokens.first[place]
        and tokens.is_word(at)
        and tokens.low[at] not in stops
        and len(words) < _LOOKS_BACK
    ):
        words.append(at)
        at -= 1
    whole = at < tokens.first[place] and not any(tokens.low[one].endswith("ed") for one in words[:1])
    if not whole or not 1 <= len(words) <= 4 or not tokens.is_capital(words[-1]):
        return NOTHING
    words.reverse()
    plural = [one for one in words if is_plural(tokens.low[one])]
    head = plural[-1] if plural else words[-1]
    return Counted(" ".join(tokens.low[one] for one in words), head, words[0], words[-1] + 1)
