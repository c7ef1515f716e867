"""Tab in the question column: it comes to everything there is, wherever the answer was moved about."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.declared import TEXT_SIZE
from crossread.desktop.answers.kinds.ordering import OrderingAnswer
from crossread.desktop.tab_order import stops
from tests.desktop.pages.conftest import Opened

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier
PACK = "every-kind"


def come_to(opened: Opened, stage: str, kind: str) -> None:
    """Open the first question of a kind, with the focus on its answer."""
    opened.go(stage, PACK)
    column = opened.desk.column
    kinds = [question.kind for question in column.answering.questions]
    column.go(kinds.index(kind))
    column.focus()


def walked(opened: Opened, first: QWidget, most: int = 60) -> list[QWidget]:
    """Press Tab until it is back where it began; return all that had the focus on the way."""
    found = [first]
    for _press in range(most):
        opened.press(Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is first:
            return found
        assert focus not in found, f"Tab goes round in {[type(one).__name__ for one in found]}"
        found.append(focus)
    raise AssertionError("Tab does not come back")


def test_tab_goes_past_rows_that_were_moved_to_check_and_onward(every: Opened) -> None:
    come_to(every, "read-sort", "ordering")
    column = every.desk.column
    body = column.body
    assert body is not None
    assert isinstance(body.answer, OrderingAnswer)
    for number in (Key.Key_3, Key.Key_1):
        every.press(number)
    every.press(Key.Key_Down)
    every.press(Key.Key_Down)
    every.press(Key.Key_1)
    every.qtbot.wait(50)
    first = QApplication.focusWidget()
    assert first is body.answer.list.rows()[0]
    way = walked(every, first)
    wanted = [one for one in stops(column) if one.isVisible() and one.isEnabled()]
    assert set(wanted) <= set(way)
    assert way[1] is body.certainty.picks()[0]
    assert way.index(column.check_button) + 1 == way.index(column.next)


@pytest.mark.parametrize("size", [17, 34])
def test_check_is_in_sight_below_a_question_of_many_rows(every: Opened, size: int) -> None:
    every.settings.set(TEXT_SIZE, size)
    every.window.resize(1366, 768)
    come_to(every, "read-sort", "ordering")
    column = every.desk.column
    every.wait(lambda: column.area.verticalScrollBar().maximum() > 0)
    for at in (0, column.area.verticalScrollBar().maximum()):
        column.area.verticalScrollBar().setValue(at)
        check, window = column.check_button, every.window
        where = QRect(check.mapTo(window, QPoint()), check.size())
        assert window.rect().contains(where)
        assert not where.intersects(QRect(column.next.mapTo(window, QPoint()), column.next.size()))
