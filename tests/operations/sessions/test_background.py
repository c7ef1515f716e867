"""Slow work elsewhere: whoever waits for it is told, whatever becomes of it."""

import threading

import pytest

from crossread.base.errors import Expected
from crossread.operations.sessions.background import Background
from tests.operations.delivered import Delivered
from tests.patience import LONGEST_S


@pytest.fixture
def main() -> Delivered:
    return Delivered()


def test_a_job_that_breaks_tells_whoever_waits_and_is_reported_too(main: Delivered) -> None:
    background, got = Background(main.deliver), list[object]()

    def break_down() -> None:
        raise ZeroDivisionError("nobody thought of this")

    background.run(break_down, got.append)
    with pytest.raises(ZeroDivisionError):
        main.run_next()
    main.run_next()
    (told,) = got
    assert isinstance(told, Expected)
    assert told.code == "unexpected"
    assert "Try again" in told.message
    assert background.close(LONGEST_S)


def test_the_next_job_is_done_after_one_that_broke(main: Delivered) -> None:
    background, got = Background(main.deliver), list[object]()
    background.run(lambda: 1 // 0, got.append)
    background.run(lambda: "done", got.append)
    assert background.close(LONGEST_S)
    with pytest.raises(ZeroDivisionError):
        main.run_next()
    main.run_next()
    main.run_next()
    assert got[1] == "done"


def test_an_expected_error_is_told_and_not_reported(main: Delivered) -> None:
    background, got = Background(main.deliver), list[object]()
    trouble = Expected("too-long", "That is too long.")

    def refuse() -> None:
        raise trouble

    background.run(refuse, got.append)
    assert background.close(LONGEST_S)
    main.run_next()
    assert got == [trouble]
    assert main.is_empty()


def test_a_job_given_after_closing_is_done_even_while_the_last_one_hangs(main: Delivered) -> None:
    background, got = Background(main.deliver), list[object]()
    hangs = threading.Event()
    background.run(lambda: hangs.wait(LONGEST_S), got.append)
    assert not background.close(0.01)
    background.run(lambda: "later", got.append)
    main.run_next()
    assert got == ["later"]
    hangs.set()
    assert background.close(LONGEST_S)
    main.run_next()
    assert got == ["later", True]


def test_what_can_be_left_is_done_behind_the_rest_and_not_at_all_once_it_is_closed(main: Delivered) -> None:
    background, got = Background(main.deliver), list[object]()
    begun, go_on = threading.Event(), threading.Event()

    def hold() -> str:
        begun.set()
        go_on.wait(LONGEST_S)
        return "first"

    background.run(hold, got.append)
    assert begun.wait(LONGEST_S)
    background.run_behind(lambda: "behind", got.append)
    go_on.set()
    assert background.close(LONGEST_S)
    main.run_next()
    main.run_next()
    assert got == ["first", "behind"]
    background.run_behind(lambda: "late", got.append)
    assert main.is_empty()
    assert got == ["first", "behind"]


def test_once_it_has_ended_nothing_begins_a_thread_anew(main: Delivered) -> None:
    background, got = Background(main.deliver), list[object]()
    background.run(lambda: "done", got.append)
    assert background.close(LONGEST_S)
    background.end()
    before = threading.active_count()
    background.run(lambda: "late", got.append)
    assert threading.active_count() == before
    main.run_next()
    assert got == ["done"]
    assert main.is_empty()
