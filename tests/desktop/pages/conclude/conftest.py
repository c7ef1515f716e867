"""The window at the stage in which a small pack is concluded."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.desktop.pages.conclude.conclude_companion import ConcludeCompanion
from crossread.inquiry.commands import SetExpectation
from crossread.inquiry.comparison import Conclusion
from tests.desktop.pages.conftest import FIXTURES, PACK, Opened

EXPECTED = "They will differ on who closed the bridge."


def conclude(opened: Opened) -> ConcludeCompanion:
    """Return the conclusion that is in view."""
    companion = opened.desk.companion
    assert isinstance(companion, ConcludeCompanion)
    return companion


def written(opened: Opened, stage: str = "conclude") -> Conclusion:
    """Return the conclusion as it is remembered."""
    return opened.session.state(PACK).conclusions.get(stage) or Conclusion(stage=stage)


@pytest.fixture
def with_stage(library: Path) -> Path:
    """Give the small pack stages to compare and to conclude."""
    shutil.copytree(FIXTURES / "more-kinds", library / PACK, dirs_exist_ok=True)
    (library / PACK / "questions" / "3-kinds.yaml").unlink()
    return shutil.copytree(FIXTURES / "compared", library / PACK, dirs_exist_ok=True)


@pytest.fixture
def concluding(with_stage: Path, open_window: Callable[[], Opened]) -> Opened:
    """Open the window where the conclusion is written, with something expected before."""
    opened = open_window()
    opened.go("")
    opened.session.do(opened.pages.opened, SetExpectation(stage="before", text=EXPECTED))
    opened.go("conclude")
    return opened
