"""Records of 10,000, 100,000 and 1,000,000 entries: what grows with them, and what must not."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crossread.base.declared import LEARNER as LEARNER_SETTING
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from tests.bench.long_record import LEARNER, long_record
from tests.bench.rows import Row, median
from tests.bench.starting import start_to_drawn

SIZES = (10_000, 100_000, 1_000_000)
RUNS = 3
_SLOWEST_S = 1_200


def measure() -> Sequence[Row]:
    """Make each record once, and sit down with it again and again, each time in a new process."""
    rows: list[Row] = []
    for size in _sizes():
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder)
            folders = DataFolders(data)
            long_record(folders, size, clean=True)
            settings = Settings(folders.settings)
            settings.remember("welcome", {"seen": True})
            settings.set(LEARNER_SETTING, LEARNER)
            rows += _rows(f"{size:,} entries", data)
    return rows


def _sizes() -> Sequence[int]:
    """Return what CROSSREAD_BENCH_ENTRIES names, or all sizes."""
    chosen = os.environ.get("CROSSREAD_BENCH_ENTRIES", "")
    return [int(size) for size in chosen.split()] or SIZES


def _rows(size: str, data: Path) -> Iterator[Row]:
    first = _sit(data, "first")  # nothing is put down yet, and no backup is made
    yield _row(size, "counting anew all that they come to", first["counted"], budget=60_000)
    yield _row(size, "the window's longest stall while a backup is made", first["stall"], budget=100)
    yield _row(size, "  until that backup is made and verified", first["backed up"])
    clean = [_sit(data, "clean") for _run in range(RUNS)]
    yield _row(
        size, "start to what the first page shows, after a clean exit", _median(clean, "first page"), 500
    )
    yield _row(size, "  until answers are written", _median(clean, "writing"))
    yield _row(
        size, "the numbers of the progress page, gone to a second after that", _median(clean, "progress"), 300
    )
    yield _row(size, "where one is in a pack", _median(clean, "pack"))
    yield _row(size, "the 50 newest answers", _median(clean, "answers"))
    yield Row(what=f"{size}: memory", value=_median(clean, "memory"), unit="MB")
    drawn = [start_to_drawn("crossread", str(data))[0] for _run in range(RUNS)]
    yield _row(size, "the window, from its start to the library drawn", median(drawn))
    saved = _sit(data, "saving")
    yield _row(size, "an answer to saved, p50", saved["saved p50"], budget=5)
    yield _row(size, "an answer to saved, p99", saved["saved p99"], budget=50)
    crowd = _sit(data, "crowded")  # what was just saved is backed up at this start
    while_it_is = "while a backup is made"
    yield _row(size, f"an answer to saved, {while_it_is}, p50", crowd["saved p50"])
    yield _row(size, f"an answer to saved, {while_it_is}, p99", crowd["saved p99"], budget=50)
    yield _row(
        size, f"the window's longest stall, {while_it_is} and answers are saved", crowd["stall"], budget=100
    )
    for form in ("csv", "json"):
        handed_on = _sit(data, form)
        yield _row(size, f"a file of it as {form.upper()}", handed_on["written"])
        yield _row(size, "  the window's longest stall while it is written", handed_on["stall"], budget=100)
        yield Row(what=f"{size}:   memory that takes", value=handed_on["memory"], unit="MB")
    _sit(data, "killed")
    unclean = _sit(data, "clean")
    yield _row(size, "start to what the first page shows, after a kill", unclean["first page"])
    yield _row(size, "  until all is checked and answers are written", unclean["writing"])
    yield _row(size, "  where one is in a pack, meanwhile", unclean["pack"])


def _row(size: str, what: str, ms: float, budget: float | None = None) -> Row:
    return Row(what=f"{size}: {what}", value=ms, unit="ms", budget=budget)


def _median(runs: Sequence[Mapping[str, float]], name: str) -> float:
    return median([run[name] for run in runs])


def _sit(data: Path, what: str) -> Mapping[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.remembered", str(data), what],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=_SLOWEST_S,
        cwd=Path(__file__).parent.parent.parent,
    )
    told: Mapping[str, float] = json.loads(done.stdout)
    return told
