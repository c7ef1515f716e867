"""Words in a few lines: nothing more than fits, and whole words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.clamped import clamp
from crossread.desktop.widgets.painting.paragraph import Paragraph

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=80).map(" ".join)


@pytest.fixture(autouse=True)
def a_look(qapp: QApplication) -> None:
    """Measuring words needs a running application."""


@settings(max_examples=60, deadline=None)
@given(WORDS, st.integers(60, 400), st.integers(1, 4))
def test_what_is_left_fits_and_is_the_beginning_in_whole_words(text: str, width: int, lines: int) -> None:
    font = theme.current().font("interface")
    kept = clamp(text, font, width, lines)
    assert Paragraph(kept, font, width).lines <= lines
    if kept != text:
        assert kept.endswith("…")
        assert text.startswith(kept[:-1])
        if " " in kept:
            assert text[len(kept) - 1] == " "


def test_a_text_that_fits_and_one_that_is_asked_for_in_whole_stay_as_they_are() -> None:
    font = theme.current().font("serif")
    assert clamp("A few words.", font, 400, 1) == "A few words."
    long = "Many words. " * 200
    assert clamp(long, font, 200, 0) == long


def test_one_word_that_is_too_long_is_cut_within() -> None:
    font = theme.current().font("serif")
    kept = clamp("Donaudampfschifffahrt" * 20, font, 120, 1)
    assert kept.endswith("…")
    assert len(kept) > 3
