"""Waiting for something to be so: the one clock of the tests, which only tells a hang from a wait."""

import time
from collections.abc import Callable

LONGEST_S = 120.0  # nobody's speed is judged by it: what takes so long does not come any more


def wait_until(
    holds: Callable[[], object],
    meanwhile: Callable[[], object] = lambda: time.sleep(0.01),
    told: Callable[[], object] = lambda: "",
) -> None:
    """Do something again and again until something is so; an AssertionError where it never is.

    `told` says what is known of what was waited for, for the error.
    """
    end = time.monotonic() + LONGEST_S
    while not holds():
        assert time.monotonic() < end, f"still not so after {LONGEST_S:g} s: {told()}"
        meanwhile()
