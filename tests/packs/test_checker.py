"""The check of packs from other threads: the first one brings large libraries, and all are right."""

import subprocess
import sys

from tests.patience import LONGEST_S

TWO_AT_ONCE = """
import threading
from pathlib import Path
from crossread.base.folders import content_folder
from crossread.packs.checker import check_files
from crossread.packs.pack_files import read_files
from crossread.packs.problems import Problems

began, came = threading.Barrier(4), []

def check():
    files = read_files(content_folder() / "every-kind", Problems())
    began.wait()
    came.append(check_files(files, Problems()).errors)

threads = [threading.Thread(target=check) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(came)
"""


def test_four_threads_may_check_their_first_pack_at_once() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TWO_AT_ONCE], capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[0, 0, 0, 0]", "")
