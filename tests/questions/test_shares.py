"""Shares: what authors may write, read exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.shares import parse_share


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("25 %", Fraction(1, 4)),
        ("25%", Fraction(1, 4)),
        ("25\u00a0%", Fraction(1, 4)),
        ("12.5 %", Fraction(1, 8)),
        ("1/3", Fraction(1, 3)),
        ("0.1", Fraction(1, 10)),
        ("0", Fraction(0)),
        ("1", Fraction(1)),
        ("100 %", Fraction(1)),
        (" 1/4 ", Fraction(1, 4)),
    ],
)
def test_a_share_is_read_exactly(text: str, share: Fraction) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "%",
            "25",
            "101 %",
            "4/3",
            "1/0",
            "0/0",
            "-1/4",
            "a third",
            "1 / 3 %",
            "0,25",
            "1e-1",
            "nan",
            "٢٥ %",
        ),
        "9" * 5000,
        "1/" + "9" * 5000,
    ],
)
def test_what_is_no_share_from_0_to_1_is_none(text: str) -> None:
    assert parse_share(text) is None


@given(st.integers(0, 999_999), st.integers(1, 999_999))
def test_every_share_written_as_a_fraction_is_that_fraction(above: int, below: int) -> None:
    expected = Fraction(above, below) if above <= below else None
    assert parse_share(f"{above}/{below}") == expected


@given(st.text(max_size=20))
def test_any_text_is_a_share_from_0_to_1_or_none(text: str) -> None:
    share = parse_share(text)
    assert share is None or 0 <= share <= 1
