"""Rows for a spreadsheet: words stay words, numbers stay numbers, and there can be any number of rows."""

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossread.reports.spreadsheet import MARK, as_csv, csv_lines, guarded, number

SIGNS = "=+-@\t\r\n\0＝＋－＠"
PASSED_OVER = " \"'\u00a0\u3000\ufeff\u200b\u200e"
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def read(text: str) -> list[list[str]]:
    assert text.startswith(MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), strict=True))


@given(st.text(st.sampled_from(PASSED_OVER), max_size=4), st.sampled_from(SIGNS), anything)
@example("\ufeff", "=", "HYPERLINK()")
@example('"', "@", "SUM(A1)")
@example("\u00a0 ", "＝", "1+1")
def test_no_words_are_taken_for_a_formula_whatever_stands_before_its_sign(
    before: str, sign: str, rest: str
) -> None:
    assert guarded(before + sign + rest) == f"'{before}{sign}{rest}"
    ((cell,),) = read(as_csv([[before + sign + rest]]))
    assert cell.startswith("'")
    assert "\0" not in cell


@given(st.floats(-1e6, 1e6) | st.integers(-(10**9), 10**9))
def test_a_number_of_ours_stays_a_number_also_below_nothing(value: float) -> None:
    ((cell, other),) = read(as_csv([[value, "words"]]))
    assert float(cell) == pytest.approx(value, abs=5.1e-5)
    assert set(cell) <= set("0123456789.-")
    assert other == "words"


@pytest.mark.parametrize(
    ("value", "written"), [(-0.5, "-0.5"), (2.0, "2"), (1 / 3, "0.3333"), (-0.00001, "0")]
)
def test_a_number_has_no_more_digits_than_it_needs(value: float, written: str) -> None:
    assert number(value) == written


def test_yes_no_and_nothing_have_words_of_their_own() -> None:
    assert read(as_csv([[True, False, None]])) == [["yes", "no", ""]]


@given(st.lists(st.lists(anything, min_size=2, max_size=3), max_size=4))
def test_each_row_is_one_row_with_as_many_cells_whatever_is_in_them(rows: list[list[str]]) -> None:
    assert [len(row) for row in read(as_csv(rows))] == [len(row) for row in rows]


def test_rows_are_written_as_they_come() -> None:
    asked: list[int] = []

    def rows() -> Iterator[list[int]]:
        for at in range(3):
            asked.append(at)
            yield [at]

    lines = csv_lines(rows())
    assert next(lines) == f"{MARK}0\r\n"
    assert asked == [0]
    assert list(lines) == ["1\r\n", "2\r\n"]
