"""Articles that a user chooses: plain text, Markdown and saved web pages, all through one border."""

from dataclasses import dataclass
from pathlib import Path

from crossread.base.errors import N_, Expected
from crossread.operations.opening.attaching import read_file, shown_name
from crossread.packs.reading.front_matter import part_front_matter
from crossread.texts.readers.page_reader import looks_like_page, read_page
from crossread.texts.readers.plain_reader import PlainText, decode, read_plain
from crossread.texts.text import Text

_MARKDOWN = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was read from a file: the file's name, the words, and the encoding they were read in."""

    name: str
    text: Text
    encoding: str


def read_article(file: Path, encoding: str | None = None) -> Article:
    """Read a file as an article: a web page by what it begins with or its ending, Markdown by its ending.

    Keys before a Markdown text, between two lines of three hyphens, are no part of it. `encoding` is what the
    user chose. Raises Expected as `read_file`, `read_plain`, `read_page` and `read_markdown` do, with the
    name of the file in front.
    """
    name = shown_name(file)
    data = read_file(file)
    try:
        read = _read(data, name, encoding)
    except Expected as error:
        raise Expected(error.code, N_("{name}: {why}"), name=name, why=error.message) from error
    return Article(name, read.text, read.encoding)


def _read(data: bytes, name: str, encoding: str | None) -> PlainText:
    if looks_like_page(data, name):
        return read_page(data, encoding)
    if not name.lower().endswith(_MARKDOWN):
        return read_plain(data, encoding)
    # Only now: Markdown is a large library.
    from crossread.texts.readers.markdown_reader import read_markdown

    words, used = decode(data, encoding)
    words = words.removeprefix("\ufeff").replace("\r\n", "\n")
    parts = part_front_matter(words)
    text = read_markdown(parts.body, parts.body_line) if parts else read_markdown(words)
    if not any(character.isalnum() for character in text.shown):
        raise Expected("text-empty", N_("There are no words in this file. Choose the file with the text."))
    return PlainText(text, used)
