"""Numbers of paragraphs."""

from collections.abc import Callable
from functools import partial

from crossread.texts.paragraphs import numbers_in, paragraph_numbers
from crossread.texts.text import Block, Range, Text
from tests.growing import growth

TEXT = Text(
    (
        Block("heading", "One", 1),
        Block("paragraph", "First."),
        Block("item", "Second.", 1, "•"),
        Block("heading", "Two", 2),
        Block("quote", "Third.", 1),
    )
)


def between(first: str, last: str) -> Range:
    return Range(TEXT.shown.index(first), TEXT.shown.index(last) + len(last))


def test_headings_are_not_counted() -> None:
    assert paragraph_numbers(TEXT) == ("", "1", "2", "", "3")


def test_a_passage_has_the_numbers_it_begins_and_ends_in() -> None:
    assert numbers_in(TEXT, between("First.", "First.")) == ("1",)
    assert numbers_in(TEXT, between("One", "Third")) == ("1", "3")
    assert numbers_in(TEXT, between("Two", "Two")) == ()
    assert numbers_in(TEXT, Range(len(TEXT.shown), len(TEXT.shown))) == ("3",)
    assert numbers_in(Text(()), Range(0, 0)) == ()


def test_each_further_passage_of_a_text_is_numbered_without_counting_anew() -> None:
    def numbered(paragraphs: int) -> Callable[[], object]:
        text = Text(tuple(Block("paragraph", "Words.") for _ in range(paragraphs)))
        numbers_in(text, Range(0, 5))
        return partial(numbers_in, text, Range(0, 5))

    assert growth(numbered, 100) < 1.2
