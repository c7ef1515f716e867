"""The axis of figures as it is seen and used: to scale, by keys and mouse, in either direction."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.pages.compare.figures.axis import FigureAxis
from crossread.desktop.pages.compare.figures.axis_painting import ValueOnAxis

Key = Qt.Key


def value(low: float | None, high: float | None, letter: str, *, hedged: bool = False) -> ValueOnAxis:
    words = (f"{low} · {letter}, by somebody with a long name", f"{low}")
    return ValueOnAxis((low, high), letter, ord(letter) - ord("A"), hedged, words, f"{letter}: {low}")


VALUES = (value(100, 100, "A"), value(500, None, "B"), value(600, 1000, "C", hedged=True))


@pytest.fixture
def axis(qtbot: QtBot) -> Iterator[FigureAxis]:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = FigureAxis("Those who were there", holder)
    made.set_values(VALUES, "number")
    made.resize(900, made.heightForWidth(900))
    holder.resize(900, 400)
    holder.show()
    assert QTest.qWaitForWindowExposed(holder)
    made.setFocus()
    yield made
    holder.close()


def test_values_stand_to_scale_from_the_left(axis: FigureAxis) -> None:
    places = [axis.where(number).x() for number in range(3)]
    assert (places[2] - places[0]) == pytest.approx(5 * (places[2] - places[1]))


def test_in_a_mirrored_window_they_stand_from_the_right_and_arrows_follow(axis: FigureAxis) -> None:
    before = axis.where(0).x()
    axis.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert axis.where(0).x() == pytest.approx(axis.width() - before, abs=1)
    QTest.keyClick(axis, Key.Key_Left)
    assert axis.current == 1
    QTest.keyClick(axis, Key.Key_Right)
    assert axis.current == 0


def test_keys_go_no_further_than_the_ends(axis: FigureAxis) -> None:
    QTest.keyClick(axis, Key.Key_End)
    QTest.keyClick(axis, Key.Key_Down)
    assert axis.current == 2
    QTest.keyClick(axis, Key.Key_Home)
    QTest.keyClick(axis, Key.Key_Up)
    assert axis.current == 0


def test_what_is_in_hand_is_told_to_a_screen_reader(axis: FigureAxis, heard: list[str]) -> None:
    QTest.keyClick(axis, Key.Key_Right)
    assert heard == ["B: 500"]
    assert axis.accessibleName() == "Those who were there"
    assert axis.accessibleDescription() == "B: 500"


def test_a_click_on_the_words_opens_the_value_too(axis: FigureAxis, qtbot: QtBot) -> None:
    where = axis.where(0).toPoint()
    where.setX(where.x() + 60)
    with qtbot.waitSignal(axis.opened) as told:
        QTest.mouseClick(axis, Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [0]


def test_a_hedged_figure_looks_otherwise(axis: FigureAxis) -> None:
    sure = axis.grab().toImage()
    axis.set_values((*VALUES[:2], value(600, 1000, "C")), "number")
    assert axis.grab().toImage() != sure


def test_one_by_one_takes_a_lane_for_each(axis: FigureAxis) -> None:
    axis.set_values((value(1, 1, "A"), value(900, 900, "B")), "number")
    together = axis.heightForWidth(900)
    axis.set_values((value(1, 1, "A"), value(900, 900, "B")), "number", one_by_one=True)
    assert axis.heightForWidth(900) > together
    assert axis.where(0).y() < axis.where(1).y()


def test_words_that_have_no_room_beside_take_more_lanes(axis: FigureAxis) -> None:
    long = ValueOnAxis((0, 1000), "A", 0, False, ("from nothing to a thousand people",), "A")
    axis.set_values((long,), "number")
    alone = axis.heightForWidth(900)
    axis.set_values((long, long), "number")
    assert axis.heightForWidth(900) > alone
