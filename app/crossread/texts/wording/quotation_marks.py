"""What stands in quotation marks, whatever marks a text uses, and what is set as a quotation."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from crossread.texts.passages.covering import merged
from crossread.texts.text import Block, Range, Text

_CLOSES = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", '"': '"', "'": "'", "»": "«"}
_MARK = re.compile("[“”„«»‹›‘’\"']")
_STRAIGHT = "\"'"
_SINGLE = "’'"  # a closing mark that is an apostrophe elsewhere
_ALSO_APOSTROPHES = frozenset("'‘")


def quotations(text: Text) -> tuple[Range, ...]:
    """Return what a text has in quotation marks, without them, in order; worked out once for each text.

    A quotation within another is part of it. A block set as a quotation is one. A mark that nothing closes
    within its block opens nothing; but where the next block begins with one again, as in long quotations,
    all of the block from the mark on is quoted.
    """
    known: tuple[Range, ...] | None = text.known.get("quotations")
    if known is None:
        known = text.known["quotations"] = merged(list(_found(text)))
    return known


def is_quoted(text: Text, where: Range) -> bool:
    """Tell whether at least half of a range stands in quotation."""
    found = quotations(text)
    first = max(0, bisect_right(found, Range(where.start, where.start)) - 1)
    within = 0
    for one in found[first:]:
        if one.start >= where.end:
            break
        within += max(0, min(one.end, where.end) - max(one.start, where.start))
    return 2 * within >= where.end - where.start > 0


def _found(text: Text) -> Iterator[Range]:
    following: Sequence[Block | None] = [*text.blocks[1:], None]
    for block, start, after in zip(text.blocks, text.starts, following, strict=False):
        if block.kind == "quote":
            yield Range(start, start + len(block.text))
            continue
        goes_on = after.text[:1] if after is not None else ""
        for begin, end in _in_block(block.text, goes_on):
            yield Range(start + begin, start + end)


def _in_block(words: str, goes_on: str) -> Iterator[tuple[int, int]]:
    """Yield what is quoted in a block; `goes_on` is the first character of the next one."""
    marks = [(found.start(), found.group()) for found in _MARK.finditer(words)]
    last_closing = {sign: at for at, sign in marks if _may_close(words, at, sign)}
    opened, mark = -1, ""
    for at, sign in marks:
        if opened >= 0:
            if sign in _CLOSES[mark] and _may_close(words, at, sign):
                yield opened, at
                opened = -1
        elif sign in _CLOSES and _may_open(words, at, sign):
            is_closed = any(last_closing.get(closing, -1) > at for closing in _CLOSES[sign])
            if is_closed or (goes_on == sign and sign not in _ALSO_APOSTROPHES):
                opened, mark = at + 1, sign
    if opened >= 0:
        yield opened, len(words)


def _may_open(words: str, at: int, sign: str) -> bool:
    """Tell whether a mark stands before a word; what looks alike on both sides is asked on both."""
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    return sign not in _STRAIGHT + "‘»" or not before or not before.isalnum()


def _may_close(words: str, at: int, sign: str) -> bool:
    before, after = words[at - 1 : at], words[at + 1 : at + 2]
    return sign not in _STRAIGHT + _SINGLE or (not before.isspace() and not after.isalnum())
