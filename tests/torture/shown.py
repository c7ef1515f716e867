"""What the window shows as saved is on the disk: each time it says so the files are copied and looked at.

The copy is what a kill at that moment would leave. The disk fails at its k-th operation from some moment on.
"""

import random
import shutil
from functools import partial
from pathlib import Path
from unittest import mock

from crossread.base.folders import DataFolders
from crossread.inquiry.commands import Flag
from crossread.operations.sessions.changed import Status
from crossread.record import pending, writer
from tests.operations.conftest import Desk
from tests.record.faulty_disk import Disk, faulty_disk
from tests.torture.figures import Figures
from tests.torture.io_errors import FAULTS
from tests.torture.kills import FIXTURES
from tests.torture.messages import complaints_on
from tests.torture.oracle import Promise, judge

PACK = "two-accounts"
QUESTIONS = ("night-planks", "night-van", "night-planks")
_SETTLED = ("ready", "not-saved", "failed")
_MOST = 40  # operations that three flags take, about


def run(count: int, seed: int, place: Path) -> Figures:
    """Flag questions on a disk that fails; hold that what is shown as saved is there, and that it heals."""
    figures = Figures(fault="shown as saved on a failing disk", seed=seed)
    chance = random.Random(seed)
    shutil.copytree(FIXTURES / PACK, place / "data" / "packs" / PACK)
    with mock.patch.object(pending, "RETRY_SECONDS", 0.05):
        for number in range(count):
            error, fault = chance.choice(FAULTS)
            for_ever = chance.random() < 0.5
            with faulty_disk() as disk:
                faulty = partial(writer.Writer, vfs=disk.name)
                with mock.patch.object(writer, "Writer", faulty):
                    sitting = _Sitting(figures, DataFolders(place / "data"), place / "copy", f"run {number}")
                    begin = partial(disk.fail_anything, chance.randint(1, _MOST), error, for_ever=for_ever)
                    sitting.flag_all(disk, begin, fault)
            shutil.rmtree(sitting.learner.parent)
    return figures


class _Sitting:
    """One learner at work on a disk that will fail."""

    def __init__(self, figures: Figures, folders: DataFolders, copy: Path, what: str) -> None:
        self._figures, self._copy, self._what = figures, copy, what
        self._desk = Desk(folders).begin()
        self._opened = self._desk.open()
        self.learner = next(folders.learners.iterdir())
        self._given = 0

    def flag_all(self, disk: Disk, begin_to_fail: "partial[None]", fault: str) -> None:
        session = self._desk.session
        begin_to_fail()
        for number, question in enumerate(QUESTIONS):
            session.do(self._opened, Flag(question=question, on=number < 2))
            self._given += 1 if self._given else 2  # the first comes with the entry of the session
            self._desk.run_until(self._settled)
            self._look(session.status, fault)
        disk.heal()
        self._desk.run_until(lambda: session.status.kind == "ready")
        self._look(session.status, fault)
        if not session.close():
            self._figures.lost += 1
            self._figures.complain(f"{self._what}: a healed disk, and it does not close")

    def _settled(self) -> bool:
        return self._desk.session.status.kind in _SETTLED

    def _look(self, status: Status, fault: str) -> None:
        """Hold that what is shown is so."""
        if status.kind != "ready":
            said = complaints_on(status.message)
            full = "full" in status.message
            if said or full != (fault == "disk full") or "Not saved" not in status.message:
                self._figures.wrong_message += 1
                self._figures.complain(f"{self._what}, {fault}: {status.message}")
            return
        shutil.rmtree(self._copy, ignore_errors=True)
        shutil.copytree(self.learner, self._copy)
        apart = Figures(fault="", seed=0)
        found = judge(apart, self._copy, Promise(), self._what, writes=False)
        self._figures.runs += 1
        self._figures.acknowledged += self._given
        self._figures.lost += max(0, self._given - len(found.entries))
        self._figures.untouched += len(found.entries) == self._given
        if len(found.entries) < self._given:
            self._figures.complain(
                f"{self._what}: {len(found.entries)} of {self._given} shown as saved are there"
            )
