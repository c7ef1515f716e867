"""Goes through every page in every combination, on all cores, and lists what cannot be seen or read.

`python -m tests.looks` looks at everything. With numbers, at those combinations only, and with names of
pictures, at those pages only; all in this process then. `turned` stands for the pages turned round.
"""

import faulthandler
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

# A screen as large as the largest window; the usual one would push menus together.
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).parent / 'screen.json'}"

from tests.looks.combinations import TURNED, combinations

SETTLE_MS = 25
WORKERS = 2  # for each core: half of the time a window waits for something
TURNED_WALKS = 4  # each of two windows, and its mirror
LONGEST = 300  # seconds for one page; then it is told where each thread stands


def main() -> int:
    """Look; return 0 where nothing was found wrong."""
    names = set(sys.argv[1:])
    return _look(names) if names else _share()


def _share() -> int:
    """Give each worker a share of the combinations."""
    shares: list[list[str]] = [[] for _worker in range(WORKERS * len(os.sched_getaffinity(0)))]
    for one in (TURNED, *(str(number) for number in range(len(combinations())))):
        min(shares, key=_walks).append(one)
    running = [subprocess.Popen([sys.executable, "-m", "tests.looks", *share]) for share in shares if share]
    ended = [worker.wait() for worker in running]
    return 0 if not any(ended) else 1  # a crash is a negative number


def _walks(share: list[str]) -> int:
    """Return how many times a share goes through all pages."""
    return sum(TURNED_WALKS if one == TURNED else 1 for one in share)


def _look(wanted: set[str]) -> int:
    # Only here: the process that shares the work out needs no Qt.
    from tests.looks.turning import turned
    from tests.screens.shots import SHOTS

    numbers = [int(one) for one in wanted if one.isdigit()]
    names = {one for one in wanted if not one.isdigit() and one != TURNED}
    unknown = names - {shot.name for shot in SHOTS}
    if unknown:
        print("no page is called so:", *sorted(unknown))
        return 1
    pages = 0
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number in numbers or range(len(combinations()) if names and TURNED not in wanted else 0):
        for page, faults in _faults(number, names):
            pages += 1
            for fault in faults:
                found[page, fault].append(str(combinations()[number]))
        print(f"{combinations()[number]}: {pages} pages by now", flush=True)
    if TURNED in wanted:
        for page, window, faults in turned(names, SETTLE_MS):
            pages += 1
            for fault in faults:
                found[page, fault].append(window)
    for (page, fault), windows in sorted(found.items()):
        more = f" and {len(windows) - 1} more" if len(windows) > 1 else ""
        print(f"FAULT {page} ({windows[0]}{more}): {fault}")
    print(f"{pages} pages looked at, {len(found)} faults", flush=True)
    return 1 if found else 0


def _faults(number: int, names: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each page of one combination, and what is wrong with it."""
    from tests.looks.inspecting import faults_at_rest
    from tests.looks.walking import walk

    combination = combinations()[number]
    with tempfile.TemporaryDirectory() as folder:
        for page, widget in walk(Path(folder), combination, names, SETTLE_MS):
            faulthandler.dump_traceback_later(LONGEST, exit=True)  # until the next page
            yield page, faults_at_rest(widget)
    faulthandler.cancel_dump_traceback_later()


if __name__ == "__main__":
    raise SystemExit(main())
