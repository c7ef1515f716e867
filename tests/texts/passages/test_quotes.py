"""Finding a quote as a reader would."""

from collections.abc import Callable
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.texts.passages.anchors import find_quote
from crossread.texts.passages.quotes import find_anywhere, fold, folded
from crossread.texts.text import Block, Range, Text
from tests.growing import growth


def text(*paragraphs: str) -> Text:
    return Text(tuple(Block("paragraph", words) for words in paragraphs))


def found(within: Text, quote: str, occurrence: int | None = None) -> list[str]:
    return [within.words(place) for place in find_quote(within, quote, occurrence)]


def test_spaces_quotation_marks_and_dashes_of_any_kind_are_alike() -> None:
    within = text("She wrote:\u00a0“The  sluice – the\u2009old one – wasn’t shut”…")
    assert found(within, '"The sluice - the old one - wasn\'t shut"...') == [
        "“The  sluice – the\u2009old one – wasn’t shut”…"
    ]


def test_a_quote_may_be_typed_with_a_line_break_and_spaces_around_it() -> None:
    assert found(text("two of the millers"), "  two of\nthe millers ") == ["two of the millers"]


def test_a_soft_hyphen_in_the_text_is_shown_but_not_asked_for() -> None:
    assert found(text("the har\u00adbour clerk"), "harbour") == ["har\u00adbour"]


def test_letter_case_counts() -> None:
    assert found(text("The ferry and the boat"), "the") == ["the"]


def test_every_occurrence_is_found_and_one_can_be_asked_for() -> None:
    within = text("the bell and the gate", "the bell")
    assert find_quote(within, "the bell") == [Range(0, 8), Range(22, 30)]
    assert find_quote(within, "the bell", 2) == [Range(22, 30)]
    assert find_quote(within, "the bell", 3) == []
    assert find_quote(within, "the bell", 0) == []


def test_an_early_occurrence_is_found_without_looking_at_all_the_others() -> None:
    def looked(letters: int) -> Callable[[], object]:
        within = text("e" * letters)
        folded(within)
        return partial(find_quote, within, "e", 2)

    looked(10)()  # what is worked out only once
    assert growth(looked, 1_000) < 1.1


def test_places_that_overlap_are_two_places() -> None:
    assert find_quote(text("on and on and on"), "on and on") == [Range(0, 9), Range(7, 16)]


def test_a_quote_does_not_reach_over_blocks() -> None:
    within = text("the end", "of it")
    assert find_quote(within, "end of") == []
    assert find_anywhere(within, "end of") == [Range(4, 10)]


def test_an_empty_quote_is_nowhere() -> None:
    assert find_quote(text("the end"), " \u200b ") == []
    assert find_quote(Text(()), "the") == []


@settings(deadline=None)
@given(st.text(max_size=40), st.data())
def test_what_a_text_shows_is_found_where_it_stands(shown: str, data: st.DataObject) -> None:
    within = text(shown)
    start = data.draw(st.integers(0, len(shown)))
    end = data.draw(st.integers(start, len(shown)))
    # An edge within what NFKC joins has no place of its own, so only whole characters are asked for.
    folded = fold(shown)
    if start in folded.starts and end in folded.ends and fold(shown[start:end]).text.strip():
        quote = shown[start:end]
        if fold(quote).text in folded.text:
            places = find_quote(within, quote)
            assert any(place.start < end and start < place.end for place in places)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_folding_maps_each_character_to_one_or_more_shown(shown: str) -> None:
    folded = fold(shown)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= a < b <= len(shown) for a, b in zip(folded.starts, folded.ends, strict=True))
    assert "  " not in folded.text
