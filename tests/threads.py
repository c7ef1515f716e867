"""Threads that a test may leave behind: none."""

import threading

from crossread.operations.background import THREAD

SECONDS = 10.0  # a job that was begun is finished


def assert_no_background_is_at_work() -> None:
    """Hold that every background thread has ended: two at once import the same modules at the same time."""
    left = [one for one in threading.enumerate() if one.name == THREAD]
    for thread in left:
        thread.join(SECONDS)
    assert not [thread for thread in left if thread.is_alive()], "a background thread was left at work"
