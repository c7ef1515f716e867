"""The contents of one text: its headings, and its paragraphs by number where it has none."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.base.translation import _
from crossread.texts.passages.paragraphs import paragraph_numbers
from crossread.texts.text import Text

WORDS = 9  # of a paragraph, by which it is known again
DEEPEST = 4  # levels of headings that stand in further and further


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: where it leads in the text, its words, and how far it stands in, from 0.

    `number` is the paragraph's, as it stands beside the text; "" for a heading.
    """

    start: int
    words: str
    level: int = 0
    number: str = ""


def entries(text: Text) -> list[Entry]:
    """List what there is to go to: headings, or where there are none, every paragraph by its number."""
    blocks = list(zip(text.starts, text.blocks, strict=True))
    headings = [
        Entry(start, " ".join(block.text.split()), block.level)
        for start, block in blocks
        if block.kind == "heading"
    ]
    if headings:
        top = min(entry.level for entry in headings)
        found = [Entry(one.start, one.words, min(DEEPEST, one.level - top)) for one in headings]
        return found if found[0].start == 0 else [Entry(0, _("Beginning")), *found]
    found = [
        Entry(start, _first_words(block.text), number=number)
        for (start, block), number in zip(blocks, paragraph_numbers(text), strict=True)
        if number
    ]
    return found or [Entry(0, _("Beginning"))]


def _first_words(words: str) -> str:
    some = words.split()
    first = " ".join(some[:WORDS])
    return f"{first.rstrip('.,;:')}…" if len(some) > WORDS else first


def entry_at(found: Sequence[Entry], position: int) -> int:
    """Return the number of the line that a position belongs to, from 0."""
    before = [number for number, entry in enumerate(found) if entry.start <= position]
    return before[-1] if before else 0
