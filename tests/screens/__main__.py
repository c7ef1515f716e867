"""Draws every page in every theme at two sizes to build/screens, with a learner who has come some way.

`python -m tests.screens` draws all, in several processes. With parts (`1366x768`, `1920x1080`, `term`), only
these are drawn, and with names of pages, only those pages; all in this process then.

Only digests are shown: no picture may hold a word of an attached original.
"""

import os
import subprocess
import sys
from pathlib import Path

# A screen as large as the largest window; the usual one would push menus and dialogs together.
_SCREEN = Path(__file__).parents[1] / "looks" / "screen.json"
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"

OUT = Path(__file__).parent.parent.parent / "build" / "screens"
SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080)}
TERM = "term"
PARTS = (*SIZES, TERM)  # each waits for something half of its time, so that two cores are enough for three


def main() -> int:
    """Draw; return 0 where every page could be drawn."""
    OUT.mkdir(parents=True, exist_ok=True)
    asked = set(sys.argv[1:])
    return _draw(asked) if asked else _share()


def _share() -> int:
    """Draw all parts beside each other."""
    for before in OUT.glob("*.png"):  # else pictures of pages that are no more would stand among them
        before.unlink()
    running = [subprocess.Popen([sys.executable, "-m", "tests.screens", part]) for part in PARTS]
    ended = [worker.wait() for worker in running]
    for part, code in zip(PARTS, ended, strict=True):
        if code < 0:  # else it has told itself what it could not draw
            print(f"NOT DRAWN {part} to its end: stopped by signal {-code}")
    print(f"{len(list(OUT.glob('*.png')))} pictures in build/screens")
    return 0 if not any(ended) else 1  # a crash is a negative number


def _draw(asked: set[str]) -> int:
    # Only here: the process that shares the work out needs no Qt.
    from crossread.desktop.application import application
    from tests.screens.drawing import Drawn, draw_pages, draw_term, names

    wanted = asked - set(PARTS)
    unknown = wanted - set(names())
    if unknown:
        print("no page is called so:", *sorted(unknown))
        return 1
    parts = asked & set(PARTS) or set(PARTS)
    application()
    drawn = Drawn()
    for part, size in SIZES.items():
        if part in parts:
            draw_pages(size, wanted, OUT, drawn)
    if TERM in parts:
        draw_term(tuple(SIZES.values()), wanted, OUT, drawn)
    for failed in drawn.failed:
        print("NOT DRAWN", failed)
    print(
        f"{' '.join(sorted(parts))}: {drawn.pictures} pictures, {len(drawn.failed)} pages failed", flush=True
    )
    return 1 if drawn.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
