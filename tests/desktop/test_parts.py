"""F6 goes round the parts of a page, from wherever the focus is."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.parts import go_part
from crossread.desktop.tab_order import stops


class Row(QWidget):
    """A bar on top, then two fields and a list of two buttons; the second field is in no part."""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.first, self.second = QPushButton("bar"), QLineEdit(), QLineEdit()
        self.list = QWidget()
        self.one, self.two = QPushButton("one"), QPushButton("two")
        inside = QHBoxLayout(self.list)
        for button in (self.one, self.two):
            inside.addWidget(button)
        self.last = QPushButton("last")
        column = QVBoxLayout(self)
        for widget in (self.bar, self.first, self.second, self.list, self.last):
            column.addWidget(widget)
        self.list.setFocusProxy(self.one)

    def go(self, by: int) -> QWidget | None:
        # The bar comes last, as on every page.
        go_part([self.first, self.list, self.bar], by, stops(self))
        return QApplication.focusWidget()


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    shown = Row()
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def test_it_goes_round_the_parts_and_back(row: Row) -> None:
    row.first.setFocus()
    assert [row.go(1), row.go(1), row.go(1)] == [row.one, row.bar, row.first]
    assert [row.go(-1), row.go(-1), row.go(-1)] == [row.bar, row.one, row.first]


def test_from_within_a_part_it_goes_on_from_that_part(row: Row) -> None:
    row.two.setFocus()
    assert row.go(1) is row.bar


@pytest.mark.parametrize(("by", "arrives"), [(1, "one"), (-1, "first")])
def test_from_what_is_in_no_part_it_goes_to_the_part_beside(row: Row, by: int, arrives: str) -> None:
    row.second.setFocus()
    assert row.go(by) is getattr(row, arrives)


@pytest.mark.parametrize(("by", "arrives"), [(1, "bar"), (-1, "one")])
def test_from_behind_all_parts_it_begins_again_at_the_top(row: Row, by: int, arrives: str) -> None:
    row.last.setFocus()
    assert row.go(by) is getattr(row, arrives)
