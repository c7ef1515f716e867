"""Plain text files into blocks: what a learner brings, in whatever encoding and line length it comes."""

import codecs
import re
from dataclasses import dataclass

from crossread.base.errors import N_, Expected
from crossread.texts.readers.caps import paragraphs, refuse_long_paragraphs, refuse_long_text
from crossread.texts.readers.plain_notes import with_notes
from crossread.texts.text import Block, Text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the first half of it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What begins files that hold text but are no plain text: PDF, zip (Word, EPUB), old Word, RTF, PostScript.
_OTHER_FORMATS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%!PS")
_WEB_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml.*?\?>\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x85\u2028]")
_PARAGRAPH_BREAK = re.compile("[\x0c\u2029]")
# A text of more controls than this is no text, whatever it can be decoded as.
_MOST_CONTROLS = 0.002
_WRAPPED = range(55, 101)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text and the encoding that its file was read in."""

    text: Text
    encoding: str


def read_plain(data: bytes, encoding: str | None = None) -> PlainText:
    """Read a plain text file.

    A line is a block, unless most lines that are not blank have 55 to 100 characters: then lines were
    broken by hand and blank ones part the blocks. `encoding` is what the reader chose; else it is told by
    the byte order mark, then UTF-8, then charset-normalizer's best guess. Raises Expected for what is
    too long ("text-too-long", "paragraph-too-long", "run-too-long"), no plain text ("not-plain-text",
    "web-page"), in another encoding ("encoding-wrong", "encoding-unknown") or without words ("text-empty").
    """
    refuse_long_text(len(data))
    _refuse_other_formats(data)
    words, used = decode(data, encoding)
    words = _PARAGRAPH_BREAK.sub("\n\n", _LINE_BREAK.sub("\n", words))
    if "\x00" in words or len(_CONTROL.findall(words)) > _MOST_CONTROLS * len(words):
        raise _not_plain()
    words = _CONTROL.sub("", words.replace("\ufeff", ""))
    lines = [line.replace("\t", " ").strip() for line in words.split("\n")]
    if not any(character.isalnum() for character in words):
        raise Expected("text-empty", N_("There are no words in this file. Choose the file with the text."))
    if _is_wrapped(lines):
        refuse_long_paragraphs(lines, 1)
        lines = [" ".join(paragraph) for _, paragraph in paragraphs(lines)]
    else:
        for number, line in enumerate(lines, 1):
            refuse_long_paragraphs([line], number)
    return PlainText(Text(with_notes([Block("paragraph", line) for line in lines if line])), used)


def is_web_page(data: bytes) -> bool:
    """Tell whether a file begins as a web page does."""
    return _WEB_PAGE.match(data.removeprefix(codecs.BOM_UTF8)[:2_000]) is not None


def without_controls(words: str) -> str:
    """Take out controls, halves of pairs and byte order marks, and make all breaks of lines line feeds."""
    words = _PARAGRAPH_BREAK.sub("\n\n", _LINE_BREAK.sub("\n", words))
    return _CONTROL.sub("", words.replace("\ufeff", ""))


def _is_wrapped(lines: list[str]) -> bool:
    filled = [len(line) for line in lines if line]
    return 2 * sum(length in _WRAPPED for length in filled) > len(filled)


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(_OTHER_FORMATS):
        raise _not_plain()
    if is_web_page(data):
        raise Expected(
            "web-page",
            N_(
                "This is a web page, not plain text. Open it in a browser, copy the article into a text file."
            ),
        )


def decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    """Return a file's characters and the encoding that they were read in; raises Expected as `read_plain`."""
    if encoding is not None:
        try:
            return data.decode(encoding), codecs.lookup(encoding).name
        except (LookupError, UnicodeError, ValueError):
            raise Expected(
                "encoding-wrong",
                N_("The file cannot be read as {encoding}. Choose another encoding."),
                encoding=encoding,
            ) from None
    for mark, name in _MARKS:
        if data.startswith(mark):
            return decode(data, name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> tuple[str, str]:
    if b"\x00" in data:
        raise _not_plain()
    # Only now: most files are UTF-8, and the guesser is a large library.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise Expected(
            "encoding-unknown",
            N_("The encoding of this file cannot be told. Save it as UTF-8, or choose the encoding."),
        )
    return data.decode(best.encoding, errors="replace"), codecs.lookup(best.encoding).name


def _not_plain() -> Expected:
    return Expected(
        "not-plain-text",
        N_("This file is not plain text. Open it in the program it was made with and save it as plain text."),
    )
