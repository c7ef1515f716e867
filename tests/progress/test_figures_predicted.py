"""What a learner predicts of a quantity, and which sources then stand alone."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.inquiry.comparison import Judgement, prediction_of
from crossread.inquiry.state import InquiryState
from crossread.progress.figures_predicted import EVERY, WAYS, Prediction, Way, alone, prediction
from crossread.progress.figures_shown import QuantityShown, ValueShown


def said(*judgements: Judgement) -> InquiryState:
    return replace(InquiryState(pack="ferry"), judgements={one.about: one for one in judgements})


def quantity(*values: tuple[str, float | None, float | None]) -> QuantityShown:
    shown = (ValueShown(source=source, low=low, high=high) for source, low, high in values)
    return QuantityShown(id="left", name="how many were left", values=tuple(shown))


def test_values_wait_until_something_was_predicted() -> None:
    assert prediction(said(), "left") == Prediction()
    mine = Judgement(about=prediction_of("left"), chosen=("part",))
    assert prediction(said(mine), "left").way == "part"
    assert prediction(said(mine), "other").way == ""
    everything = Judgement(about=prediction_of(EVERY), chosen=("none",))
    assert prediction(said(mine, everything), "left").way == "part"
    assert prediction(said(mine, everything), "other").way == "none"


@given(
    st.sampled_from(WAYS),
    st.lists(st.text(alphabet="abcdegnoprt-", min_size=1, max_size=6), max_size=8, unique=True),
)
def test_whatever_a_source_is_called_a_prediction_is_read_as_it_was_said(
    way: Way, apart: Sequence[str]
) -> None:
    made = Prediction(way, ("none", *(one for one in apart if one != "none")))
    judgement = Judgement(about=prediction_of("left"), chosen=made.chosen)
    assert prediction(said(judgement), "left") == made


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([("a", 14, 14), ("b", 14, 14), ("c", 24, 24)], ("c",)),
        ([("a", 14, 14), ("b", 15, 15)], ("a", "b")),
        ([("a", 14, 14), ("b", 14, 14)], ()),
        ([("a", 14, 14), ("a", 24, 24), ("b", 24, 24), ("c", 24, None)], ("c",)),  # "24 or more" is not 24
        ([("a", 14, 14)], ("a",)),
    ],
)
def test_who_gives_what_no_other_gives_stands_alone(
    values: list[tuple[str, float | None, float | None]], expected: tuple[str, ...]
) -> None:
    assert alone(quantity(*values)) == expected
