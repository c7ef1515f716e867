"""How problems are told."""

import pytest

from crossread.base.errors import Expected
from crossread.packs.problems import Problem, Problems, known_names, nearest, shortened


def test_a_problem_reads_as_one_line_that_editors_know() -> None:
    problem = Problem(
        "questions/a.yaml", 12, 5, "error", "unknown-key", "“x” is not a key that is known here."
    )
    assert str(problem) == "questions/a.yaml:12:5: error unknown-key “x” is not a key that is known here."


def test_problems_come_by_file_and_line_with_the_pack_first() -> None:
    problems = Problems()
    problems.warning("floor.yaml", (2, 1), "w", "later")
    problems.error("floor.yaml", (1, 9), "e", "sooner")
    problems.error("pack.yaml", (9, 1), "e", "first")
    problems.error("pack.yaml", (9, 1), "e", "first")
    assert [problem.message for problem in problems.in_order()] == ["first", "sooner", "later"]


def test_warnings_alone_are_no_errors() -> None:
    problems = Problems()
    problems.warning("a", (1, 1), "w", "")
    assert not problems.has_errors
    problems.error("a", (1, 1), "e", "")
    assert problems.has_errors


def test_an_expected_error_says_its_own_line() -> None:
    problems = Problems()
    problems.expected("a.md", (3, 1), Expected("too-long", "Line {line} is too long.", line=17))
    problems.expected("a.md", (3, 1), Expected("odd", "This is odd."))
    assert [str(problem) for problem in problems.in_order()] == [
        "a.md:3:1: error odd This is odd.",
        "a.md:17:1: error too-long Line 17 is too long.",
    ]


def test_the_nearest_name_is_found_through_slips_of_the_pen() -> None:
    known = ["explanation", "evidence", "written_about", "licence", "short-answer"]
    assert nearest("explenation", known) == "explanation"
    assert nearest("license", known) == "licence"
    assert nearest("Written-About", known) == "written_about"
    assert nearest("short answer", known) == "short-answer"
    assert nearest("colour", known) == ""


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("core", "source"),
        ("source", "occurrence"),
        ("passages", "stage"),
        ("options", "points"),
        ("disagree", "agree"),
        ("yes", "es"),
    ],
)
def test_a_word_that_only_shares_letters_with_another_is_not_taken_for_it(name: str, known: str) -> None:
    assert nearest(name, [known]) == ""


@pytest.mark.parametrize(
    ("name", "known"),
    [("eng", "en"), ("no", "none"), ("proof", "prove"), ("multiple-choice", "multiple"), ("Kind", "kind")],
)
def test_what_may_well_be_meant_is_offered(name: str, known: str) -> None:
    assert nearest(name, [known, "something-else"]) == known


def test_where_no_name_is_near_all_are_named() -> None:
    assert known_names("compare", ["before", "meet", "read"]) == "Known are: before, meet, read."
    assert known_names("raed", ["before", "meet", "read"]) == "Did you mean “read”?"
    assert known_names("x", []) == ""


def test_of_many_names_the_first_are_told_and_how_many_more_there_are() -> None:
    names = [f"name-{number}" for number in range(100)]
    assert known_names("zzz", names).startswith("Known are: name-0, name-1, ")
    assert known_names("zzz", names).endswith(", name-39 and 60 more.")


def test_names_are_looked_at_only_so_many_times_in_one_check() -> None:
    problems = Problems()
    names = [f"name-{number}" for number in range(100_000)]
    hints = [problems.hint("nam-77", names) for _time in range(7)]
    assert hints == ["Did you mean “name-77”?"] * 5 + ["", ""]


def test_what_an_author_wrote_without_end_is_told_with_an_end() -> None:
    assert shortened("short") == "short"
    assert len(shortened("9" * 5_000)) == 600
    assert shortened("9" * 5_000).endswith("9…")
