"""Going round by Tab finds what is left out, where it goes round early, and where it jumps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.tab_order import RoundByTab
from tests.access.tabbing import faults


class Round(RoundByTab, QWidget):
    """A window that goes round in the order of its layouts."""


def two_columns(window: QWidget) -> None:
    """Two columns of two buttons each, made one here, one there."""
    row = QHBoxLayout(window)
    left, right = QVBoxLayout(), QVBoxLayout()
    row.addLayout(left)
    row.addLayout(right)
    for column, name in ((right, "c"), (left, "a"), (right, "d"), (left, "b")):
        button = QPushButton(name)
        button.setAccessibleName(name)
        column.addWidget(button)


def shown(
    qtbot: QtBot, window: QWidget, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> QWidget:
    window.setLayoutDirection(direction)
    two_columns(window)
    qtbot.addWidget(window)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    return window


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_columns_are_gone_through_one_after_the_other(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    assert faults(shown(qtbot, Round(), direction)) == []


def test_a_jump_is_found(qtbot: QtBot) -> None:
    window = shown(qtbot, QWidget())  # whose chain is the order in which things were made
    assert faults(window) == ["Tab jumps from QPushButton “d” back to QPushButton “b”"]


def test_what_is_left_out_is_found(qtbot: QtBot) -> None:
    window = shown(qtbot, Round())
    left_out = window.findChildren(QPushButton)[1]

    class Trap(QWidget):
        """Hands every Tab back to its first button."""

        def focusNextPrevChild(self, _following: bool) -> bool:  # noqa: N802
            self.findChildren(QPushButton)[0].setFocus()
            return True

    trap = Trap()
    column = QVBoxLayout(trap)
    for name in ("one", "two"):
        button = QPushButton(name)
        button.setAccessibleName(name)
        column.addWidget(button)
    qtbot.addWidget(trap)
    trap.show()
    assert QTest.qWaitForWindowExposed(trap)
    assert "Tab never comes to QPushButton “two”" in faults(trap)
    left_out.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert faults(window) == []
