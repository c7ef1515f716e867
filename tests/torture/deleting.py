"""A learner is deleted, and that is cut anywhere: after the next start all of it is there, or nothing is."""

import random
import shutil
from pathlib import Path

from crossread.base.folders import DataFolders
from crossread.operations.learners.deleting import delete_learner, finish_deletions
from tests.record.making import write_history
from tests.torture import jobs
from tests.torture.children import Pace, child
from tests.torture.figures import Figures
from tests.torture.oracle import Promise, judge
from tests.torture.power import recording, states

ONE, OTHER = "one", "other"
EXPORT = "answers.csv"


def _begin(root: Path) -> tuple[DataFolders, dict[str, Promise]]:
    """Make two learners, one of whom has handed a file on."""
    folders, promises = DataFolders(root), {}
    for name in (ONE, OTHER):
        promises[name] = Promise()
        promises[name].keep(write_history(folders.learners / name, (5, 4), backup_after=2))
    (root / EXPORT).write_text("answers\n", "utf-8")
    return folders, promises


def run_kills(count: int, seed: int, place: Path) -> Figures:
    """Kill while a learner is deleted."""
    figures = Figures(fault="kill -9: while deleting a learner", seed=seed)
    _folders, promises = _begin(place / "start")
    pace = Pace(random.Random(seed), usual=0.003)
    for number in range(count):
        shutil.rmtree(place / "data", ignore_errors=True)
        shutil.copytree(place / "start", place / "data")
        with child(jobs.delete, str(place / "data"), ONE, EXPORT) as one:
            pace.kill_within(one)
        done = bool(one.told("deleted"))
        _judge(figures, DataFolders(place / "data"), promises, f"kill {number}", done=done)
    return figures


def run_power(count: int, seed: int, place: Path) -> Figures:
    """Cut the power while a learner is deleted."""
    figures = Figures(fault="power cut: while deleting a learner", seed=seed)
    base = place / "sitting"
    folders, promises = _begin(base)
    with recording(base) as recorded:
        delete_learner(folders, ONE, [base / EXPORT])
    total = recorded.now
    for number, (cut, files) in enumerate(states(recorded, count, seed)):
        shutil.rmtree(
            base
        )  # the list of what was handed on names places: each state lies where the first did
        for name, content in files.items():
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).write_bytes(content)
        _judge(figures, folders, promises, f"state {number}, cut at {cut}", done=cut == total)
    return figures


def _judge(
    figures: Figures, folders: DataFolders, promises: dict[str, Promise], what: str, *, done: bool
) -> None:
    """Finish as the next start does, and look."""
    finish_deletions(folders)
    judge(figures, folders.learners / OTHER, promises[OTHER], f"{what}, the other", writes=False)
    left = sorted(path.name for path in folders.learners.iterdir() if path.name != OTHER)
    if left == [ONE] and not done:
        judge(figures, folders.learners / ONE, promises[ONE], what, writes=False)
    elif left or (folders.root / EXPORT).exists():
        figures.invented += 1
        figures.complain(
            f"{what}: left are {left}, and what was handed on: {(folders.root / EXPORT).exists()}"
        )
