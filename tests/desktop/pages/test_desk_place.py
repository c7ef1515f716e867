"""Where the desk was survives being written and read, and odd values count as nothing."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.pages.desk.desk_place import (
    LARGEST_ZOOM,
    DeskPlace,
    PackPlace,
    PanePlace,
    from_mapping,
    to_mapping,
)

names = st.text(max_size=8)
numbers = st.integers(0, 10**6)
json: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)
desks = st.builds(
    DeskPlace,
    question=names,
    panes=st.lists(
        st.builds(
            PanePlace,
            names,
            st.sampled_from(("digest", "original", "version/first")),
            st.integers(-LARGEST_ZOOM, LARGEST_ZOOM),
        ),
        max_size=4,
    ).map(tuple),
    focused=numbers,
    sizes=st.lists(numbers, max_size=3).map(tuple),
    square=st.lists(numbers, max_size=5).map(tuple),
    summary=st.booleans(),
    alone=st.booleans(),
    beside=st.sampled_from(("questions", "notes")),
    compared=st.dictionaries(names, st.dictionaries(names, names, max_size=3), max_size=3),
)
places = st.builds(
    PackPlace,
    stage=names,
    source=names,
    offered=st.booleans(),
    stages=st.dictionaries(names, desks, max_size=3),
    positions=st.dictionaries(names, st.tuples(numbers, names), max_size=3),
    told=st.dictionaries(names, names, max_size=3),
)


@given(places)
def test_a_place_comes_back_as_it_was_written(place: PackPlace) -> None:
    assert from_mapping(to_mapping(place)) == place


@given(st.dictionaries(st.sampled_from(["stage", "source", "stages", "positions", "told", "offered"]), json))
def test_no_value_is_too_odd_to_be_read(value: dict[str, Any]) -> None:
    place = from_mapping(value)
    assert from_mapping(to_mapping(place)) == place


def test_panes_that_were_remembered_before_they_had_a_size_of_their_own_are_read() -> None:
    desk = from_mapping({"stages": {"read": {"panes": [["warden", "original"], ["miller"], 3]}}}).stages[
        "read"
    ]
    assert desk.panes == (PanePlace("warden", "original"),)
    assert (desk.square, desk.alone, desk.beside) == ((), False, "questions")


@given(json)
def test_a_zoom_that_makes_no_sense_counts_as_none(zoom: object) -> None:
    desk = from_mapping({"stages": {"read": {"panes": [["warden", "digest", zoom]]}}}).stages["read"]
    assert abs(desk.panes[0].zoom) <= LARGEST_ZOOM
