"""Another program that has a record open and goes on writing: a process of its own, to be ended or killed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CODE = """
import sys
from pathlib import Path
from tests.record.making import answer, opened

record, _report = opened(Path(sys.argv[1]))
at_once, pause = int(sys.argv[2]), float(sys.argv[3])
record.append([answer(-1)])
print("open", flush=True)
import time
number = 0
while at_once:
    record.append([answer(number + one) for one in range(at_once)])
    record.set_draft("draft/now", {"text": "thought " * (number % 2000)})
    number += at_once
    time.sleep(pause)
sys.stdin.read()
record.close()
"""


@contextmanager
def another_program(
    folder: Path, *, at_once: int = 0, pause: float = 0.0
) -> Iterator[subprocess.Popen[bytes]]:
    """Have a record open, with one answer more in it, in another process until it is left; then it is killed.

    It writes so many answers `at_once`, again and again with a `pause` in seconds between; none for 0.
    """
    given = [sys.executable, "-c", _CODE, str(folder), str(at_once), str(pause)]
    pipe, root = subprocess.PIPE, Path(__file__).parents[2]
    with subprocess.Popen(given, stdin=pipe, stdout=pipe, cwd=root) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline().strip() == b"open"
            yield child
        finally:
            child.kill()


def files_in(folder: Path) -> set[str]:
    """Return the names of all files in a folder."""
    return {one.name for one in folder.iterdir()}
