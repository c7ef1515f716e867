"""Projections: kept up entry by entry, put down and taken up again anywhere, they come to the same."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.progress.progress_of import PROJECTIONS, progress_of_entries
from crossread.progress.projection import Projection
from tests.progress.random_records import entries_at_random


@pytest.mark.parametrize("projection", PROJECTIONS, ids=lambda one: one.name)
@given(entries=entries_at_random(), cut=st.integers(0, 60))
def test_a_state_put_down_anywhere_and_taken_up_again_comes_to_the_same(
    projection: Projection[Any], entries: list[Entry], cut: int
) -> None:
    whole, cut_state = projection.empty(), projection.empty()
    for number, entry in enumerate(entries):
        projection.add(whole, entry)
        if number == cut:
            cut_state = projection.from_json(json.loads(json.dumps(projection.to_json(cut_state))))
        projection.add(cut_state, entry)
    assert projection.to_json(cut_state) == projection.to_json(whole)
    again = projection.from_json(json.loads(json.dumps(projection.to_json(whole))))
    assert projection.to_json(again) == projection.to_json(whole)


@pytest.mark.parametrize("projection", PROJECTIONS, ids=lambda one: one.name)
@pytest.mark.parametrize("value", [None, [], {}, {"marks": 3}, "x", {"stages": [[1]], "here": {}}])
def test_what_no_state_was_put_down_as_is_refused(projection: Projection[Any], value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        projection.from_json(value)


def test_projections_have_names_of_their_own() -> None:
    assert len({one.name for one in PROJECTIONS}) == len(PROJECTIONS)


@given(entries=entries_at_random())
def test_what_is_read_and_how_long_changes_no_number_but_time_and_the_mirror(entries: list[Entry]) -> None:
    quiet = [one for one in entries if one.kind not in ("source-read", "time-spent", "card-opened")]
    one, other = progress_of_entries(entries, UTC), progress_of_entries(quiet, UTC)
    assert (one.packs, one.skills, one.certainty) == (other.packs, other.skills, other.certainty)


@given(entries=entries_at_random())
def test_clocks_that_jump_change_nothing_but_days(entries: list[Entry]) -> None:
    odd = [replace(one, at=datetime(2030, 1, 1, tzinfo=UTC) - timedelta(hours=one.seq)) for one in entries]
    one, other = progress_of_entries(entries, UTC), progress_of_entries(odd, UTC)
    assert (one.packs, one.skills, one.certainty) == (other.packs, other.skills, other.certainty)
    assert sum(day.minutes for day in one.days) == pytest.approx(sum(day.minutes for day in other.days))
