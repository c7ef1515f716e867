"""Runs of capitalised words: where a text may name a person, a place or a body."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crossread.texts.text import Block, Text
from crossread.texts.wording.word_lists import WordLists

_WORD = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDS_SENTENCE = re.compile(r"[.!?:;…]|^$|[\n]")
_OPENS = re.compile(r"[“„«\"‘(\[–—•·]\s*$")
_LONGEST_HEADING = 25  # words
_ENDINGS = frozenset(".!?;:,…")
_SPACES = frozenset({" ", "\u00a0"})
# Written with a point that ends no sentence.
_SHORTENED = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "rev", "capt", "col", "maj", "gen", "lt", "sgt", "st", "vs"}
)
_SHORT = 3  # letters
# Of the longer words in a heading, how many are capitalised where all are (0 to 1).
_MOSTLY = 0.7


@dataclass(slots=True)
class Token:
    """A word as it stands in a text: code points from `start` up to `end`, without an ending of possession.

    `before` is what stands between it and the word before in its block. `is_first` tells whether a capital
    means nothing here: at the start of a sentence, or `in_title`, where nearly all words have one. `low` is
    the word in small letters.
    """

    words: str
    low: str
    is_capital: bool
    start: int
    end: int
    before: str
    is_first: bool
    in_title: bool = False

    @property
    def is_initial(self) -> bool:
        """Tell whether it is one capital letter, as of a first name."""
        return len(self.words) == 1 and self.words.isupper() and self.words != "I"

    @property
    def is_acronym(self) -> bool:
        """Tell whether it is two to six letters, all capitals."""
        letters = self.words.replace("-", "")
        return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


@dataclass(slots=True)
class Run:
    """Words that may be a name: tokens from number `first` up to `past` of a text's tokens."""

    first: int
    past: int
    tokens: Sequence[Token] = field(repr=False)

    @property
    def own(self) -> Sequence[Token]:
        """The tokens of the run."""
        return self.tokens[self.first : self.past]

    @property
    def before(self) -> Token | None:
        """The word before it in the same block, None at the start of one."""
        return self.tokens[self.first - 1] if self.first and self.tokens[self.first].before else None

    @property
    def after(self) -> Token | None:
        """The word after it in the same block, None at the end of one."""
        return (
            self.tokens[self.past] if self.past < len(self.tokens) and self.tokens[self.past].before else None
        )


def tokens_of(text: Text) -> list[Token]:
    """Return the words of a text in order, each with what stood before it."""
    return [
        token for block, start in zip(text.blocks, text.starts, strict=True) for token in _of(block, start)
    ]


def _of(block: Block, start: int) -> list[Token]:
    tokens: list[Token] = []
    at = 0
    for found in _WORD.finditer(block.text):
        first, words = found.start(), found.group()
        if not words.isalnum():
            words = _name_part(_POSSESSIVE.sub("", words) or words)
        before = block.text[at:first]
        is_first = not tokens or (before not in _SPACES and _begins(before, tokens[-1]))
        at = first + len(words)
        is_capital = words[0].isupper()
        tokens.append(Token(words, words.lower(), is_capital, start + first, start + at, before, is_first))
    if tokens:
        tokens[0].before = ""
    if _all_capital(block, tokens):
        for token in tokens:
            token.is_first = token.in_title = True
    return tokens


def _name_part(words: str) -> str:
    """Return what is a name in a word with hyphens: Armenian of Armenian-held."""
    first, hyphen, rest = words.partition("-")
    return first if hyphen and rest[:1].islower() and len(first) > _SHORT and first[0].isupper() else words


def _begins(between: str, last: Token) -> bool:
    if _OPENS.search(between):
        return True
    if not _ENDS_SENTENCE.search(between):
        return False
    return not (between.startswith(".") and (last.is_initial or last.low in _SHORTENED))


def _all_capital(block: Block, tokens: Sequence[Token]) -> bool:
    """Tell whether a block is set like a heading, with nearly every word capitalised."""
    is_sentence = block.text.rstrip("”\"’')")[-1:] in _ENDINGS or len(tokens) > _LONGEST_HEADING
    if block.kind != "heading" and is_sentence:
        return False
    long = [token.is_capital for token in tokens if len(token.words) > _SHORT]
    return len(long) > 1 and sum(long) >= _MOSTLY * len(long)


def capitalised_runs(tokens: Sequence[Token], lists: WordLists) -> Iterator[Run]:
    """Yield the runs of capitalised words that may be names, as long as they can be.

    Months, days and the like part them. Small words such as "of" and "van" join what stands around them
    where names are built so.
    """
    number = 0
    while number < len(tokens):
        if not _may_be(tokens[number], lists):
            number += 1
            continue
        past = number + 1
        while past < len(tokens):
            reach = _joined(tokens, number, past, lists)
            if not reach:
                break
            past = reach
        yield Run(number, past, tokens)
        number = past


def _may_be(token: Token, lists: WordLists) -> bool:
    return token.is_capital and token.low not in lists.calendar and not token.words[0].isdigit()


def _joined(tokens: Sequence[Token], first: int, past: int, lists: WordLists) -> int:
    """Return where a run reaches if the next word, or the one after small words, belongs to it; else 0."""
    following = tokens[past]
    if not _touches(tokens[past - 1], following):
        return 0
    if _may_be(following, lists):
        return past + 1
    if following.low not in lists.inner or following.is_capital:
        return 0
    beyond = past + 1
    if following.low == "of":
        if {t.low for t in tokens[first:past]}.isdisjoint(lists.bodies | lists.places):
            return 0
        beyond += beyond < len(tokens) and tokens[beyond].low == "the"
    elif beyond < len(tokens) and tokens[beyond].low in lists.inner:
        beyond += 1  # van der
    is_name = beyond < len(tokens) and _may_be(tokens[beyond], lists)
    return beyond + 1 if is_name and all(t.before in _SPACES for t in tokens[past : beyond + 1]) else 0


def _touches(last: Token, following: Token) -> bool:
    if following.before in _SPACES:
        return True
    return following.before in {".", ". ", ".\u00a0"} and (last.is_initial or last.low in _SHORTENED)
