from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.picking.navigator import Navigator, Standing
from tests.desktop.widgets.seeing import colours_of

STANDINGS: tuple[Standing, ...] = ("open", "answered", "waiting", "right", "partly", "wrong", "later")


def shown(qtbot: QtBot, count: int = 12) -> Navigator:
    navigator = Navigator(count)
    qtbot.addWidget(navigator)
    navigator.resize(360, 100)
    with qtbot.waitActive(navigator):
        navigator.show()
        navigator.activateWindow()
    return navigator


def test_a_click_goes_to_a_question(qtbot: QtBot) -> None:
    navigator = shown(qtbot)
    with qtbot.waitSignal(navigator.chosen) as told:
        QTest.mouseClick(navigator.square(3), Qt.MouseButton.LeftButton)
    assert told.args == [3]
    assert navigator.current() == 3


def test_arrow_keys_go_from_question_to_question(qtbot: QtBot) -> None:
    navigator = shown(qtbot)
    navigator.set_current(0)
    navigator.square(0).setFocus()
    with qtbot.waitSignal(navigator.chosen) as told:
        QTest.keyClick(navigator.square(0), Qt.Key.Key_Right)
    assert told.args == [1]
    with qtbot.waitSignal(navigator.chosen) as told:
        QTest.keyClick(navigator.square(1), Qt.Key.Key_End)
    assert told.args == [11]


def test_the_program_moves_without_telling(qtbot: QtBot) -> None:
    navigator = shown(qtbot)
    with qtbot.assertNotEmitted(navigator.chosen):
        navigator.set_current(5)
    assert navigator.current() == 5
    navigator.set_current(-1)
    assert navigator.current() == -1


def test_each_standing_is_said_in_words(qtbot: QtBot) -> None:
    navigator = shown(qtbot)
    for number, standing in enumerate(STANDINGS):
        navigator.set_standing(number, standing)
        assert navigator.square(number).standing() == standing
    said = [navigator.square(number).accessibleName() for number in range(len(STANDINGS))]
    assert said == [
        "Question 1, open",
        "Question 2, answered",
        "Question 3, waiting for the original",
        "Question 4, right",
        "Question 5, partly right",
        "Question 6, not right",
        "Question 7, right at a later try",
    ]


def test_each_standing_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    """In black and white, without any grey, the same square looks different for each standing."""
    navigator = shown(qtbot, 1)
    shapes: dict[Standing, bytes] = {}
    for standing in STANDINGS:
        navigator.set_standing(0, standing)
        seen = navigator.square(0).grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        shapes[standing] = bytes(shade < 150 for shade in bytes(seen.constBits()))
    assert shapes.pop("later") == shapes["right"]  # the answer is as right
    assert len(set(shapes.values())) == len(STANDINGS) - 1


def test_where_one_is_shows_whatever_the_standing(qtbot: QtBot) -> None:
    navigator = shown(qtbot)
    for number, standing in enumerate(STANDINGS):
        navigator.set_standing(number, standing)
        navigator.set_current(-1)
        before = colours_of(navigator.square(number))
        navigator.set_current(number)
        assert colours_of(navigator.square(number)) != before


def test_many_questions_wrap_and_none_is_cut_off(qtbot: QtBot) -> None:
    navigator = shown(qtbot, 40)
    navigator.resize(360, navigator.heightForWidth(360))
    squares = [navigator.square(number) for number in range(40)]
    assert len({square.y() for square in squares}) > 1
    assert all(navigator.rect().contains(square.geometry()) for square in squares)


def test_no_square_stands_alone_on_a_line(qtbot: QtBot) -> None:
    navigator = shown(qtbot, 12)
    for across in range(120, 360, 8):
        navigator.resize(across, navigator.heightForWidth(across))
        QApplication.processEvents()
        lines = [navigator.square(number).y() for number in range(12)]
        counts = [lines.count(y) for y in sorted(set(lines))]
        assert max(counts) - counts[-1] < len(counts), (across, counts)


def test_another_stage_starts_anew(qtbot: QtBot) -> None:
    navigator = shown(qtbot)
    navigator.set_standing(0, "right")
    navigator.set_count(3)
    assert navigator.count() == 3
    assert navigator.square(0).standing() == "open"
    with qtbot.waitSignal(navigator.chosen) as told:
        QTest.mouseClick(navigator.square(2), Qt.MouseButton.LeftButton)
    assert told.args == [2]
