"""A window to look at: on a data folder of its own, with a learner who comes as far as a picture needs."""

import gc
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from crossread.base import translation
from crossread.base.clock import SystemClock
from crossread.base.declared import LEARNER, TEXT_SIZE, THEME
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders, assets_folder
from crossread.base.settings import Settings
from crossread.desktop.application import application, translate
from crossread.desktop.bridge import Bridge
from crossread.desktop.pages.crash import CrashPage
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.place import LIBRARY, PROGRESS, Place
from crossread.desktop.theme import theme
from crossread.desktop.window import MainWindow
from crossread.operations.sessions.session import Session
from tests.patience import LONGEST_S
from tests.screens.learner import PACK
from tests.threads import assert_no_background_is_at_work

AGAIN_MS = 10
ROUNDS = 4  # of events after a pause: what one of them puts off comes with the next


class MorningClock(SystemClock):
    """A clock that always greets with the same words; `days` have passed since the first morning."""

    days = 0

    def now(self) -> datetime:
        """Return one morning."""
        return datetime.fromisoformat("2026-03-02T09:30:00+00:00") + timedelta(days=self.days)


class Stage:
    """A window to draw, at one size and in one theme, on a data folder of its own."""

    def __init__(
        self,
        folder: Path,
        name: str,
        size: tuple[int, int],
        *,
        text: int = TEXT_SIZE.default,
        language: str = "",
        settle_ms: int = 350,
        turned: bool = False,
        learner: str = "a" * 32,  # what is shuffled, and what is drawn, goes by it
        days: int = 0,
    ) -> None:
        gc.disable()  # until the next `tidy`: inside Qt's event dispatch collecting crashes at random
        folders = DataFolders(folder)
        self.settings = Settings(folders.settings)
        self.settings.set(THEME, name)
        self.settings.set(TEXT_SIZE, text)
        self.settings.set(LEARNER, learner)
        self._settle_ms = settle_ms
        self._bridge = Bridge()
        self.clock = MorningClock()
        self.clock.days = days
        self.session = Session(folders, self.settings, self.clock, self._bridge.deliver)
        app = application()
        translation.install(translation.choose(assets_folder() / "locale", language or "en"))
        translate(app, language or "en")
        if turned:  # as for a language that is written from the right, in the usual words
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.apply(app, theme.load_theme(name), self.settings[TEXT_SIZE])
        self.window = MainWindow(Surroundings(self.session, self.settings, self.clock))
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
        late.start(round(LONGEST_S * 1000))
        again = QTimer()  # something may come to hold without an event of the window's
        again.start(AGAIN_MS)
        while not holds():
            if not late.isActive():
                raise RuntimeError("the window did not come to where it should")
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.settle()

    def settle(self) -> None:
        """Let fades and layouts come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(self._settle_ms, loop.quit)
        loop.exec()
        for _round in range(ROUNDS):
            QApplication.processEvents()

    def tidy(self) -> None:
        """Collect what the last picture left; to be called where no event is at work."""
        QApplication.processEvents()
        gc.collect()

    def go(self, page: str, stage: str = "", pack: str = PACK) -> None:
        """Go to a page."""
        places = {"library": LIBRARY, "progress": PROGRESS}
        for name in ("overview", "board", "timeline", "guide"):
            places[name] = Place(name, pack)
        place = places.get(page)
        self.window.go(place or Place("stage", pack, stage))
        self.until(lambda: not self.window.is_opening())

    def close(self) -> None:
        """Close the window and its session."""
        self.window.close()
        self.session.close()
        assert_no_background_is_at_work()
        self.window.deleteLater()
        self.tidy()
