"""What authors make of an original: its fingerprint, and anchors of runs of its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.packs.check import check_pack
from crossread.packs.making.authoring import anchor_words, fingerprint_original
from crossread.texts.passages.anchors import place_words
from crossread.texts.passages.fingerprint import containment
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Block, Text
from crossread.texts.words.normal import text_words
from tests.packs.conftest import FIXTURES

WARDEN = read_plain((FIXTURES / "originals" / "warden.txt").read_bytes()).text


def test_the_fixture_says_of_its_originals_what_the_fingerprint_says() -> None:
    pack = check_pack(FIXTURES / "two-accounts").pack
    assert pack is not None
    for source in pack.sources:
        text = read_plain((FIXTURES / "originals" / f"{source.id}.txt").read_bytes()).text
        made = fingerprint_original(text)
        lines = (
            (FIXTURES / "two-accounts" / "originals" / f"{source.id}.hashes").read_text("utf-8").split("\n")
        )
        assert lines == [*made.lines, ""]
        assert source.original is not None
        assert made.card == {"words": source.original.words, "sketch": list(source.original.sketch)}
        assert containment(made.card["sketch"], text) == 1


def test_every_sentence_of_five_words_or_more_has_its_line() -> None:
    lines = fingerprint_original(WARDEN).lines
    counts = [int(line.split()[1]) for line in lines]
    assert min(counts) >= 5
    assert 0.9 * len(text_words(WARDEN)) < sum(counts) <= len(text_words(WARDEN))
    blocks = [int(line.split()[0]) for line in lines]
    assert blocks == sorted(blocks)
    assert blocks[0] == 0
    assert blocks[-1] == len(WARDEN.blocks) - 1


def test_notes_are_told_from_text() -> None:
    kinds = [line.split()[3] for line in fingerprint_original(WARDEN).lines]
    assert kinds[0] == "text"
    assert kinds[-1] == "note"
    assert kinds.count("note") == 1


def test_a_text_too_short_to_be_known_again_is_refused() -> None:
    with pytest.raises(Expected) as raised:
        fingerprint_original(Text((Block("paragraph", "Too short."),)))
    assert raised.value.code == "sketch-empty"


def test_a_run_of_words_is_anchored_whatever_its_quotes_and_case() -> None:
    anchor = anchor_words(WARDEN, "THE baker’s  van crossed after ten o'clock")
    place = place_words(WARDEN, anchor)
    assert place is not None
    assert WARDEN.words(place) == "the baker's van crossed after ten o'clock"
    assert (anchor.words, anchor.nth) == (7, 1)


@pytest.mark.parametrize(
    ("words", "nth", "code"),
    [
        ("four words are few", None, "anchor-too-short"),
        ("these words are not in the text", None, "anchor-absent"),
        ("one two three four five", 3, "anchor-absent"),
        ("one two three four five", None, "anchor-ambiguous"),
    ],
)
def test_what_cannot_be_anchored_is_said(words: str, nth: int | None, code: str) -> None:
    text = Text((Block("paragraph", "One two three four five. One two three four five."),))
    with pytest.raises(Expected) as raised:
        anchor_words(text, words, nth)
    assert raised.value.code == code


def test_the_second_of_two_places_is_anchored_as_such() -> None:
    text = Text((Block("paragraph", "One two three four five. One two three four five."),))
    anchor = anchor_words(text, "one two three four five", 2)
    place = place_words(text, anchor)
    assert anchor.nth == 2
    assert place is not None
    assert place.start == 25


@given(st.data())
def test_every_run_of_five_words_or_more_finds_its_place_again(data: st.DataObject) -> None:
    words = text_words(WARDEN)
    first = data.draw(st.integers(0, len(words) - 5))
    last = data.draw(st.integers(first + 4, min(len(words) - 1, first + 30)))
    shown = WARDEN.shown[words[first].start : words[last].end]
    anchor = anchor_words(WARDEN, shown, 1)
    place = place_words(WARDEN, anchor)
    assert place is not None
    assert anchor.words == last - first + 1
