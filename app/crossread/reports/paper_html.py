"""A conclusion as one HTML file that needs nothing else: a short paper to read and to print."""

from collections.abc import Iterator, Sequence
from html import escape

from crossread.packs.pack import Pack
from crossread.reports.html_page import READING, html_page
from crossread.reports.paper_document import Cited, Paper, PaperParts, Paragraphs, paper

_STYLE = (
    READING
    + """\
h1 { margin-bottom: .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
.question { font-style: italic; margin: 0 0 .25rem; }
.byline, .from, .about { font-size: .9rem; }
.byline { margin: 0 0 2rem; }
.said { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 .5rem; }
.then { padding-inline-start: 1rem; border-inline-start: 3px solid; }
li { margin: 0 0 .75rem; break-inside: avoid; overflow-wrap: anywhere; }
li p { margin: 0; white-space: pre-line; }
.cite { font-size: .8em; vertical-align: super; line-height: 0; }
.references { list-style: none; padding: 0; }
.about { margin-top: 2rem; }
@media print { a { color: inherit; text-decoration: none; } }
"""
)


def paper_html(pack: Pack, parts: PaperParts) -> str:
    """Return a paper as an HTML document; nothing in it is fetched or run."""
    made = paper(pack, parts)
    return html_page(made.title, made.language, _STYLE, _body(made))


def _body(made: Paper) -> Iterator[str]:
    if made.question:
        yield f'<p class="question" dir="auto">{escape(made.question)}</p>'
    yield f'<p class="byline" dir="auto">{escape(made.byline)}</p>'
    if made.conclusion.strip():
        yield _said(made.conclusion)
    if made.reasons:
        yield f'<h2 dir="auto">{escape(made.reasons_title)}</h2>'
        yield "<ol>"
        for reason in made.reasons:
            yield f"<li>{_said(reason.text, reason.cites)}</li>"
        yield "</ol>"
    for one in made.more:
        yield from _paragraphs(one)
    yield from _cited(made.cited_title, made.cited)
    if made.references:
        yield f'<h2 dir="auto">{escape(made.references_title)}</h2>'
        yield '<ul class="references">'
        for lines in made.references:
            told = "".join(f'<p dir="auto">{escape(line)}</p>' for line in lines)
            yield f"<li>{told}</li>"
        yield "</ul>"
    yield f'<p class="about" dir="auto">{escape(made.pack)}</p>'


def _paragraphs(one: Paragraphs) -> Iterator[str]:
    yield f'<h2 dir="auto">{escape(one.heading)}</h2>'
    yield _said(one.text, one.cites, "said then" if one.quoted else "said")


def _said(text: str, cites: Sequence[int] = (), look: str = "said") -> str:
    links = "".join(f'<a class="cite" href="#passage-{number}">[{number}]</a>' for number in cites)
    return f'<p class="{look}" dir="auto">{escape(text)}{" " if text and links else ""}{links}</p>'


def _cited(title: str, cited: Sequence[Cited]) -> Iterator[str]:
    if not cited:
        return
    yield f'<h2 dir="auto">{escape(title)}</h2>'
    yield "<ol>"
    for one in cited:
        words = f'<p lang="{escape(one.language)}" dir="auto">{escape(one.words)}</p>' if one.words else ""
        about = f'<p class="from" dir="auto">{escape(one.about)}</p>'
        yield f'<li id="passage-{one.number}" value="{one.number}">{words}{about}</li>'
    yield "</ol>"
