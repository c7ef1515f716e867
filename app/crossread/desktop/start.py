"""Starting the window: the first paint comes before anything that takes time."""

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from crossread.base.clock import Clock
from crossread.base.declared import LANGUAGE, MODE
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.appearance import SystemLook, take_up
from crossread.desktop.application import application, translate
from crossread.desktop.bridge import Bridge
from crossread.desktop.clipboard import settle_clipboard
from crossread.desktop.crash import CrashWatch
from crossread.desktop.ending import CLOSE_S, Logout, Signals, end
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.place import Place
from crossread.desktop.seat import Seat, Seats, Taken
from crossread.desktop.settings_writer import SettingsWriter
from crossread.desktop.warm_up import WarmUp
from crossread.desktop.window import MainWindow
from crossread.operations.learners.learner import current_learner, stands_alone
from crossread.operations.sessions.session import Session

Held = Mapping[str, Mapping[str, Any]]

SLOWEST_PAINT_MS = 2000  # a window that is hidden is never painted: then the rest begins all the same


def run(
    folders: DataFolders,
    settings: Settings,
    clock: Clock,
    pack: str | None = None,
    language: str = "",
    mode: str = "",
    learner: str = "",
) -> int:
    """Show the window until it is closed; return what the process should return.

    `pack` is the id of a pack to go on with at once, `language` the one that the window speaks ("": the
    system's). `mode` is how the machine is used for once ("": as the settings say), `learner` the name or
    the id of who sits down first. Where nothing can be kept in the data folder, the learner may choose
    another one, and the window opens anew on that; so it does where another one is to sit down. Returns 1
    where not everything could be saved, or where the window could not be made.
    """
    app = application()
    translate(app, language or settings[LANGUAGE])
    seats, saved, held, told = Seats(), True, None, ""
    seat: Seat | None = Seat("learner", learner) if learner else Seat("fresh")
    while seat is not None:
        seats.mode = mode or settings[MODE]  # it may have been changed by who sat here before
        taken = _take(app, folders, settings, seats, seat, told)
        if taken is None:
            break
        seats.taken = taken
        sitting = Sitting(app, folders, settings, clock, seats)
        saved = sitting.sit(pack, held=held) and saved
        seat, held = sitting.next, None
        if taken.is_guest:
            _get_up(taken)
        told = seat.do_between() if seat is not None else ""
        settings = Settings(folders.settings)  # nobody who was told of changes before is there any more
        if sitting.another is not None:
            folders = DataFolders(sitting.another)
            settings, held, seat = Settings(folders.settings), sitting.held, Seat("fresh")
        else:
            pack = None
    return 0 if saved else 1


def _take(
    app: QApplication, folders: DataFolders, settings: Settings, seats: Seats, seat: Seat, told: str
) -> Taken | None:
    """Return who sits down, with what is `told` then; who reads alone meets nothing that others need."""
    alone = seat == Seat("fresh") and seats.mode == "myself"
    if alone and stands_alone(folders, current_learner(folders, settings)):
        return Taken()
    from crossread.desktop.learners.seating import take_seat

    return take_seat(app, folders, settings, seats, seat, told)


def _get_up(taken: Taken) -> None:
    from crossread.desktop.learners.seating import get_up

    get_up(taken)


class Sitting(QObject):
    """The window over one data folder, from its start until it is closed.

    `another` is the folder to go on with, where the learner chose one because this one refuses; `held` is
    what was written and could not be kept in this one. `next` is who is to sit down in this one's place.
    """

    def __init__(
        self, app: QApplication, folders: DataFolders, settings: Settings, clock: Clock, seats: Seats
    ) -> None:
        super().__init__(app)
        self._app, self._folders, self._clock, self._seats = app, folders, clock, seats
        self._settings = seats.taken.settings or settings
        self.next: Seat | None = None
        self._window: MainWindow | None = None
        self.held: Held = {}
        self.another: Path | None = None

    def sit(self, pack: str | None, *, held: Held | None = None) -> bool:
        """Show the window until it is closed; return whether everything was saved.

        `held`: what was written over a folder that refuses. The learner has just chosen this one in its
        place, and is told for how long it holds.
        """
        gc.disable()  # nothing of the start is garbage; `AfterPaint` turns it on again
        bridge = Bridge(self)
        watch = CrashWatch(self._folders, self._clock, bridge, self)
        watch.install()
        try:
            return self._sit(bridge, pack, held)
        except Exception as error:
            watch.tell(error)  # there is no window, or none any more, that could go on
            return False
        finally:
            watch.uninstall()

    def _sit(self, bridge: Bridge, pack: str | None, held: Held | None) -> bool:
        app, settings = self._app, self._settings
        take_up(settings)
        seats = self._seats
        session = Session(self._folders, settings, self._clock, bridge.deliver, seats.taken.folder)
        session.hold(held or {})
        seats.asked = self._sit_again
        window = self._window = MainWindow(Surroundings(session, settings, self._clock, seats))
        window.banners.folder_chosen.connect(self._take)
        SystemLook(settings, window)
        writer = SettingsWriter(settings, window)
        signals = Signals(window.close_now, app)
        logout = Logout(window, session)
        app.commitDataRequest.connect(logout.take)
        app.commitDataRequest.connect(writer.write)
        start = AfterPaint(window, session, pack, seats)
        if held is not None:
            window.banners.say(
                _(
                    "What you do is kept in the folder that you chose. The next start tries the usual one "
                    "again; to stay with this one, start Crossread with --data and this folder."
                )
            )
        if seats.taken.told:
            window.banners.say(seats.taken.told)
        window.show()
        app.exec()
        while not (saved := end(session)) and not window.is_sure():
            window.leaving_for = None
            window.ask_again()  # what the learner did last was refused when the window was gone already
            app.exec()
        settle_clipboard()
        self.held, self.next = session.held, window.leaving_for
        saved = saved or session.close(CLOSE_S)  # the system ends the process: one try more
        del start
        writer.end()
        signals.undo()
        app.processEvents()  # what the last jobs of other threads deliver finds the window still there
        window.deleteLater()
        return saved

    def _sit_again(self, seat: Seat) -> None:
        """Close, for another window to open in this one's place; unless something is not saved."""
        if self._window is not None:
            self._window.leave_for(seat)

    def _take(self, folder: Path) -> None:
        self.another = folder
        if self._window is not None:
            self._window.close_now()


class AfterPaint(QObject):
    """Begins the rest of the work once the window, with the packs, has been painted.

    The packs come from the index, which takes milliseconds. The record's thread begins only then, because
    the two would share one interpreter and the first sight of the packs would wait for both.
    """

    def __init__(self, window: MainWindow, session: Session, pack: str | None, seats: Seats) -> None:
        super().__init__(window)
        self._window, self._session, self._pack, self._seats = window, session, pack, seats
        self._begun = False
        window.library.begin()
        window.library.installEventFilter(self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.begin)
        self._late.start(SLOWEST_PAINT_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint and not self._begun:
            self._late.start(0)
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Open the record and what else was put off; once."""
        if self._begun:
            return
        self._begun = True
        self._window.library.removeEventFilter(self)
        gc.freeze()
        gc.enable()
        self._session.start()
        self._window.begin()
        WarmUp(self._window)
        self._session.clear_up()
        if self._pack:
            self._window.go(Place("stage", self._pack))
        elif self._seats.taken.place is not None:
            self._window.go(self._seats.taken.place)
        elif not self._seats.taken.is_guest:
            self._window.frame.welcome()
        if self._seats.switches:
            from crossread.desktop.learners.sitting_down import sit_down

            sit_down(self._window, self._seats)
