"""Texts that are as long as texts get, invented, with marks all over them."""

from functools import cache

from crossread.desktop.widgets.layers.marks import MarkRole, ReadingMark
from crossread.texts.text import Block, Range, Span, Text

ROLES: tuple[MarkRole, ...] = ("hl-evidence", "hl-question", "hl-doubt", "hl-loaded", "note")
_SENTENCES = (
    "The water rose in the night and nobody came until two.",
    "A second letter, of which a copy went to the county, named the crack and the day.",
    "It was read aloud in March, as two who were there recall, and denied by the third.",
    "What the engineer had drawn was never asked for again.",
    "The paper has it that the bridge fell at noon; the diary says before three.",
)
_A_PARAGRAPH = 6  # sentences
_A_SECTION = 12  # paragraphs
_WORDS = tuple(len(sentence.split()) for sentence in _SENTENCES)


@cache
def long_text(words: int) -> Text:
    """Write a text of about so many words: sections, paragraphs with some emphasis, quotes and items."""
    blocks: list[Block] = []
    written = number = 0
    while written < words:
        sentences = [_SENTENCES[(number + each) % len(_SENTENCES)] for each in range(_A_PARAGRAPH)]
        if len(blocks) % _A_SECTION == 0:
            blocks.append(Block("heading", f"Section {len(blocks) // _A_SECTION + 1}", 2))
        kind = ("paragraph", "paragraph", "paragraph", "quote", "item")[number % 5]
        told = " ".join(sentences)
        blocks.append(
            Block(
                kind,  # type: ignore[arg-type]
                told,
                1 if kind in ("quote", "item") else 0,
                "•" if kind == "item" else "",
                (Span(4, 9, "emphasis"),),
            )
        )
        written += len(told.split())
        number += 1
    return Text(tuple(blocks))


def marks_all_over(text: Text, count: int) -> list[ReadingMark]:
    """Mark so many passages of some words, evenly over a text, in all the ways there are."""
    length = len(text.shown)
    step = length // count
    return [
        ReadingMark(Range(at, min(length, at + 30 + 40 * (number % 3))), ROLES[number % len(ROLES)])
        for number, at in enumerate(range(0, step * count, step))
    ]
