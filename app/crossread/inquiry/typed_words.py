"""Words that someone typed, made sound: tags in one spelling, no half characters."""

import re
import unicodedata
from collections.abc import Iterable

# Signs that turn the direction of all that follows them, also of the sentence that a name is put into.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Put tags in one spelling (NFC, no space around, single spaces inside), each once whatever its case.

    The first spelling of several stays; order stays; blank ones go.
    """
    tidied: dict[str, str] = {}
    for tag in tags:
        tidy = unicodedata.normalize("NFC", one_line(tag))
        if tidy:
            tidied.setdefault(folded_tag(tidy), tidy)
    return tuple(tidied.values())


def folded_tag(tag: str) -> str:
    """Return what the spellings of one tag have in common."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", tag).casefold())


def one_line(text: str) -> str:
    """Make a text sound and put it in one line: what something or someone is called."""
    return " ".join(_TURNING.sub("", readable(text)).split())


def readable(text: str) -> str:
    """Make a text sound, with line feeds for all ends of lines, and no control characters but the tab."""
    plain = sound(text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in plain if (one >= " " and not "\x7f" <= one <= "\x9f") or one in "\t\n")


def sound(text: str) -> str:
    """Put U+FFFD for half of a surrogate pair, as the record does: what is kept is what is shown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
