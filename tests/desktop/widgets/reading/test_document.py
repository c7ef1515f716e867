from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextBlock, QTextDocument

from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.document import fill
from crossread.texts.text import Block, Span, Text
from tests.desktop.widgets.texts import FLOOD

SIGNS = st.text(st.sampled_from("ab <>&*_#\n\r\u2028\u2029\ufdd0\ufdd1\ufffc\x00😀é"), max_size=20)
SPANS = st.builds(
    Span, st.integers(-2, 22), st.integers(-2, 22), st.sampled_from(["strong", "emphasis", "code", "link"])
)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(["heading", "paragraph", "item", "quote", "preformatted", "term", "definition"]),
    text=SIGNS,
    level=st.integers(1, 6),
    spans=st.lists(SPANS, max_size=3).map(tuple),
)


def built(text: Text) -> QTextDocument:
    document = QTextDocument()
    fill(document, text, theme.current(), 17)
    return document


def blocks(document: QTextDocument) -> list[QTextBlock]:
    """List the blocks; they live as long as the caller keeps the document."""
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_each_block_becomes_one_block_and_no_position_moves(made: list[Block]) -> None:
    """Whatever signs a text holds, words stand where they stood: unit for unit."""
    text = Text(tuple(made))
    document = built(text)
    found = blocks(document)
    assert len(found) == len(made)
    for block, ours in zip(found, made, strict=True):
        assert len(block.text().encode("utf-16-le")) == len(ours.text.encode("utf-16-le"))


def test_markup_stays_words() -> None:
    document = built(Text((Block("paragraph", '<img src="file:///etc/hostname"> **no**'),)))
    assert document.toPlainText() == '<img src="file:///etc/hostname"> **no**'


def test_there_is_no_empty_paragraph() -> None:
    document = built(FLOOD)
    assert all(block.text() for block in blocks(document))


def test_margins_stand_between_blocks_and_none_above_the_first() -> None:
    document = built(FLOOD)
    first, *rest = blocks(document)
    assert first.blockFormat().topMargin() == 0
    assert all(block.blockFormat().topMargin() > 0 for block in rest)


def test_items_and_quotes_stand_in_by_their_level() -> None:
    document = built(FLOOD)
    found = blocks(document)
    one, two, quote = (found[number].blockFormat().leftMargin() for number in (2, 3, 4))
    assert 0 < one < two
    assert quote == one


def test_headings_are_headings_to_qt_and_small_capitals_to_the_eye() -> None:
    document = built(FLOOD)
    heading = blocks(document)[0]
    assert heading.blockFormat().headingLevel() == 2
    assert heading.charFormat().fontCapitalization() == QFont.Capitalization.AllUppercase
    assert heading.text() == "What happened"


def test_spans_lie_upon_each_other() -> None:
    text = Text((Block("paragraph", "one two three", spans=(Span(0, 7, "strong"), Span(4, 13, "emphasis"))),))
    document = built(text)
    block = blocks(document)[0]
    runs = [
        (
            block.text()[run.start : run.start + run.length],
            run.format.fontWeight() == QFont.Weight.Bold,
            run.format.fontItalic(),
        )
        for run in block.textFormats()
    ]
    assert runs == [("one ", True, False), ("two", True, True), (" three", False, True)]


def test_a_link_has_its_address_and_nothing_else_has_one() -> None:
    document = built(FLOOD)
    found = {
        run.format.anchorHref()
        for block in blocks(document)
        for run in block.textFormats()
        if run.format.isAnchor()
    }
    assert found == {"https://example.org/more"}
