"""What `restyling` starts: the desk with four texts beside a question, in one look after another.

Tells, as JSON, how long each change took in ms: from the wish to everything painted.
"""

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from crossread.base.declared import LINE_HEIGHT, TEXT_FACE, TEXT_SIZE, THEME, Setting
from crossread.desktop import start
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.settings_writer import SettingsWriter
from crossread.desktop.theme.presets import turn_preset
from tests.bench.long_texts import long_text, marks_all_over
from tests.bench.scrolled import MARKS, PANES, WORDS, Painted, until_painted
from tests.screens.stage import Stage

SIZE = (1920, 1080)
ROUNDS = 4
CHANGES: Sequence[tuple[str, Setting[Any], Sequence[object]]] = (
    ("theme", THEME, ("night", "sepia", "high-contrast", "paper")),
    ("size", TEXT_SIZE, (18, 19, 18, 17)),
    ("setting", LINE_HEIGHT, (160, 170, 180, 150)),
    ("setting", TEXT_FACE, ("sans", "serif", "mono", "serif")),
)


def desk_with_long_texts(stage: Stage) -> Desk:
    """Go to a desk, put four panes on it and long texts into them, with marks all over."""
    stage.go("stage", "read-toll")
    pages = stage.window.pages.currentWidget()
    if not isinstance(pages, PackPages) or not isinstance(pages.page, Desk):
        raise TypeError("this is not the desk")
    desk = pages.page
    while desk.panes.used < PANES:
        before = desk.panes.used
        desk.panes.more()
        if desk.panes.used == before:
            raise RuntimeError("the window does not hold four panes")
    text = long_text(WORDS)
    for pane in desk.panes.panes:
        pane.view.set_text(text, "Source A")
        pane.view.set_marks(marks_all_over(text, MARKS))
        pane.view.go_to(text.starts[len(text.starts) // 2])
    stage.settle()
    return desk


def main() -> int:
    """Change one thing after another, all of it several times; the first time is a way to warm up."""
    start.application()
    told: dict[str, list[float]] = {"theme": [], "size": [], "setting": [], "preset": []}
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), "paper", SIZE)
        writer = SettingsWriter(stage.settings, stage.window)
        desk = desk_with_long_texts(stage)
        painted = [Painted(pane.view.viewport()) for pane in desk.panes.panes]

        def timed(name: str, began: float) -> None:
            until_painted(painted)
            told[name].append((time.perf_counter() - began) * 1000)
            for one in painted:
                one.count = 0
            QApplication.processEvents()

        for one in painted:
            one.count = 0
        for number in range(ROUNDS + 1):
            for name, setting, values in CHANGES:
                for value in values:
                    began = time.perf_counter()
                    stage.settings.set(setting, value)
                    timed(name, began)
            for _preset in range(4):
                began = time.perf_counter()
                turn_preset(stage.settings)
                timed("preset", began)
            if not number:
                told = {name: [] for name in told}
        writer.end()
        stage.close()
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
