"""Who reads here without being asked: the one learner there is, or the one who was here last."""

from contextlib import suppress
from pathlib import Path

from crossread.base.canonical import new_id
from crossread.base.declared import LEARNER
from crossread.base.folders import DataFolders
from crossread.base.settings import FILE, Settings


def current_learner(folders: DataFolders, settings: Settings) -> str:
    """Return the learner's id, making one at the very first start.

    Settings can be lost; a record must not be lost with them. So a learner's folder that is there is
    taken up again: the one that was written to last. An id that cannot be kept holds until the program
    ends; whether anything can be remembered then is for the record to say. What is being made or being
    deleted, under a name that begins with a dot, is nobody's.
    """
    known = settings[LEARNER]
    known = "" if known.startswith(".") else known
    try:
        if known and (folders.learners / known).is_dir():
            return known
        there = [one for one in folders.learners.glob("*") if one.is_dir() and not one.name.startswith(".")]
        last = max(there, key=lambda folder: (folder.stat().st_mtime, folder.name), default=None)
    except OSError:
        return known or new_id()  # nothing can be seen there; nor is anything to be put down
    learner = last.name if last else known or new_id()
    with suppress(OSError):
        settings.set(LEARNER, learner)
    return learner


def folder_is_there(folder: Path) -> bool:
    """Tell whether there is a learner's folder; where that cannot be looked at, there is."""
    try:
        return folder.is_dir()
    except OSError:
        return True


def record_is_there(folder: Path) -> bool:
    """Tell whether there is a record in a learner's folder; where that cannot be looked at, there is."""
    try:
        return (folder / "record.sqlite").exists()
    except OSError:
        return True


def stands_alone(folders: DataFolders, learner: str) -> bool:
    """Tell whether a learner is the only one and never was one of several, without a name or a pattern.

    True as well where that cannot be looked at: the window then opens, and says what is in the way.
    """
    own = folders.learners / learner
    try:
        others = any(
            one.is_dir() and not one.name.startswith(".") and one.name != learner
            for one in folders.learners.glob("*")
        )
        return not (others or (own / "learner.toml").exists() or (own / FILE).exists())
    except OSError:
        return True


def left_behind(folders: DataFolders) -> bool:
    """Tell whether a program that was ended left a guest, or a learner half made or half deleted."""
    with suppress(OSError):
        return folders.guests.is_dir() or any(one.is_dir() for one in folders.learners.glob(".*"))
    return False


def had_the_machine(folder: Path) -> bool:
    """Tell whether what the machine has of looks and places is a learner's, who read alone until now."""
    with suppress(OSError):
        return (folder / "record.sqlite").exists() and not (folder / FILE).exists()
    return False


def forget_learner(settings: Settings, learner: str, *, alone: bool = False) -> None:
    """Have the settings know a learner no more: whoever comes after them gets an id of their own.

    `alone`: what the machine has of looks and places is theirs, and goes too.
    """
    from crossread.base.own_settings import OwnSettings, forget_own

    with suppress(OSError):
        if settings[LEARNER] == learner:
            settings.set(LEARNER, "")
        if alone:
            forget_own(settings.machine if isinstance(settings, OwnSettings) else settings)
