"""What invented articles took from each other, against the runs that the program finds."""

from collections.abc import Iterator

import pytest

from crossread.texts.normal import normal_words, text_words
from crossread.texts.shared_run import SharedRun
from crossread.texts.shared_wording import LEAST, shared_runs
from crossread.texts.text import Range, Text
from tests.gold.gold import FOLDER, INVENTED, Borrowing, read_borrowings, read_folder


def _planted() -> Iterator[tuple[str, Borrowing]]:
    for name in INVENTED:
        for borrowing in read_borrowings(FOLDER / name / "borrowings.csv"):
            if len(_words(borrowing.run)) >= LEAST and not borrowing.how.startswith("changed"):
                yield name, borrowing


def _words(words: str) -> list[str]:
    return [word.text for word in normal_words(words)]


def _shared(text: Text, where: Range) -> list[str]:
    return [word.text for word in text_words(text) if where.start <= word.start < where.end]


def _run_of(name: str, borrowing: Borrowing) -> SharedRun | None:
    texts, _blocks = read_folder(FOLDER / name)
    wanted = " ".join(_words(borrowing.run))
    return next(
        (
            run
            for run in shared_runs(texts)
            if {run.one, run.other} == {borrowing.taken_from, borrowing.taken_by}
            and wanted in " ".join(_shared(texts[run.one], run.in_one[0].where))
        ),
        None,
    )


@pytest.mark.parametrize(("name", "borrowing"), list(_planted()))
def test_every_planted_run_of_seven_words_or_more_is_found(name: str, borrowing: Borrowing) -> None:
    assert _run_of(name, borrowing) is not None


@pytest.mark.parametrize("name", INVENTED)
def test_no_run_is_found_that_was_not_planted(name: str) -> None:
    texts, _blocks = read_folder(FOLDER / name)
    planted = [
        " ".join(_words(borrowing.run)) for borrowing in read_borrowings(FOLDER / name / "borrowings.csv")
    ]
    for run in shared_runs(texts):
        found = " ".join(_shared(texts[run.one], run.in_one[0].where))
        assert any(one in found or found in one for one in planted), found
