"""Files that somebody takes away from an open record: a cloud that brings up to date, a cleaning hand.

What the program has open then has no name any more: writing to it succeeds, and is lost with its end.
"""

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.record.lock import LOCK_FILE
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.second_log import log_path
from tests.record.making import SetClock, crash, of_any_kind
from tests.torture.beginnings import healthy
from tests.torture.figures import Figures
from tests.torture.messages import complaints_on
from tests.torture.oracle import judge

Mishap = Callable[[Path, Path, str], None]
_TRIES = 3  # of the writer's, until an answer is saved


def put_older_database(folder: Path, older: Path, _session: str) -> None:
    """Put the database there as it was before this sitting, under a file of its own."""
    coming = folder / "coming"
    shutil.copy(older / DATABASE_FILE, coming)
    coming.replace(folder / DATABASE_FILE)


def remove_database(folder: Path, _older: Path, _session: str) -> None:
    """Remove the database."""
    (folder / DATABASE_FILE).unlink(missing_ok=True)


def remove_log(folder: Path, _older: Path, session: str) -> None:
    """Remove this sitting's second log."""
    log_path(folder, session).unlink(missing_ok=True)


def replace_log(folder: Path, _older: Path, session: str) -> None:
    """Put half of this sitting's second log in its place."""
    log, coming = log_path(folder, session), folder / "coming"
    if log.exists():
        coming.write_bytes(log.read_bytes()[: log.stat().st_size // 2])
        coming.replace(log)


def remove_lock(folder: Path, _older: Path, _session: str) -> None:
    """Remove the file that is locked."""
    (folder / LOCK_FILE).unlink(missing_ok=True)


MISHAPS: Sequence[Mishap] = (put_older_database, remove_database, remove_log, replace_log, remove_lock)


def run(count: int, seed: int, place: Path) -> Figures:
    """Take files away between answers, and end by closing or by a kill."""
    figures = Figures(fault="files taken away while open", seed=seed)
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        folder, older = place / str(number), place / f"{number}-older"
        promise = healthy(folder)
        promise.drafts = None  # an older database has older ones
        shutil.copytree(folder, older)
        record = Record.open(folder, SetClock())
        record.check()
        promise.keep(_saved(record, 1, figures, "at first"))
        told: list[str] = []
        for step in range(chance.randrange(2, 7)):
            mishap = chance.choice(MISHAPS)
            told.append(mishap.__name__)
            mishap(folder, older, record.session)
            promise.keep(_saved(record, step + chance.randrange(90), figures, f"run {number}, {told}"))
        crash(record) if chance.random() < 0.5 else record.close()
        judge(figures, folder, promise, f"run {number}, {told}")
        shutil.rmtree(older)
    return figures


def _saved(record: Record, number: int, figures: Figures, what: str) -> list[Entry]:
    """Write as the writer does: damage that is met is repaired, and it is tried again."""
    prepared = record.prepare([of_any_kind(number), of_any_kind(number + 1)])
    for _time in range(_TRIES):
        try:
            return record.write(prepared)
        except Expected as error:
            sentences = [error.message]
            if error.code == "record-damaged":
                sentences += record.check().sentences()
            for wrong in (wrong for sentence in sentences for wrong in complaints_on(sentence)):
                figures.wrong_message += 1
                figures.complain(f"{what}: {wrong}")
    figures.lost += 1
    figures.complain(f"{what}: nothing can be saved any more")
    return []
