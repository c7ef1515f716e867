"""Markdown into blocks: what a pack's author writes, with no way for anything but words to get through."""

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from crossread.texts.readers.caps import (
    INDENT,
    deepest,
    refuse_characters,
    refuse_hard_markup,
    refuse_long_paragraphs,
    refuse_long_text,
    refuse_many_lines,
    too_deep,
)
from crossread.texts.readers.fences import unfence
from crossread.texts.text import Text

if TYPE_CHECKING:
    from markdown import Markdown

_DEFINITION = re.compile(r" {0,3}: {1,3}\S")


def read_markdown(source: str, first_line: int = 1) -> Text:
    """Read Markdown as blocks: headings, paragraphs, lists, quotations, code, definitions, tables, notes.

    HTML is shown as it is written; only https and mailto links are links; a picture below `images/`
    that is a paragraph of its own is a block with its caption, any other its description in brackets;
    rows of a table are items with their cells parted by " · "; footnotes are items at the end.

    `first_line` is the number of the source's first line in its file. Raises Expected, with the line, for
    what passes a cap (design, section 7) and for characters that no text needs.
    """
    source = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    refuse_long_text(len(source.encode(errors="replace")))
    lines = source.split("\n")
    refuse_many_lines(len(lines), first_line)
    refuse_characters(lines, first_line)
    lines = [line.expandtabs(INDENT) if line.strip() else "" for line in lines]
    refuse_long_paragraphs(lines, first_line)
    unfenced = unfence(lines)
    refuse_hard_markup(unfenced.outside, first_line)
    unfenced.lines[:] = _definitions_parted(unfenced.lines)
    # Markdown is a large library, and a pack opened from its compiled copy needs none of it.
    from crossread.texts.readers.markdown_blocks import blocks_of

    try:
        return Text(blocks_of(_parser(), unfenced))
    except RecursionError:
        # The tree has no line numbers; the line that is indented most is where it happened.
        raise too_deep(first_line + deepest(unfenced.outside)) from None


def _definitions_parted(lines: list[str]) -> list[str]:
    """Put a blank line before each further term of a definition list; the parser nests them without."""
    parted: list[str] = []
    defined = False
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        is_definition = _DEFINITION.match(line) is not None
        if defined and not is_definition and _DEFINITION.match(following):
            parted.append("")
        parted.append(line)
        defined = bool(line) and (defined or is_definition)
    return parted


def _parser() -> "Markdown":
    """Make a parser that knows no HTML at all."""
    from markdown import Markdown

    from crossread.texts.readers.markdown_inline import Entities
    from crossread.texts.readers.markdown_notes import Notes

    parser = Markdown(extensions=["tables", "def_list", "sane_lists"])
    parser.preprocessors.deregister("html_block")
    for pattern in ("html", "automail", "entity"):
        parser.inlinePatterns.deregister(pattern)
    parser.inlinePatterns.register(Entities(), "entity", 80)
    parser.treeprocessors.deregister("prettify")
    Notes(parser)
    return parser
