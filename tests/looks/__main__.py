"""Goes through every page in every combination, on all cores, and lists what cannot be seen or read.

`python -m tests.looks` looks at everything; with numbers, at those combinations only, in this process.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.looks.combinations import combinations

SETTLE_MS = 50


def main() -> int:
    """Look; return 0 where nothing was found wrong."""
    numbers = [int(number) for number in sys.argv[1:]]
    return _look(numbers) if numbers else _share()


def _share() -> int:
    """Give each core a share of the combinations."""
    cores = os.cpu_count() or 1
    shares = [range(len(combinations()))[first::cores] for first in range(cores)]
    workers = [
        subprocess.Popen([sys.executable, "-m", "tests.looks", *map(str, share)]) for share in shares if share
    ]
    return max(worker.wait() for worker in workers)


def _look(numbers: list[int]) -> int:
    # Only here: the process that shares the work out needs no Qt.
    from tests.looks.inspecting import faults
    from tests.screens.shots import SHOTS
    from tests.screens.stage import Stage

    pages = 0
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number in numbers:
        combination = combinations()[number]
        with tempfile.TemporaryDirectory() as folder:
            stage = Stage(
                Path(folder),
                combination.theme,
                combination.size,
                text=combination.text,
                language=combination.language,
                settle_ms=SETTLE_MS,
            )
            try:
                for shot in SHOTS:
                    shot.learner(stage.session, stage.until)
                    widget = shot.arrange(stage)
                    stage.settle()
                    pages += 1
                    for fault in faults(widget):
                        found[shot.name, fault].append(str(combination))
                    shot.clear_away(stage)
            finally:
                stage.close()
    for (page, fault), where in sorted(found.items()):
        more = f" and {len(where) - 1} more" if len(where) > 1 else ""
        print(f"FAULT {page} ({where[0]}{more}): {fault}")
    print(f"{pages} pages looked at, {len(found)} faults", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
