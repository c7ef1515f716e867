"""Answers read page by page: each says the same of itself as where all entries are looked through."""

from pathlib import Path

import pytest

from crossread.base.entries import NewEntry
from crossread.operations.remembering import memory, taken_up
from crossread.progress.history import history
from tests.inquiry.making import PACK, WRONG, Learner
from tests.operations.recalling import Remembering


@pytest.fixture(autouse=True)
def little_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all but a few entries read from the record."""
    monkeypatch.setattr(taken_up, "MOST", 4)
    monkeypatch.setattr(memory, "_PUT_DOWN_AFTER", 5)


def _several_attempts() -> list[NewEntry]:
    """Try a stage again and again, each time leaving another question open, the last time under way."""
    learner = Learner()
    made: list[NewEntry] = []
    for number, questions in enumerate((("first", "forty"), ("forty",), ("first", "where"), ("forty",))):
        for question in questions:
            made += learner.answer(question, WRONG[question] if number % 2 else None)
        if number < 3:
            made += [*learner.hand_in(), *learner.try_again()]
    return made


@pytest.mark.parametrize("page", [1, 2, 50])
def test_of_several_attempts_a_page_says_which_answers_count(tmp_path: Path, page: int) -> None:
    first = Remembering(tmp_path / "ada").begin()
    first.give(PACK.id, _several_attempts())
    first.saved()
    first.close()
    desk = Remembering(tmp_path / "ada").begin()
    told = desk.answers(page)
    assert told == history(desk.entries(), desk.memory.seen)
    assert {one.question: one.attempt for one in told if one.in_force} == {"first": 3, "forty": 2, "where": 3}
    desk.close()
