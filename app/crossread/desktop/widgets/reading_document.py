"""Building what is read: a text's blocks as a Qt document, one text block each, without any markup."""

from itertools import pairwise

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from crossread.desktop.theme.theme import Theme
from crossread.texts.text import Block, Text

LINE_HEIGHT = 1.5  # of the text size (design, section 5)
INDENT = 1.6  # of an item or a quote, in text sizes a level

# What would end a Qt block, or is a sign of Qt's own, within a block's words: one unit for one unit, so
# that positions stay.
_BREAKS = str.maketrans(
    {
        "\n": "\u2028",
        "\r": "\u2028",
        "\u2029": "\u2028",
        "\ufdd0": "\ufffd",
        "\ufdd1": "\ufffd",
        "\ufffc": "\ufffd",
        "\x00": "\ufffd",
    }
)


def fill(document: QTextDocument, text: Text, look: Theme, size: int) -> None:
    """Put a text into an empty document, `size` pixels high, in the colours of a theme.

    Markers of items are not put in: they are no part of the text, and are painted beside it.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    before: Block | None = None
    for block in text.blocks:
        block_format, character_format = _block_format(block, before, size), _format(block, look, size)
        if before is None:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(character_format)
        else:
            cursor.insertBlock(block_format, character_format)
        words = block.text.translate(_BREAKS)
        if not block.spans:
            cursor.insertText(words, character_format)
        else:
            _insert_spans(cursor, block, words, character_format, look)
        before = block
    cursor.endEditBlock()


def _insert_spans(cursor: QTextCursor, block: Block, words: str, base: QTextCharFormat, look: Theme) -> None:
    """Insert words run by run, each with all styles that cover it."""
    ends = {0, len(words)}
    for span in block.spans:
        ends |= {min(max(span.start, 0), len(words)), min(max(span.end, 0), len(words))}
    for start, end in pairwise(sorted(ends)):
        run = QTextCharFormat(base)
        for span in block.spans:
            if span.start <= start and end <= span.end:
                _style(run, span.style, span.target, look)
        cursor.insertText(words[start:end], run)


def _style(run: QTextCharFormat, style: str, target: str, look: Theme) -> None:
    if style == "strong":
        run.setFontWeight(QFont.Weight.Bold)
    elif style == "emphasis":
        run.setFontItalic(not run.fontItalic())
    elif style == "code":
        run.setFontFamilies(_MONO)
    elif style == "link":
        run.setAnchor(True)
        run.setAnchorHref(target)
        run.setForeground(look.colour("accent"))
        run.setFontUnderline(True)


_MONO = ["Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono", "monospace"]


def _format(block: Block, look: Theme, size: int) -> QTextCharFormat:
    made = QTextCharFormat()
    font = look.font("reading")
    font.setPixelSize(size)
    if block.kind == "heading" and block.level > 1:
        font = look.font("small-strong")
        font.setPixelSize(max(11, round(size * 13 / 17)))
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
    elif block.kind == "heading":
        font.setPixelSize(round(size * 1.25))
        font.setWeight(QFont.Weight.Bold)
    elif block.kind == "preformatted":
        font.setFamilies(_MONO)
        font.setPixelSize(round(size * 0.88))
    elif block.kind == "term":
        font.setWeight(QFont.Weight.Bold)
    made.setFont(font)
    small_heading = block.kind == "heading" and block.level > 1
    made.setForeground(look.colour("muted" if small_heading else "ink"))
    return made


def _block_format(block: Block, before: Block | None, size: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    height = round(size * (LINE_HEIGHT if block.kind != "preformatted" else 1.3))
    if block.kind == "heading" and block.level == 1:
        height = round(size * 1.7)
    made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setLeftMargin(indent(block, size))
    if block.kind in ("quote", "preformatted"):
        made.setRightMargin(round(size * INDENT / 2))
    made.setTopMargin(_gap(block, before) * size)
    if block.kind == "heading":
        made.setHeadingLevel(block.level)
    return made


def indent(block: Block, size: int) -> float:
    """Return how far a block stands in from the column's edge, in pixels."""
    if block.kind in ("item", "quote"):
        return round(size * INDENT * max(1, block.level))
    if block.kind in ("definition", "preformatted"):
        return round(size * INDENT)
    return 0.0


def _gap(block: Block, before: Block | None) -> float:
    """Return the room above a block, in text sizes: a margin, never an empty paragraph."""
    if before is None:
        return 0.0
    if block.kind == "heading":
        return 1.6
    if before.kind == "heading":
        return 0.3
    if block.kind == before.kind == "item":
        return 0.35
    if block.kind == "definition" and before.kind == "term":
        return 0.1
    return 0.9
