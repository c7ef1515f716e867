"""Saved web pages into blocks: the article, without the menus around it."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple, Self

from crossread.base.errors import N_, Expected
from crossread.texts.readers.caps import DEPTH, refuse_long_paragraphs, refuse_long_text
from crossread.texts.readers.page_tags import Tag, tags_and_words
from crossread.texts.readers.plain_notes import with_notes
from crossread.texts.readers.plain_reader import PlainText, decode, is_web_page, without_controls
from crossread.texts.text import Block, BlockKind, Text

PAGE_BYTES = 8_000_000  # of the file; what is shown of it has the caps of any text

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,40})", re.IGNORECASE)
_HEAD = 4_096  # bytes in which a page has to say how it is encoded
_SPACE = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_PARTS: dict[str, BlockKind] = {"li": "item", "blockquote": "quote", "dt": "term", "dd": "definition"}
# What begins and ends a block; all else is within one.
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "body",
        "caption",
        "details",
        "dialog",
        "div",
        "dl",
        "fieldset",
        "figcaption",
    }
    | {
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
    }
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
    | set(_HEADINGS)
    | set(_PARTS)
)
# What is beside the article, in it too.
_BESIDE = frozenset(
    {
        "aside",
        "audio",
        "button",
        "canvas",
        "dialog",
        "footer",
        "form",
        "head",
        "menu",
        "nav",
        "noscript",
        "object",
    }
    | {"select", "svg", "template", "video"}
)
_DEEPEST = 64  # tags open within each other; what is deeper counts as not open
_FEWEST_WORDS = 8  # of a paragraph that tells
_MOSTLY_LINKS = 0.5  # of a block's characters; more, and it is a menu
_ARTICLE = 0.6  # of all words that tell, how many the part has that is taken for the article


class _Open(NamedTuple):
    """A tag that is open: its number, and what a block directly within it is."""

    name: str
    number: int
    kind: BlockKind
    level: int
    items: int
    quotes: int

    def inner(self, name: str, number: int) -> "_Open":
        """Return a tag within this one."""
        kind, level = self.kind, self.level
        items, quotes = self.items + (name == "li"), self.quotes + (name == "blockquote")
        if name in _HEADINGS:
            kind, level = "heading", _HEADINGS[name]
        elif name in _PARTS and kind != "heading":
            kind = _PARTS[name]
            level = {"item": items, "quote": quotes}.get(kind, 0)
        return _Open(name, number, kind, min(level, DEPTH), items, quotes)


@dataclass(frozen=True, slots=True)
class _Found:
    """A block of a page, the number of the tag that it stands in, and how many characters of it are links."""

    block: Block
    within: int
    linked: int

    @property
    def is_menu(self) -> bool:
        """Tell whether it is links for the most part."""
        return self.linked > _MOSTLY_LINKS * len(self.block.text)

    @property
    def tells(self) -> int:
        """How many words it has if it tells something, else 0."""
        count = len(self.block.text.split())
        return count if count >= _FEWEST_WORDS and not self.is_menu else 0


def read_page(data: bytes, encoding: str | None = None) -> PlainText:
    """Read a saved web page: the headings, paragraphs, items and quotations of its article.

    What holds most of the running words is taken for the article; menus, forms, scripts and what is beside
    it are left out. `encoding` is what the reader chose; else the byte order mark, what the page says, UTF-8
    or the best guess tells it. Raises Expected as `read_plain` does, and "page-too-long" for over 8 MB.
    """
    if len(data) > PAGE_BYTES:
        raise Expected(
            "page-too-long",
            N_("This web page is too long (over 8 MB). Copy the article alone into a text file."),
        )
    words, used = decode(data, encoding or _said(data))
    blocks = _article(_Reading(skip=True).read(words)) or _article(_Reading(skip=False).read(words))
    if not any(character.isalnum() for block in blocks for character in block.text):
        raise Expected("text-empty", N_("There are no words in this file. Choose the file with the text."))
    refuse_long_text(len("\n".join(block.text for block in blocks).encode(errors="replace")))
    for number, block in enumerate(blocks, 1):
        refuse_long_paragraphs([block.text], number)
    return PlainText(Text(with_notes(blocks)), used)


def looks_like_page(data: bytes, name: str) -> bool:
    """Tell whether a file is a web page, by what it begins with or by the ending of its name."""
    return is_web_page(data) or name.lower().endswith((".html", ".htm", ".xhtml"))


def _said(data: bytes) -> str | None:
    """Return the encoding that a page says it has, if it can be read in it."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    found = _CHARSET.search(data[:_HEAD])
    if not found:
        return None
    name = found[1].decode("ascii")
    try:
        data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return name


class _Reading:
    """A page while it is read; with `skip`, without what stands beside an article."""

    def __init__(self, *, skip: bool) -> None:
        self.found: list[_Found] = []
        self.parents = [0]  # of each tag, by number; the page itself is its own
        self._skip = skip
        self._open = [_Open("", 0, "paragraph", 0, 0, 0)]
        self._names = Counter[str]()
        self._pieces: list[str] = []
        self._linked = self._links = self._depth = 0
        self._skipping = ""

    def read(self, page: str) -> Self:
        """Read a page."""
        for piece in tags_and_words(page):
            if isinstance(piece, Tag):
                self._tag(piece)
            elif not self._skipping:
                self._pieces.append(piece)
                self._linked += len(piece) if self._links else 0
        self._end_block()
        return self

    def _tag(self, tag: Tag) -> None:
        if self._skipping:
            if tag.name == self._skipping:
                self._depth += -1 if tag.closes else 1
                self._skipping = self._skipping if self._depth else ""
        elif self._skip and not tag.closes and tag.name in _BESIDE:
            self._end_block()
            self._skipping, self._depth = tag.name, 1
        elif tag.name == "br":
            self._pieces.append("\n")
        elif tag.name == "a":
            self._links = max(0, self._links + (-1 if tag.closes else 1))
        elif tag.name in _BLOCKS:
            self._end_block()
            self._links = 0
            if tag.closes:
                self._close(tag.name)
            elif tag.name != "hr":
                self._go_in(tag.name)

    def _go_in(self, name: str) -> None:
        if name in {"p", "li"} and self._open[-1].name == name:
            self._close(name)  # it is often left to the next one to close it
        if len(self._open) < _DEEPEST:
            self.parents.append(self._open[-1].number)
            self._open.append(self._open[-1].inner(name, len(self.parents) - 1))
            self._names[name] += 1

    def _close(self, name: str) -> None:
        """Close a tag, and with it what was not closed within it."""
        while self._names[name]:
            closed = self._open.pop()
            self._names[closed.name] -= 1
            if closed.name == name:
                return

    def _end_block(self) -> None:
        words, linked = "".join(self._pieces), self._linked
        self._linked = 0
        if not self._pieces:
            return
        self._pieces.clear()
        around = self._open[-1]
        for part in _BLANK_LINE.split(words):
            shown = _SPACE.sub(" ", without_controls(part)).strip()
            if shown:
                marker = "•" if around.kind == "item" else ""
                block = Block(around.kind, shown, around.level, marker)
                self.found.append(_Found(block, around.number, min(linked, len(shown))))


def _article(read: _Reading) -> list[Block]:
    """Return the blocks of the innermost part that has most of what tells, and the page's first heading."""
    words = [0] * len(read.parents)
    for block in read.found:
        words[block.within] += block.tells
    for number in range(len(words) - 1, 0, -1):
        words[read.parents[number]] += words[number]
    told = words[0]
    innermost = max((number for number, count in enumerate(words) if count >= _ARTICLE * told > 0), default=0)
    is_inside = [number == innermost for number in range(len(words))]
    for number in range(innermost + 1, len(words)):
        is_inside[number] = is_inside[read.parents[number]]
    inside = [
        block
        for block in read.found
        if (is_inside[block.within] or not innermost) and not (told and block.is_menu)
    ]
    title = next((one for one in read.found if one.block.kind == "heading" and one.block.level == 1), None)
    if title and title not in inside:
        inside.insert(0, title)
    return [found.block for found in inside]
