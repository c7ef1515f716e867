"""Numbers of paragraphs."""

from collections.abc import Callable
from functools import partial

from crossread.texts.passages.paragraphs import note_in, numbers_in, paragraph_numbers
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


def test_notes_are_not_counted_and_have_their_own_numbers() -> None:
    text = Text(
        (
            Block("paragraph", "Words."),
            Block("item", "A note,", 1, "2.", note="ship"),
            Block("item", "in two parts.", 1, note="ship"),
            Block("paragraph", "3. Plain.", note="3"),
        )
    )
    assert paragraph_numbers(text) == ("1", "", "", "")
    assert [note_in(text, Range(start, start + 1)) for start in text.starts] == ["", "2", "2", "3"]
    assert numbers_in(text, Range(text.starts[1], text.starts[1] + 1)) == ()
    assert note_in(Text(()), Range(0, 0)) == ""


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
