"""Parts of a text covered: as long as before, and without their words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.passages.covering import BLANK, cover, merged, touches, words_beside
from crossread.texts.text import Block, Range, Span, Text

SENTENCES = ("Covered. Shift+V shows it.", "Covered.", "…")
TEXT = Text(
    (
        Block("heading", "A night", 2),
        Block("paragraph", "They went. What was seen there is told by two. Then it was day."),
        Block("quote", "One line.\nAnother 😀 line.", 1, spans=(Span(0, 26, "strong"),)),
    )
)


def at(words: str) -> Range:
    start = TEXT.shown.index(words)
    return Range(start, start + len(words))


def units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def test_the_sentence_that_fits_stands_where_the_words_stood() -> None:
    where = at("What was seen there is told by two.")
    covered = cover(TEXT, [where], SENTENCES)
    assert covered.words(where) == SENTENCES[0] + BLANK * (where.end - where.start - len(SENTENCES[0]))
    assert covered.shown[: where.start] == TEXT.shown[: where.start]
    assert covered.shown[where.end :] == TEXT.shown[where.end :]


@pytest.mark.parametrize(("words", "begins"), [("What was seen", "Covered."), ("seen", "…"), ("two", "…")])
def test_a_short_passage_gets_a_shorter_sentence(words: str, begins: str) -> None:
    assert cover(TEXT, [at(words)], SENTENCES).words(at(words)).rstrip(BLANK) == begins


def test_each_paragraph_says_so_for_itself_and_keeps_its_lines() -> None:
    where = Range(at("Then").start, at("line.").end + len("\nAnother 😀 line."))
    covered = cover(TEXT, [where], SENTENCES)
    assert [block.text.split(BLANK)[0] for block in covered.blocks[1:]] == [
        "They went. What was seen there is told by two. Covered.",
        "Covered.",
    ]
    assert covered.blocks[2].text.index("\n") == TEXT.blocks[2].text.index("\n")


def test_styles_end_where_the_cover_begins() -> None:
    covered = cover(TEXT, [at("Another")], SENTENCES)
    assert covered.blocks[2].spans == (Span(0, 10, "strong"), Span(17, 26, "strong"))


def test_without_anything_to_cover_it_is_the_same_text() -> None:
    assert cover(TEXT, [], SENTENCES) is TEXT


def test_words_are_told_with_one_sign_for_what_is_covered() -> None:
    where = Range(at("They").start, at("Then").end)
    told = words_beside(TEXT, where, [at("What was"), at("seen there is told by two.")], "[…]")
    assert told == "They went. […] […] Then"


def test_a_place_within_a_cover_touches_it_and_one_behind_it_does_not() -> None:
    covers = [Range(4, 8)]
    assert touches(Range(6, 6), covers)
    assert touches(Range(0, 5), covers)
    assert not touches(Range(8, 8), covers)
    assert not touches(Range(8, 9), covers)


LETTERS = st.text(alphabet="ab c\n😀éZ", min_size=1, max_size=20)
BLOCKS = st.lists(LETTERS.map(lambda words: Block("paragraph", words)), min_size=1, max_size=4)
RANGES = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)).map(lambda ends: Range(*sorted(ends))))


@given(BLOCKS, RANGES)
def test_a_covered_text_keeps_every_position_and_none_of_the_words(
    blocks: list[Block], ranges: list[Range]
) -> None:
    text = Text(tuple(blocks))
    inside = [Range(min(one.start, len(text.shown)), min(one.end, len(text.shown))) for one in ranges]
    covered = cover(text, inside, ("···", "·"))
    assert len(covered.shown) == len(text.shown)
    assert covered.starts == text.starts
    for place, (was, sign) in enumerate(zip(text.shown, covered.shown, strict=True)):
        assert units(was) == units(sign)
        if touches(Range(place, place), inside):
            assert sign in "·\n\u200c\U000e0020"
        else:
            assert sign == was


@given(BLOCKS, RANGES, st.integers(0, 60), st.integers(0, 60))
def test_words_beside_covers_hold_nothing_that_is_covered(
    blocks: list[Block], ranges: list[Range], one: int, other: int
) -> None:
    text = Text(tuple(blocks))
    where = Range(min(one, other), min(max(one, other), len(text.shown)))
    told = words_beside(text, where, ranges, "▒")
    open_signs = "".join(
        text.shown[place]
        for place in range(where.start, where.end)
        if not touches(Range(place, place), ranges)
    )
    assert told.replace("▒", "") == open_signs


@given(RANGES)
def test_merged_ranges_are_in_order_and_apart(ranges: list[Range]) -> None:
    found = merged(ranges)
    assert all(one.end < following.start for one, following in pairwise(found))
    assert all(touches(Range(place, place), found) for one in ranges for place in range(one.start, one.end))
