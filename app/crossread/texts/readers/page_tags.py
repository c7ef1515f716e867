"""The tags and words of a web page, one after the other; the time grows with the page, whatever it holds."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# A tag: its slash, its name, and the rest up to the angle that closes it. Quotation marks hold angles only
# where they follow "=". Possessive, so that nothing is tried twice.
_TAG = re.compile(r"</?+([a-zA-Z][^\s/>]*+)((?:=\s*+(?:\"[^\"]*+\"|'[^']*+')|[^>])*+)>")
# What is in these is no words; each with the tag that closes it.
_UNREAD = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp")
}


class Tag(NamedTuple):
    """A tag of a page: its name in small letters, and whether it closes what was opened."""

    name: str
    closes: bool


def tags_and_words(page: str) -> Iterator[Tag | str]:
    """Yield tags, and between them the words as they are shown; what is in a script or a style is no words.

    Comments, declarations and processing instructions are left out. What is not closed reaches to the end.
    """
    at = 0
    while at < len(page):
        angle = page.find("<", at)
        angle = len(page) if angle < 0 else angle
        if angle > at:
            yield unescape(page[at:angle])
        if angle == len(page):
            return
        if page.startswith("<!--", angle):
            end = page.find("-->", angle + 4)
            at = end + 3 if end >= 0 else len(page)
            continue
        following = page[angle + 1 : angle + 2]
        if following in {"!", "?"}:
            end = page.find(">", angle)
            at = end + 1 if end >= 0 else len(page)
            continue
        if not (following.isalpha() or (following == "/" and page[angle + 2 : angle + 3].isalpha())):
            yield "<"
            at = angle + 1
            continue
        tag = _TAG.match(page, angle)
        if tag is None:
            return  # it is not closed: browsers show nothing of it either
        name = tag[1].lower()
        closes = following == "/"
        yield Tag(name, closes)
        at = tag.end()
        if name in _UNREAD and not closes:
            closing = _UNREAD[name].search(page, at)
            at = closing.start() if closing else len(page)
