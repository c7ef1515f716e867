"""Calling back: an error in a callback is a bug, is reported as one, and stops nothing."""

import sys
import threading
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")


def call(callback: Callable[P, object], *outcome: P.args, **named: P.kwargs) -> None:
    """Call a callback; what it raises goes to `threading.excepthook`."""
    try:
        callback(*outcome, **named)
    except Exception:
        report_bug()


def report_bug() -> None:
    """Hand the exception at hand to `threading.excepthook`, where the window makes its report page."""
    kind, error, trace = sys.exc_info()
    thread = threading.current_thread()
    threading.excepthook(threading.ExceptHookArgs((kind or Exception, error, trace, thread)))


def ignore(*_outcome: object) -> None:
    """Stand in for a callback that was not given."""
