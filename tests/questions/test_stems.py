"""Stems: other forms of the same words are the same answer."""

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.stems import same_stems
from crossread.texts.words.stems import LANGUAGES


@pytest.mark.parametrize(
    ("language", "given_", "wanted"),
    [
        ("en", "Burned boats", "burning boat"),
        ("en", "the watchman’s rope", "the watchman's ropes"),
        ("de", "die Häuser", "die Haus"),
        ("de", "Hauser", "haus"),
        ("fr", "témoignée", "témoigner"),
        ("fr", "temoins", "témoin"),
        ("ru", "лодками", "лодка"),
        ("es", "barcos quemados", "barco quemado"),
        ("es", "quemarian", "quemaría"),
    ],
)
def test_endings_make_no_difference(language: str, given_: str, wanted: str) -> None:
    assert same_stems(given_, wanted, language)


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [("boat burned", "burned boat"), ("burned", "burned boat"), ("boots", "boats"), ("", "boat")],
)
def test_other_words_and_another_order_do(given_: str, wanted: str) -> None:
    assert not same_stems(given_, wanted, "en")


def test_an_unknown_language_has_no_stems() -> None:
    assert not same_stems("boats", "boats", "english")


def test_each_language_is_one_that_snowball_has() -> None:
    assert set(LANGUAGES.values()) <= set(snowballstemmer.algorithms())


@given(st.text(max_size=20), st.sampled_from(sorted(LANGUAGES)))
def test_a_text_has_its_own_stems_in_every_language(text: str, language: str) -> None:
    assert same_stems(text, text, language)
