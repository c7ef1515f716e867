"""The window with a real session over a data folder of its own, and one small pack in the library."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from crossread.base.clock import SystemClock
from crossread.base.entries import Entry
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders, content_folder
from crossread.base.settings import Settings
from crossread.desktop.bridge import Bridge
from crossread.desktop.ending import wait_until_saved
from crossread.desktop.pages.around.before import BeforePage
from crossread.desktop.pages.around.meet import MeetPage
from crossread.desktop.pages.around.overview import OverviewPage
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.place import Place
from crossread.desktop.window import MainWindow
from crossread.operations.handing_on.handed_on_file import place_of
from crossread.operations.sessions.session import Session
from tests.patience import LONGEST_S
from tests.threads import end_session

FIXTURES = Path(__file__).parents[2] / "fixtures"
PACK = "two-accounts"
EVERY = "every-kind"
NEVER_MS = 24 * 3600 * 1000
WAYS = "all-ways"  # four sources, and a stage in each behaviour


def words_of(widget: QWidget) -> str:
    """Return all the words that are to be seen in a widget."""
    QApplication.processEvents()  # what was put into a layout just now is shown by then
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _places_handed_on(entries: Iterable[Entry], _seen: Callable[[str], object]) -> tuple[str, ...]:
    return tuple(place_of(entry.payload) for entry in entries if entry.kind == "exported")


class EveningClock(SystemClock):
    """A clock that tells the time of one evening."""

    def now(self) -> datetime:
        return datetime(2026, 3, 1, 19, 0, tzinfo=UTC)


@dataclass
class Opened:
    """A window under test and what it stands on."""

    qtbot: QtBot
    window: MainWindow
    session: Session
    settings: Settings
    folders: DataFolders
    bridge: Bridge

    def wait(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds)

    def saved(self) -> None:
        self.wait(lambda: self.session.status.kind == "ready")

    def handed_on(self) -> tuple[str, ...]:
        """Return where files lie that the record says were handed on: what goes with whoever is deleted."""
        got: list[tuple[str, ...] | Expected] = []
        self.session.read_entries(_places_handed_on, got.append)
        self.wait(lambda: bool(got))
        assert not isinstance(got[0], Expected)
        return got[0]

    @property
    def pages(self) -> PackPages:
        pages = self.window.pages.currentWidget()
        assert isinstance(pages, PackPages)
        return pages

    @property
    def desk(self) -> Desk:
        page = self.pages.page
        assert isinstance(page, Desk)
        return page

    @property
    def before(self) -> BeforePage:
        page = self.pages.page
        assert isinstance(page, BeforePage)
        return page

    @property
    def meet(self) -> MeetPage:
        page = self.pages.page
        assert isinstance(page, MeetPage)
        return page

    @property
    def overview(self) -> OverviewPage:
        page = self.pages.page
        assert isinstance(page, OverviewPage)
        return page

    def go(self, stage: str, pack: str = PACK) -> None:
        """Open a pack at a stage ("" for its overview)."""
        self.window.go(Place("stage", pack, stage) if stage else Place("overview", pack))
        self.wait(lambda: not self.window.is_opening())
        assert isinstance(self.window.pages.currentWidget(), PackPages), self.window.trouble.message()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, as a person does."""
        QTest.keyClick(self.focus(), key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.focus(), words)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def focus(self) -> QWidget:
        """Return what has the focus, once that is to be seen: a page may not be laid out yet."""
        if not self._focused().isVisible():
            self.wait(lambda: self._focused().isVisible())
        return self._focused()

    def _focused(self) -> QWidget:
        return self.window.focusWidget() or self.window

    def close(self) -> None:
        """Close the window and the session, as leaving the program does."""
        self.window.close()
        wait_until_saved(self.session, LONGEST_S)
        assert self.session.close(LONGEST_S)
        QCoreApplication.processEvents()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a field for words take a short pause for a long one."""
    monkeypatch.setattr("crossread.desktop.pages.kept_text.PAUSE_MS", 50)


@pytest.fixture
def library(folders: DataFolders, compiled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put one small pack into a library of its own; return the folder of bundled packs.

    What is found there as it was checked before is not checked once more.
    """
    shutil.copytree(compiled, folders.cache)
    bundled = tmp_path / "bundled"
    shutil.copytree(FIXTURES / PACK, bundled / PACK)
    for module in ("crossread.operations.opening.opening", "crossread.operations.sessions.session_packs"):
        monkeypatch.setattr(f"{module}.content_folder", lambda: bundled)
    return bundled


@pytest.fixture(autouse=True)
def a_quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never say "saving…", and "saved" after it, by the chance of how long this machine's disk takes."""
    monkeypatch.setattr("crossread.desktop.widgets.telling.status.LATE", NEVER_MS)


@pytest.fixture
def open_window(qtbot: QtBot, folders: DataFolders, library: Path) -> Iterator[Callable[[], Opened]]:
    """Open the window on the same data folder as often as a test asks for it."""
    ending = ExitStack()

    def open_it(width: int = 1400, height: int = 900) -> Opened:
        settings = Settings(folders.settings)
        bridge = Bridge()
        session = Session(folders, settings, EveningClock(), bridge.deliver)
        window = MainWindow(Surroundings(session, settings, EveningClock()))
        one = Opened(qtbot, window, session, settings, folders, bridge)
        ending.callback(end_session, session)
        window.resize(width, height)
        window.show()
        assert QTest.qWaitForWindowExposed(window)
        session.start()
        window.begin()
        one.wait(lambda: bool(session.shelf()) and session.status.kind in {"ready", "failed"})
        one.wait(lambda: bool(window.library.cards))
        window.activateWindow()
        return one

    with ending:
        yield open_it
    QCoreApplication.processEvents()


@pytest.fixture
def ways(open_window: Callable[[], Opened], library: Path) -> Opened:
    """Open the window on a library with a pack that asks in every behaviour."""
    shutil.copytree(FIXTURES / WAYS, library / WAYS)
    return open_window()


@pytest.fixture
def every(open_window: Callable[[], Opened], library: Path) -> Opened:
    """Open the window on a library with the pack that has every kind of question."""
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    return open_window()


@pytest.fixture
def opened(open_window: Callable[[], Opened]) -> Opened:
    """Open the window once, on the first day."""
    return open_window()
