"""Draws every page in every theme at two sizes to build/screens, with a learner who has come some way.

Only digests are shown: no picture may hold a word of an attached original.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from crossread.desktop.application import application
from crossread.desktop.theme import theme
from tests.screens.shot import Shot
from tests.screens.shots import SHOTS
from tests.screens.stage import Stage
from tests.screens.termed import TERM, days_of_term
from tests.term.calendar import LOOKED_AT
from tests.term.term import Term

OUT = Path(__file__).parent.parent.parent / "build" / "screens"
SIZES = ((1366, 768), (1920, 1080))


def main() -> int:
    """Draw everything, or the shots named on the command line."""
    wanted = set(sys.argv[1:])
    OUT.mkdir(parents=True, exist_ok=True)
    application()
    count = 0
    for name in theme.theme_names():
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                stage = Stage(Path(folder), name, size)
                try:
                    for shot in SHOTS:
                        shot.learner(stage.session, stage.until)
                        if wanted and shot.name not in wanted:
                            continue
                        widget = shot.arrange(stage)
                        stage.settle()
                        picture = OUT / f"{shot.name}-{name}-{size[0]}x{size[1]}.png"
                        if not widget.grab().save(str(picture)):
                            raise RuntimeError(f"{picture.name} cannot be written")
                        count += 1
                        shot.clear_away(stage)
                finally:
                    stage.close()
    count += draw_term(wanted)
    print(f"{count} pictures in build/screens")
    return 0


def draw_term(wanted: set[str]) -> int:
    """Draw what a learner of the simulated term sees on some of its days; return how many pictures."""
    shots = [
        (day, shot) for day in LOOKED_AT for shot in TERM if not wanted or f"{shot.name}-day-{day}" in wanted
    ]
    if not shots:
        return 0
    count = 0
    with tempfile.TemporaryDirectory() as played:
        for day, term in days_of_term(Path(played)):
            for name in theme.theme_names():
                for size in SIZES:
                    count += _draw_day([shot for on, shot in shots if on == day], day, term, name, size)
    return count


def _draw_day(shots: list[Shot], day: int, term: Term, name: str, size: tuple[int, int]) -> int:
    if not shots:
        return 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "data"
        shutil.copytree(term.folders.root, copy)
        stage = Stage(copy, name, size, learner=term.players[0].id, days=day)
        try:
            for shot in shots:
                widget = shot.arrange(stage)
                stage.settle()
                picture = OUT / f"{shot.name}-day-{day}-{name}-{size[0]}x{size[1]}.png"
                if not widget.grab().save(str(picture)):
                    raise RuntimeError(f"{picture.name} cannot be written")
                shot.clear_away(stage)
        finally:
            stage.close()
    return len(shots)


if __name__ == "__main__":
    raise SystemExit(main())
