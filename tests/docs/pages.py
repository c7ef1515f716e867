"""The pages for those who write packs, taken apart: examples, and tables below their headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "pack-format"

_FENCE = re.compile(r"```(\w*)$")
_CAPTION = re.compile(r"\*\*`([^`]+)`\*\*$")
_HEADING = re.compile(r"#+ (.+)$")


@dataclass(frozen=True)
class Example:
    """A block of code: its language, and the name of the file that stands above it, "" where none does."""

    language: str
    file: str
    text: str


@dataclass(frozen=True)
class Table:
    """A table: the last heading above it, its column heads, and its rows, cell by cell."""

    heading: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Page:
    """One page."""

    name: str
    examples: Sequence[Example]
    tables: Sequence[Table]

    def files(self) -> Mapping[str, str]:
        """Return the examples that have a file's name, by it."""
        return {example.file: example.text for example in self.examples if example.file}


@cache
def pages() -> Mapping[str, Page]:
    """Return all pages by name, such as "choice.md"."""
    return {path.name: read_page(path) for path in sorted(FOLDER.glob("*.md"))}


def read_page(path: Path) -> Page:
    """Take one page apart."""
    lines = iter(path.read_text("utf-8").split("\n"))
    examples: list[Example] = []
    rows: list[list[list[str]]] = []
    headings: list[str] = []
    heading = caption = ""
    in_table = False
    for line in lines:
        if fence := _FENCE.match(line):
            inside = []
            while (inner := next(lines)) != "```":
                inside.append(inner)
            examples.append(Example(fence[1], caption, "\n".join([*inside, ""])))
            caption = ""
        elif found := _CAPTION.match(line):
            caption = found[1]
        elif found := _HEADING.match(line):
            heading = found[1]
        elif line.startswith("|"):
            if not in_table:
                rows.append([])
                headings.append(heading)
            rows[-1].append([cell.strip() for cell in line.strip("|").split("|")])
        in_table = line.startswith("|")
    tables = [
        Table(above, table[0], table[2:])  # the second line only rules
        for above, table in zip(headings, rows, strict=True)
    ]
    return Page(path.name, examples, tables)
