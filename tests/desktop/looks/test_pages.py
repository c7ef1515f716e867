"""A few pages of the window: a theme moves nothing on them, and nothing is cut where there is least room.

All pages in all windows are looked at by `make test-looks`.
"""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from crossread.base import translation
from crossread.base.declared import THEME
from crossread.desktop.application import translate
from crossread.desktop.theme import theme
from tests.looks.combinations import Combination
from tests.looks.inspecting import faults_at_rest
from tests.looks.placing import moved, placed
from tests.looks.walking import walk
from tests.screens.shots import SHOTS
from tests.screens.stage import Stage

SETTLE_MS = 30
IN_ALL_THEMES = ("library", "overview", "desk-evidence", "board", "settings-look")
WITH_LEAST_ROOM = (
    "library", "overview", "before", "meet", "desk-evidence", "desk-notes", "board", "settings-text", "help",
)  # fmt: skip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def as_usual(qapp: QApplication) -> Iterator[None]:
    yield
    translation.install(gettext.NullTranslations())
    translate(qapp, "en")


def test_a_theme_moves_nothing(tmp_path: Path) -> None:
    stage = Stage(tmp_path, "paper", (1366, 768), settle_ms=SETTLE_MS)
    try:
        for shot in SHOTS:
            if shot.name not in IN_ALL_THEMES:
                continue
            shot.learner(stage.session, stage.until)
            widget = shot.arrange(stage)
            _come_to_rest(stage)
            as_it_is = placed(widget)
            for name in theme.theme_names():
                stage.settings.set(THEME, name)
                _come_to_rest(stage)
                assert theme.current().name == name
                assert moved(as_it_is, placed(widget)) == [], f"{shot.name} in {name}"
            shot.clear_away(stage)
    finally:
        stage.close()


def _come_to_rest(stage: Stage) -> None:
    """Let the page settle and all be saved: while something is being saved, the bar takes its word away."""
    stage.settle()
    while _is_saving(stage):
        stage.until(lambda: not _is_saving(stage))  # after which the page settles, and may save once more


def _is_saving(stage: Stage) -> bool:
    return stage.window.bar.status.kind() == "saving"


@pytest.mark.parametrize("language", ["x-stretched", "x-mirrored"])
def test_nothing_is_cut_in_a_small_window_with_large_text(tmp_path: Path, language: str) -> None:
    least = Combination((700, 560), 34, language, "paper")
    for page, widget in walk(tmp_path, least, WITH_LEAST_ROOM, SETTLE_MS):
        assert faults_at_rest(widget) == [], page
