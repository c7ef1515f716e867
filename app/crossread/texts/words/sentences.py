"""Sentences: where each one of a text starts and ends."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from crossread.texts.text import Block, Range, Text
from crossread.texts.words.word_places import ranges_touched


def sentences(text: Text) -> tuple[Range, ...]:
    """Return the sentences of a text in order; worked out once for each text.

    No sentence crosses blocks, and every character but space is in exactly one. The rules are those of
    syntok; a preformatted block, and one that the rules stumble over, is one sentence.
    """
    known: tuple[Range, ...] | None = text.known.get("sentences")
    if known is None:
        known = text.known["sentences"] = tuple(
            sentence
            for block, start in zip(text.blocks, text.starts, strict=True)
            for sentence in _parts(block, start)
        )
    return known


def sentences_around(text: Text, where: Range) -> Range:
    """Return the range of the sentences that a range touches, from the first of them to the last.

    Only the blocks that it lies in are parted, each once.
    """
    first = bisect_right(text.starts, where.start) - 1
    last = bisect_right(text.starts, max(where.start, where.end - 1)) - 1
    within = [sentence for number in range(max(0, first), last + 1) for sentence in _of_block(text, number)]
    touched = ranges_touched(within, where)
    return Range(within[touched[0]].start, within[touched[-1]].end) if touched else where


def sentence_before(text: Text, where: Range) -> Range | None:
    """Return the last sentence that ends before a range begins, in the same block; None for none."""
    number = max(0, bisect_right(text.starts, where.start) - 1)
    return next((one for one in reversed(_of_block(text, number)) if one.end <= where.start), None)


def _of_block(text: Text, number: int) -> tuple[Range, ...]:
    key = f"sentences of block {number}"
    known: tuple[Range, ...] | None = text.known.get(key)
    if known is None:
        known = text.known[key] = tuple(_parts(text.blocks[number], text.starts[number]))
    return known


def _parts(block: Block, start: int) -> Iterator[Range]:
    """Cut a block where its sentences begin, and leave out the space around each."""
    begins = [] if block.kind == "preformatted" else _begins(block.text)
    if begins != sorted(set(begins)) or not all(0 < begin < len(block.text) for begin in begins):
        begins = []
    edges = [0, *begins, len(block.text)]
    for begin, end in pairwise(edges):
        part = block.text[begin:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield Range(start + begin + lead, start + begin + len(part.rstrip()))


def _begins(words: str) -> list[int]:
    """Return where each sentence but the first begins; nothing where the rules stumble."""
    from syntok.segmenter import analyze

    try:
        firsts = [sentence[0].offset for paragraph in analyze(words) for sentence in map(list, paragraph)]
    except (IndexError, KeyError, TypeError, ValueError, AttributeError, AssertionError, RecursionError):
        return []  # a stumble costs the division of one block, not the text
    return firsts[1:]
