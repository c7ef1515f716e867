"""What articles took from each other, against the runs that the program finds."""

import os
from pathlib import Path

import pytest

from crossread.texts.wording.shared_wording import shared_runs
from tests.gold.borrowings import by_looking_everywhere, found, planted, read_originals, surplus, words_of
from tests.gold.gold import INVENTED, Borrowing

ORIGINALS = os.environ.get("CROSSREAD_ORIGINALS", "")


@pytest.mark.parametrize(("name", "borrowing"), planted())
def test_every_planted_run_of_seven_words_or_more_is_found(name: str, borrowing: Borrowing) -> None:
    assert found(name, borrowing) is not None


@pytest.mark.parametrize("name", INVENTED)
def test_no_run_is_found_that_was_not_planted(name: str) -> None:
    assert surplus(name) == []


@pytest.mark.skipif(not ORIGINALS, reason="CROSSREAD_ORIGINALS names no folder")
def test_on_real_originals_the_runs_are_those_that_looking_everywhere_finds() -> None:
    texts = read_originals(Path(ORIGINALS))
    looked = by_looking_everywhere(texts)
    assert {(run.one, run.other, tuple(words_of(texts, run))) for run in shared_runs(texts)} == looked
    assert {len(run) for _one, _other, run in looked} == {7, 10, 15, 27}  # the four that people found, too
