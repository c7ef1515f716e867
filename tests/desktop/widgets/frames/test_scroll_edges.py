"""Hairlines at the edges of what is scrolled: each for as long as more lies beyond it."""

from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.frames.scroll_edges import ScrollEdges


def _area(qtbot: QtBot, height: int) -> tuple[QScrollArea, ScrollEdges]:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QLabel("Words")
    inside.setFixedSize(100, height)
    area.setWidget(inside)
    edges = ScrollEdges(area)
    area.resize(140, 200)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == max(0, height - area.viewport().height()))
    return area, edges


def test_lines_tell_where_more_lies(qtbot: QtBot) -> None:
    area, edges = _area(qtbot, 900)
    bar = area.verticalScrollBar()
    assert (edges.above.isVisible(), edges.below.isVisible()) == (False, True)
    bar.setValue(bar.maximum() // 2)
    assert (edges.above.isVisible(), edges.below.isVisible()) == (True, True)
    bar.setValue(bar.maximum())
    assert (edges.above.isVisible(), edges.below.isVisible()) == (True, False)


def test_where_all_is_in_view_there_is_no_line(qtbot: QtBot) -> None:
    _seen, edges = _area(qtbot, 80)
    assert not edges.above.isVisible()
    assert not edges.below.isVisible()


def test_the_lines_stay_at_the_edges_when_the_area_changes_its_size(qtbot: QtBot) -> None:
    area, edges = _area(qtbot, 900)
    area.resize(300, 420)
    assert edges.below.geometry().getRect() == (0, 419, 300, 1)
    area.resize(300, 1000)
    assert not edges.below.isVisible()
