"""Power cuts: whatever the disk kept of unsynced writes, no acknowledged entry is lost.

The control experiments are the same with less care taken; they must lose, or the simulation is blind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.record.record import DATABASE_FILE
from tests.record.faulty_disk import Operation, after_power_cut, faulty_disk
from tests.record.making import answer, opened


@dataclass(frozen=True)
class Sitting:
    """What was written, and after how many changes of the disk which entries were acknowledged."""

    operations: list[Operation]
    acknowledged: list[tuple[int, tuple[str, ...]]]
    attempted: list[str]


def a_sitting(folder: Path) -> Sitting:
    acknowledged, attempted = [], []
    with faulty_disk() as disk:
        record, _report = opened(folder, disk.name)
        saved: tuple[str, ...] = ()
        for number in range(0, 10, 2):
            prepared = record.prepare([answer(number), answer(number + 1)])
            attempted += [entry.row.id for entry in prepared]
            saved += tuple(entry.id for entry in record.write(prepared))
            acknowledged.append((len(disk.operations), saved))
            record.set_draft("a", "x" * 900 * number)
        record.close()
    return Sitting(disk.operations, acknowledged, attempted)


@dataclass
class Tally:
    """How many states were opened, and in how many something acknowledged was lost or wrong."""

    states: int = 0
    lost: int = 0
    wrong: int = 0
    repaired: int = 0


def cut_everywhere(sitting: Sitting, place: Path, *, leave_out: str = "", every: int = 2) -> Tally:
    tally = Tally()
    for folder, cut in _states(sitting, place, leave_out, every):
        saved: tuple[str, ...] = ()
        for after, ids in sitting.acknowledged:
            if after <= cut:
                saved = ids
        tally.states += 1
        try:
            record, report = opened(folder)
        except Expected:
            tally.lost += bool(saved)
            continue
        found = [entry.id for entry in record.entries()]
        record.close()
        tally.repaired += report.repaired
        tally.lost += not set(saved) <= set(found)
        # In order, in whole lists of two, nothing invented.
        tally.wrong += found != sitting.attempted[: len(found)] or len(found) % 2 != 0
    return tally


def _states(sitting: Sitting, place: Path, leave_out: str, every: int) -> Iterator[tuple[Path, int]]:
    for cut in range(0, len(sitting.operations) + 1, every):
        folder = place / str(cut)
        folder.mkdir(parents=True)
        for name, content in after_power_cut(sitting.operations, cut, seed=cut).items():
            if not (leave_out and name.startswith(leave_out)):
                (folder / name).write_bytes(content)
        yield folder, cut


def test_no_acknowledged_entry_is_lost(tmp_path: Path) -> None:
    tally = cut_everywhere(a_sitting(tmp_path / "sitting"), tmp_path / "states", every=1)
    print(f"power cuts: {tally}")  # noqa: T201
    assert tally.states > 200
    assert (tally.lost, tally.wrong) == (0, 0)


def test_the_database_alone_loses_nothing_and_is_never_damaged(tmp_path: Path) -> None:
    tally = cut_everywhere(
        a_sitting(tmp_path / "sitting"), tmp_path / "states", leave_out="answers-", every=1
    )
    print(f"power cuts, database alone: {tally}")  # noqa: T201
    assert (tally.lost, tally.wrong, tally.repaired) == (0, 0, 0)


def test_the_second_log_alone_loses_nothing(tmp_path: Path) -> None:
    tally = cut_everywhere(a_sitting(tmp_path / "sitting"), tmp_path / "states", leave_out=DATABASE_FILE)
    print(f"power cuts, second log alone: {tally}")  # noqa: T201
    assert (tally.lost, tally.wrong) == (0, 0)


def test_control_without_syncs_the_database_alone_does_lose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crossread.record.database.SYNCHRONOUS", "OFF")
    tally = cut_everywhere(a_sitting(tmp_path / "sitting"), tmp_path / "states", leave_out="answers-")
    print(f"control, database alone with synchronous=OFF: {tally}")  # noqa: T201
    assert tally.lost > tally.states / 4


def test_control_without_syncs_the_second_log_alone_does_lose(tmp_path: Path) -> None:
    sitting = a_sitting(tmp_path / "sitting")
    kept = [o for o in sitting.operations if not (o.what == "sync" and o.name.startswith("answers-"))]
    acknowledged = [
        (sum(1 for o in sitting.operations[:after] if o in kept or o.what != "sync"), ids)
        for after, ids in sitting.acknowledged
    ]
    tally = cut_everywhere(
        Sitting(kept, acknowledged, sitting.attempted), tmp_path / "states", leave_out=DATABASE_FILE
    )
    print(f"control, second log alone without sync: {tally}")  # noqa: T201
    assert tally.lost > tally.states / 4


def test_a_database_whose_syncs_were_lies_is_made_whole_from_the_second_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crossread.record.database.SYNCHRONOUS", "OFF")
    tally = cut_everywhere(a_sitting(tmp_path / "sitting"), tmp_path / "states")
    print(f"power cuts, synchronous=OFF with the second log: {tally}")  # noqa: T201
    # Of a list that was not yet acknowledged the log may hold a part: `wrong` is not looked at.
    assert tally.lost == 0
    assert tally.repaired > 0
