"""However a sitting ends, the next one knows the same; what was put down is never trusted unproven."""

import shutil
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.inquiry.commands import Command, Flag
from crossread.inquiry.decide import decide
from crossread.inquiry.fold import fold_all
from crossread.operations.remembering import memory, put_down, taken_up
from crossread.progress.history import history
from crossread.progress.progress_of import progress_of, progress_of_entries
from crossread.questions.passages import Texts
from crossread.record.database import Database
from crossread.record.snapshots import Snapshot, Snapshots
from tests.inquiry.making import DIGESTS_ONLY, PACK
from tests.inquiry.test_way import stretches
from tests.operations.recalling import Kinds, Remembering, counted
from tests.patience import LONGEST_S
from tests.record.conftest import MEMORY

PACKS = {pack: replace(PACK, id=pack) for pack in ("alder-bay", "birch-bay")}
Step = tuple[str, Command | Texts]

ends = st.sampled_from(
    [
        *("clean", "clean", "cut short", "damaged", "of other entries", "rebuilt", "another version"),
        *("a pack lost", "packs of before"),
    ]
)
given_steps = st.lists(st.tuples(st.sampled_from(sorted(PACKS)), stretches), min_size=3, max_size=10).map(
    lambda those: [(pack, step) for pack, stretch in those for step in stretch]
)
sittings = st.lists(st.tuples(given_steps, ends), min_size=3, max_size=5)


@pytest.fixture(autouse=True, params=[10, 250_000])
def little_at_hand(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Have all but a few entries read, as in a record of a million, and all states ahead or at once."""
    long: int = request.param
    monkeypatch.setattr(taken_up, "MOST", 4)
    monkeypatch.setattr(memory, "_PUT_DOWN_AFTER", 5)
    monkeypatch.setattr(put_down, "LONG", long)


@given(sittings, st.integers(1, 7))
@settings(max_examples=30, deadline=None)
def test_whatever_was_done_and_however_it_ended_the_next_sitting_knows_it(
    sittings: list[tuple[list[Step], str]], page: int
) -> None:
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as place:
        folder = Path(place) / "ada"
        known: list[Entry] = []
        before: dict[str, Snapshot] = {}
        for number, (way, end) in enumerate(sittings):
            desk = Remembering(folder).begin()
            try:
                assert _all_agrees(desk, page) == known
                _do(desk, way)
                known = _all_agrees(desk, page)
            finally:
                desk.saved()
                if end == "cut short":
                    folder = desk.cut_short(Path(place) / str(number) / "ada")
                else:
                    desk.close()
            _spoil(folder, end, before)


def _do(desk: Remembering, way: Sequence[Step]) -> None:
    texts = DIGESTS_ONLY
    desk.memory.projected(Kinds())  # where all must be counted anew, that goes on meanwhile
    for pack, step in way:
        if isinstance(step, dict):
            texts = step
            continue
        desk.knows(pack)
        try:
            made = decide(desk.memory.state(pack), cast("Command", step), PACKS[pack], texts)
        except Expected:
            continue
        if made:
            desk.give(pack, made)


def _all_agrees(desk: Remembering, page: int) -> list[Entry]:
    """Compare all that is known with what all entries come to, counted from the first on."""
    entries = desk.entries()
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    for pack in PACKS:
        assert desk.memory.state(pack) == fold_all(pack, entries, "ada")
        of_pack = [entry for entry in entries if entry.pack == pack]
        told = desk.answers(page, pack)
        assert told == history(of_pack, desk.memory.seen)
    assert desk.answers(page) == history(entries, desk.memory.seen)
    assert desk.counted() == counted(entries)
    progress_of(desk.memory.projected)
    desk.run_until(lambda: desk.memory.counting is None)
    assert progress_of(desk.memory.projected) == progress_of_entries(entries)
    desk.saved()
    return desk.entries()


def _spoil(folder: Path, end: str, before: dict[str, Snapshot]) -> None:
    """Do to what was put down what can happen to it; `before` holds what was put down last time."""
    path = folder / "record.sqlite"
    with apsw.Connection(str(path)) as connection:
        snapshots = Snapshots(connection)
        found = [one for name in _names(connection) if (one := snapshots.read(name))]
        if end == "damaged":
            connection.execute("UPDATE projections SET value = replace(value, '1', '2')")
        elif end == "a pack lost":
            connection.execute("DELETE FROM projections WHERE name LIKE 'part/%/alder-bay'")
        elif end == "packs of before":  # as where the disk refused the newer ones
            snapshots.put(
                before[one.name] for one in found if one.name.startswith("part/") and one.name in before
            )
        elif end == "another version":
            snapshots.put(replace(one, version=one.version + 1, value=_falsely(one.value)) for one in found)
        elif end == "of other entries":
            snapshots.put(
                replace(one, counted=bytes(8), value=_falsely(one.value)) for one in found if one.seq > 0
            )
        before.update((one.name, one) for one in found)
    connection.close()
    if end == "rebuilt":
        path.unlink()
        shutil.rmtree(folder / "backups", ignore_errors=True)


def _names(connection: apsw.Connection) -> list[str]:
    return [str(name) for (name,) in connection.execute("SELECT name FROM projections")]


def _falsely(value: str) -> str:
    """Change what a snapshot says to something that could be."""
    return value.replace("1", "2").replace('"last":"', '"last":"0')


def test_damage_that_is_met_long_after_the_start_is_repaired_and_everything_told_again(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "ada"
    desk = Remembering(folder).begin()
    for number in range(12):
        desk.give("alder-bay", decide(desk.memory.state("alder-bay"), _flag(number), PACKS["alder-bay"], {}))
    known = desk.entries()
    desk.close()
    desk = Remembering(folder).begin()  # so that all of that was verified once
    desk.close()
    with apsw.Connection(str(folder / "record.sqlite")) as connection:
        connection.execute("UPDATE entries SET payload = replace(payload, 'true', 'null') WHERE seq = 4")
    connection.close()

    desk = Remembering(folder).begin()
    assert not desk.memory.report
    assert desk.memory.state("alder-bay").flags == fold_all("alder-bay", known, "ada").flags
    desk.told.clear()
    assert desk.entries() == known
    desk.run_until(lambda: desk.memory.report)
    assert any("damaged" in sentence for sentence in desk.memory.report)
    assert desk.memory.state("alder-bay") == fold_all("alder-bay", known, "ada")
    assert desk.counted() == counted(known)
    desk.close()


def _flag(number: int) -> Flag:
    question = PACK.questions[number % len(PACK.questions)].id
    return Flag(question=question, on=number < len(PACK.questions))


def test_what_is_asked_while_a_long_record_is_checked_is_told_before_the_check_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Remembering(tmp_path / "ada").begin()
    for number in range(12):
        desk.give("alder-bay", decide(desk.memory.state("alder-bay"), _flag(number), PACKS["alder-bay"], {}))
    known = desk.entries()
    folder = desk.cut_short(tmp_path / "cut" / "ada")
    asked = threading.Event()
    told: list[object] = []
    found = Database.check_structure

    def slowly(database: Database, wanted: Callable[[], bool] | None = None) -> bool:
        assert asked.wait(LONGEST_S)
        while not told:
            if wanted is not None and wanted():
                return False
            time.sleep(0.01)
        return found(database, wanted)

    monkeypatch.setattr(Database, "check_structure", slowly)
    desk = Remembering(folder)
    desk.memory.start()
    desk.run_until(lambda: desk.memory.status.kind == "checking")
    desk.memory.read_answers(None, 5, "", lambda answers: told.append(("answers", answers)))
    desk.memory.when_known("alder-bay", lambda _error: told.append("state"))
    asked.set()
    desk.run_until(lambda: len(told) == 2)
    assert desk.memory.state("alder-bay") == fold_all("alder-bay", known, "ada")
    desk.close()
