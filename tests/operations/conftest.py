"""A session on a data folder of its own, with the fixture pack on its shelf, and a thread to run it on."""

import queue
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from crossread.base.clock import SystemClock
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed
from crossread.operations.sessions.session import Session
from crossread.progress.history import AnswerGiven
from tests.patience import wait_until
from tests.threads import assert_no_background_is_at_work, end_session

FIXTURES = Path(__file__).parent.parent / "fixtures"
PACK = "two-accounts"
TURN_S = 0.02  # how long a turn waits for something to do

T = TypeVar("T")


class Desk:
    """One sitting: a session, the thread it runs on, and everything that it told."""

    def __init__(self, folders: DataFolders) -> None:
        self.folders = folders
        self.told: list[Changed] = []
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.session = Session(folders, Settings(folders.settings), SystemClock(), self._jobs.put)
        self.session.listen(self.told.append)

    def run_until(self, condition: Callable[[], object]) -> None:
        """Run what comes to the main thread until something is so."""
        wait_until(condition, self._run_next, lambda: self.session.status)

    def _run_next(self) -> None:
        with suppress(queue.Empty):
            self._jobs.get(timeout=TURN_S)()

    def run_for(self, seconds: float) -> None:
        """Run what comes to the main thread for a while."""
        for _turn in range(round(seconds / TURN_S)):
            self._run_next()

    def begin(self) -> "Desk":
        """Start, and wait until writing is open or has failed."""
        self.session.start()
        self.run_until(lambda: self.session.status.kind in {"ready", "failed"})
        return self

    def result(self, ask: Callable[[Callable[[T], None]], None]) -> T:
        """Ask for something that comes back later, and wait for it."""
        got: list[T] = []
        ask(got.append)
        self.run_until(lambda: got)
        return got[0]

    def open(self, pack: str = PACK) -> OpenPack:
        """Open a pack that can be opened."""
        opened: OpenPack | Expected = self.result(partial(self.session.open_pack, pack))
        if isinstance(opened, Expected):
            raise opened
        return opened

    def history(self, pack: str = "") -> Sequence[AnswerGiven]:
        """Return all answers given, newest first."""
        read: Sequence[AnswerGiven] | Expected = self.result(
            partial(self.session.read_answers, None, 1000, pack)
        )
        if isinstance(read, Expected):
            raise read
        return read

    def saved(self) -> None:
        """Wait until everything is saved."""
        self.run_until(lambda: self.session.status.kind == "ready")


@pytest.fixture
def folders(tmp_path: Path) -> DataFolders:
    """Make a data folder with the fixture pack taken in."""
    folders = DataFolders(tmp_path / "data")
    shutil.copytree(FIXTURES / PACK, folders.packs / PACK)
    return folders


@pytest.fixture
def sit(folders: DataFolders) -> Iterator[Callable[[], Desk]]:
    """Return a function that sits down at the desk; all sittings are ended with the test."""
    ending = ExitStack()

    def sit_down() -> Desk:
        desk = Desk(folders)
        ending.callback(end_session, desk.session)
        return desk

    with ending:
        yield sit_down
    assert_no_background_is_at_work()


@pytest.fixture
def desk(sit: Callable[[], Desk]) -> Desk:
    """Sit down and begin."""
    return sit().begin()
