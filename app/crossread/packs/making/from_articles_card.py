"""What an article says of itself: its title, author, outlet, date and language, as far as the file tells."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from html.parser import HTMLParser
from pathlib import PurePath

from crossread.packs.reading.front_matter import part_front_matter
from crossread.packs.sources.edtf import is_date
from crossread.texts.readers.caps import REFUSED
from crossread.texts.text import Text
from crossread.texts.written.calendar_words import MONTHS

LONGEST = 200  # characters of a title, an author or an outlet
_LONGEST_TITLE = 140  # characters of a first line that is taken for the title
_LONGEST_LINE = 90  # characters of a line that names the author or the date
_HEAD = 8  # blocks in which these stand
_PAGE = 60_000  # characters of a page, in which its head stands

_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_BY = re.compile(r"(?:by|von|par|por|author|autor)(?::\s*|\s+)(?=\w)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://|@|/")

# The names under which pages and the keys of Markdown files say each thing, the surest first.
_SAID: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "citation_title", "dc.title", "title"),
    "author": ("author", "article:author", "citation_author", "dc.creator", "byl", "parsely-author"),
    "outlet": (
        "og:site_name",
        "citation_journal_title",
        "dc.publisher",
        "publisher",
        "outlet",
        "publication",
    ),
    "published": (
        *("article:published_time", "datepublished", "citation_publication_date", "dc.date", "date"),
        *("published", "pubdate"),
    ),
    "language": ("language", "lang", "dc.language", "content-language"),
}


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What is known of an article; "" for what is not. `published` is EDTF, `language` a BCP 47 tag."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""


def card_of(name: str, words: str, text: Text) -> ArticleCard:
    """Return what a file tells of its article; the title is its name where nothing better is there.

    `name` is the file's, `words` all that stands in it, `text` what was read of it.
    """
    if name.lower().endswith((".md", ".markdown")):
        card = _card(_keys(words))
    elif _is_page(words):
        card = _card(_said(words))
    else:
        card = ArticleCard()
    told = _told(text)
    stem = one_line(PurePath(name).stem.replace("_", " "))
    return ArticleCard(
        title=card.title or told.title or stem,
        author=card.author or told.author,
        outlet=card.outlet,
        published=card.published or told.published,
        language=card.language,
    )


def in_lines(card: ArticleCard) -> ArticleCard:
    """Return a card with each of its values in one line that it can hold."""
    return ArticleCard(*(one_line(getattr(card, part.name)) for part in fields(card)))


def one_line(words: str) -> str:
    """Return words in one line that a card can hold, shortened at a space where they are too many."""
    line = " ".join(REFUSED.sub(" ", words).split())
    if len(line) <= LONGEST:
        return line
    cut = line[: LONGEST - 1]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip()}…"


def date_of(words: str) -> str:
    """Return the first date in a line, in EDTF; "" where there is none."""
    words = words.strip()
    if is_date(words):
        return words
    if found := _DAY.search(words):
        return found[0] if is_date(found[0]) else ""
    for pattern, day, month in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        for found in pattern.finditer(words):
            number = MONTHS.get(found[month].lower(), 0)
            date = f"{found[3]}-{number:02d}-{int(found[day]):02d}"
            if number and is_date(date):
                return date
    return ""


def _is_page(words: str) -> bool:
    head = words[:2_000].lower()
    return "<html" in head or "<!doctype html" in head or "<head" in head or "<body" in head


def _card(said: Mapping[str, str]) -> ArticleCard:
    found = {
        key: next((one_line(said[name]) for name in names if said.get(name, "").strip()), "")
        for key, names in _SAID.items()
    }
    language = _LANGUAGE.match(found["language"].replace("_", "-"))
    outlet, title = found["outlet"], found["title"]
    for between in (" | ", " - ", " – ", " — "):  # pages put their own name behind the title
        if outlet and title.casefold().endswith(between + outlet.casefold()):
            title = title[: -len(between + outlet)].rstrip()
    return ArticleCard(
        title=title,
        author="" if _ADDRESS.search(found["author"]) else found["author"],
        outlet=outlet,
        published=date_of(found["published"]),
        language=language[0] if language else "",
    )


def _keys(words: str) -> dict[str, str]:
    """Return the keys before a Markdown text, each on a line of its own, in small letters."""
    parts = part_front_matter(words.removeprefix("\ufeff").replace("\r\n", "\n"))
    found: dict[str, str] = {}
    for line in parts.keys.split("\n")[:100] if parts else ():
        key, colon, value = line.partition(":")
        if colon and key.strip() == key:
            found.setdefault(key.lower(), value.strip().strip("\"'"))
    return found


def _said(words: str) -> dict[str, str]:
    head = _Head()
    with suppress(
        AssertionError
    ):  # raised at `<![WORD[` for words that no page should have: the rest is left
        head.feed(words[:_PAGE])
    return head.said


class _Head(HTMLParser):
    """Gathers what a page says of itself in its head, and the first time that it names."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what a tag says."""
        given = {key: value or "" for key, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            name = name or given.get("http-equiv", "")
            self.said.setdefault(name.lower(), given.get("content", ""))
        elif tag == "html" and given.get("lang"):
            self.said.setdefault("lang", given["lang"])
        elif tag == "time" and given.get("datetime"):
            self.said.setdefault("pubdate", given["datetime"])
        self._in_title = tag == "title"

    def handle_endtag(self, tag: str) -> None:
        """Note that the title has ended."""
        self._in_title = self._in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        """Take the title."""
        if self._in_title:
            self.said.setdefault("title", data)


def _told(text: Text) -> ArticleCard:
    """Return what the first lines of a text tell: a title without a full stop, a byline, a date."""
    card = ArticleCard()
    heading = next((block.text for block in text.blocks if block.kind == "heading" and block.level == 1), "")
    first = text.blocks[0].text.split("\n")[0] if text.blocks else ""
    if heading:
        card = replace(card, title=one_line(heading))
    elif len(first) <= _LONGEST_TITLE and not first.rstrip().endswith((".", ":", ",", ";")):
        card = replace(card, title=one_line(first))
    for block in text.blocks[:_HEAD]:
        if len(block.text) > _LONGEST_LINE:
            break
        by = _BY.match(block.text)
        if by and not card.author:
            card = replace(card, author=_name_in(block.text[by.end() :]))
        card = replace(card, published=card.published or date_of(block.text))
    return card


def _name_in(line: str) -> str:
    """Return the name that a byline begins with: up to a comma, a date or a sign between."""
    name = re.split(r"[,|·•–—(\n]|\s-\s|\s(?=\d)", line, maxsplit=1)[0].strip(" .")
    return one_line(name) if 0 < len(name.split()) <= 6 else ""
