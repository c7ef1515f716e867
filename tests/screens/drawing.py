"""Draws one window through all pages: comes to each once, and pictures it there in every theme."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from crossread.base.declared import THEME
from crossread.desktop.theme import theme
from tests.screens.shots import SHOTS
from tests.screens.stage import Stage
from tests.screens.termed import TERM, days_of_term
from tests.term.calendar import LOOKED_AT

if TYPE_CHECKING:
    from tests.screens.shot import Shot
    from tests.term.term import Term

Size = tuple[int, int]

ON_THE_WAY_MS = 60  # nothing in the window moves: a pause only lets come what is put off to a later moment
BEFORE_LOOKING_MS = 350
IN_ANOTHER_THEME_MS = 40


@dataclass
class Drawn:
    """What came of drawing: how many pictures there are, and which pages could not be drawn, and why."""

    pictures: int = 0
    failed: list[str] = field(default_factory=list)


def names() -> list[str]:
    """List what pictures are called, those of the simulated term with their days."""
    return [*(shot.name for shot in SHOTS), *(_on(shot, day) for day in LOOKED_AT for shot in TERM)]


def draw_pages(size: Size, wanted: Collection[str], out: Path, drawn: Drawn) -> None:
    """Draw the pages of a learner some way through the packs, or the `wanted` ones of them."""
    if wanted and not any(shot.name in wanted for shot in SHOTS):
        return
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), theme.theme_names()[0], size, settle_ms=ON_THE_WAY_MS)
        try:
            for shot in SHOTS:
                shot.learner(stage.session, stage.until)
                if not wanted or shot.name in wanted:
                    _draw(stage, shot, shot.name, out, drawn)
        finally:
            stage.close()


def draw_term(sizes: Sequence[Size], wanted: Collection[str], out: Path, drawn: Drawn) -> None:
    """Draw what a learner of the simulated term sees on some of its days."""
    if wanted and not any(_on(shot, day) in wanted for day in LOOKED_AT for shot in TERM):
        return
    with tempfile.TemporaryDirectory() as played:
        for day, term in days_of_term(Path(played)):
            shots = [shot for shot in TERM if not wanted or _on(shot, day) in wanted]
            for size in sizes if shots else ():
                _draw_day(shots, day, term, size, out, drawn)


def _draw_day(shots: Sequence[Shot], day: int, term: Term, size: Size, out: Path, drawn: Drawn) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "data"
        shutil.copytree(term.folders.root, copy)
        first, learner = theme.theme_names()[0], term.players[0].id
        stage = Stage(copy, first, size, settle_ms=ON_THE_WAY_MS, learner=learner, days=day)
        try:
            for shot in shots:
                _draw(stage, shot, _on(shot, day), out, drawn)
        finally:
            stage.close()


def _draw(stage: Stage, shot: Shot, name: str, out: Path, drawn: Drawn) -> None:
    """Draw one page in every theme; where that fails, note it and leave the others their turn."""
    try:
        widget = shot.arrange(stage)
        stage.settle()
        QTest.qWait(BEFORE_LOOKING_MS)
        for look in _themes(stage):
            picture = out / f"{name}-{look}-{stage.size[0]}x{stage.size[1]}.png"
            if not widget.grab().save(str(picture)):
                raise RuntimeError(f"{picture.name} cannot be written")
            drawn.pictures += 1
        shot.clear_away(stage)
        stage.tidy()
    except Exception as error:
        drawn.failed.append(f"{name} {stage.size[0]}x{stage.size[1]}: {type(error).__name__}: {error}")


def _themes(stage: Stage) -> Iterator[str]:
    """Yield each theme once the window stands in it, and leave it in the first."""
    all_of_them = theme.theme_names()
    for look in all_of_them:
        _take_up(stage, look)
        yield look
    _take_up(stage, all_of_them[0])


def _take_up(stage: Stage, look: str) -> None:
    if theme.current().name == look:
        return
    stage.settings.set(THEME, look)
    QTest.qWait(IN_ANOTHER_THEME_MS)
    if theme.current().name != look:
        raise RuntimeError(f"the window did not take up {look}")


def _on(shot: Shot, day: int) -> str:
    return f"{shot.name}-day-{day}"
