"""Draws every page in every theme at two sizes to build/screens, with a learner who has come some way.

Only digests are shown: no picture may hold a word of an attached original.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from crossread.base.clock import SystemClock
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import TEXT_SIZE, THEME, Settings
from crossread.desktop import start
from crossread.desktop.bridge import Bridge
from crossread.desktop.pages.crash import CrashPage
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.place import LIBRARY, PROGRESS, Place
from crossread.desktop.theme import theme
from crossread.desktop.window import MainWindow
from crossread.operations.session import Session
from tests.screens.learner import PACK
from tests.screens.shots import SHOTS

OUT = Path(__file__).parent.parent.parent / "build" / "screens"
SIZES = ((1366, 768), (1920, 1080))
LONGEST_MS = 10_000


class MorningClock(SystemClock):
    """A clock that always greets with the same words."""

    def now(self) -> datetime:
        """Return one morning."""
        return datetime.fromisoformat("2026-03-02T09:30:00+00:00")


class Stage:
    """A window to draw, at one size and in one theme, on a data folder of its own."""

    def __init__(self, folder: Path, name: str, size: tuple[int, int]) -> None:
        folders = DataFolders(folder)
        self.settings = Settings(folders.settings)
        self.settings.set(THEME, name)
        self._bridge = Bridge()
        self.session = Session(folders, self.settings, MorningClock(), self._bridge.deliver)
        app = start.application()
        theme.apply(app, theme.load_theme(name), self.settings[TEXT_SIZE])
        self.window = MainWindow(Surroundings(self.session, self.settings, MorningClock()))
        self.size = size
        self.crash: CrashPage | None = None
        self.sentence = Expected(
            "pack-gone", "This pack is no longer where it was. Add it to the library again."
        ).message
        self.window.resize(*size)
        self.window.show()
        self.session.start()
        self.window.begin()
        self.until(lambda: bool(self.session.shelf()) and self.session.status.kind == "ready")

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until something is so, and then until it has settled."""
        loop = QEventLoop()
        late = QTimer()
        late.setSingleShot(True)
        late.timeout.connect(loop.quit)
        late.start(LONGEST_MS)
        while not holds():
            if not late.isActive():
                raise RuntimeError("the window did not come to where it should")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        self.settle()

    def settle(self, milliseconds: int = 350) -> None:
        """Let fades and layouts come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def go(self, page: str, stage: str = "", pack: str = PACK) -> None:
        """Go to a page."""
        place = {"library": LIBRARY, "progress": PROGRESS, "overview": Place("overview", pack)}.get(page)
        self.window.go(place or Place("stage", pack, stage))
        self.until(lambda: not self.window.is_opening())

    def close(self) -> None:
        """Close the window and its session."""
        self.window.close()
        self.session.close()
        self.window.deleteLater()
        QApplication.processEvents()


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
