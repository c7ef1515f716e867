from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.widgets.reading.positions import Positions

WITH_EMOJI = st.text(st.sampled_from("aé\n😀🐑𝔞\u0301"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(WITH_EMOJI, st.data())
def test_a_position_is_as_many_units_as_qt_counts_before_it(text: str, data: st.DataObject) -> None:
    point = data.draw(st.integers(0, len(text)))
    assert Positions(text).to_qt(point) == units(text[:point])


@given(WITH_EMOJI, st.data())
def test_there_and_back_is_the_same_position(text: str, data: st.DataObject) -> None:
    point = data.draw(st.integers(0, len(text)))
    positions = Positions(text)
    assert positions.to_text(positions.to_qt(point)) == point


def test_a_unit_inside_a_character_is_the_place_before_it() -> None:
    positions = Positions("a😀b")
    assert [positions.to_text(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])), st.integers(0, 100))
def test_plain_texts_have_the_same_positions(text: str, point: int) -> None:
    assert Positions(text).to_qt(point) == Positions(text).to_text(point) == point
