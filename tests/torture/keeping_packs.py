"""A pack is taken in, and that is cut anywhere: it is in the library whole, or it is not there."""

import random
import shutil
from pathlib import Path

from crossread.packs.making.from_articles_folder import keep_pack
from crossread.packs.pack_files import content_digest, read_files
from crossread.packs.problems import Problems
from tests.torture import jobs
from tests.torture.children import Pace, child
from tests.torture.figures import Figures
from tests.torture.kills import FIXTURES
from tests.torture.power import recording, states

PACK = FIXTURES / jobs.PACK


def run_kills(count: int, seed: int, place: Path) -> Figures:
    """Kill while a pack is taken in."""
    figures = Figures(fault="kill -9: while taking a pack in", seed=seed)
    pace = Pace(random.Random(seed), usual=0.01)
    for number in range(count):
        packs = place / "packs"
        shutil.rmtree(packs, ignore_errors=True)
        with child(jobs.take_pack_in, str(PACK), str(packs)) as one:
            pace.kill_within(one)
        _judge(figures, packs, f"kill {number}", taken=bool(one.told("taken")))
    return figures


def run_power(count: int, seed: int, place: Path) -> Figures:
    """Cut the power while a pack is taken in."""
    figures = Figures(fault="power cut: while taking a pack in", seed=seed)
    base = place / "data"
    base.mkdir(parents=True)
    with recording(base) as recorded:
        keep_pack(read_files(PACK, Problems()), base / "packs")
    for number, (cut, files) in enumerate(states(recorded, count, seed)):
        shutil.rmtree(base, ignore_errors=True)
        for name, content in files.items():
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).write_bytes(content)
        _judge(figures, base / "packs", f"state {number}, cut at {cut}", taken=cut == recorded.now)
    return figures


def _judge(figures: Figures, packs: Path, what: str, *, taken: bool) -> None:
    """Hold that every pack that the library would show is whole, and that one taken in is there."""
    figures.runs += 1
    figures.acknowledged += taken
    shown = [one for one in packs.glob("*") if not one.name.startswith(".")]
    half = [one.name for one in shown if content_digest(read_files(one, Problems())) != one.name]
    figures.invented += len(half)
    figures.lost += taken and not shown
    figures.untouched += not half
    if half or (taken and not shown):
        figures.complain(f"{what}: {half} are not whole, taken in {taken}")
