"""Who was deleted while a second window stood open on them comes back by nothing that window does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.base.declared import TEXT_SIZE
from crossread.base.own_settings import OwnSettings
from crossread.base.settings import FILE, Settings
from crossread.operations.learners.deleting import delete_learner
from crossread.operations.learners.learners import learners
from tests.operations.conftest import Desk


def test_trying_again_makes_no_new_record_and_says_what_happened(sit: Callable[[], Desk]) -> None:
    first = sit().begin()
    second = sit().begin()
    assert second.session.status.kind == "failed"
    assert first.session.close()
    assert delete_learner(first.folders, first.session.learner_folder.name).whole
    second.session.retry()
    second.run_until(lambda: "deleted in the meantime" in second.session.report)
    second.run_for(0.3)
    assert second.session.status.kind == "failed"
    assert learners(first.folders) == []
    assert not first.session.learner_folder.exists()


def test_settings_of_one_who_is_gone_are_written_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "learners" / "a"
    folder.mkdir(parents=True)
    own = OwnSettings(folder / FILE, Settings(tmp_path / "settings.toml"))
    (folder / FILE).unlink()
    folder.rmdir()
    with pytest.raises(FileNotFoundError):
        own.set(TEXT_SIZE, 30)
    assert own[TEXT_SIZE] == 30  # for as long as the window stands open
    assert not folder.exists()
