"""A conclusion as a short paper in Markdown."""

from collections.abc import Iterator, Sequence

from crossread.packs.pack import Pack
from crossread.reports.paper_document import Cited, Paper, PaperParts, Paragraphs, paper
from crossread.reports.plain_markdown import paragraphs, plain_line


def paper_markdown(pack: Pack, parts: PaperParts) -> str:
    """Return a paper as Markdown; what the learner typed shows as they typed it."""
    return "\n\n".join(_blocks(paper(pack, parts))) + "\n"


def _blocks(made: Paper) -> Iterator[str]:
    yield f"# {plain_line(made.title)}"
    if made.question:
        yield f"*{plain_line(made.question)}*"
    if made.byline:
        yield plain_line(made.byline)
    yield from paragraphs(made.conclusion)
    if made.reasons:
        yield f"## {plain_line(made.reasons_title)}"
        yield "\n\n".join(_reason(number, reason) for number, reason in enumerate(made.reasons, 1))
    for one in made.more:
        yield f"## {plain_line(one.heading)}"
        written = _with_cites(one)
        yield (
            "\n>\n".join(f"> {_indented(block, '> ')}" for block in written)
            if one.quoted
            else "\n\n".join(written)
        )
    if made.cited:
        yield f"## {plain_line(made.cited_title)}"
        yield "\n\n".join(_cited(one) for one in made.cited)
    if made.references:
        yield f"## {plain_line(made.references_title)}"
        for lines in made.references:
            yield f"- {_joined(lines, '  ')}"
    yield f"*{plain_line(made.pack)}*"


def _reason(number: int, reason: Paragraphs) -> str:
    return _item(number, _with_cites(reason))


def _with_cites(one: Paragraphs) -> list[str]:
    """Write a text with the numbers of its passages at its end."""
    blocks = list(paragraphs(one.text))
    cites = " ".join(f"\\[{number}\\]" for number in one.cites)
    if cites and blocks:
        blocks[-1] = f"{blocks[-1]} {cites}"
    elif cites:
        blocks.append(cites)
    return blocks


def _cited(one: Cited) -> str:
    return _item(one.number, [plain_line(line) for line in (one.words, one.about) if line])


def _item(number: int, blocks: Sequence[str]) -> str:
    """Write an item of a numbered list; what belongs to it stands below its first words."""
    start = f"{number}. "
    inside = " " * max(4, len(start))
    return start + f"\n\n{inside}".join(_indented(block, inside) for block in blocks)


def _indented(block: str, by: str) -> str:
    return block.replace("\n", f"\n{by}")


def _joined(lines: Sequence[str], by: str) -> str:
    return f"  \n{by}".join(plain_line(line) for line in lines)
