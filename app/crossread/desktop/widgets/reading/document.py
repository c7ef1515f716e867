"""Building what is read: a text's blocks as a Qt document, one text block each, without any markup."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from crossread.desktop.theme.fonts import MONO
from crossread.desktop.theme.theme import Theme
from crossread.desktop.widgets.reading.directions import block_runs_from_right, is_joined
from crossread.desktop.widgets.reading.positions import units
from crossread.texts.text import Block, Text

INDENT = 1.6  # of an item or a quote, in text sizes a level
CLOSE = 0.3  # room between paragraphs, in text sizes, below which a first line stands in to show them
_JUSTIFIED = ("paragraph", "item", "quote", "definition")

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


def fill(document: QTextDocument, text: Text, look: Theme, size: int, *, from_right: bool = False) -> None:
    """Put a text into an empty document, `size` pixels high, in the colours and the typography of a look.

    `from_right` says that the text's language is written from right to left. Markers of items are not put
    in: they are no part of the text, and are painted beside it.
    """
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    before: Block | None = None
    for block in text.blocks:
        block_format = _block_format(block, before, look, size, from_right=from_right)
        character_format = _format(block, look, size)
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
        run.setFontFamilies(list(MONO))
    elif style == "link":
        run.setAnchor(True)
        run.setAnchorHref(target)
        run.setForeground(look.colour("accent"))
        run.setFontUnderline(True)
    elif style == "note":
        run.setForeground(look.colour("accent"))
        run.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)


def _format(block: Block, look: Theme, size: int) -> QTextCharFormat:
    made = QTextCharFormat()
    font = look.reading_font(size)
    if is_joined(block.text):
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100)  # room would tear the letters apart
    if block.kind == "heading" and block.level > 1:
        font = look.font("small-strong")
        font.setPixelSize(max(11, round(size * 13 / 17)))
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
    elif block.kind == "heading":
        font.setPixelSize(round(size * 1.25))
        font.setWeight(QFont.Weight.Bold)
    elif block.kind == "preformatted":
        font.setFamilies(list(MONO))
        font.setPixelSize(round(size * 0.88))
    elif block.kind == "picture":
        font.setPixelSize(max(11, round(size * 0.88)))  # its words are the caption
    elif block.kind == "term":
        font.setWeight(QFont.Weight.Bold)
    made.setFont(font)
    if _stands_back(block):
        made.setForeground(look.colour("muted"))  # all else is in the ink of the palette
    return made


def _stands_back(block: Block) -> bool:
    return block.kind == "picture" or (block.kind == "heading" and block.level > 1)


def recolour(document: QTextDocument, text: Text, look: Theme) -> None:
    """Give what is not in plain ink the colours of another theme; nothing is laid out anew but that."""
    at = document.firstBlock()
    for block in text.blocks:
        for start, end, role in _coloured(block):
            cursor = QTextCursor(at)
            cursor.setPosition(at.position() + start)
            cursor.setPosition(at.position() + end, QTextCursor.MoveMode.KeepAnchor)
            change = QTextCharFormat()
            change.setForeground(look.colour(role))
            cursor.mergeCharFormat(change)
        at = at.next()


def _coloured(block: Block) -> Iterator[tuple[int, int, str]]:
    """Give what of a block has a colour of its own, in UTF-16 units, and the role of that."""
    if _stands_back(block):
        yield 0, units(block.text), "muted"
    for span in block.spans:
        if span.style in ("link", "note"):
            yield units(block.text[: span.start]), units(block.text[: span.end]), "accent"


def _block_format(
    block: Block, before: Block | None, look: Theme, size: int, *, from_right: bool
) -> QTextBlockFormat:
    made = QTextBlockFormat()
    typography = look.typography
    height = typography.line_height
    if block.kind == "preformatted":
        height = max(1.1, height - 0.2)
    elif block.kind == "heading" and block.level == 1:
        height += 0.2  # its letters are larger
    made.setLineHeight(round(size * height), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    before_words = indent(block, size)
    after_words = round(size * INDENT / 2) if block.kind in ("quote", "preformatted") else 0
    mirrored = block_runs_from_right(block.text, from_right=from_right)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    made.setLeftMargin(after_words if mirrored else before_words)
    made.setRightMargin(before_words if mirrored else after_words)
    made.setTopMargin(_gap(block, before, typography.paragraph_space) * size)
    # Qt begins justified lines from the right a space too late, which is worse than a ragged end.
    if typography.justified and block.kind in _JUSTIFIED and not mirrored:
        made.setAlignment(Qt.AlignmentFlag.AlignJustify)
    if block.kind == "heading":
        made.setHeadingLevel(block.level)
    follows = before is not None and before.kind == block.kind == "paragraph"
    if follows and typography.paragraph_space < CLOSE:
        made.setTextIndent(round(size * 1.4))
    return made


def indent(block: Block, size: int) -> float:
    """Return how far a block stands in from the column's edge, in pixels."""
    if block.kind in ("item", "quote"):
        return round(size * INDENT * max(1, block.level))
    if block.kind in ("definition", "preformatted"):
        return round(size * INDENT)
    return 0.0


def _gap(block: Block, before: Block | None, space: float) -> float:
    """Return the room above a block, in text sizes: a margin, never an empty paragraph.

    `space` is what stands between two paragraphs.
    """
    if before is None:
        return 0.0
    if block.kind == "heading":
        return space + 0.7
    if before.kind == "heading":
        return 0.3
    if block.kind == before.kind == "item":
        return space * 0.4
    if block.kind == "definition" and before.kind == "term":
        return 0.1
    return space if block.kind == before.kind == "paragraph" else max(space, CLOSE)
