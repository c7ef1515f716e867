"""Who is meant where a name was given, or none."""

from pathlib import Path

from crossread.base.declared import MODE
from crossread.base.errors import N_, Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.operations.learners.learner import current_learner
from crossread.operations.learners.learners import Learner, all_learners, find_learner, read_learner


def folder_of(folders: DataFolders, settings: Settings, asked: str = "") -> Path | None:
    """Return the folder of the learner with a name or an id; None: whoever reads here without being asked.

    Raises Expected as `find_learner`, and `which-learner` where a shared machine has several.
    """
    if asked:
        return find_learner(folders, asked).folder
    if settings[MODE] == "myself":
        return None
    there = all_learners(folders)
    if len(there) > 1:
        raise Expected(
            "which-learner",
            N_(
                "Several learners use this machine. Say whose record is meant: --learner NAME. "
                "`crossread learners` lists them all."
            ),
        )
    return there[0].folder if there else None


def who_is_meant(folders: DataFolders, settings: Settings, asked: str = "") -> Learner:
    """Return the learner with a name or an id, else whoever reads here without being asked.

    Raises as `folder_of` does.
    """
    if asked:
        return find_learner(folders, asked)
    folder = folder_of(folders, settings)
    return read_learner(folder or folders.learners / current_learner(folders, settings))
