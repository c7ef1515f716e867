import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.text import Block, Text
from crossread.texts.wording.telling_reasons import GROUPS, why_telling, word_kind_label
from crossread.texts.wording.telling_words import find_words
from crossread.texts.wording.word_lists import english


def _found(words: str, *, quoted_only: bool = False) -> list[tuple[str, str]]:
    text = Text((Block("paragraph", words),))
    return [(word.words, word.kind) for word in find_words(text, quoted_only=quoted_only)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It was a shameless lie of the board.", [("shameless", "loaded")]),
        ("The board reportedly knew.", [("reportedly", "hedging")]),
        ("Up to forty were there, some say.", [("Up to", "hedging"), ("some say", "hedging")]),
        ("The clerk said so; the reeve claimed it.", [("said", "saying"), ("claimed", "doubting")]),
        ("The so-called inquiry admitted it.", [("so-called", "doubting"), ("admitted", "endorsing")]),
        ("They were cruelly treated.", [("cruelly", "loaded")]),
        ("The mill stood by the water.", []),
    ],
)
def test_words_are_found_with_their_kind(words: str, found: list[tuple[str, str]]) -> None:
    assert _found(words) == found


def test_the_longest_entry_counts_and_no_word_twice() -> None:
    assert _found("It is believed to have been in cold blood.") == [
        ("It is believed", "hedging"),
        ("in cold blood", "loaded"),
    ]


def test_no_phrase_reaches_over_the_end_of_a_sentence() -> None:
    assert _found("He gave some. Say it again.") == [("Say", "saying")]


def test_of_a_digest_only_words_that_it_quotes_count() -> None:
    words = "She blames the brutal flood and writes of “a brutal, wicked winter”."
    assert _found(words, quoted_only=True) == [("brutal", "loaded"), ("wicked", "loaded")]
    assert ("brutal", "loaded") in _found(words)
    assert len(_found(words)) > len(_found(words, quoted_only=True))


def test_every_entry_is_found_and_says_why() -> None:
    for entry in english().telling:
        words = re.sub(r"\*", "", " ".join(entry.words))
        text = Text((Block("paragraph", words),))
        assert any(word.where.start == 0 for word in find_words(text)), words
        assert entry.group in GROUPS
        found = find_words(text)[0]
        assert why_telling(found).endswith(".")
        assert word_kind_label(found.kind)


def test_every_group_that_has_a_reason_is_used() -> None:
    assert {entry.group for entry in english().telling} == GROUPS


def test_no_entry_stands_twice() -> None:
    entries = [entry.words for entry in english().telling]
    assert len(entries) == len(set(entries))


@given(st.text(max_size=60))
def test_found_words_stand_where_they_say_and_do_not_overlap(words: str) -> None:
    text = Text((Block("paragraph", words),)) if words.strip() else Text(())
    found = find_words(text)
    assert all(text.words(word.where) == word.words for word in found)
    assert all(one.where.end <= other.where.start for one, other in itertools.pairwise(found))
