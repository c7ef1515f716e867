"""Restore drills: a random history, a random backup, and more or less of the rest lost."""

import random
from pathlib import Path

from crossread.base.entries import Entry
from crossread.record.backups import Backup, list_backups
from crossread.record.record import DATABASE_FILE
from crossread.record.second_log import log_files
from tests.record.making import answer, of_any_kind, opened
from tests.torture.figures import Figures
from tests.torture.oracle import Promise, judge


def run(count: int, seed: int, place: Path) -> Figures:
    """Lose the database and all backups but one, at random, and in some drills the second logs too.

    With the logs all comes back; without them exactly what the backup held. Every third drill asks for the
    backup, as the page of backups does, with nothing lost.
    """
    figures = Figures(fault="restore drills", seed=seed)
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        folder = place / str(number)
        held, made = _history(folder, chance)
        left = chance.choice(list_backups(folder))
        if number % 3 == 2:
            _ask_for(figures, folder, left, made[: held[left.name]], f"drill {number}, asked for {left.name}")
            continue
        for backup in list_backups(folder):
            if backup.path != left.path:
                backup.path.unlink()
        (folder / DATABASE_FILE).unlink()
        promise = Promise()
        promise.keep(made)
        if number % 3:
            for name in log_files(folder):
                (folder / name).unlink()
            promise = Promise()
            promise.keep(made[: held[left.path.name]])
        found = judge(figures, folder, promise, f"drill {number}, backup {left.path.name}")
        if found.report is None or not found.report.repaired or found.report.backup_of is None:
            figures.wrong_message += 1
            figures.complain(f"drill {number}: it is not told that a backup was restored")
    return figures


def _ask_for(figures: Figures, folder: Path, backup: Backup, held: list[Entry], what: str) -> None:
    record, _report = opened(folder)
    for _share in record.restore_steps(backup.name):
        pass
    promise = Promise()
    promise.keep(held)
    promise.keep(record.append([answer(1)]))
    record.close()
    judge(figures, folder, promise, what)


def _history(folder: Path, chance: random.Random) -> tuple[dict[str, int], list[Entry]]:
    """Make sessions with backups between; return how many entries each backup holds, and all entries."""
    made: list[Entry] = []
    held: dict[str, int] = {}
    for _session in range(chance.randrange(1, 4)):
        record, _report = opened(folder)
        for _part in range(chance.randrange(1, 4)):
            for _entry in range(chance.randrange(1, 9)):
                made += record.append([answer(len(made)), of_any_kind(len(made))])
            record.backup()
            held.setdefault(list_backups(folder)[0].path.name, len(made))
        made += record.append([answer(len(made))])
        record.close()
    return held, made
