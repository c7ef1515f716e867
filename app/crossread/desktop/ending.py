"""Ending the window: what is still saved, when the system ends the process, and when the learner logs out."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QObject,
    QSocketNotifier,
    QThread,
    QTimer,
)
from PySide6.QtGui import QSessionManager

from crossread.desktop.window import MainWindow
from crossread.operations.sessions.session import Session

CLOSE_S = 10.0
LOGOUT_S = 3.0  # systems end a process that takes longer than some seconds


def end(session: Session) -> bool:
    """Close a session; False where something is not saved, and then it goes on as before."""
    wait_until_saved(session, CLOSE_S)
    if session.status.kind in ("saving", "not-saved"):
        return False
    closed = session.close(CLOSE_S)
    QCoreApplication.processEvents()  # why it was refused
    return closed


def wait_until_saved(session: Session, seconds: float) -> None:
    """Let the record's thread report, until nothing is on its way to the disk or the time is up."""
    end = QDeadlineTimer(round(seconds * 1000))
    while session.status.kind == "saving" and not end.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(1)


class Logout(QObject):
    """Keeps what is unfinished when the learner logs out; stops that where it could not be saved."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session

    def take(self, manager: QSessionManager) -> None:
        """Do what there is to do before the system ends the process, which it may do unasked."""
        self._window.keep_unfinished()
        wait_until_saved(self._session, LOGOUT_S)
        if self._session.status.kind in ("saving", "not-saved") and manager.allowsInteraction():
            manager.cancel()
            self._window.ask_again()


class Signals(QObject):
    """Closes the window, as a click would, when the system asks the process to end."""

    def __init__(self, close: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._close = close
        self._before = {number: signal.signal(number, self._caught) for number in _ASKING}
        self._pipe: tuple[int, int] | None = None
        if os.name == "nt":  # there is no waking up by a pipe: let Python look at times
            timer = QTimer(self)
            timer.timeout.connect(self._look)
            timer.start(250)
            return
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        self._pipe = (reading, writing)
        self._wakeup_before = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _caught(self, _number: int, _frame: object) -> None:
        self._close()

    def _look(self) -> None:
        """Do nothing: that Python runs at all lets it deliver a signal."""

    def _woken(self) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], 64)  # and Python calls `_caught` before it goes on

    def undo(self) -> None:
        """Give the signals back."""
        if self._pipe is not None:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._wakeup_before)
            for end in self._pipe:
                os.close(end)
        for number, before in self._before.items():
            signal.signal(number, before)


_ASKING = (signal.SIGINT, signal.SIGTERM)
