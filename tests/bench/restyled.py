"""What `restyling` starts: the desk with four texts beside a question, in one look after another.

Tells, as JSON, how long each change took in ms: from the wish to everything painted; first in a window that
has come straight to the desk, then in one where all other pages were visited before.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from crossread.base.declared import LINE_HEIGHT, TEXT_FACE, TEXT_SIZE, THEME, Setting
from crossread.desktop.application import application
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.place import Place, PlainPage
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


OTHERS = ("overview", "board", "timeline", "progress", "library")
BESIDE_THE_WAY: Sequence[PlainPage] = ("settings", "help", "about", "search")


def visit_all(stage: Stage) -> None:
    """Go to every other page, and come back."""
    for page in OTHERS:
        stage.go(page)
    for name in BESIDE_THE_WAY:
        stage.window.go(Place(name))
        stage.settle()
    for one in ("before", "meet", "read-toll"):
        stage.go("stage", one)


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


class Looks:
    """Changes looks on a desk and notes how long each change took, in ms of the processor's time.

    That is the clock's on a machine with nothing else to do: nothing here waits. `told` has them by name.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._painted = [Painted(pane.view.viewport()) for pane in desk_with_long_texts(stage).panes.panes]
        self.told: dict[str, list[float]] = {}

    def change(self, name: str, act: Callable[[], object]) -> None:
        """Do something and let the window work until all four texts have been painted."""
        for one in self._painted:
            one.count = 0
        began = time.process_time()
        act()
        until_painted(self._painted)
        self.told.setdefault(name, []).append((time.process_time() - began) * 1000)
        QApplication.processEvents()

    def change_all(self, changes: Iterable[tuple[str, Setting[Any], Sequence[object]]]) -> None:
        """Give each setting each of its values."""
        for name, setting, values in changes:
            for value in values:
                self.change(name, partial(self._stage.settings.set, setting, value))


def main() -> int:
    """Change one thing after another, all of it several times; the first time is a way to warm up."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), "paper", SIZE)
        writer = SettingsWriter(stage.settings, stage.window)
        looks = Looks(stage)
        for number in range(ROUNDS + 1):
            looks.change_all(CHANGES)
            for _preset in range(4):
                looks.change("preset", partial(turn_preset, stage.settings))
            if not number:
                looks.told.clear()
        visit_all(stage)
        for number in range(ROUNDS + 1):
            looks.change_all(
                ("visited" if number else "first", setting, values) for _name, setting, values in CHANGES[:2]
            )
        writer.end()
        stage.close()
    sys.stdout.write(json.dumps(looks.told) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
