"""A data folder that the system lets nobody look into: the window begins all the same and tells of it."""

from pathlib import Path

from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.base.where_kept import where_kept
from crossread.operations.learners.learner import (
    current_learner,
    folder_is_there,
    had_the_machine,
    left_behind,
    record_is_there,
    stands_alone,
)
from crossread.operations.learners.learners import has_begun, learners, read_learner
from crossread.operations.sessions.session import Session


def test_what_is_asked_at_a_start_is_answered(tmp_path: Path) -> None:
    folders = DataFolders(tmp_path / ("x" * 300))  # no system has such a name, and says so whoever looks
    settings = Settings(folders.settings)
    learner = current_learner(folders, settings)
    own = folders.learners / learner
    assert learner
    assert stands_alone(folders, learner)
    assert not left_behind(folders)
    assert not had_the_machine(own)
    assert learners(folders) == []
    assert (folder_is_there(own), record_is_there(own), has_begun(read_learner(own))) == (True, True, True)
    assert where_kept(folders.root).kind == "here"


def test_a_session_there_is_of_nobody_new(tmp_path: Path) -> None:
    folders = DataFolders(tmp_path / ("x" * 300))
    session = Session(folders, Settings(folders.settings), SystemClock(), lambda job: job())
    try:
        assert not session.is_first
    finally:
        session.close()
