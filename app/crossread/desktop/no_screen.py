"""Where Qt can open no window it aborts the process: until then, a sentence that says what to do."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from crossread.base.translation import _


@contextmanager
def told() -> Iterator[None]:
    """While Qt connects to the screen: end the process with a sentence where it would abort it."""
    said: list[str] = []

    def take(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        said.append(message)
        if kind == QtMsgType.QtFatalMsg:
            _write([no_window(said)])
            os._exit(1)  # Qt would abort now, and leave a dump of the process behind

    before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    _write(said)


def no_window(said: Sequence[str]) -> str:
    """Say what to do where Qt opens no window, by what it says itself."""
    words = " ".join(said)
    if "could not connect to display" in words:
        return _(
            "The screen cannot be reached: neither DISPLAY nor WAYLAND_DISPLAY names one that is there. "
            "Start Crossread from a desktop; `crossread check` and `crossread attach` also work here."
        )
    if "xcb-cursor" in words:
        return _(
            "No window can be opened: a library that Qt needs is missing. Install it (on Debian and Ubuntu: "
            "sudo apt install libxcb-cursor0), then start Crossread again."
        )
    return _("No window can be opened. Qt says: {words}").format(words=" ".join(words.split()))


def _write(lines: Sequence[str]) -> None:
    if sys.__stderr__ is not None:
        sys.__stderr__.writelines(f"{line}\n" for line in lines)
        sys.__stderr__.flush()
