"""A file on its way: what is told of it in the end, to a teacher with a whole class at work."""

import pytest

from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.operations.handing_on.running import LeftOut, Running
from tests.inquiry.making import as_entry

NEWER = Expected("record-newer", "It was written by a newer Crossread.")
GONE = Expected("record-unreadable", "The disk is gone.")


def test_where_all_was_as_one_would_expect_nothing_is_told() -> None:
    assert Running().told() == []


def test_who_is_left_out_is_named_and_each_reason_told_once() -> None:
    running = Running(left_out=[LeftOut("Ada", NEWER), LeftOut("Bo", GONE), LeftOut("Cem", NEWER)])
    assert running.told() == [
        "Left out: Ada, Cem. It was written by a newer Crossread.",
        "Left out: Bo. The disk is gone.",
    ]


def test_of_many_open_windows_some_are_named_and_the_others_counted() -> None:
    running = Running(open_elsewhere=[f"7b-{number}" for number in range(30)])
    (told,) = running.told()
    assert told.endswith("7b-10, 7b-11 and 18 more.")


def test_entries_are_counted_as_they_pass_and_stopping_ends_that() -> None:
    running = Running()
    passing = running.watched([as_entry(NewEntry(kind="session"), 1)] * 1200)
    for _entry in range(600):
        next(passing)
    assert running.entries == 500
    running.stop()
    with pytest.raises(Expected) as stopped:
        list(passing)
    assert stopped.value.code == "stopped"
