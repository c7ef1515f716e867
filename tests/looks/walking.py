"""Walks one window through all pages that are drawn, and stops at each to be looked at."""

from collections.abc import Collection, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.looks.combinations import Combination
from tests.screens.shots import SHOTS
from tests.screens.stage import Stage


def walk(
    folder: Path, combination: Combination, names: Collection[str], settle_ms: int, *, turned: bool = False
) -> Iterator[tuple[str, QWidget]]:
    """Yield each page's name and its widget as it stands then; with `names` only these.

    `folder` is the data folder. `turned`: the window runs from the right, in words that are the usual ones.
    """
    stage = Stage(
        folder,
        combination.theme,
        combination.size,
        text=combination.text,
        language=combination.language,
        settle_ms=settle_ms,
        turned=turned,
    )
    try:
        for shot in SHOTS:
            shot.learner(stage.session, stage.until)
            if names and shot.name not in names:
                continue
            widget = shot.arrange(stage)
            stage.settle()
            yield shot.name, widget
            shot.clear_away(stage)
            stage.tidy()
    finally:
        stage.close()
