"""Who sits down: by what was asked for, by how the machine is used, or by asking on the start page."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crossread.base.clock import SystemClock
from crossread.base.declared import LEARNER
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.own_settings import NobodysLook, OwnSettings, begin_own
from crossread.base.settings import FILE, Settings
from crossread.desktop.appearance import SystemLook, take_up
from crossread.desktop.bridge import Bridge
from crossread.desktop.crash import CrashWatch
from crossread.desktop.learners.start_window import Chosen, StartWindow
from crossread.desktop.seat import Seat, Seats, Taken
from crossread.operations.learners.guests import forget_guest, guest_folder
from crossread.operations.learners.learner import current_learner, had_the_machine, stands_alone
from crossread.operations.learners.learners import Learner, find_learner, learners, read_learner
from crossread.operations.learners.opened_elsewhere import opened_elsewhere


def take_seat(
    app: QApplication,
    folders: DataFolders,
    settings: Settings,
    seats: Seats,
    seat: Seat,
    told: str,
) -> Taken | None:
    """Return who sits down, with what is `told` in the window that opens; None where nobody chose.

    Raises OSError where a guest has no place.
    """
    found: Learner | None = None
    who = _who(seats, seat)
    if who == "learner":
        try:
            found = find_learner(folders, seat.learner)
        except Expected as error:
            told, who = error.message, "start-page"
    elif who == "alone":
        found = read_learner(folders.learners / current_learner(folders, settings))
    if found is not None and found.pattern is not None:
        who = "start-page"
    if who == "start-page":
        chosen = ask_who(app, folders, settings, told, found)
        if chosen is None:
            return None
        who, found, told = chosen.who, chosen.learner, ""
    if who == "same":
        taken = _again(settings, seats.taken)
    elif found is None:
        taken = _guest(folders, settings, seats)
    else:
        taken = _seated(folders, settings, seats, found.folder)
    return replace(taken, told=told, place=seat.place)


def get_up(taken: Taken) -> None:
    """Let go of what a sitting leaves: all that a guest did."""
    if taken.is_guest and taken.folder is not None:
        forget_guest(taken.folder)


def _who(seats: Seats, seat: Seat) -> str:
    """Return who is asked for, where "fresh" is as the mode has it and a guest does not come again."""
    if seat.who == "fresh":
        return {"classroom": "start-page", "open": "guest"}.get(seats.mode, "alone")
    return "guest" if seat.who == "same" and seats.taken.is_guest else seat.who


def _seated(folders: DataFolders, settings: Settings, seats: Seats, folder: Path) -> Taken:
    """Return a learner's place; who has the machine for themselves keeps its settings as theirs."""
    seats.several = _several(folders)
    seats.look = partial(_several, folders)
    with suppress(OSError):
        settings.set(LEARNER, folder.name)
    if seats.mode == "myself" and stands_alone(folders, folder.name):
        return Taken()
    own = OwnSettings(folder / FILE, settings, before=had_the_machine(folder))
    return Taken(folder, own, read_learner(folder))


def _several(folders: DataFolders) -> bool:
    """Tell whether more than one learner reads on this machine by now."""
    return len(learners(folders)) > 1


def _again(settings: Settings, taken: Taken) -> Taken:
    """Return the same place with settings that nobody listens to who is gone."""
    if taken.folder is None:
        return taken
    return replace(taken, settings=OwnSettings(taken.folder / FILE, settings))


def _guest(folders: DataFolders, settings: Settings, seats: Seats) -> Taken:
    seats.several = bool(learners(folders))
    folder = guest_folder(folders)
    with suppress(OSError):
        begin_own(folder)  # a disk that refuses has more to say of itself than how texts look
    return Taken(folder, OwnSettings(folder / FILE, settings), is_guest=True)


def ask_who(
    app: QApplication,
    folders: DataFolders,
    settings: Settings,
    told: str = "",
    first: Learner | None = None,
) -> Chosen | None:
    """Show the start page until somebody is chosen; None where it is closed.

    `first` is who has been chosen elsewhere already: only a pattern is asked for then.
    """
    own = NobodysLook(folders.settings)
    take_up(own)
    window = StartWindow(folders, settings, _in_words, settings[LEARNER])
    if told:
        window.show_learners(told)
    look = SystemLook(own, window)
    bridge = Bridge(window)
    watch = CrashWatch(folders, SystemClock(), bridge, window)
    watch.install()
    window.show()
    window.begin(first)
    try:
        app.exec()
    finally:
        watch.uninstall()
    del look
    chosen = window.chosen
    window.deleteLater()
    return chosen


def _in_words(learner: Learner) -> str:
    return opened_elsewhere(learner.folder)
