"""Goes round every page and state that is drawn by Tab, without a screen: `python -m tests.access.tabs`."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZE = (1366, 768)
SETTLE_MS = 40


def main(names: list[str]) -> int:
    """Go round the pages named, or all; return 0 where nothing was found wrong."""
    from tests.access.tabbing import faults
    from tests.screens.shots import SHOTS
    from tests.screens.stage import Stage

    pages, wrong = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), "paper", SIZE, settle_ms=SETTLE_MS)
        for shot in SHOTS:
            shot.learner(stage.session, stage.until)
            if names and shot.name not in names:
                continue
            widget = shot.arrange(stage)
            stage.settle()
            for fault in faults(widget):
                print(f"FAULT {shot.name}: {fault}")
                wrong += 1
            pages += 1
            shot.clear_away(stage)
        stage.close()
    print(f"tabs: {pages} pages gone round by Tab, {wrong} faults", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
