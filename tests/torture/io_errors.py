"""A disk that refuses its k-th operation, once or for ever: told, and never "saved" when it is not.

Every operation counts, in its turn: reads, writes, truncations, syncs, openings, deletions, new names.
"""

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import apsw

from crossread.base.errors import Expected
from crossread.record.backups import list_backups
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.rows import Prepared
from tests.record.faulty_disk import Disk, faulty_disk
from tests.record.making import SetClock, answer, crash, of_any_kind
from tests.record.old_schemas import OLD
from tests.torture.beginnings import DAMAGED, crashed, cut_off, damaged, healthy, held_by_backup, older
from tests.torture.failing_os import failing_os
from tests.torture.figures import Figures
from tests.torture.messages import complaints_of
from tests.torture.oracle import Promise, judge

FAULTS: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.IOError, "I/O error"),
    (apsw.FullError, "disk full"),
)


@dataclass
class Trial:
    """One action on a disk that fails; what was acknowledged, and what the learner was told."""

    folder: Path
    disk: Disk
    promise: Promise
    told: list[Expected] = field(default_factory=list)
    record: Record | None = None

    def tries(self, step: Callable[[], object]) -> bool:
        """Do a step; False where the disk refused it, which is told."""
        try:
            step()
        except Expected as error:
            self.told.append(error)
            return False
        return True

    def opens(self) -> bool:
        """Open the record and check it; False where the disk refused."""

        def begin() -> None:
            self.record = Record.open(self.folder, SetClock(), self.disk.name)
            self.record.check()

        done = self.tries(begin)
        if not done and self.record is not None:
            self.record.close()
            self.record = None
        return done

    @property
    def at_work(self) -> Record:
        """The record, which was opened before."""
        if self.record is None:
            raise AssertionError("the record is not open")
        return self.record


Action = Callable[[Trial], None]
Way = tuple[int, tuple[type[apsw.Error], str], bool]  # which operation fails, how, and whether for ever


def _append(trial: Trial) -> None:
    """Append a list; it is told where that is refused."""
    _write(trial, trial.at_work.prepare([answer(1), of_any_kind(2), of_any_kind(3)]))


def _write(trial: Trial, prepared: Sequence[Prepared]) -> bool:
    trial.promise.in_flight = [tuple(entry.row.id for entry in prepared)]

    def write() -> None:
        trial.promise.keep(trial.at_work.write(prepared))
        trial.promise.in_flight = []

    return trial.tries(write)


def _retry_append(trial: Trial) -> None:
    """Append a list, and once more when the disk has healed: nothing may be there twice."""
    prepared = trial.at_work.prepare([answer(1), of_any_kind(2), of_any_kind(3)])
    done = _write(trial, prepared)
    trial.disk.heal()
    if not done and not _write(trial, prepared):
        raise AssertionError("a healed disk still refuses")
    _append(trial)


def _draft(trial: Trial) -> None:
    before = dict(trial.promise.drafts or {})
    trial.promise.drafts = None  # it may be the old one or the new one
    if trial.tries(lambda: trial.at_work.set_draft("a", "new")):
        trial.promise.drafts = before | {"a": "new"}


def _back_up(trial: Trial) -> None:
    trial.tries(trial.at_work.backup)


def _restore(trial: Trial) -> None:
    """Put the oldest backup in the record's place: what was there before, or the backup, is there then."""
    backup = list_backups(trial.folder)[-1]
    held = held_by_backup(backup.path)
    trial.promise.or_else = held

    def go() -> None:
        for _share in trial.at_work.restore_steps(backup.name):
            pass

    if trial.tries(go):
        trial.promise.acknowledged, trial.promise.or_else = held.acknowledged, None
        trial.promise.drafts = None
        _append(trial)


def _open(trial: Trial) -> None:
    if trial.opens():
        _append(trial)


@dataclass(frozen=True)
class Case:
    """An action, what stands before it, and how it ends: closed on a healed disk, or cut off like a crash."""

    name: str
    begin: Callable[[Path], Promise]
    act: Action
    open_first: bool
    crashes: bool = False
    log_alone: bool = False  # afterwards the second log alone must have it all, once


CASES = {
    case.name: case
    for case in (
        Case("append, tried again", healthy, _retry_append, open_first=True, log_alone=True),
        Case("append, then a crash", healthy, _append, open_first=True, crashes=True),
        Case("draft", healthy, _draft, open_first=True),
        Case("backup", healthy, _back_up, open_first=True),
        Case("start", healthy, _open, open_first=False),
        Case("start after a crash", crashed, _open, open_first=False),
        Case("start after a power cut", cut_off, _open, open_first=False, crashes=True),
        Case("restore", healthy, _restore, open_first=True),
        Case("restore, then a crash", healthy, _restore, open_first=True, crashes=True),
        *(
            Case(f"upgrade of {schema}", partial(older, number=number), _open, open_first=False, crashes=True)
            for number, schema in enumerate(OLD)
        ),
        Case("repair", damaged, _open, open_first=False),
        Case("repair, then a crash", damaged, _open, open_first=False, crashes=True),
    )
}


def run(count: int, seed: int, place: Path) -> Figures:
    """Let operations fail, `count` times at most, spread over all that there are in all the cases."""
    figures = Figures(fault="I/O error or full disk at each operation", seed=seed)
    begun = {
        name: (place / name / "start", case.begin(place / name / "start")) for name, case in CASES.items()
    }
    ways: list[tuple[str, Way]] = []
    for name, case in CASES.items():
        total = _try(figures, case, *begun[name], None)
        ways += [
            (name, (k, fault, ever))
            for k in range(1, total + 1)
            for fault in FAULTS
            for ever in (False, True)
        ]
    for name, way in random.Random(seed).sample(ways, min(count, len(ways))):
        _try(figures, CASES[name], *begun[name], way)
    figures.how = f"{min(count, len(ways))} of {len(ways)} ways"
    return figures


def _try(
    figures: Figures,
    case: Case,
    start: Path,
    promise: Promise,
    way: Way | None,
) -> int:
    """Do an action once, with a fault or without any, and return how many operations it took."""
    folder = start.with_name("learner")
    shutil.copytree(start, folder)
    what = f"{case.name}, {'no fault' if way is None else f'{way[1][1]} at {way[0]}, for ever {way[2]}'}"
    with faulty_disk() as disk:
        trial = Trial(folder, disk, promise.copy())
        if case.open_first:
            trial.opens()
        k, (error, fault), for_ever = way or (0, FAULTS[0], False)
        disk.fail_anything(k, error, for_ever=for_ever)
        plan = disk.plan
        with failing_os(disk):
            case.act(trial)
        if trial.record is not None:
            if case.crashes:
                crash(trial.record)
            else:
                disk.heal()
                trial.record.close()
    _look_aside(figures, case, folder, what)
    for told in trial.told:
        if wrong := complaints_of(fault, told):
            figures.wrong_message += 1
            figures.complain(f"{what}: {wrong[0]}")
    judge(figures, folder, trial.promise, what, writes=not case.log_alone)
    if case.log_alone:
        (folder / DATABASE_FILE).unlink()
        shutil.rmtree(folder / "backups")
        judge(figures, folder, trial.promise, f"{what}, second log alone", writes=False)
    shutil.rmtree(folder)
    return plan.done


def _look_aside(figures: Figures, case: Case, folder: Path, what: str) -> None:
    """Hold that a damaged file is kept as it was found, once, and that no other file is ever put aside."""
    kept = [path.stat().st_size for path in folder.glob(f"{DATABASE_FILE}.damaged-*")]
    if kept not in ([], [DAMAGED]) or (kept and case.begin is not damaged):
        figures.lost += 1
        figures.complain(f"{what}: put aside {kept}")
