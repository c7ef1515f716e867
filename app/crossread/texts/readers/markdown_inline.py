"""Words and their styles within one block of Markdown's element tree."""

import re
from collections.abc import Iterable
from html import unescape
from re import Match
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from crossread.texts.readers.caps import REFUSED
from crossread.texts.text import Span, Style

_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_SPACE = re.compile("[ \t\n]+")
NOTE_MARK = "note-mark"  # the tag of a mark, and its name for the list of notes
_STYLES: dict[str, Style] = {"strong": "strong", "em": "emphasis", "code": "code", "a": "link"}
# https with a host, or mailto with an address; no spaces, quotes or angle brackets anywhere.
_LINK = re.compile(
    r"(?:https://[^\s/?#<>\"'\\]+[^\s<>\"\\]*|mailto:[^\s<>\"\\@]+@[^\s<>\"\\@]+)", re.IGNORECASE
)
_LONGEST_LINK = 2_000
_CHARACTER = re.compile("\x02(\\d{1,7})\x03")
_PLACEHOLDER = re.compile("\x02([^\x02\x03]*)\x03|[\x02\x03]")


class Entities(InlineProcessor):
    """Reads &amp; and its like as the characters they stand for, unless no text may have them."""

    def __init__(self) -> None:
        super().__init__(_ENTITY)

    def handleMatch(  # type: ignore[override]  # noqa: N802  (the library's own)
        self,
        m: Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        """Return the character and where the entity stood."""
        return entity(m), m.start(), m.end()


def entity(found: Match[str]) -> str:
    """Return what an entity stands for; the entity itself where that is nothing a text may have."""
    character = unescape(found.group())
    return found.group() if not character or REFUSED.search(character) else character


def plain(words: str) -> str:
    """Put back characters that the parser has set aside, and drop any other placeholder of its own."""
    if "\x02" not in words and "\x03" not in words:
        return words
    words = _CHARACTER.sub(lambda found: chr(min(int(found.group(1)), 0x10FFFF)), words)
    return _PLACEHOLDER.sub(lambda found: "&" if found.group(1) == "amp" else "", words)


class GatheredWords:
    """Gathers the words of one block: spaces run together, styles by where they start and end."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last = " "
        self._spans: list[Span] = []

    def add(self, words: str | None) -> None:
        """Add words as the parser has them."""
        if words:
            self._append(_SPACE.sub(" ", plain(words)))

    def add_element(self, element: Element) -> None:
        """Add an element that stands within a line, and what is in it; not what follows it."""
        if element.tag == "br":
            self._break_line()
        elif element.tag == "img":
            self._picture(element)
        elif element.tag == NOTE_MARK:
            self._styled("note", element.get("name", ""), [element.text], ())
        elif element.tag == "code":
            with_entities = plain(element.text or "")
            self._styled("code", "", [unescape(with_entities)], ())
        else:
            style, target = _STYLES.get(element.tag), ""
            if style == "link":
                target = link_target(element.get("href", ""))
                style = style if target else None
            self._styled(style, target, [element.text], element)

    def finish(self) -> tuple[str, tuple[Span, ...]]:
        """Return the words without space at the end, and the styles in the order of where they start."""
        text = "".join(self._pieces).rstrip(" \n")
        spans = (Span(s.start, min(s.end, len(text)), s.style, s.target) for s in self._spans)
        return text, tuple(sorted((s for s in spans if s.start < s.end), key=lambda s: (s.start, -s.end)))

    def _styled(
        self, style: Style | None, target: str, words: Iterable[str | None], children: Iterable[Element]
    ) -> None:
        start = self._length
        for piece in words:
            self.add(piece)
        for child in children:
            self.add_element(child)
            self.add(child.tail)
        if style and start < self._length:
            self._spans.append(Span(start, self._length, style, target))

    def _picture(self, element: Element) -> None:
        """Put a picture's description in brackets in its place."""
        start = self._length
        if element.get("alt"):
            self.add(f"[{element.get('alt')}]")
        if start < self._length:
            address = re.sub(_ENTITY, entity, plain(element.get("src", "")))
            self._spans.append(Span(start, self._length, "picture", address[:_LONGEST_LINK]))

    def _append(self, words: str) -> None:
        if self._last in " \n":
            words = words.removeprefix(" ")
        if words:
            self._pieces.append(words)
            self._length += len(words)
            self._last = words[-1]

    def _break_line(self) -> None:
        if self._last == " " and self._pieces:
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1
        if self._length:
            self._append("\n")


def link_target(address: str) -> str:
    """Return a link's address if it is https or mailto and nothing in it is odd; empty if not."""
    address = re.sub(_ENTITY, entity, plain(address)).strip()
    fits = len(address) <= _LONGEST_LINK and _LINK.fullmatch(address) and not REFUSED.search(address)
    return address if fits else ""
