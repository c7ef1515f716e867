"""The teacher word: set once, asked for ever after, and slow to guess."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.clock import SystemClock
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.operations.learners.slowed import FREE, LONGEST_S, Slowed
from crossread.operations.learners.teacher_word import TeacherWord

WORD = "a quiet harbour"


class Later(SystemClock):
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def on(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash at once: how slow it is is no matter here."""
    monkeypatch.setattr("crossread.operations.learners.kept_word.COST", 2)


def refused(word: TeacherWord, typed: str) -> str:
    with pytest.raises(Expected) as told:
        word.check(typed)
    assert told.value.message
    return told.value.code


def test_the_word_is_asked_for_once_it_is_set_and_kept_unreadable(folders: DataFolders) -> None:
    word = TeacherWord(folders, Later())
    assert refused(word, WORD) == "no-teacher-word"
    word.set(WORD)
    TeacherWord(folders, Later()).check(f" {WORD} ")
    assert refused(word, "another") == "teacher-word-wrong"
    assert "harbour" not in folders.teacher.read_text()


def test_a_word_is_changed_by_who_knows_the_one_before(folders: DataFolders) -> None:
    word = TeacherWord(folders, Later())
    word.set(WORD)
    with pytest.raises(Expected):
        word.set("another word", "guessed")
    word.set("another word", WORD)
    word.check("another word")
    with pytest.raises(Expected) as told:
        word.set("short", "another word")
    assert told.value.code == "teacher-word-short"


def test_wrong_tries_wait_longer_and_longer_also_after_a_new_start(folders: DataFolders) -> None:
    clock = Later()
    TeacherWord(folders, clock).set(WORD)
    for _try in range(FREE):
        assert refused(TeacherWord(folders, clock), "guessed") == "teacher-word-wrong"
    assert refused(TeacherWord(folders, clock), WORD) == "teacher-word-wait"
    clock.on(6)
    assert refused(TeacherWord(folders, clock), "guessed") == "teacher-word-wrong"
    clock.on(6)
    assert refused(TeacherWord(folders, clock), WORD) == "teacher-word-wait"
    clock.on(6)
    TeacherWord(folders, clock).check(WORD)
    assert refused(TeacherWord(folders, clock), "guessed") == "teacher-word-wrong"  # counted from none


def test_a_damaged_file_opens_nothing_and_says_what_to_delete(folders: DataFolders) -> None:
    word = TeacherWord(folders, Later())
    word.set(WORD)
    folders.teacher.write_bytes(b"\xff")
    assert refused(word, WORD) == "teacher-word-damaged"
    folders.teacher.unlink()
    assert not word.is_set()


@given(st.integers(0, 100), st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_no_wait_is_endless_whatever_the_clock_does(wrong: int, last: float, now: float) -> None:
    assert 0 <= Slowed(wrong, last).wait(now) <= LONGEST_S
