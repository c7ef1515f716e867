"""Kill -9 at any moment: every acknowledged entry is there once, in order, and nothing was invented."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from crossread.record.second_log import log_files
from tests.record import child
from tests.record.making import opened

KILLS = 200
ROUNDS = 25  # kills of one folder, one after the other, before a fresh one is taken


def kill_once(folder: Path, pause: float) -> list[list[str]]:
    """Start a child, kill it `pause` seconds after its first acknowledgement; return what it acknowledged."""
    command = [sys.executable, child.__file__, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(pause)
        process.kill()
        lines = [first, *process.stdout.read().splitlines(keepends=True)]
    # A line without its end was cut short by the kill: its entries count as not acknowledged.
    return [line.decode().split() for line in lines if line.endswith(b"\n")]


def kill_often(folder: Path, seed: int) -> tuple[int, int]:
    """Kill many times in one folder; return the entries acknowledged and the repairs."""
    chance = random.Random(seed)
    acknowledged: list[str] = []
    extra: set[str] = set()
    repairs = 0
    for _round in range(ROUNDS):
        lists = kill_once(folder, chance.uniform(0.005, 0.06))
        acknowledged += [entry_id for ids in lists for entry_id in ids]
        record, report = opened(folder)
        found = list(record.entries())
        record.close()
        repairs += report.repaired
        ids = [entry.id for entry in found]
        assert [entry.seq for entry in found] == list(range(1, len(found) + 1))
        assert len(set(ids)) == len(ids)
        # What was written but not acknowledged before the kill: one list at most a kill, whole.
        assert [entry_id for entry_id in ids if entry_id not in extra][: len(acknowledged)] == acknowledged
        new = [entry_id for entry_id in ids if entry_id not in extra][len(acknowledged) :]
        number = len(lists) + 1
        assert len(new) in (0, number % 3 + 1)
        extra.update(new)
    assert len(log_files(folder)) == ROUNDS
    return len(acknowledged), repairs


def test_nothing_acknowledged_is_lost_in_many_kills(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(KILLS // ROUNDS)]
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(kill_often, folders, range(len(folders))))
    entries, repairs = (sum(column) for column in zip(*outcomes, strict=True))
    print(f"{KILLS} kills, {entries} entries acknowledged, 0 lost, {repairs} repairs")  # noqa: T201
    assert entries > KILLS
    assert repairs == 0
