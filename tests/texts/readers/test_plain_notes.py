"""Notes in plain texts: found where they are plain to see, else nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.readers.plain_notes import with_notes
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Block, Text

STORY = ["The weir broke at ten.[1] Two heard it.[2]", "Nobody was hurt.[2] So they say.[3]"]


def text(*lines: str) -> Text:
    return Text(with_notes([Block("paragraph", line) for line in lines]))


def notes(*lines: str) -> dict[str, str]:
    read = text(*lines)
    return {name: read.words(where) for name, where in read.notes.items()}


@pytest.mark.parametrize("begin", ["{}. ", "[{}] ", "{}) ", "{} ^ ", "  {}. "])
def test_a_numbered_list_at_the_end_that_the_marks_lead_to_is_the_notes(begin: str) -> None:
    rows = [begin.format(number) + word for number, word in enumerate(("Log", "Diary", "Letter"), 1)]
    read = text(*STORY, "Notes", *rows)
    assert {name: read.words(where) for name, where in read.notes.items()} == dict(
        zip("123", rows, strict=True)
    )
    assert [len(marks) for marks in read.note_marks.values()] == [1, 2, 1]
    assert all(read.words(mark) == "[2]" for mark in read.note_marks["2"])


def test_a_note_goes_on_until_the_next_and_the_last_is_one_paragraph() -> None:
    assert notes(*STORY, "1. Log", "page 4", "2. Diary", "3. Letter", "See also") == {
        "1": "1. Log\npage 4",
        "2": "2. Diary",
        "3": "3. Letter",
    }


def test_a_copy_that_has_lost_a_few_notes_still_has_the_others() -> None:
    marks = [f"Said so.[{number}]" for number in range(1, 31)]
    rows = [f"{number}. Book {number}" for number in range(1, 31) if number != 11]
    read = text(*marks, *rows)
    assert len(read.notes) == 29
    assert "11" not in read.note_marks


@pytest.mark.parametrize(
    "lines",
    [
        [*STORY],
        [*STORY, "1. Log"],
        [*STORY, "2. Diary", "3. Letter"],
        [*STORY, "1. Log", "2. Diary"],
        ["No mark here.", "1. First this", "2. Then that"],
        ["1. Log", "2. Diary", "3. Letter", *STORY],
        ["One mark.[1]", *(f"{number}. Point" for number in range(1, 9))],
        [*STORY, "1. Log", "3. Letter", "2. Diary"],
        [],
    ],
)
def test_where_there_is_any_doubt_there_are_no_notes(lines: list[str]) -> None:
    blocks = tuple(Block("paragraph", line) for line in lines)
    assert with_notes(blocks) == blocks


def test_one_note_is_enough_where_it_begins_with_its_mark() -> None:
    assert notes("The warden [1]", "Notes", "[1] She is not paid.") == {"1": "[1] She is not paid."}
    assert notes("The warden [1]", "Notes", "1. She is not paid.") == {}


def test_an_earlier_list_is_not_taken_for_the_notes() -> None:
    assert notes("1. Eat", "2. Sleep", *STORY, "1. Log", "2. Diary", "3. Letter")["1"] == "1. Log"


def test_a_plain_file_is_read_with_its_notes() -> None:
    lines = [*STORY, "Notes", "1. Log", "2. Diary", "3. Letter"]
    read = read_plain("\n".join(lines).encode()).text
    assert list(read.notes) == ["1", "2", "3"]
    assert read.shown == "\n".join(lines)


LINES = st.lists(
    st.sampled_from(["[1]", "[2] x", "1. x", "2. x", "3) y", "1 ^ z", "x[1][3]", "[12]", "words"]),
    max_size=12,
)


@given(LINES)
def test_looking_for_notes_changes_no_word(lines: list[str]) -> None:
    read = text(*lines)
    assert read.shown == "\n".join(lines)
    assert read.notes.keys() == read.note_marks.keys()
    for name, marks in read.note_marks.items():
        assert all(read.words(mark) == f"[{name}]" for mark in marks)
        assert all(mark.end <= read.notes[name].start for mark in marks)


def test_many_short_lists_take_no_longer_than_one() -> None:
    lines = ["[1] [9] x", *(f"{number % 2 + 1}. x" for number in range(1, 40_000))]
    assert notes(*lines) == {}
