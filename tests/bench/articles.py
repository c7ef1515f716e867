"""Invented articles, as long as asked: with figures, dates, names, quotations and borrowed sentences."""

from collections.abc import Iterator, Mapping
from random import Random

from crossread.texts.text import Block, Text

_NAMES = ("Orla Venn", "Tam Brask", "Harbour Board", "Lower Arden", "Dyke Council", "Sunderwick", "E. Lorne")
_SAYS = ("said", "wrote", "claimed", "denied", "told us", "reportedly", "admitted")
_COUNTED = ("houses", "sheep", "millers", "boats", "families", "children", "wounded", "letters")
_LOST = ("were lost", "were killed", "drowned", "were counted", "fled", "were found")
_HEDGES = ("", "at least ", "about ", "up to ", "more than ", "some ", "nearly ")
_DATES = ("on 12 March 1907", "in spring 1907", "in March", "in 1906", "on 14 March")
_PARAGRAPH = 5  # sentences
_BORROWED = 120  # of so many sentences one stands in several articles


def articles(count: int, words: int) -> Mapping[str, Text]:
    """Write so many articles of about so many words each; the same every time."""
    draw = Random(5)
    vocabulary = [_word(draw) for _ in range(4_000)]
    common = [_plain(draw, vocabulary) for _ in range(count * words // 600)]
    return {f"s{number}": _article(Random(number), vocabulary, common, words) for number in range(count)}


def _article(draw: Random, vocabulary: list[str], common: list[str], words: int) -> Text:
    blocks: list[Block] = []
    written = 0
    sentences = _sentences(draw, vocabulary, common)
    while written < words:
        told = " ".join(next(sentences) for _ in range(_PARAGRAPH))
        blocks.append(Block("paragraph", told))
        written += len(told.split())
    return Text(tuple(blocks))


def _sentences(draw: Random, vocabulary: list[str], common: list[str]) -> Iterator[str]:
    while True:
        which = draw.random()
        if which < 1 / _BORROWED:
            yield draw.choice(common)
        elif which < 1 / 4:
            figure = f"{draw.choice(_HEDGES)}{draw.randrange(2, 900)} {draw.choice(_COUNTED)}"
            where = " ".join(draw.choices(vocabulary, k=3))
            told = f"{figure} {draw.choice(_LOST)} in {where} {draw.choice(_DATES)}"
            yield f"{draw.choice(_NAMES).capitalize()} {draw.choice(_SAYS)} that {told}."
        elif which < 1 / 3:
            who = f"{draw.choice(_NAMES)} of {draw.choice(_NAMES)}"
            yield f"“{_plain(draw, vocabulary)}” {draw.choice(_SAYS)} {who}."
        else:
            yield _plain(draw, vocabulary)


def _plain(draw: Random, vocabulary: list[str]) -> str:
    # Few words are frequent and most are rare, as in any text.
    chosen = [vocabulary[int(len(vocabulary) * draw.random() ** 3)] for _ in range(draw.randint(8, 26))]
    return " ".join(chosen).capitalize() + "."


def _word(draw: Random) -> str:
    parts = [draw.choice("bdfglmnprstvw") + draw.choice("aeiou") for _ in range(draw.randint(1, 4))]
    return "".join(parts) + draw.choice(("", "n", "s", "r", "d"))
