"""Questions within questions, and questions that are completed with claims."""

from pathlib import Path

from crossread.packs.check import check_pack
from crossread.packs.problems import Problems
from crossread.packs.reading.question_reading import complete_question, read_question
from crossread.packs.reading.yaml_tree import load_yaml
from crossread.questions.choice import Choice
from crossread.questions.matrix import Matrix
from crossread.questions.two_part import TwoPart
from tests.packs.conftest import Edit

MORE = "questions/3-kinds.yaml"


def inner_of(pack_folder: Path) -> Choice:
    pack = check_pack(pack_folder).pack
    assert pack is not None
    outer = pack.by_id["more-two"]
    assert isinstance(outer, TwoPart)
    assert isinstance(outer.answer, Choice)
    return outer.answer


def test_a_question_within_another_takes_over_what_they_share(kinds_copy: Path) -> None:
    inner = inner_of(kinds_copy)
    assert (inner.id, inner.stage, inner.skill) == ("more-two", "read-more", "use-evidence")
    assert inner.sources == ("warden", "miller")
    assert inner.prompt == "When was the road closed? Mark it in both."
    assert [option.id for option in inner.options] == ["before", "after"]


def test_it_may_have_an_order_of_its_own(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, "    kind: choice", "    kind: choice\n    shuffle: yes")
    assert inner_of(kinds_copy).shuffle


def test_it_is_mixed_where_the_question_around_it_is(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, "  choose: [2, 2]", "  choose: [2, 2]\n  shuffle: yes")
    assert inner_of(kinds_copy).shuffle


def test_a_fault_in_what_both_share_is_told_once(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, "skill: use-evidence", "skill: use-evidense")
    assert [problem.code for problem in check_pack(kinds_copy).problems] == ["unknown-word"]


def test_faults_of_both_are_told_together(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, "skill: use-evidence", "skill: use-evidense")
    edit(MORE, '{id: before, text: "Before eleven"', '{id: before, txt: "Before eleven"')
    codes = [problem.code for problem in check_pack(kinds_copy).problems]
    assert codes == ["unknown-word", "missing-key", "unknown-key"]


def test_where_a_whole_question_is_wanted_a_value_alone_is_told_of(kinds_copy: Path, edit: Edit) -> None:
    text = (kinds_copy / MORE).read_text("utf-8")
    start, end = text.index("  answer:\n    kind: choice"), text.index("  passages:\n    - source: warden")
    (kinds_copy / MORE).write_text(f"{text[:start]}  answer: 6\n{text[end:]}", "utf-8")
    (problem,) = check_pack(kinds_copy).problems
    assert (problem.code, problem.column) == ("no-question", 11)
    assert "kind: choice" in problem.message


def test_questions_within_questions_end_with_the_first_that_cannot_stand_there() -> None:
    inner = "{kind: choice, options: []}"
    for _depth in range(5):
        inner = f"{{kind: two-part, passages: [], answer: {inner}}}"
    problems = Problems()
    node = load_yaml(inner, "f.yaml", problems)
    assert node is not None
    assert read_question(node, "f.yaml", problems) is None
    assert [p.code for p in problems.in_order() if p.code != "missing-key"] == ["nested-kind"]


def test_a_matrix_gets_its_claims_whatever_file_comes_first(kinds_copy: Path) -> None:
    pack = check_pack(kinds_copy).pack
    assert pack is not None
    matrix = pack.by_id["more-matrix"]
    assert isinstance(matrix, Matrix)
    assert [row.id for row in matrix.rows] == ["planks", "survey"]
    assert matrix.rows[0] == pack.claims[0]


def test_what_needs_no_claims_is_complete_as_it_is_written(kinds_copy: Path) -> None:
    pack = check_pack(kinds_copy).pack
    assert pack is not None
    question = pack.by_id["more-cloze"]
    assert complete_question(question, {}) is question
