"""Words that several pages say alike."""

import re

import pytest

from crossread.desktop.pages.library.pack_card import duration_words
from crossread.desktop.pages.words import closed_words, meta_words
from tests.questions.making import CHOICE


def test_no_line_can_begin_with_the_dot_between_two_facts() -> None:
    """A space before the dot would let a line break there."""
    for words in (meta_words(CHOICE), closed_words(CHOICE, None)):
        assert "·" in words
        assert re.search(r" ·|·\S", words) is None


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (90, "90 minutes"),
        (110, "about 2 hours"),
        (135, "about 2 hours"),
        (150, "about 2.5 hours"),
    ],
)
def test_long_times_are_told_in_hours_and_short_ones_in_minutes(minutes: int, words: str) -> None:
    assert duration_words(minutes) == words
