"""A record that a window has open, read by a second program: as it is at one moment, no byte written."""

import random
import time
from pathlib import Path

from crossread.base.errors import Expected
from crossread.record.errors import Damaged
from crossread.record.open_copy import copy_of_open
from crossread.record.record import DATABASE_FILE, Record
from crossread.record.rows import entry_of
from tests.record.making import SetClock, of_any_kind, write_history
from tests.torture.children import Child, Say, child
from tests.torture.figures import Figures
from tests.torture.oracle import Promise, judge, seal

_LOOKS = 6  # into one record, before its window is killed
_AT_REST = "record-busy"  # told where it never was at rest; nothing is wrong then


def write_on(say: Say, folder: str, seed: int) -> None:
    """Have a record open and go on answering, with drafts between, at times faster than anybody can."""
    chance = random.Random(seed)
    record = Record.open(Path(folder), SetClock())
    number = record.check().entries
    while True:
        new = [of_any_kind(number + part) for part in range(chance.choice([1, 1, 2, 60]))]
        number += len(new)
        prepared = record.prepare(new)
        say("begun", [entry.row.id for entry in prepared])
        say("saved", [[entry.id, seal(entry)] for entry in record.write(prepared)])
        record.set_draft("typing", "x" * chance.randrange(9000))
        time.sleep(chance.choice([0.0, 0.002, 0.02]))


def run(count: int, seed: int, place: Path) -> Figures:
    """Look into records that are being written to, then kill who has them open, at times in mid-look."""
    figures = Figures(fault="read while a window has it open", seed=seed)
    chance = random.Random(seed)
    looks = busy = 0
    for number in range(count):
        folder, promise, what = place / str(number), Promise(), f"run {number}"
        promise.keep(write_history(folder, (40,)))
        seen: list[dict[str, str]] = []
        with child(write_on, str(folder), seed + number) as one:
            one.wait_for("saved")
            for _look in range(_LOOKS):
                time.sleep(chance.uniform(0, 0.02))
                promise.hear(_heard(one))
                found = _look_into(folder, figures, what)
                busy += found is None
                if found is not None:
                    looks += 1
                    _missing(figures, promise, found, what)
                    seen.append(found)
            one.kill()
        promise.hear(one.said)
        judged = judge(figures, folder, promise, what)
        there = {entry.id: seal(entry) for entry in judged.entries}
        for found in seen:
            if not found.items() <= there.items():
                figures.invented += 1
                figures.complain(f"{what}: a look saw what the record does not hold")
    figures.how = f"{looks} looks, {busy} times it was never at rest"
    return figures


def _heard(one: Child) -> list[list[object]]:
    while one.heard.poll():
        one.hear()
    return one.said


def _look_into(folder: Path, figures: Figures, what: str) -> dict[str, str] | None:
    """Return the seals of all entries by their ids; None where it never was at rest."""
    names = {path.name for path in folder.iterdir()}
    try:
        copy = copy_of_open(folder / DATABASE_FILE)
    except Expected as error:
        if error.code != _AT_REST:
            figures.wrong_message += 1
            figures.complain(f"{what}: {error.code}")
        return None
    except Damaged as error:
        figures.wrong_message += 1
        figures.complain(f"{what}: told as damaged: {error}")
        return None
    try:
        entries = [entry_of(stored.row) for page in copy.pages() for stored in page]
    finally:
        copy.close()
    made = {path.name for path in folder.iterdir()} - names
    if any(not name.startswith("answers-") and name != f"{DATABASE_FILE}-journal" for name in made):
        figures.invented += 1
        figures.complain(f"{what}: the look left {sorted(made)}")
    if [entry.seq for entry in entries] != list(range(1, len(entries) + 1)):
        figures.lost += 1
        figures.complain(f"{what}: the look saw gaps")
    return {entry.id: seal(entry) for entry in entries}


def _missing(figures: Figures, promise: Promise, found: dict[str, str], what: str) -> None:
    """Count what was acknowledged before a look and is not in it."""
    figures.acknowledged += len(promise.acknowledged)
    lost = promise.acknowledged.items() - found.items()
    if lost:
        figures.lost += len(lost)
        figures.complain(f"{what}: a look missed {len(lost)} entries")
