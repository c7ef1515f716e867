"""What the page of progress says in words, after some weeks of a simulated term, is what the tables say."""

import csv
import io
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from crossread.base.declared import LEARNER
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.desktop.pages.progress.progress_cards import CertaintyCard, SkillsCard
from crossread.desktop.pages.progress.progress_page import ProgressPage
from crossread.desktop.pages.progress.way_card import WayCard
from crossread.desktop.place import PROGRESS
from crossread.operations.handing_on.exported_pieces import Order
from crossread.operations.handing_on.exporting import Exporting, export
from crossread.operations.learners.learners import add_learner, read_learner
from crossread.operations.opening.opening import open_shelved, shelved_library
from crossread.progress.points_told import points_told
from crossread.progress.skill_words import skill_words
from crossread.progress.skills import SKILLS_IN_ORDER
from tests.desktop.pages.conftest import PACK, Opened
from tests.term.calendar import TermClock
from tests.term.characters import CHARACTERS
from tests.term.playing import Player

DAYS = 12


def play(folders: DataFolders) -> None:
    """Let somebody work at the pack in the library for some days, and be here when the window opens."""
    learner = add_learner(folders, "Ada")
    Settings(folders.settings).set(LEARNER, learner.id)
    library = shelved_library(folders)
    library.refresh()
    player = Player(
        name="Ada",
        character=CHARACTERS[0],
        id=learner.id,
        chance=Random(5),
        packs=[open_shelved(library, folders, PACK)],
    )
    clock = TermClock()
    for day in range(1, DAYS + 1):
        player.day(day, folders, clock)
    assert player.did["handed-in"]


def row_of(opened: Opened, path: Path) -> dict[str, str]:
    """Write the table of learners, and read it."""
    reader = read_learner(opened.session.learner_folder)
    exporting = Exporting(
        folders=opened.folders,
        settings=opened.settings,
        clock=opened.window.frame._around.clock,
        learners=[reader],
    )
    got: list[Path | Expected] = []
    export(opened.session, exporting, Order(what="learners", form="csv"), path, got.append)
    opened.wait(lambda: bool(got))
    text = path.read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return row


def test_words_and_tables_say_the_same(
    folders: DataFolders, library: Path, open_window: Callable[[], Opened], tmp_path: Path
) -> None:
    play(folders)
    opened = open_window()
    opened.session.progress()
    opened.wait(lambda: opened.session.counting is None)
    opened.window.go(PROGRESS)
    opened.wait(partial(_is_there, opened))
    page = opened.window.pages.page()
    assert isinstance(page, ProgressPage)
    row = row_of(opened, tmp_path / "learners.csv")

    (way,) = page.findChildren(WayCard)
    points = re.search(r"([\d.]+) of ([\d.]+) points", way.sentence.text())
    assert points is not None
    assert float(points[1]) == pytest.approx(float(row["points_earned"]), abs=0.1)
    assert points[0] == points_told(float(row["points_earned"]), float(row["points"]))
    assert float(points[2]) == float(row["points"])

    (skills,) = page.findChildren(SkillsCard)
    said = " ".join(point.said for point in skills.chart.points())
    for skill in SKILLS_IN_ORDER:
        name = skill.replace("-", "_")
        items = int(row[f"{name}_items"])
        assert (skill_words(skill) in said) == (items > 0)
        if items >= 8:
            assert f"{round(float(row[f'{name}_share']) * 100)} %" in said

    (certainty,) = page.findChildren(CertaintyCard)
    told = certainty.brier.text()
    assert row["brier_items"] in told
    if int(row["brier_items"]) >= 8:
        assert f"{float(row['brier']):.2f}" in told


def _is_there(opened: Opened) -> bool:
    page = opened.window.pages.page()
    return isinstance(page, ProgressPage) and bool(page.findChildren(WayCard))
