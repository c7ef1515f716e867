"""An article's words as Markdown that reads back as the same words, whatever signs stand in them."""

import re
from collections.abc import Iterator

from crossread.texts.readers.caps import REFUSED
from crossread.texts.text import Block, Text

_SPACE = re.compile("[ \t]+")
_MARKUP = re.compile(r"[\\`*_\[]|#(?=#*$)")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_ANGLE = re.compile(r"<(?=\S)")
_BEGINS = re.compile(r"[-+>](?=\s|$|[-+>])|>|-{2,}|=+\s*$|[:~|=#]")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")


def markdown_of(text: Text) -> str:
    """Write a text as Markdown: each line of a block becomes a block of its own.

    Headings, items and quotations stay what they are. Spaces at the ends of lines, several of them together
    and characters that no text needs go; all other words come back as they were (`as_kept`).
    """
    return "\n\n".join(_written(block, line) for block, line in _lines(text)) + "\n"


def as_kept(text: Text) -> str:
    """Return the words as shown that reading `markdown_of` gives back."""
    return "\n".join(line for _block, line in _lines(text))


def _lines(text: Text) -> Iterator[tuple[Block, str]]:
    for block in text.blocks:
        for line in block.text.split("\n"):
            kept = _SPACE.sub(" ", REFUSED.sub("", line)).strip()
            if kept:
                yield block, kept


def _written(block: Block, line: str) -> str:
    words = _escaped(line)
    if block.kind == "heading":
        return f"{'#' * min(max(block.level, 1), 6)} {words}"
    if block.kind == "quote":
        return f"> {words}"
    if block.kind == "item":
        return f"- {words}"
    return words


def _escaped(line: str) -> str:
    """Put a backslash before each sign that would be markup, or write it as an entity."""
    begins = _BEGINS.match(line)
    numbered = _NUMBERED.match(line)
    first = ""
    if begins:
        first, line = f"&#{ord(line[0])};", line[1:]
    elif numbered:
        first, line = f"{numbered[1]}\\{numbered[2]}", line[numbered.end() :]
    line = _MARKUP.sub(lambda sign: f"\\{sign[0]}", line)
    return first + _ANGLE.sub("&lt;", _ENTITY.sub("&amp;", line))
