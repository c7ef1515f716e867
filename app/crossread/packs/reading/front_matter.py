"""Files of two parts: keys between two lines of three hyphens, and a text in Markdown below them."""

from typing import NamedTuple

_LINE = "---"


class FrontMatter(NamedTuple):
    """The two parts of a file, each with the number of its first line, from 1."""

    keys: str
    keys_line: int
    body: str
    body_line: int


def part_front_matter(text: str) -> FrontMatter | None:
    """Part a file at its lines of three hyphens; None where it does not begin with one, or has no second."""
    lines = text.split("\n")
    end = next((at for at in range(1, len(lines)) if lines[at].rstrip() == _LINE), 0)
    if lines[0].rstrip() != _LINE or not end:
        return None
    return FrontMatter("\n".join(lines[1:end]), 2, "\n".join(lines[end + 1 :]), end + 2)
