"""Highlights and notes as Markdown."""

import re
from collections.abc import Iterator, Sequence

from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row
from crossread.reports.notes_document import Document, Item, document

# Signs that a backslash makes plain in every Markdown, anywhere and at the start of a line; for those that
# only some know, and for what HTML would take, there is the number of the character.
_BACKSLASH = re.compile(r"([\\`*_{}\[\]])")
_NUMBER = re.compile(r"[&<>|~$]")
_AT_START = re.compile(r"[#+\-]|\d{1,9}(?=[.)])")
_NUMBER_AT_START = re.compile(r"[=:]")


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
    plain = _BACKSLASH.sub(r"\\\1", _NUMBER.sub(_as_number, plain))
    if _NUMBER_AT_START.match(plain):
        return _as_number(plain[0]) + plain[1:]
    found = _AT_START.match(plain)
    if found is None:
        return plain
    at = found.end() if found.group()[0].isdecimal() else 0
    return f"{plain[:at]}\\{plain[at:]}"


def _as_number(sign: re.Match[str] | str) -> str:
    return f"&#{ord(sign if isinstance(sign, str) else sign.group())};"
