"""Check boxes that paint themselves: what a user does to them, and what a screen reader does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.picking.checks import Check, Checks


@pytest.fixture
def checks(qtbot: QtBot) -> Checks:
    group = Checks("Which")
    column = QVBoxLayout(group)
    for key in ("one", "two", "three"):
        check = Check(key, key.title(), group)
        column.addWidget(check)
        group.take(check)
    qtbot.addWidget(group)
    with qtbot.waitActive(group):
        group.show()
        group.activateWindow()
    return group


def from_outside(checks: Checks, key: str) -> None:
    action = QAccessible.queryAccessibleInterface(checks.check(key)).actionInterface()
    assert action is not None
    action.doAction(QAccessibleActionInterface.toggleAction())


def test_a_click_picks_and_a_second_lets_go(qtbot: QtBot, checks: Checks) -> None:
    with qtbot.waitSignal(checks.chosen):
        QTest.mouseClick(checks.check("two"), Qt.MouseButton.LeftButton)
    assert checks.value() == {"two"}
    with qtbot.waitSignal(checks.chosen):
        QTest.mouseClick(checks.check("two"), Qt.MouseButton.LeftButton)
    assert checks.value() == frozenset()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_pick(checks: Checks, key: Qt.Key) -> None:
    QTest.keyClick(checks.check("one"), key)
    assert checks.value() == {"one"}


def test_arrows_move_the_focus_and_pick_nothing(checks: Checks) -> None:
    checks.setFocus()
    for key, there in (
        (Qt.Key.Key_Down, "two"),
        (Qt.Key.Key_End, "three"),
        (Qt.Key.Key_Right, "one"),
        (Qt.Key.Key_Up, "three"),
        (Qt.Key.Key_Home, "one"),
    ):
        QTest.keyClick(checks.focusWidget(), key)
        assert checks.check(there).hasFocus()
        assert checks.check(there).shows_focus()
    assert checks.value() == frozenset()


def test_what_the_program_picks_gives_no_signal(qtbot: QtBot, checks: Checks) -> None:
    with qtbot.assertNotEmitted(checks.chosen):
        checks.set_value(("one", "three", "gone"))
    assert checks.value() == {"one", "three"}


def test_a_pick_made_by_a_screen_reader_counts_once(qtbot: QtBot, checks: Checks) -> None:
    told: list[frozenset[str]] = []
    checks.chosen.connect(lambda: told.append(checks.value()))
    from_outside(checks, "two")
    from_outside(checks, "two")
    assert told == [{"two"}, frozenset()]


def test_a_frozen_one_stays_as_it_is_for_everyone(qtbot: QtBot, checks: Checks) -> None:
    checks.set_value(("two",))
    checks.check("two").frozen = True
    with qtbot.assertNotEmitted(checks.chosen):
        from_outside(checks, "two")
        QTest.mouseClick(checks.check("two"), Qt.MouseButton.LeftButton)
        QTest.keyClick(checks.check("two"), Qt.Key.Key_Space)
        checks.toggle("two")
    assert checks.value() == {"two"}


def test_screen_readers_meet_check_boxes(checks: Checks) -> None:
    seen = QAccessible.queryAccessibleInterface(checks.check("one"))
    assert seen.role() == QAccessible.Role.CheckBox
    assert seen.text(QAccessible.Text.Name) == "One"
    checks.toggle("one")
    assert seen.state().checked
