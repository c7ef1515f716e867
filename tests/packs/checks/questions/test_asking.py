"""How questions are asked: tries, penalties, certainty and mixing, for a pack, a stage or a question."""

from pathlib import Path

import pytest

from crossread.inquiry.behaviours import BEHAVIOURS
from crossread.packs.check import check_pack
from crossread.packs.reading import schema
from tests.packs.conftest import Edit
from tests.packs.test_check import told

MORE, HEAD = "questions/3-kinds.yaml", "pack.yaml"


def test_the_check_knows_the_behaviours_that_there_are_and_which_of_them_count_tries() -> None:
    assert set(schema.BEHAVIOURS) == set(BEHAVIOURS)
    assert set(schema.COUNTING_TRIES) == {name for name, one in BEHAVIOURS.items() if one.tries > 1}


def test_tries_of_a_pack_count_where_one_stage_or_question_has_them(kinds_copy: Path, edit: Edit) -> None:
    edit(HEAD, "behaviour: deferred", "behaviour: deferred\ntries: 4\npenalty: 10 %")
    result = check_pack(kinds_copy)
    assert told(result) == []
    assert result.pack is not None
    assert (result.pack.tries, result.pack.penalty) == (4, "10 %")


def test_tries_that_count_nowhere_are_pointed_out_where_they_stand(pack_copy: Path, edit: Edit) -> None:
    edit(HEAD, "behaviour: deferred", "behaviour: deferred\ntries: 4")
    edit(HEAD, "behaviour: immediate", "behaviour: immediate\n    penalty: 10 %")
    problems = check_pack(pack_copy).problems
    assert [(p.severity, p.code, p.line, p.column) for p in problems] == [
        ("warning", "tries-unused", 11, 1),
        ("warning", "tries-unused", 30, 5),
    ]
    assert "“tries” changes nothing" in problems[0].message
    assert "“immediate”" in problems[1].message


def test_a_question_with_tries_of_its_own_makes_those_of_its_stage_count(
    kinds_copy: Path, edit: Edit
) -> None:
    edit(HEAD, 'title: "More"', 'title: "More", penalty: 0.5')
    assert told(check_pack(kinds_copy)) == []


def mixed(pack_folder: Path) -> set[str]:
    pack = check_pack(pack_folder).pack
    assert pack is not None
    return {question.id for question in pack.questions if question.shuffle}


@pytest.mark.parametrize(
    ("pack", "stage", "expected"),
    [
        ("", "", {"more-multiple"}),
        ("", ", shuffle: yes", {"more-multiple", "night-planks"}),
        ("shuffle: yes", "", {"more-multiple", "night-planks", "cause-report"}),
        ("shuffle: yes", ", shuffle: no", {"more-multiple", "cause-report"}),
        ("shuffle: no", ", shuffle: yes", {"more-multiple", "night-planks"}),
    ],
)
def test_mixing_is_taken_over_from_the_stage_else_from_the_pack(
    kinds_copy: Path, edit: Edit, pack: str, stage: str, expected: set[str]
) -> None:
    edit(HEAD, "behaviour: deferred", f"behaviour: deferred\n{pack}")
    edit(HEAD, 'title: "The night"', f'title: "The night"{stage}')
    assert mixed(kinds_copy) & {"more-multiple", "night-planks", "cause-report"} == expected


def test_a_question_that_says_no_is_not_mixed_though_its_pack_says_yes(kinds_copy: Path, edit: Edit) -> None:
    edit(HEAD, "behaviour: deferred", "behaviour: deferred\nshuffle: yes")
    edit(MORE, "shuffle: yes", "shuffle: no")
    assert "more-multiple" not in mixed(kinds_copy)
    assert "more-two" in mixed(kinds_copy)
