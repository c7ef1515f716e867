import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.texts.text import Block, Range, Text
from crossread.texts.wording import word_alignment
from crossread.texts.wording.differences import differences
from crossread.texts.words.normal import text_words

WORDS = st.lists(st.sampled_from(["the", "mill", "of", "ferry", "stood", "Arden"]), max_size=12).map(" ".join)


def _text(words: str) -> Text:
    return Text((Block("paragraph", words),))


def _told(one: str, other: str) -> list[tuple[str, str, str]]:
    ours, theirs = _text(one), _text(other)
    return [
        (
            piece.change,
            ours.words(piece.one) if piece.one else "",
            theirs.words(piece.other) if piece.other else "",
        )
        for piece in differences(ours, theirs)
    ]


def test_what_stayed_and_what_was_put_in_place_of_what() -> None:
    assert _told(
        "Many of the millers froze on the road.", "Some of the millers, she wrote, died on the road."
    ) == [
        ("changed", "Many", "Some"),
        ("same", "of the millers", "of the millers"),
        ("changed", "froze", "she wrote, died"),
        ("same", "on the road", "on the road"),
    ]


def test_what_is_in_one_only() -> None:
    assert _told("The ferry left at noon", "The old ferry left") == [
        ("same", "The", "The"),
        ("put-in", "", "old"),
        ("same", "ferry left", "ferry left"),
        ("left-out", "at noon", ""),
    ]


def test_case_quotation_marks_and_punctuation_are_no_difference() -> None:
    assert _told("“The Ferry’s late”, he said.", "the ferry's late: he said") == [
        ("same", "The Ferry’s late”, he said", "the ferry's late: he said")
    ]


def test_a_stray_common_word_between_two_changes_is_part_of_the_change() -> None:
    assert _told("seven millers of Arden waited", "nobody heard of boats, waited")[0] == (
        "changed",
        "seven millers of Arden",
        "nobody heard of boats",
    )


def test_only_the_passages_given_are_compared() -> None:
    one, other = _text("Before. The mill stood. After."), _text("The mill fell. Much later.")
    pieces = differences(one, other, Range(8, 23), Range(0, 14))
    assert [piece.change for piece in pieces] == ["same", "changed"]
    assert pieces[-1].one == Range(17, 22)


def test_a_sentence_that_is_in_one_only_is_told_whole() -> None:
    assert _told(
        "The mill stood. The mill of Arden fell. The mill was rebuilt.",
        "The mill stood. The mill was rebuilt.",
    ) == [
        ("same", "The mill stood", "The mill stood"),
        ("left-out", "The mill of Arden fell", ""),
        ("same", "The mill was rebuilt", "The mill was rebuilt"),
    ]


def test_texts_that_share_nothing_are_one_change() -> None:
    assert _told("a b", "c d") == [("changed", "a b", "c d")]
    assert _told("", "c d") == [("put-in", "", "c d")]
    assert _told("", "") == []


@settings(deadline=None)  # the first comparison loads a library
@given(WORDS, WORDS)
def test_the_pieces_are_both_texts_in_order_and_nothing_else(one: str, other: str) -> None:
    ours, theirs = _text(one), _text(other)
    pieces = differences(ours, theirs)
    for text, ranges in ((ours, [p.one for p in pieces]), (theirs, [p.other for p in pieces])):
        held = [word for where in ranges if where for word in text_words(text) if _within(word.start, where)]
        assert held == list(text_words(text))
    for piece in pieces:
        if piece.change == "same":
            assert piece.one
            assert piece.other
            assert ours.words(piece.one).lower() == theirs.words(piece.other).lower()
        assert (piece.one is None) == (piece.change == "put-in")
        assert (piece.other is None) == (piece.change == "left-out")
    assert all(
        first.change != second.change or "same" not in first.change
        for first, second in itertools.pairwise(pieces)
    )


def test_long_texts_are_compared_between_the_long_runs_they_share(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [f"Here mill number {number} of Arden stood by the water." for number in range(40)]
    one = " ".join([*kept[:20], "Many came by night.", *kept[20:]])
    other = " ".join(["First of all:", *kept[:20], "Some came by night.", *kept[20:39]])
    told = _told(one, other)
    monkeypatch.setattr(word_alignment, "_MOST_COMPARISONS", 200)
    assert _told(one, other) == told
    assert [(change, left, put) for change, left, put in told if change != "same"] == [
        ("put-in", "", "First of all"),
        ("changed", "Many", "Some"),
        ("left-out", "Here mill number 39 of Arden stood by the water", ""),
    ]


@settings(deadline=None)
@given(WORDS, WORDS)
def test_so_are_texts_with_few_words_in_common(one: str, other: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_alignment, "_MOST_COMPARISONS", 9)
        ours, theirs = _text(one), _text(other)
        for text, ranges in zip(
            (ours, theirs),
            zip(*((p.one, p.other) for p in differences(ours, theirs)), strict=True),
            strict=False,
        ):
            held = [word for word in text_words(text) if any(w and _within(word.start, w) for w in ranges)]
            assert held == list(text_words(text))


@settings(deadline=None)
@given(WORDS)
def test_a_text_differs_from_itself_in_nothing(words: str) -> None:
    assert {change for change, _one, _other in _told(words, words)} <= {"same"}


def _within(position: int, where: Range) -> bool:
    return where.start <= position < where.end
