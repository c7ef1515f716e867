"""Bytes that change by themselves: flipped bits, faulty pages, cut ends, in each file of a learner.

The record is whole again to the last answer, or was proven untouched; it is never silently wrong.
"""

import random
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from crossread.base.entries import KINDS
from crossread.record.record import DATABASE_FILE
from crossread.record.schema import journal_of
from crossread.record.second_log import log_files
from crossread.record.snapshots import Snapshot
from tests.record.making import answer, crash, of_any_kind, opened, write_history
from tests.torture.beginnings import cut_off
from tests.torture.figures import Figures
from tests.torture.oracle import Promise, judge

Damage = Callable[[bytes, random.Random], bytes]
PAGE = 4096
SECTOR = 512


def flip_a_bit(content: bytes, chance: random.Random) -> bytes:
    """Change one bit."""
    bit = chance.randrange(len(content) * 8)
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def cut_short(content: bytes, chance: random.Random) -> bytes:
    """Lose the end, or all of it."""
    return content[: chance.randrange(len(content))]


def spoil_a_page(content: bytes, chance: random.Random) -> bytes:
    """Empty a sector, write one page over another, or fill a page with noise."""
    if chance.random() < 1 / 3:
        at = chance.randrange(max(1, len(content) // SECTOR)) * SECTOR
        return content[:at] + bytes(SECTOR) + content[at + SECTOR :]
    pages = max(1, len(content) // PAGE)
    source, target = (PAGE * chance.randrange(pages) for _both in range(2))
    page = content[source : source + PAGE] if chance.random() < 0.5 else chance.randbytes(PAGE)
    return content[:target] + page + content[target + PAGE :]


def lose_all(_content: bytes, _chance: random.Random) -> bytes:
    """Leave nothing."""
    return b""


def write_noise(content: bytes, chance: random.Random) -> bytes:
    """Leave nothing but noise."""
    return chance.randbytes(len(content))


def change_an_answer(content: bytes, chance: random.Random) -> bytes:
    """Flip the bit that makes one number of an answer into another: nothing but a checksum can tell."""
    at = chance.choice([found.end() for found in re.finditer(rb"Antwort ", content)])
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


HOW: Mapping[str, Damage] = {
    "flip": flip_a_bit,
    "page": spoil_a_page,
    "cut": cut_short,
    "answer": change_an_answer,
}


_WORST: Mapping[str, Damage] = {"page": write_noise, "cut": lose_all}  # of each, once with each history


@dataclass(frozen=True)
class History:
    """A learner's folder with three sessions, a backup after the first, entries of every kind."""

    folder: Path
    promise: Promise


def histories(place: Path) -> list[History]:
    """Make a history that ended well, and one that ended by a crash."""
    made = []
    for crashed in (False, True):
        folder = place / ("crashed" if crashed else "closed")
        promise = Promise()
        promise.keep(write_history(folder, (25, 15), backup_after=1))
        record, _report = opened(folder)
        for number in range(len(KINDS)):
            promise.keep(record.append([answer(number), of_any_kind(number)]))
        promise.drafts = record.drafts()
        last, checksum = record.last()
        put_down = [Snapshot(f"projection/{n}", 1, last, checksum, f'"{"só" * 900} {n}"') for n in range(4)]
        record.put_down(put_down)
        promise.snapshots = {one.name: one.value for one in put_down}
        (crash if crashed else type(record).close)(record)
        made.append(History(folder, promise))
    return made


def _choose(where: str, folder: Path, chance: random.Random) -> Path:
    """Choose the file to be damaged; for a backup, the database that it is to stand in for is lost."""
    if where == "database":
        return folder / DATABASE_FILE
    if where == "log":
        return folder / chance.choice(sorted(log_files(folder)))
    (folder / DATABASE_FILE).unlink()
    return next(path for path in sorted((folder / "backups").iterdir()) if path.suffix == ".sqlite")


def run(where: str, how: str, count: int, seed: int, place: Path) -> Figures:
    """Damage one file of a copy of a history, `count` times."""
    names = {"flip": "bits flipped", "page": "pages faulty", "cut": "cut short", "answer": "answers changed"}
    figures = Figures(fault=f"{names[how]} in {where}", seed=seed)
    both = histories(place)
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        history = both[number % 2]
        folder = place / "learner"
        shutil.copytree(history.folder, folder)
        path = _choose(where, folder, chance)
        worst = _WORST.get(how) if number < len(both) else None
        path.write_bytes((worst or HOW[how])(path.read_bytes(), chance))
        promise = history.promise.copy()
        if where != "log":  # a draft that is damaged may go, and is told of; with the database all of them go
            promise.drafts = promise.drafts if where == "database" and how == "flip" else None
        judge(figures, folder, promise, f"{where}, {how}, trial {number}")
        shutil.rmtree(folder)
    return figures


def run_journal(count: int, seed: int, place: Path) -> Figures:
    """Damage or lose the journal that a power cut left: what it was to undo was never acknowledged.

    With two faults at once a list that was in flight may be there in part.
    """
    figures = Figures(fault="journal of a power cut damaged", seed=seed)
    promise = cut_off(place / "start")
    promise.in_flight = [(one,) for ids in promise.in_flight for one in ids]
    promise.drafts = None
    folder = place / "learner"
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        how = (flip_a_bit, spoil_a_page, cut_short, lose_all)[number % 4]
        shutil.copytree(place / "start", folder)
        path = journal_of(folder / DATABASE_FILE)
        path.write_bytes(how(path.read_bytes(), chance))
        judge(figures, folder, promise, f"{how.__name__}, trial {number}")
        shutil.rmtree(folder)
    return figures


def control_no_checksums(count: int, seed: int, place: Path) -> Figures:
    """Believe every row: answers that were changed must go unnoticed."""
    figures = Figures(fault="control: answers changed, no checksums", seed=seed, control=True)
    with mock.patch("crossread.record.rows.fits", return_value=True):
        for number in range(count):
            try:
                figures.add(run("database", "answer", 1, seed + number, place / str(number)))
            except (ValueError, TypeError):  # what is wrong was even believed to be an entry
                figures.runs += 1
                figures.lost += 1
    return figures
