"""How a learner arranged the comparison is found again: in the stage, and after the program was closed."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crossread.base.folders import content_folder
from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.compare.laid_out.shared_height import SharedHeight
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.words.words_part import WordsPart
from tests.desktop.pages.compare.matrix_hands import Matrix
from tests.desktop.pages.conftest import EVERY, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier
STAGE, OTHER = "compare", "read-words"


def go(opened: Opened, stage: str, here: str) -> ComparePart:
    opened.go(stage, EVERY)
    opened.desk.front.show(here)
    area = opened.desk.front.area
    assert area is not None
    part = area.part
    assert part is not None
    return part


def by_key(border: QWidget, opened: Opened, key: Qt.Key) -> None:
    border.setFocus()
    opened.press(key)


def rows(matrix: Matrix) -> list[str]:
    return [row.claim for row in matrix.part.table.cells.rows]


def arrange(opened: Opened) -> None:
    """Arrange the matrix, the figures and the words of a stage, by keys and mouse."""
    go(opened, STAGE, "matrix/bell/log")
    matrix = Matrix(opened)
    opened.click(matrix.part.panel.form.pick("claim"))
    by_key(matrix.part.split.handle(1), opened, Key.Key_Down)
    matrix.part.head.filter.words.setFocus()
    opened.type("wind")
    figures = go(opened, STAGE, "figures")
    assert isinstance(figures, FiguresPart)
    opened.click(figures.form.pick("table"))
    words = go(opened, STAGE, "words")
    assert isinstance(words, WordsPart)
    opened.click(words.lists.pick("named"))
    by_key(words.split.handle(1), opened, Key.Key_Up)


def as_arranged(opened: Opened) -> None:
    matrix_part = go(opened, STAGE, "matrix")
    matrix = Matrix(opened)
    assert matrix_part is matrix.part
    assert rows(matrix) == ["wind"]
    assert matrix.part.panel.shows_claim
    figures = go(opened, STAGE, "figures")
    assert isinstance(figures, FiguresPart)
    assert figures.form.value() == "table"
    words = go(opened, STAGE, "words")
    assert isinstance(words, WordsPart)
    assert words.lists.value() == "named"


def test_each_stage_is_as_it_was_arranged(every: Opened) -> None:
    arrange(every)
    go(every, OTHER, "matrix")
    matrix = Matrix(every)
    assert len(rows(matrix)) == len(matrix.part.matrix.claims)  # nothing is filtered here
    every.click(matrix.part.panel.form.pick("cell"))
    as_arranged(every)


def test_what_was_arranged_is_found_again_after_the_program_was_closed(
    open_window: Callable[[], Opened], library: Path
) -> None:
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    first = open_window()
    arrange(first)
    words = go(first, STAGE, "words")
    assert isinstance(words, WordsPart)
    kept = words.split.kept()
    assert kept
    first.close()
    second = open_window()
    as_arranged(second)
    words = go(second, STAGE, "words")
    assert isinstance(words, WordsPart)
    assert words.split.kept() == kept
    second.wait(lambda: abs(words.split.sizes()[1] / sum(words.split.sizes()) - int(kept) / 1000) < 0.02)


@pytest.fixture
def shared(qtbot: QtBot) -> Iterator[SharedHeight]:
    """Have two empty widgets share 500 pixels of height."""
    around = QWidget()
    qtbot.addWidget(around)
    split = SharedHeight("Border", 0.4, around)
    for _at in range(2):
        split.addWidget(QWidget())
    split.resize(200, 501)
    around.show()
    yield split
    around.close()


def test_a_border_that_was_moved_keeps_its_share_and_enter_brings_the_usual_one_back(
    shared: SharedHeight,
) -> None:
    assert (shared.sizes(), shared.kept()) == ([300, 200], "")
    shared.set_usual(0.6)
    assert shared.sizes() == [200, 300]
    border = shared.handle(1)
    QTest.keyClick(border, Key.Key_Down)
    share = shared.sizes()[1] / 500
    assert share < 0.6
    shared.set_usual(0.4)
    shared.resize(200, 1001)
    assert abs(shared.sizes()[1] / 1000 - share) < 0.01
    QTest.keyClick(border, Key.Key_Return)
    assert (shared.sizes(), shared.kept()) == ([600, 400], "")


def test_what_the_upper_needs_not_is_the_lowers_until_the_border_is_moved(shared: SharedHeight) -> None:
    shared.set_needed(120)
    assert shared.sizes() == [120, 380]
    shared.set_needed(400)  # its share is less than it needs
    assert shared.sizes() == [300, 200]
    shared.take("300")
    shared.set_needed(120)
    assert shared.sizes() == [350, 150]


@pytest.mark.parametrize("odd", ["", "0", "1000", "-3", "half", "٣٠٠"])
def test_what_is_no_share_changes_nothing(shared: SharedHeight, odd: str) -> None:
    shared.take(odd)
    assert (shared.sizes(), shared.kept()) == ([300, 200], "")
    shared.take("300")
    assert (shared.sizes(), shared.kept()) == ([350, 150], "300")
