"""Widgets in a flow: on as few lines as the width allows, closer together where that spares a line."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.frames.flow import FlowLayout


def lefts(qtbot: QtBot, width: int, closest: int | None) -> list[tuple[int, int]]:
    """Return where three widgets of 40 pixels stand, with 20 between them if there is room."""
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowLayout(holder, across=20, down=0, closest=closest)
    inside = [QWidget(holder) for _ in range(3)]
    for widget in inside:
        widget.setFixedSize(40, 10)
        row.addWidget(widget)
        widget.show()
    row.setGeometry(QRect(0, 0, width, 100))
    return [(widget.x(), widget.y()) for widget in inside]


@pytest.mark.parametrize(
    ("width", "closest", "wanted"),
    [
        (200, 8, [(0, 0), (60, 0), (120, 0)]),
        (160, 8, [(0, 0), (60, 0), (120, 0)]),
        (150, 8, [(0, 0), (55, 0), (110, 0)]),
        (136, 8, [(0, 0), (48, 0), (96, 0)]),
        (135, 8, [(0, 0), (60, 0), (0, 10)]),  # too little even so: then as it is otherwise
        (150, None, [(0, 0), (60, 0), (0, 10)]),
    ],
)
def test_what_stands_between_gives_way_before_a_line_breaks(
    qtbot: QtBot, width: int, closest: int | None, wanted: list[tuple[int, int]]
) -> None:
    assert lefts(qtbot, width, closest) == wanted


@pytest.mark.parametrize(("width", "wanted"), [(5 * 40, [3, 3]), (4 * 40, [3, 3]), (2 * 40, [2, 2, 2])])
def test_lines_can_be_about_as_long_as_each_other(qtbot: QtBot, width: int, wanted: list[int]) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowLayout(holder, across=0, down=0, evenly=True)
    inside = [QWidget(holder) for _ in range(6)]
    for widget in inside:
        widget.setFixedSize(40, 10)
        row.addWidget(widget)
        widget.show()
    row.setGeometry(QRect(0, 0, width, 100))
    lines = [widget.y() for widget in inside]
    assert [lines.count(y) for y in sorted(set(lines))] == wanted
    assert row.heightForWidth(width) == 10 * len(wanted)
