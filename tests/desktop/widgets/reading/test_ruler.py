"""The reading ruler: it goes along with the line that is read, and lies under the words."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.theme.typography import ReadingAids, Ruler, Typography
from crossread.desktop.widgets.reading.positions import Positions
from crossread.desktop.widgets.reading.view import ReadingMark, ReadingView
from tests.desktop.widgets.seeing import colours_of, rows
from tests.desktop.widgets.texts import FLOOD, at


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    shown = ReadingView()
    qtbot.addWidget(shown)
    shown.resize(560, 400)
    shown.set_text(FLOOD, "Source B")
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    return shown


def rule(kind: Ruler) -> None:
    theme.set_texts(Typography(), ReadingAids(ruler=kind))


def place_of(view: ReadingView) -> tuple[int, int]:
    """Give the first and the last row of the viewport that hold the ruler's own line."""
    line = theme.current().colour("ruler-line")
    sign = bytes((line.blue(), line.green(), line.red()))
    found = [
        y
        for y, row in enumerate(rows(view.viewport()))
        if sum(row[at : at + 3] == sign for at in range(0, len(row), 4)) > 100
    ]
    return (found[0], found[-1]) if found else (-1, -1)


def spot(view: ReadingView, position: int) -> QPoint:
    cursor = QTextCursor(view.document())
    cursor.setPosition(Positions(view.text().shown).to_qt(position))
    return view.cursorRect(cursor).center()


def point(view: ReadingView, where: QPoint) -> None:
    """Move the mouse over the text."""
    nothing = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(where),
        QPointF(where),
        nothing,
        nothing,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("name", theme.ORDER)
@pytest.mark.parametrize("kind", ["band", "line"])
def test_it_is_seen_in_every_theme_and_not_without_being_asked_for(
    qapp: QApplication, view: ReadingView, name: str, kind: Ruler
) -> None:
    theme.apply(qapp, theme.load_theme(name))
    assert place_of(view) == (-1, -1)
    rule(kind)
    top, bottom = place_of(view)
    assert (bottom - top > 20) == (kind == "band")
    assert (colours_of(view)[theme.current().roles["ruler"].lower()] > 3000) == (kind == "band")


def test_it_goes_with_the_caret_line_by_line(view: ReadingView) -> None:
    rule("band")
    cursor = view.textCursor()
    cursor.setPosition(Positions(FLOOD.shown).to_qt(FLOOD.starts[6]))  # of four lines
    view.setTextCursor(cursor)
    tops = []
    for _line in range(3):
        tops.append(place_of(view)[0])
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert tops == sorted(set(tops))
    assert tops[2] - tops[0] == pytest.approx(2 * 17 * 1.5, abs=2)


def test_it_goes_with_the_mouse_and_back_to_the_caret_by_key(view: ReadingView) -> None:
    rule("band")
    by_caret = place_of(view)
    there = spot(view, at("A copy went").start)
    point(view, there)
    top, bottom = place_of(view)
    assert top <= there.y() <= bottom
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert place_of(view) == by_caret


def test_it_stays_under_the_mouse_while_the_text_is_scrolled(view: ReadingView) -> None:
    rule("band")
    there = spot(view, at("A copy went").start)
    point(view, there)
    for value in (30, 77, 180):
        view.verticalScrollBar().setValue(value)
        top, bottom = place_of(view)
        assert top - 26 <= there.y() <= bottom + 26


def test_only_the_text_with_the_focus_has_it(qtbot: QtBot, view: ReadingView) -> None:
    rule("line")
    assert place_of(view) != (-1, -1)
    view.clearFocus()
    qtbot.waitUntil(lambda: place_of(view) == (-1, -1))


def test_words_below_it_are_selected_by_the_mouse_as_ever(qtbot: QtBot, view: ReadingView) -> None:
    rule("band")
    words = at("came until two")
    point(view, spot(view, words.start))
    with qtbot.waitSignal(view.selection_dragged) as told:
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, words.start))
        QTest.mouseMove(view.viewport(), spot(view, words.end))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, words.end))
    assert told.args == [words]


def test_marks_lie_above_it(view: ReadingView) -> None:
    view.set_marks([ReadingMark(at("Nobody came until two."), "evidence")])
    before = colours_of(view)[theme.current().roles["mark"].lower()]
    rule("band")
    point(view, spot(view, at("Nobody").start))
    assert colours_of(view)[theme.current().roles["mark"].lower()] == before
