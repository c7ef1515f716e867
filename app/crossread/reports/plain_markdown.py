"""Words in Markdown such that they show as they were typed, whatever signs they have."""

import re
from collections.abc import Iterator

# Signs that a backslash makes plain in every Markdown, anywhere and at the start of a line; for those that
# only some know, and for what HTML would take, there is the number of the character.
_BACKSLASH = re.compile(r"([\\`*_{}\[\]])")
_NUMBER = re.compile(r"[&<>|~$]")
_AT_START = re.compile(r"[#+\-]|\d{1,9}(?=[.)])")
_NUMBER_AT_START = re.compile(r"[=:]")


def paragraphs(text: str) -> Iterator[str]:
    """Write the paragraphs of a longer text, each with its lines as they were typed."""
    for paragraph in re.split(r"\n\s*\n", text):
        written = plain_lines(paragraph)
        if written:
            yield "  \n".join(written)  # two spaces: the line ends here


def plain_lines(text: str) -> list[str]:
    """Write each line that is not blank."""
    return [written for one in text.splitlines() if (written := plain_line(one))]


def plain_line(text: str) -> str:
    """Write one line so that it shows as it is, whatever signs it has."""
    plain = " ".join(text.split())
    plain = _BACKSLASH.sub(r"\\\1", _NUMBER.sub(_as_number, plain))
    if _NUMBER_AT_START.match(plain):
        return _as_number(plain[0]) + plain[1:]
    found = _AT_START.match(plain)
    if found is None:
        return plain
    at = found.end() if found.group()[0].isdecimal() else 0
    return f"{plain[:at]}\\{plain[at:]}"


def _as_number(sign: re.Match[str] | str) -> str:
    return f"&#{ord(sign if isinstance(sign, str) else sign.group())};"
