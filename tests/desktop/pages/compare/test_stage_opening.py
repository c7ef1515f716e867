"""What of the comparison a stage opens on: what its authors say, else the matrix or the figures."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt

from crossread.base.declared import TEXT_SIZE
from crossread.base.folders import content_folder
from crossread.desktop.pages.compare.parts import LABELS, PARTS
from crossread.desktop.pages.desk.desk_first import first_front
from crossread.inquiry.commands import Answer, HandIn
from crossread.packs.sources.compare_parts import Opens
from tests.desktop.pages.conftest import EVERY, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier
COMPARE = "    kind: compare\n"


@pytest.fixture
def origins_first(open_window: Callable[[], Opened], library: Path) -> Opened:
    """Open the window on a pack whose stage for comparing opens on who rests on whom."""
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    path = library / EVERY / "pack.yaml"
    text = path.read_text("utf-8")
    assert COMPARE in text
    path.write_text(text.replace(COMPARE, f"{COMPARE}    opens: origins\n", 1), "utf-8")
    return open_window()


def test_a_stage_opens_on_the_part_that_its_authors_say(origins_first: Opened) -> None:
    origins_first.go("compare", EVERY)
    assert origins_first.desk.front.here().startswith("origins/")
    area = origins_first.desk.front.area
    assert area is not None
    assert area.tabs.value() == "origins"


def test_a_stage_that_was_left_at_another_part_opens_there(origins_first: Opened) -> None:
    origins_first.go("compare", EVERY)
    area = origins_first.desk.front.area
    assert area is not None
    origins_first.click(area.tabs.pick("words"))
    origins_first.go("read-say", EVERY)
    origins_first.go("compare", EVERY)
    assert origins_first.desk.front.here().startswith("words")


def test_a_stage_that_says_nothing_opens_on_the_matrix_and_on_figures_without_claims(every: Opened) -> None:
    every.go("compare", EVERY)
    assert every.desk.front.here().startswith("matrix/")
    pack = every.desk.opened.pack
    stage = pack.stage("compare")
    assert first_front(replace(pack, claims=()), stage) == "figures"
    assert first_front(pack, replace(stage, opens="when")) == "when"
    assert first_front(pack, replace(stage, kind="read", opens="")) == ""


def test_each_part_can_be_named_and_nothing_else() -> None:
    assert set(get_args(Opens)) == {"", *PARTS} == {"", *LABELS}


def test_a_stage_that_compares_says_how_to_get_to_the_texts_and_others_need_not(every: Opened) -> None:
    every.go("compare", EVERY)
    area = every.desk.front.area
    assert area is not None
    assert area.told.isVisible()
    assert "what they ask is shown here once you hand in" in area.told.text()
    assert area.told.text().endswith("“To the texts” leads back to reading (Ctrl+E).")
    every.go("read-say", EVERY)
    every.desk.front.toggle()
    assert not area.told.isVisible()


def test_where_there_is_no_room_for_the_button_the_key_is_told(every: Opened) -> None:
    every.go("compare", EVERY)
    area = every.desk.front.area
    assert area is not None
    every.window.resize(700, 700)
    every.wait(lambda: not area.to_texts.isVisible())
    every.wait(lambda: area.told.text().endswith("Ctrl+E leads back to reading."))
    every.settings.set(TEXT_SIZE, 34)
    every.wait(lambda: not area.told.isVisible())  # a low area is left to the comparison


def test_once_a_stage_is_handed_in_nothing_is_said_of_what_handing_in_will_show(every: Opened) -> None:
    every.go("compare", EVERY)
    area = every.desk.front.area
    assert area is not None
    assert "once you hand in" in area.told.text()
    pack = every.desk.opened
    question = pack.pack.questions_of("compare")[0]
    every.session.do(pack, Answer(question=question.id, response=None, dont_know=True))
    every.session.do(pack, HandIn(stage="compare"))
    every.wait(lambda: area.told.text() == "“To the texts” leads back to reading (Ctrl+E).")
