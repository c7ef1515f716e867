"""What a learner of the term answers who does not know it: wrong, and yet what the window lets one give."""

from pathlib import Path
from random import Random

import pytest

from crossread.base.folders import DataFolders
from crossread.operations.opening.opened import OpenPack
from crossread.questions.marking import mark_answer
from crossread.questions.registry import KINDS
from tests.term.answering import response
from tests.term.term import opened_packs


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> list[OpenPack]:
    folder: Path = tmp_path_factory.mktemp("data")
    return opened_packs(DataFolders(folder))


def test_every_part_of_what_is_answered_can_be_marked(packs: list[OpenPack]) -> None:
    """Else histories show rows like "log → denies → 0", which nobody can give."""
    chance = Random(7)
    wrong = 0
    for opened in packs:
        for question in opened.pack.questions:
            knowing = response(opened, question, chance, knows=True)
            given = response(opened, question, chance, knows=False)
            if not KINDS[question.kind].scored or knowing is None:
                continue
            whole, mark = (mark_answer(question, one, opened.texts) for one in (knowing, given))
            lost = [part.of for part in mark.parts if part.score is None]
            assert len(lost) <= sum(part.score is None for part in whole.parts), (question.id, given)
            wrong += mark.score is not None and mark.score < 1
    assert wrong > 20


def test_an_order_has_all_there_is_to_order(packs: list[OpenPack]) -> None:
    chance = Random(7)
    orders = 0
    for opened in packs:
        for question in opened.pack.questions:
            if question.kind == "ordering":
                given, right = (response(opened, question, chance, knows=knows) for knows in (False, True))
                assert given is not None
                assert right is not None
                assert sorted(given["order"]) == sorted(right["order"])
                orders += given["order"] != right["order"]
    assert orders
