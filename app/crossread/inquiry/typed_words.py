"""Words that someone typed, made sound: tags in one spelling, no half characters."""

import unicodedata
from collections.abc import Iterable


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Put tags in one spelling (NFC, no space around, single spaces inside), each once whatever its case.

    The first spelling of several stays; order stays; blank ones go.
    """
    tidied: dict[str, str] = {}
    for tag in tags:
        tidy = " ".join(unicodedata.normalize("NFC", readable(tag)).split())
        if tidy:
            tidied.setdefault(folded_tag(tidy), tidy)
    return tuple(tidied.values())


def folded_tag(tag: str) -> str:
    """Return what the spellings of one tag have in common."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", tag).casefold())


def readable(text: str) -> str:
    """Make a text sound, with line feeds for all ends of lines, and no control characters but the tab."""
    plain = sound(text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in plain if (one >= " " and not "\x7f" <= one <= "\x9f") or one in "\t\n")


def sound(text: str) -> str:
    """Put U+FFFD for half of a surrogate pair, as the record does: what is kept is what is shown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
