"""A thread that a test leaves is told of once, with that test and the place where it stands."""

import threading

import pytest

from crossread.operations.sessions.background import THREAD as BACKGROUND
from tests import threads
from tests.threads import assert_no_background_is_at_work


def test_a_thread_that_is_left_fails_the_test_that_left_it_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threads, "SECONDS", 0.01)
    go_on = threading.Event()
    left = threading.Thread(target=go_on.wait, name=BACKGROUND, daemon=True)
    left.start()
    with pytest.raises(AssertionError, match=r"the thread “background”(.|\n)*wait"):
        assert_no_background_is_at_work()
    assert_no_background_is_at_work()
    go_on.set()
    left.join()


def test_a_thread_that_ends_soon_is_no_fault() -> None:
    ends = threading.Thread(target=lambda: None, name=BACKGROUND, daemon=True)
    ends.start()
    assert_no_background_is_at_work()
