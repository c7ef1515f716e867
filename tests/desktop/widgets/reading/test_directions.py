"""Which way texts run: by their language, and blocks of another language by their letters."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt

from crossread.desktop.widgets.reading.directions import (
    block_runs_from_right,
    is_joined,
    runs_both_ways,
    runs_from_right,
)


@pytest.mark.parametrize(
    "language", ["ar", "ar-EG", "fa", "he", "he-IL", "ur", "ckb", "yi", "ps", "az-Arab", "AR"]
)
def test_these_languages_run_from_right_to_left(language: str) -> None:
    assert runs_from_right(language)


@pytest.mark.parametrize(
    "language", ["", "en", "az", "az-Latn", "hy", "ru", "tr-TR", "ur-Latn", "de-1996", "x"]
)
def test_these_do_not(language: str) -> None:
    assert not runs_from_right(language)


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "ps", "ug", "yi", "en", "az", "hy", "ru", "ka"])
def test_qt_is_of_the_same_mind(language: str) -> None:
    qt = QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft
    assert runs_from_right(language) == qt


def test_a_block_all_in_other_letters_runs_their_way_and_a_mixed_one_as_its_text_does() -> None:
    assert block_runs_from_right("שלום, 12!", from_right=False)
    assert not block_runs_from_right("Nobody came (12).", from_right=True)
    assert block_runs_from_right("כתב Herald", from_right=True)
    assert not block_runs_from_right("כתב Herald", from_right=False)
    assert block_runs_from_right("12 – 14", from_right=True)
    assert not block_runs_from_right("", from_right=False)


def test_only_words_from_the_right_make_a_line_one_of_pieces() -> None:
    assert runs_both_ways("the word שלום")
    assert not runs_both_ways("naïve Ödön – 12 “quoted”")


def test_letters_that_join_are_told_from_those_that_stand_alone() -> None:
    assert is_joined("قيل")
    assert not is_joined("שלום")
    assert not is_joined("said")


@given(st.text(alphabet=st.characters(max_codepoint=0x2FF)), st.booleans())
def test_latin_letters_never_run_from_the_right(words: str, from_right: bool) -> None:
    if any(sign.isalpha() for sign in words):
        assert not block_runs_from_right(words, from_right=from_right)


def test_no_sign_that_runs_from_right_to_left_is_passed_over_among_others() -> None:
    ways = {"R": (True, False), "AL": (True, True), "AN": (True, False)}
    for number in range(sys.maxunicode + 1):
        sign = chr(number)
        wanted = ways.get(unicodedata.bidirectional(sign))
        if wanted is not None:
            assert (runs_both_ways(f"- {sign}"), is_joined(f"- {sign}")) == wanted, hex(number)
        if wanted is not None and sign.isalpha():
            assert block_runs_from_right(f"- {sign}", from_right=False), hex(number)
