"""Covering parts of a text: the same text, as long as before, without the words that are covered."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crossread.texts.text import Block, Range, Span, Text

# What stands where nothing else does: it takes no room, no line breaks at it, a caret passes over it.
BLANK = "\u200c"
# The same for a character beyond U+FFFF, which a window counts as two: a blank that is never seen.
WIDE_BLANK = "\U000e0020"

_FREE = re.compile("[^\n\U00010000-\U0010ffff]+")
_WIDE = re.compile("[\U00010000-\U0010ffff]")


def merged(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Return ranges in order, those that touch or overlap made one; empty ones are left out."""
    found: list[Range] = []
    for one in sorted(ranges):
        if one.start >= one.end:
            continue
        if found and one.start <= found[-1].end:
            found[-1] = Range(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def touches(where: Range, ranges: Sequence[Range]) -> bool:
    """Tell whether a range shares a character with any of these, or lies, empty, within one."""
    if where.start >= where.end:
        return any(one.start <= where.start < one.end for one in ranges)
    return any(one.start < where.end and where.start < one.end for one in ranges)


def cover(text: Text, ranges: Sequence[Range], sentences: Sequence[str]) -> Text:
    """Cover ranges of a text: every position stays what it was, in code points and in UTF-16 units.

    In each paragraph the covered part shows the first of `sentences` that fits into a stretch of it (none
    of their characters may lie beyond U+FFFF); the rest of it takes no room. Its line breaks stay, its
    styles, links and note marks go.
    """
    covered = merged(ranges)
    if not covered:
        return text
    blocks = []
    for block, start in zip(text.blocks, text.starts, strict=True):
        ours = [
            Range(max(0, one.start - start), min(len(block.text), one.end - start))
            for one in covered
            if one.start < start + len(block.text) and one.end > start
        ]
        blocks.append(_cover_block(block, ours, sentences) if ours else block)
    return Text(tuple(blocks))


def _cover_block(block: Block, ranges: Sequence[Range], sentences: Sequence[str]) -> Block:
    words = list(block.text)
    for where in ranges:
        words[where.start : where.end] = _instead(block.text[where.start : where.end], sentences)
    spans = [piece for span in block.spans for piece in _beside(span, ranges)]
    return replace(block, text="".join(words), spans=tuple(spans))


def _instead(words: str, sentences: Sequence[str]) -> str:
    """Return what stands instead of words, sign for sign."""
    blank = _FREE.sub(lambda run: BLANK * len(run.group()), words)
    blank = _WIDE.sub(WIDE_BLANK, blank)
    runs = [run.span() for run in _FREE.finditer(words)]
    for sentence in sentences:
        at = next((start for start, end in runs if end - start >= len(sentence)), None)
        if at is not None:
            return blank[:at] + sentence + blank[at + len(sentence) :]
    return blank


def _beside(span: Span, ranges: Sequence[Range]) -> list[Span]:
    """Return what is left of a span outside of ranges, which are in order and do not overlap."""
    left, at = [], span.start
    for where in ranges:
        if where.start >= span.end:
            break
        if at < where.start:
            left.append(replace(span, start=at, end=where.start))
        at = max(at, where.end)
    if at < span.end:
        left.append(replace(span, start=at))
    return left


def words_beside(text: Text, where: Range, ranges: Sequence[Range], instead: str) -> str:
    """Return the words of a range, with `instead` once for each covered part of it."""
    pieces, at = [], where.start
    for one in merged(ranges):
        if one.end <= where.start or one.start >= where.end:
            continue
        pieces += [text.shown[at : max(at, one.start)], instead]
        at = one.end
    return "".join(pieces) + text.shown[at : max(at, where.end)]
