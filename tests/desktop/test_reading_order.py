"""Widgets are told to a screen reader in the order in which they are laid out, not that of their making."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QLabel, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.reading_order import put_in_order


def told(widget: QWidget) -> list[str]:
    """Return what a screen reader finds in a widget, in its order."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    found = [interface.child(at) for at in range(interface.childCount())]
    return [one.text(QAccessible.Text.Name) for one in found if one is not None]


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    assert QTest.qWaitForWindowExposed(widget)
    return widget


def test_what_was_made_last_and_stands_first_is_told_first(qtbot: QtBot) -> None:
    page = QWidget()
    below, over, above = (QLabel(name, page) for name in ("below", "over", "above"))
    column = QVBoxLayout(page)
    column.addWidget(above)
    column.addWidget(below)
    over.resize(10, 10)
    shown(qtbot, page)
    assert told(page) == ["below", "over", "above"]
    put_in_order(page)
    assert told(page) == ["above", "below", "over"]
    assert page.children()[-1] is over, "what lies over the rest stays above it"
    put_in_order(page)
    assert told(page) == ["above", "below", "over"]


def test_inner_layouts_and_grids_are_gone_through(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    holder = QWidget(page)
    grid = QGridLayout(holder)
    for name, row in (("third", 2), ("first", 0), ("second", 1)):
        grid.addWidget(QLabel(name, holder), row, 0)
    column.addWidget(holder)
    shown(qtbot, page)
    put_in_order(page)
    assert told(holder) == ["first", "second", "third"]


def test_the_borders_of_a_splitter_stay_above_its_parts(qtbot: QtBot) -> None:
    parts = QSplitter(Qt.Orientation.Horizontal)
    second, first = QLabel("second", parts), QLabel("first", parts)
    parts.insertWidget(0, first)
    shown(qtbot, parts)
    put_in_order(parts)
    names = [one for one in told(parts) if one]
    assert names == ["first", "second"]
    handles = [parts.handle(place) for place in range(parts.count())]
    assert all(parts.children().index(one) > parts.children().index(second) for one in handles)
