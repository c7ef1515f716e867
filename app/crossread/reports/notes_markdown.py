"""Highlights and notes as Markdown."""

from collections.abc import Iterator, Sequence

from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row
from crossread.reports.notes_document import Document, Item, document
from crossread.reports.plain_markdown import paragraphs, plain_line, plain_lines


def notes_markdown(pack: Pack, rows: Sequence[Row]) -> str:
    """Return the learner's own of the rows as Markdown; what they typed shows as they typed it."""
    return "\n\n".join(_blocks(document(pack, rows))) + "\n"


def _blocks(made: Document) -> Iterator[str]:
    yield f"# {plain_line(made.title)}"
    for section in made.sections:
        yield f"## {plain_line(section.title)}"
        for number, item in enumerate(section.items):
            if number:
                yield "* * *"
            yield from _item(item)
    if made.sources:
        yield f"## {plain_line(made.sources_title)}"
        yield "\n".join(f"- {plain_line(source)}" for source in made.sources)
    yield f"*{plain_line(made.pack)}*"


def _item(item: Item) -> Iterator[str]:
    for quoted in item.passages:
        lines = [*plain_lines(quoted.words), f"— {' · '.join(map(plain_line, quoted.about))}"]
        yield "\n>\n".join(f"> {line}" for line in lines if line)
    yield from paragraphs(item.text)
    for line in item.about:
        yield f"*{plain_line(line)}*"
