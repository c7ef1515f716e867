"""Draws every page in every theme at two sizes to build/screens, with a learner who has come some way.

Only digests are shown: no picture may hold a word of an attached original.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from crossread.desktop import start
from crossread.desktop.theme import theme
from tests.screens.shots import SHOTS
from tests.screens.stage import Stage

OUT = Path(__file__).parent.parent.parent / "build" / "screens"
SIZES = ((1366, 768), (1920, 1080))


def main() -> int:
    """Draw everything, or the shots named on the command line."""
    wanted = set(sys.argv[1:])
    OUT.mkdir(parents=True, exist_ok=True)
    start.application()
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
    print(f"{count} pictures in build/screens")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
