"""Anchors: passages found again, and never in a wrong place."""

from collections.abc import Callable
from functools import partial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.texts.passages.anchors import (
    Placed,
    QuoteAnchor,
    WordsAnchor,
    all_places,
    anchor_quote,
    anchor_words,
    hash_words,
    place_quote,
    place_words,
)
from crossread.texts.passages.carrying import common
from crossread.texts.text import Block, Range, Text
from crossread.texts.words.normal import text_words
from tests.growing import growth
from tests.texts.edited import Tally, invented_text, measure

FLOOD = (
    "The ferrymen said that the sluice had been left open on the second night.",
    "Orla Venn wrote to the county that nobody had checked the eastern gate. The clerk denied it.",
    "The bridge held until morning, as far as the surviving pages of the log show.",
)


def text(*paragraphs: str) -> Text:
    return Text(tuple(Block("paragraph", words) for words in paragraphs))


def anchored(within: Text, quote: str) -> QuoteAnchor:
    start = within.shown.index(quote)
    return anchor_quote(within, Range(start, start + len(quote)))


def where(within: Text, placed: Placed | None) -> str | None:
    return within.words(placed.range) if placed else None


def test_an_anchor_says_what_stands_around_it() -> None:
    anchor = anchored(text(*FLOOD), "nobody had checked")
    assert anchor.prefix == "rla Venn wrote to the county that"[-31:] + " "
    assert anchor.suffix == " the eastern gate. The clerk den"
    assert anchor.text_digest == text(*FLOOD).digest


@pytest.mark.parametrize("outside", [Range(3, 3), Range(-1, 4), Range(0, 10_000), Range(5, 2)])
def test_an_anchor_needs_words_of_the_text(outside: Range) -> None:
    with pytest.raises(ValueError, match="no passage"):
        anchor_quote(text(*FLOOD), outside)


def test_in_the_same_text_a_passage_is_at_its_position() -> None:
    within = text("the gate, the gate, the gate")
    second = anchor_quote(within, Range(10, 18))
    assert place_quote(text("the gate, the gate, the gate"), second) == Placed(Range(10, 18), "exact")


@pytest.mark.parametrize("with_old", [True, False])
def test_a_passage_moves_with_its_paragraph(with_old: bool) -> None:
    old, new = text(*FLOOD), text(FLOOD[2], "Something new was put in here.", FLOOD[1], FLOOD[0])
    placed = place_quote(new, anchored(old, "nobody had checked the eastern gate"), old if with_old else None)
    assert where(new, placed) == "nobody had checked the eastern gate"
    assert placed is not None
    assert placed.how == "moved"


@pytest.mark.parametrize("with_old", [True, False])
def test_a_passage_with_a_slip_mended_is_still_the_passage(with_old: bool) -> None:
    old = text(*FLOOD)
    new = text(FLOOD[0], FLOOD[1].replace("checked", "looked at"), FLOOD[2])
    placed = place_quote(new, anchored(old, "nobody had checked the eastern gate"), old if with_old else None)
    assert where(new, placed) == "nobody had looked at the eastern gate"


def test_a_word_mended_at_the_edge_is_still_part_of_it() -> None:
    old, new = text(*FLOOD), text(FLOOD[0].replace("sluice", "sluices"), *FLOOD[1:])
    placed = place_quote(new, anchored(old, "sluice had been left open"), old)
    assert where(new, placed) == "sluices had been left open"


@pytest.mark.parametrize("with_old", [True, False])
def test_a_passage_that_is_gone_is_not_placed(with_old: bool) -> None:
    old, new = text(*FLOOD), text(FLOOD[0], FLOOD[2])
    anchor = anchored(old, "nobody had checked the eastern gate")
    assert place_quote(new, anchor, old if with_old else None) is None


def test_of_two_like_places_the_old_text_tells_which() -> None:
    old = text("The gate was shut.", "The gate was shut.", "The end.")
    new = text("A beginning.", "The gate was shut.", "The gate was shut.", "The end.")
    second = anchor_quote(old, Range(23, 36))
    placed = place_quote(new, second, old)
    assert placed is not None
    assert placed.range == Range(36, 49)


def test_of_two_like_places_none_is_taken_on_a_guess() -> None:
    old = text("The mill. The gate was shut that night. The mill.")
    line = "Here. The gate was shut that night. There."
    anchor = anchored(old, "The gate was shut that night.")
    assert place_quote(text(line, line), anchor) is None


def test_the_same_words_elsewhere_are_not_the_passage_that_went() -> None:
    old = text("The clerk said so on Monday.", "Tam the miller said so on a cold Friday.")
    new = text("The clerk said so on Monday.")
    start = old.shown.rindex("said so")
    assert place_quote(new, anchor_quote(old, Range(start, start + 7)), old) is None


def test_words_that_stand_nearly_everywhere_are_not_placed() -> None:
    told = [f"{hash_words([str(day)])} was {hash_words([f'{day}!'])}" for day in range(600)]
    few, many = text(*told[:400]), text(*told)
    anchor = anchored(few, "was")
    new = text("Something new.", *few.shown.split("\n"))
    assert where(new, place_quote(new, anchor)) == "was"
    newer = text("Something new.", *many.shown.split("\n"))
    assert place_quote(newer, anchored(many, "was")) is None
    assert where(newer, place_quote(newer, anchored(many, "was"), many)) == "was"  # the old text tells which


def test_comparing_two_texts_is_work_as_their_length_and_not_as_its_square() -> None:
    def compared(paragraphs: int) -> Callable[[], object]:
        old = text(*(f"word{number}" for number in range(paragraphs)))
        new = text(*(block.text for block in old.blocks[1:]), "Something new was put in here.")
        return partial(common, old, new)

    compared(3)()  # what is imported and worked out only once
    assert growth(compared, 60) < 2.5


def test_an_anchor_of_another_text_is_looked_for_by_its_words() -> None:
    old, other = text(*FLOOD), text("Not the text it was made in.")
    anchor = anchored(old, "nobody had checked the eastern gate")
    assert where(old, place_quote(old, QuoteAnchor(anchor.quote, anchor.prefix), other)) == anchor.quote


@pytest.mark.parametrize("quote", ["", "…", "ö", "no such words anywhere in it"])
def test_odd_anchors_are_not_placed(quote: str) -> None:
    assert place_quote(text(*FLOOD), QuoteAnchor(quote, "before", "after", 5, "0" * 64)) is None
    assert place_quote(Text(()), QuoteAnchor(quote, "before", "after", 5, "0" * 64)) is None


@settings(deadline=None)
@given(st.text(max_size=50), st.text(max_size=50), st.data())
def test_any_anchor_on_any_text_is_a_range_within_it_or_none(one: str, two: str, data: st.DataObject) -> None:
    old, new = text(one or "a"), text(two or "b", one)
    start = data.draw(st.integers(0, len(old.shown) - 1))
    anchor = anchor_quote(old, Range(start, data.draw(st.integers(start + 1, len(old.shown)))))
    try:
        digests = old.digest, new.digest
    except UnicodeEncodeError:
        return
    assert digests
    assert place_quote(old, anchor) == Placed(Range(start, start + len(anchor.quote)), "exact")
    for placed in (place_quote(new, anchor), place_quote(new, anchor, old)):
        assert placed is None or 0 <= placed.range.start < placed.range.end <= len(new.shown)


def _share(seeds: range, with_old: bool, capsys: pytest.CaptureFixture[str]) -> Tally:
    total = Tally()
    for seed in seeds:
        tally = measure(lambda new, a, old: place_quote(new, a, old if with_old else None), seed, 20, 100)
        total = Tally(total.right + tally.right, total.wrong + tally.wrong, total.lost + tally.lost)
    with capsys.disabled():
        print(f"\n20 edits, {'with' if with_old else 'without'} the old text: {total}")  # noqa: T201
    return total


def test_after_twenty_edits_95_of_100_passages_are_right_and_hardly_any_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    total = _share(range(8), True, capsys)
    assert total.share(total.right) >= 95
    assert total.share(total.wrong) <= 2.5


def test_without_the_old_text_nine_of_ten_are_right_after_twenty_edits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    total = _share(range(4), False, capsys)
    assert total.share(total.right) >= 90
    assert total.share(total.wrong) <= 4


def test_hashed_words_are_found_in_a_copy_that_looks_different() -> None:
    old = text(*FLOOD)
    start = old.shown.index("nobody")
    anchor = anchor_words(old, Range(start, start + len("nobody had checked the eastern gate")))
    assert anchor == WordsAnchor(6, hash_words(["nobody", "had", "checked", "the", "eastern", "gate"]), 1)
    copy = text("MENU", "…county that Nobody had\u00a0checked[3] the “eastern” gate!")
    placed = place_words(copy, anchor)
    assert placed is not None
    assert copy.words(placed) == "Nobody had\u00a0checked[3] the “eastern” gate"


def test_nth_says_which_of_several_places() -> None:
    within = text("the gate was not shut", "and the gate was not shut")
    hash_ = hash_words(["the", "gate", "was", "not", "shut"])
    assert all_places(within, WordsAnchor(5, hash_)) == [Range(0, 21), Range(26, 47)]
    assert place_words(within, WordsAnchor(5, hash_, 2)) == Range(26, 47)
    assert place_words(within, WordsAnchor(5, hash_, 3)) is None
    assert place_words(within, WordsAnchor(5, hash_, 0)) is None
    assert anchor_words(within, Range(26, 47)) == WordsAnchor(5, hash_, 2)


def test_fewer_than_five_words_are_refused() -> None:
    for ask in (place_words, all_places):
        with pytest.raises(Expected) as raised:
            ask(text(*FLOOD), WordsAnchor(4, "0" * 12))
        assert raised.value.code == "anchor-too-short"
    with pytest.raises(Expected):
        anchor_words(text(*FLOOD), Range(0, 12))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.data())
def test_hashed_words_come_back_to_where_they_were_made(seed: int, data: st.DataObject) -> None:
    within = invented_text(Random(seed), 1_500)
    words = text_words(within)
    first = data.draw(st.integers(0, len(words) - 5))
    last = data.draw(st.integers(first + 4, min(first + 30, len(words) - 1)))
    place = Range(words[first].start, words[last].end)
    assert place_words(within, anchor_words(within, place)) == place
