"""Keys that no response can reach are pointed out; what is wrong otherwise, or needs originals, is not."""

from pathlib import Path

from crossread.packs.check import check_pack
from tests.packs.conftest import Edit
from tests.packs.test_check import told

NIGHT, CAUSE, MORE = "questions/1-night.yaml", "questions/2-cause.yaml", "questions/3-kinds.yaml"


def in_the_original_alone(pack: Path) -> None:
    """Take the quotes from the digest out of a question that asks for passages."""
    text = (pack / NIGHT).read_text("utf-8")
    lines = [line for line in text.split("\n") if not line.startswith(("      core: ", "      acceptable: "))]
    (pack / NIGHT).write_text("\n".join(lines), "utf-8")


def test_passages_of_originals_alone_cannot_be_marked_on_the_digests(pack_copy: Path) -> None:
    in_the_original_alone(pack_copy)
    (problem,) = check_pack(pack_copy).problems
    assert (problem.severity, problem.code) == ("warning", "key-unreachable")
    lines = (pack_copy / NIGHT).read_text("utf-8").split("\n")
    assert lines[problem.line - 1] == "- id: night-agree"


def test_a_question_that_waits_for_the_originals_is_not_tried_on_the_digests(
    pack_copy: Path, edit: Edit
) -> None:
    in_the_original_alone(pack_copy)
    edit(NIGHT, "  choose: [2, 2]", "  choose: [2, 2]\n  needs: original")
    assert told(check_pack(pack_copy)) == []


def test_a_half_of_two_parts_that_nobody_can_reach_is_found(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, 'core: "by eleven there was one"\n', "\n")
    (problem,) = check_pack(kinds_copy).problems
    assert problem.code == "key-unreachable"


def test_an_answer_of_signs_alone_that_nothing_typed_fits_is_found(kinds_copy: Path, edit: Edit) -> None:
    edit(MORE, '[{text: "three", score: 1}, {text: "3", score: 1}]', '[{text: "*.*", score: 1}]')
    (problem,) = check_pack(kinds_copy).problems
    assert (problem.code, problem.line) == ("key-unreachable", 46)


def test_a_question_with_an_error_is_not_called_unreachable_too(pack_copy: Path, edit: Edit) -> None:
    edit(NIGHT, 'core: "by eleven there was one"', 'core: "by twelve there was one"')
    assert "key-unreachable" not in [problem.code for problem in check_pack(pack_copy).problems]


def test_a_question_about_a_source_that_cannot_be_read_is_not_called_unreachable(
    pack_copy: Path, edit: Edit
) -> None:
    edit("sources/B-miller.md", 'short: "The miller"', 'short: "The miller')
    assert "key-unreachable" not in [problem.code for problem in check_pack(pack_copy).problems]


def test_a_matrix_with_too_much_in_one_cell_is_refused_in_no_time(kinds_copy: Path, edit: Edit) -> None:
    many = ", ".join(f'{{stance: hedges, says: "{number}"}}' for number in range(900))
    edit("claims.yaml", "[{stance: silent, could: no}]", f"[{many}]")
    problems = check_pack(kinds_copy).problems
    assert "too-many-statements" in [problem.code for problem in problems]
    assert "key-unreachable" not in [problem.code for problem in problems]
