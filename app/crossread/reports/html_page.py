"""What an HTML file of a report begins and ends with: it needs nothing else, and runs nothing."""

from collections.abc import Iterable, Iterator
from html import escape

# The look of pages that are read.
READING = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Charis, "Charis SIL", Georgia, serif; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.25; font-weight: 600; }
@page { margin: 2cm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } h2 { break-after: avoid; } }
"""


def html_page(title: str, language: str, style: str, body: Iterable[str]) -> str:
    """Return an HTML document with a heading; `style` is its CSS, `body` the lines below the heading."""
    return "\n".join(html_lines(title, language, style, body)) + "\n"


def html_lines(title: str, language: str, style: str, body: Iterable[str]) -> Iterator[str]:
    """Give the same line by line, for a body of any length."""
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield f'<h1 dir="auto">{escape(title)}</h1>'
    yield from body
    yield "</body>"
    yield "</html>"
