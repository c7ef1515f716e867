"""Articles as Markdown: whatever signs stand in them, the same words come back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossread.packs.making.from_articles_text import as_kept, markdown_of
from crossread.texts.readers.markdown_reader import read_markdown
from crossread.texts.text import Block, BlockKind, Text

SIGNS = "ab1. )(*_`#>[]!<>&;:=~|\\-+{}^/\"'\u00a0\u2028\u202a\ufeff\n\t\u00e4\u0416\u4e2d"
KINDS: tuple[BlockKind, ...] = ("paragraph", "heading", "item", "quote", "preformatted", "term")
lines = st.text(alphabet=SIGNS, min_size=1, max_size=40)
blocks = st.builds(Block, st.sampled_from(KINDS), lines, st.integers(0, 8))


def read_back(text: Text) -> str:
    return read_markdown(markdown_of(text)).shown


@given(st.lists(blocks, max_size=6).map(lambda found: Text(tuple(found))))
@example(Text((Block("paragraph", "a"), Block("paragraph", ": b"), Block("paragraph", "c"))))
@example(Text((Block("item", "    a"), Block("paragraph", "===="), Block("paragraph", "a\n---"))))
def test_whatever_is_written_comes_back(text: Text) -> None:
    assert read_back(text) == as_kept(text)


@pytest.mark.parametrize(
    "line",
    [
        "1. The first of May",
        "12) twelve",
        "# 1 in the list",
        "[1]: https://example.org/",
        "[^1]: a note",
        "See <https://example.org/> and a < b",
        "AT&amp;T, AT&T &#65;",
        "![a picture](images/goat.png)",
        "*** and ___ and - - -",
        "~~~",
        "| a | b |",
        "C:\\new\\*.txt",
        "a_b_c __init__ `code`",
        "– a dash, – and another",
        "    four spaces",
    ],
)
def test_a_line_that_looks_like_markup_stays_what_it_is(line: str) -> None:
    text = Text((Block("paragraph", "Before."), Block("paragraph", line), Block("paragraph", "After.")))
    found = read_markdown(markdown_of(text))
    assert found.shown == f"Before.\n{line.strip()}\nAfter."
    assert {block.kind for block in found.blocks} == {"paragraph"}
    assert not any(block.spans for block in found.blocks)


def test_headings_items_and_quotations_stay_what_they_are() -> None:
    text = Text(
        (
            Block("heading", "The goat", 2),
            Block("item", "first", 1, "•"),
            Block("item", "second", 1, "•"),
            Block("quote", "She climbed.", 1),
            Block("paragraph", "The end."),
        )
    )
    found = read_markdown(markdown_of(text))
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("heading", "The goat"),
        ("item", "first"),
        ("item", "second"),
        ("quote", "She climbed."),
        ("paragraph", "The end."),
    ]


def test_lines_of_one_block_become_blocks_with_the_same_words() -> None:
    text = Text((Block("preformatted", "one\n\n  two  three"),))
    assert read_back(text) == "one\ntwo three"
