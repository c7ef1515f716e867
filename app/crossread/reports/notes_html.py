"""Highlights and notes as one HTML file that needs nothing else, for reading and for printing."""

from collections.abc import Iterator, Sequence
from html import escape

from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row
from crossread.reports.html_page import READING, html_page
from crossread.reports.notes_document import Document, Item, Quoted, document

_STYLE = (
    READING
    + """\
h2 { margin-top: 2.5rem; border-bottom: 1px solid; padding-bottom: .25rem; }
article { margin: 1.5rem 0; break-inside: avoid; }
blockquote { margin: 0 0 .75rem; padding-inline-start: 1rem; border-inline-start: 3px solid; }
blockquote p { margin: 0 0 .25rem; white-space: pre-line; }
footer, .about { font-size: .9rem; }
.note { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 .5rem; }
.about { margin: 0; }
"""
)


def notes_html(pack: Pack, rows: Sequence[Row]) -> str:
    """Return the learner's own of the rows as an HTML document; nothing in it is fetched or run."""
    made = document(pack, rows)
    return html_page(made.title, made.language, _STYLE, _body(made))


def _body(made: Document) -> Iterator[str]:
    for section in made.sections:
        yield f'<section><h2 dir="auto">{escape(section.title)}</h2>'
        for item in section.items:
            yield from _item(item)
        yield "</section>"
    if made.sources:
        yield f"<section><h2>{escape(made.sources_title)}</h2><ul>"
        for source in made.sources:
            yield f'<li dir="auto">{escape(source)}</li>'
        yield "</ul></section>"
    yield f'<p class="about" dir="auto">{escape(made.pack)}</p>'


def _item(item: Item) -> Iterator[str]:
    yield "<article>"
    for quoted in item.passages:
        yield _passage(quoted)
    if item.text:
        yield f'<p class="note" dir="auto">{escape(item.text)}</p>'
    for line in item.about:
        yield f'<p class="about" dir="auto">{escape(line)}</p>'
    yield "</article>"


def _passage(quoted: Quoted) -> str:
    words = (
        f'<p lang="{escape(quoted.language)}" dir="auto">{escape(quoted.words)}</p>' if quoted.words else ""
    )
    return f'<blockquote>{words}<footer dir="auto">— {escape(" · ".join(quoted.about))}</footer></blockquote>'
