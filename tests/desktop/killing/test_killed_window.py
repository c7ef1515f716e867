"""Twenty kills of the whole window, at work on each kind of thing: all that it showed as saved is there."""

import os
import random
import shutil
import subprocess
import sys
import threading
import time
from itertools import islice
from pathlib import Path

from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.record.record import Record
from tests.desktop.killing.answering import BEGUN, MADE
from tests.patience import LONGEST_S

ROOT = Path(__file__).parents[3]
KILLS = 20
SEED = 26
MORE = 6  # times that it tells of more, at most, before it is killed: so it does on a slow machine as well
CLAIMS = """
- id: closed
  claim: The bridge was closed
  relation: agree
  why: Both say so.
  cells: {warden: [{stance: asserts, says: closed}], miller: [{stance: asserts, says: shut}]}
- id: survey
  claim: A survey had warned of it
  relation: only-one
  why: One of them leaves it out.
  cells: {warden: [{stance: silent, could: "yes"}], miller: [{stance: reports, whom: a survey, says: so}]}
"""


def test_twenty_kills_lose_nothing_that_was_shown_as_saved(folders: DataFolders) -> None:
    pack = folders.packs / "two-accounts"
    shutil.copytree(ROOT / "tests" / "fixtures" / "two-accounts", pack)
    (pack / "claims.yaml").write_text(CLAIMS, "utf-8")
    chance = random.Random(SEED)
    shown: set[str] = set()
    remembered: dict[str, str] = {}
    for number in range(KILLS):
        told = _do_and_kill(folders, MADE[number % len(MADE)], chance.randrange(MORE), chance.uniform(0, 0.1))
        assert told, "the window was killed before it had shown anything as saved: the test proves nothing"
        shown |= told
        remembered = _remembered(folders)
        assert shown <= remembered.keys()
    sys.stdout.write(f"{KILLS} kills of the window: {len(shown)} entries shown as saved, 0 lost\n")
    assert set(MADE) <= {remembered[entry] for entry in shown}
    assert len(shown) > KILLS * 2


def _do_and_kill(folders: DataFolders, kind: str, more: int, after: float) -> set[str]:
    """Run the window until an entry of a kind was shown as saved and then more; kill it some seconds after.

    Returns all that was shown.
    """
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.killing.answering"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={
            **os.environ,
            "CROSSREAD_DATA": str(folders.root),
            "QT_QPA_PLATFORM": "offscreen",
            "CROSSREAD_FIRST": kind,
        },
    )
    assert window.stdout is not None
    too_long = threading.Timer(LONGEST_S, window.kill)
    too_long.start()
    lines = []
    for line in window.stdout:
        if line == f"{BEGUN}\n":
            break
        lines.append(line)
    lines += islice(window.stdout, more)
    time.sleep(after)
    window.kill()
    rest, said = window.communicate()
    too_long.cancel()
    assert "Traceback" not in said, said
    lines += rest.split("\n")[:-1]  # the last line may be torn
    return {name for line in lines for name in line.split()}


def _remembered(folders: DataFolders) -> dict[str, str]:
    """Return the kind of each entry of the record by its id."""
    (learner,) = folders.learners.iterdir()
    record = Record.open(learner, SystemClock())
    try:
        report = record.check()
        assert not report.repaired
        return {entry.id: entry.kind for entry in record.entries()}
    finally:
        record.close()
