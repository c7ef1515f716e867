"""Threads that a test may leave behind: none, however it ended."""

import sys
import threading
import traceback
import weakref

from crossread.operations.sessions.background import THREAD as BACKGROUND
from crossread.operations.sessions.session import Session
from crossread.record.aside import THREAD as VERIFYING
from tests.patience import LONGEST_S

RECORD = "record"  # what the thread of a writer is called
SECONDS = LONGEST_S  # a job that was begun is finished

# Named once, with the test that left them: those that come after it are not to blame.
_told: "weakref.WeakSet[threading.Thread]" = weakref.WeakSet()


def end_session(session: Session) -> None:
    """Close a session and its record; what cannot be saved goes."""
    if not session.close():
        session._memory.owner.close(SECONDS, discard=True)
        session.close()


def left_at_work() -> list[threading.Thread]:
    """Return the program's threads that are at work and were not told of yet."""
    names = {BACKGROUND, VERIFYING, RECORD}
    return [one for one in threading.enumerate() if one.name in names and one not in _told]


def assert_no_background_is_at_work() -> None:
    """Hold that every background thread has ended: two at once import the same modules at the same time."""
    left = left_at_work()
    for thread in left:
        thread.join(SECONDS)
    alive = [thread for thread in left if thread.is_alive()]
    _told.update(alive)
    assert not alive, "this test left at work: " + "\n".join(map(_where, alive))


def _where(thread: threading.Thread) -> str:
    frame = sys._current_frames().get(thread.ident or 0)
    return f"the thread “{thread.name}”\n{''.join(traceback.format_stack(frame)) if frame else ''}"
