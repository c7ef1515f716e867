"""Highlights and notes as Markdown."""

import re
from collections.abc import Iterator, Sequence

from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row
from crossread.reports.notes_document import Document, Item, document

# What means something anywhere, what means something at the start of a line, and what begins an entity.
_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>|~$])")
_AT_START = re.compile(r"^([#+\-=:]|\d{1,9}(?=[.)]))")
_ENTITY = re.compile(r"&(?=#?\w)")


def notes_markdown(pack: Pack, rows: Sequence[Row]) -> str:
    """Return the learner's own of the rows as Markdown; what they typed shows as they typed it."""
    return "\n\n".join(_blocks(document(pack, rows))) + "\n"


def _blocks(made: Document) -> Iterator[str]:
    yield f"# {_line(made.title)}"
    for section in made.sections:
        yield f"## {_line(section.title)}"
        for number, item in enumerate(section.items):
            if number:
                yield "* * *"
            yield from _item(item)
    if made.sources:
        yield f"## {_line(made.sources_title)}"
        yield "\n".join(f"- {_line(source)}" for source in made.sources)
    yield f"*{_line(made.pack)}*"


def _item(item: Item) -> Iterator[str]:
    for quoted in item.passages:
        lines = [*_lines(quoted.words), f"— {' · '.join(map(_line, quoted.about))}"]
        yield "\n>\n".join(f"> {line}" for line in lines if line)
    yield from _paragraphs(item.text)
    for line in item.about:
        yield f"*{_line(line)}*"


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", text):
        lines = _lines(paragraph)
        if lines:
            yield "  \n".join(lines)  # two spaces: the line ends here


def _lines(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := _line(one))]


def _line(text: str) -> str:
    """Write one line so that it shows as it is, whatever signs it has."""
    plain = " ".join(text.split())
    return _AT_START.sub(_escaped_start, _ENTITY.sub("&amp;", _ANYWHERE.sub(r"\\\1", plain)))


def _escaped_start(found: re.Match[str]) -> str:
    sign = found.group()
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"
