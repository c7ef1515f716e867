"""The parts of the comparison without claims by authors: what is left is found, or it is said what to do."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from crossread.desktop.pages.compare.origins.origins import OriginsPart
from crossread.desktop.pages.compare.part import ComparePart
from crossread.progress.origins_told import WHOLE
from tests.desktop.pages.conftest import FIXTURES, PACK, Opened, words_of

Key = Qt.Key


def part(opened: Opened, name: str) -> ComparePart:
    opened.desk.front.show(name)
    area = opened.desk.front.area
    assert area is not None
    assert area.part is not None
    area.part.enter()
    return area.part


@pytest.fixture
def read(opened: Opened) -> Opened:
    opened.go("read-night", PACK)
    return opened


def test_without_claims_it_is_said_what_to_do(read: Opened) -> None:
    words = words_of(part(read, "silence"))
    assert "The program finds no claims by itself" in words
    assert "How claims are added" in [one.text() for one in part(read, "silence").findChildren(QPushButton)]
    origins = part(read, "origins")
    assert "No text is known to rest on another as a whole" in words_of(origins)
    assert "With two originals or more added" in words_of(origins)
    assert "Add the originals to look through them" in words_of(part(read, "words"))
    assert read.focus().isVisible()  # on the lists: there is no table to go to


def test_words_that_originals_share_are_shown_as_found_by_the_program(
    read: Opened, tmp_path: Path, heard: list[str]
) -> None:
    originals = FIXTURES / "originals"
    warden = (originals / "warden.txt").read_text("utf-8").strip()
    borrowed = warden.splitlines()[-1].removesuffix("for the work.") + "for anything."
    (tmp_path / "warden.txt").write_text(warden, "utf-8")
    miller = (originals / "miller.txt").read_text("utf-8")
    (tmp_path / "miller.txt").write_text(f"{miller}\n\n{borrowed}\n", "utf-8")
    read.pages.attach([tmp_path / "warden.txt", tmp_path / "miller.txt"])
    read.wait(lambda: len(read.desk.opened.originals) == 2)
    origins = part(read, "origins")
    assert isinstance(origins, OriginsPart)
    assert origins.lines.key == WHOLE
    read.wait(origins.work.links.isVisible)
    assert origins.work.links.count() == 1
    told = str(origins.work.links.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "found by the program: 1 run" in told
    read.press(Key.Key_Return)
    read.press(Key.Key_Return)
    sides = [one.side for one in origins.work.card.passages]
    assert {side.source for side in sides} == {"warden", "miller"}
    assert all("≠" in side.words for side in sides)
    words = words_of(origins.work.card)
    assert "words in a row are the same in both" in words
    assert "≠ stands for other words in the other text" in words
    read.press(Key.Key_Return)
    assert read.desk.panes.in_hand.which == "original"
