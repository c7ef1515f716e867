import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.arranging.order_row import OrderRow
from crossread.desktop.answers.kinds.ordering import OrderingAnswer, mixed
from crossread.desktop.theme import theme
from crossread.questions.mark import Mark, Part
from crossread.questions.ordering import KIND, OrderingResponse
from tests.desktop.answers.asking import LETTERS, ORDERING
from tests.desktop.answers.dragging import carry, drag, drop
from tests.desktop.widgets.seeing import count_of

RIGHT = ("rain", "crack", "break", "count")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def made(qtbot: QtBot, seed: int = 5) -> OrderingAnswer:
    widget = OrderingAnswer(ORDERING, LETTERS, seed=seed)
    qtbot.addWidget(widget)
    widget.resize(360, widget.heightForWidth(360))
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


@pytest.fixture
def answer(qtbot: QtBot) -> OrderingAnswer:
    """Give an ordering that was answered already: crack, rain, break, count."""
    widget = made(qtbot)
    widget.set_response(OrderingResponse(("crack", "rain", "break", "count")))
    return widget


def shown(answer: OrderingAnswer) -> tuple[str, ...]:
    return tuple(row.key for row in sorted(answer.list.rows(), key=OrderRow.y))


def said(answer: OrderingAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def above(answer: OrderingAnswer, key: str) -> QPoint:
    return answer.list.row(key).mapToGlobal(QPoint(40, 2))


@pytest.mark.parametrize("seed", range(12))
def test_it_begins_mixed_never_in_the_right_order_and_unanswered(qtbot: QtBot, seed: int) -> None:
    answer = OrderingAnswer(ORDERING, LETTERS, seed=seed)
    qtbot.addWidget(answer)
    assert sorted(answer.shown()) == sorted(RIGHT)
    assert answer.shown() != RIGHT
    assert answer.response() == OrderingResponse()
    assert answer.asked.text().startswith("Not yet ordered")


def test_the_same_seed_mixes_in_the_same_way() -> None:
    assert mixed(RIGHT, 3) == mixed(RIGHT, 3)
    assert len({mixed(RIGHT, seed) for seed in range(1, 20)}) > 3
    assert mixed(("one", "two"), 0) == ("two", "one")
    assert mixed(("one",), 3) == ("one",)


def test_leaving_it_makes_what_is_shown_the_answer(qtbot: QtBot) -> None:
    answer = made(qtbot)
    before = answer.shown()
    with qtbot.waitSignal(answer.changed):
        QTest.mouseClick(answer.leave, Qt.MouseButton.LeftButton)
    assert answer.response() == OrderingResponse(before)
    assert not answer.leave.isVisible()
    assert answer.undo()
    assert answer.response() == OrderingResponse()
    assert answer.leave.isVisible()


def test_leaving_it_by_keyboard_keeps_the_focus_with_the_rows(qtbot: QtBot) -> None:
    answer = made(qtbot)
    answer.leave.setFocus()
    QTest.keyClick(answer.leave, Qt.Key.Key_Space)
    assert answer.list.rows()[0].hasFocus()


def test_the_ends_have_their_names(answer: OrderingAnswer) -> None:
    first, last = (label for label in answer.findChildren(QLabel) if label.text() in ("earliest", "latest"))
    assert first.y() < answer.list.y() < last.y()


@pytest.mark.parametrize("modifier", [ALT, CTRL])
def test_alt_or_ctrl_and_an_arrow_move_the_row_in_hand(
    qtbot: QtBot, answer: OrderingAnswer, modifier: Qt.KeyboardModifier
) -> None:
    row = answer.list.row("rain")
    row.setFocus()
    with qtbot.waitSignal(answer.changed):
        QTest.keyClick(row, Qt.Key.Key_Up, modifier)
    assert answer.response().order == RIGHT
    assert row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Down, modifier)
    QTest.keyClick(row, Qt.Key.Key_Down, modifier)
    assert answer.response().order == ("crack", "break", "rain", "count")
    answer.column.activate()
    assert shown(answer) == answer.response().order


def test_the_keys_that_move_a_row_are_kept_from_the_window(answer: OrderingAnswer) -> None:
    """Alt and Up means the overview elsewhere."""
    row = answer.list.row("rain")

    def is_kept(modifier: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Up, modifier)
        event.ignore()
        QApplication.sendEvent(row, event)
        return event.isAccepted()

    assert is_kept(ALT)
    assert is_kept(CTRL)
    assert not is_kept(Qt.KeyboardModifier.NoModifier)
    answer.set_read_only(True)
    assert not is_kept(ALT)


def test_at_an_end_a_row_stays(qtbot: QtBot, answer: OrderingAnswer) -> None:
    with qtbot.assertNotEmitted(answer.changed):
        QTest.keyClick(answer.list.row("crack"), Qt.Key.Key_Up, ALT)
        QTest.keyClick(answer.list.row("count"), Qt.Key.Key_Down, ALT)
    assert not answer.list.row("crack").up.isEnabled()
    assert not answer.list.row("count").down.isEnabled()


def test_arrows_alone_go_from_row_to_row(qtbot: QtBot, answer: OrderingAnswer) -> None:
    answer.setFocus()
    assert answer.list.row("crack").hasFocus()
    with qtbot.assertNotEmitted(answer.changed):
        QTest.keyClick(answer.list.row("crack"), Qt.Key.Key_Down)
        QTest.keyClick(answer.list.row("rain"), Qt.Key.Key_Down)
        assert answer.list.row("break").hasFocus()
        QTest.keyClick(answer.list.row("break"), Qt.Key.Key_Up)
    assert answer.list.row("rain").hasFocus()


def test_tab_comes_to_one_row_the_one_that_had_the_focus_last(answer: OrderingAnswer) -> None:
    def stops() -> list[str]:
        tab = Qt.FocusPolicy.TabFocus
        return [row.key for row in answer.list.rows() if row.focusPolicy() & tab]

    assert stops() == ["crack"]
    answer.setFocus()
    QTest.keyClick(answer.list.row("crack"), Qt.Key.Key_Down)
    assert stops() == ["rain"]
    QTest.keyClick(answer.list.row("rain"), Qt.Key.Key_Down, ALT)
    assert stops() == ["rain"]
    assert answer.list.row("rain").hasFocus()
    answer.list.row("rain").clearFocus()
    answer.setFocus()
    assert answer.list.row("rain").hasFocus()


def test_a_row_picked_up_by_space_moves_by_arrows_alone(answer: OrderingAnswer) -> None:
    row = answer.list.row("count")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.is_held()
    assert "picked up" in row.accessibleName()
    QTest.keyClick(row, Qt.Key.Key_Up)
    QTest.keyClick(row, Qt.Key.Key_Up)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not row.is_held()
    QTest.keyClick(row, Qt.Key.Key_Up)
    assert answer.response().order == ("crack", "count", "rain", "break")
    assert answer.list.row("crack").hasFocus()


def test_a_row_is_put_down_by_escape_or_by_going_elsewhere(answer: OrderingAnswer) -> None:
    row = answer.list.row("count")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    QTest.keyClick(row, Qt.Key.Key_Escape)
    assert not row.is_held()
    QTest.keyClick(row, Qt.Key.Key_Return)
    answer.list.row("rain").setFocus()
    assert not row.is_held()


def test_a_number_puts_the_row_in_hand_at_that_place(answer: OrderingAnswer) -> None:
    row = answer.list.row("count")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_1)
    assert answer.response().order == ("count", "crack", "rain", "break")
    assert row.accessibleName() == "1 of 4: The ewes are counted."
    assert not answer.pick_number(5)


def test_with_the_focus_elsewhere_a_number_goes_to_a_row(qtbot: QtBot, answer: OrderingAnswer) -> None:
    answer.leave.setFocus()
    answer.list.clearFocus()
    with qtbot.assertNotEmitted(answer.changed):
        assert answer.pick_number(3)
    assert answer.list.row("break").hasFocus()


def test_the_small_arrows_move_by_mouse(answer: OrderingAnswer) -> None:
    QTest.mouseClick(answer.list.row("crack").down, Qt.MouseButton.LeftButton)
    assert answer.response().order == RIGHT
    QTest.mouseClick(answer.list.row("count").up, Qt.MouseButton.LeftButton)
    assert answer.response().order == ("rain", "crack", "count", "break")
    assert answer.list.row("crack").down.accessibleName().startswith("Move down: The county")


def test_a_row_is_dragged_to_where_the_line_is(qtbot: QtBot, answer: OrderingAnswer) -> None:
    row, there = answer.list.row("crack"), above(answer, "count")
    carry(row, there)
    assert answer.list.line() == 3
    assert row.is_dragged()
    assert count_of(answer.list, theme.current().roles["accent"]) > 300
    with qtbot.waitSignal(answer.changed):
        drop(row, there)
    assert answer.response().order == ("rain", "break", "crack", "count")
    assert answer.list.line() is None
    assert not row.is_held()


def test_a_row_is_dragged_to_the_ends(answer: OrderingAnswer) -> None:
    drag(answer.list.row("break"), above(answer, "crack"))
    assert answer.response().order == ("break", "crack", "rain", "count")
    answer.column.activate()
    last = answer.list.row("count")
    drag(answer.list.row("crack"), last.mapToGlobal(QPoint(40, last.height() - 2)))
    assert answer.response().order == ("break", "rain", "count", "crack")


def test_a_row_let_go_where_it_was_changes_nothing(qtbot: QtBot, answer: OrderingAnswer) -> None:
    with qtbot.assertNotEmitted(answer.changed):
        drag(answer.list.row("rain"), above(answer, "break"))


def test_escape_gives_a_drag_up(qtbot: QtBot, answer: OrderingAnswer) -> None:
    row = answer.list.row("crack")
    carry(row, above(answer, "count"))
    with qtbot.assertNotEmitted(answer.changed):
        QTest.keyClick(row, Qt.Key.Key_Escape)
        drop(row, above(answer, "count"))
    assert answer.list.line() is None


@pytest.mark.parametrize("away", [QPoint(-400, 0), QPoint(500, 0), QPoint(0, -300)])
def test_a_row_dragged_out_of_the_window_or_far_beside_goes_back(
    qtbot: QtBot, answer: OrderingAnswer, away: QPoint
) -> None:
    row, there = answer.list.row("crack"), above(answer, "count") + away
    with qtbot.assertNotEmitted(answer.changed):
        carry(row, there)
        assert answer.list.line() is None
        drop(row, there)


def test_a_row_that_is_hidden_or_closed_while_it_is_dragged_stays(
    qtbot: QtBot, answer: OrderingAnswer
) -> None:
    row, there = answer.list.row("crack"), above(answer, "count")
    with qtbot.assertNotEmitted(answer.changed):
        carry(row, there)
        answer.set_read_only(True)
        drop(row, there)
        answer.set_read_only(False)
        carry(row, there)
        answer.hide()
        assert not row.is_dragged()
        assert answer.list.line() is None


def test_a_click_alone_moves_nothing(qtbot: QtBot, answer: OrderingAnswer) -> None:
    with qtbot.assertNotEmitted(answer.changed):
        QTest.mouseClick(answer.list.row("break"), Qt.MouseButton.LeftButton)
    assert answer.list.row("break").hasFocus()
    assert not answer.list.row("break").is_held()


def test_moves_are_undone_and_done_again(answer: OrderingAnswer) -> None:
    row = answer.list.row("count")
    row.setFocus()
    answer.pick_number(1)
    answer.pick_number(2)
    QTest.keyClick(row, Qt.Key.Key_Z, CTRL)
    assert answer.shown() == ("count", "crack", "rain", "break")
    assert answer.undo()
    assert answer.shown() == ("crack", "rain", "break", "count")
    assert answer.redo()
    assert answer.shown() == ("count", "crack", "rain", "break")


def test_an_order_of_another_version_keeps_what_it_knows(answer: OrderingAnswer) -> None:
    answer.set_response(OrderingResponse(("gone", "count", "rain")))
    assert answer.shown()[:2] == ("count", "rain")
    assert sorted(answer.shown()) == sorted(RIGHT)


def test_what_is_read_only_cannot_be_moved(qtbot: QtBot, answer: OrderingAnswer) -> None:
    answer.set_read_only(True)
    row = answer.list.row("count")
    with qtbot.assertNotEmitted(answer.changed):
        QTest.keyClick(row, Qt.Key.Key_Up, ALT)
        QTest.keyClick(row, Qt.Key.Key_Space)
        drag(row, above(answer, "crack"))
        assert not answer.pick_number(1)
        assert not answer.undo()
    assert not row.up.isVisible()
    assert not row.is_held()


def test_the_mark_says_row_by_row_where_each_belongs(answer: OrderingAnswer) -> None:
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(ORDERING, answer.response(), {}))
    crack, count = answer.list.row("crack").outcome(), answer.list.row("count").outcome()
    assert crack.words() == "◐ Partly right. It belongs at place 2. By the log."
    assert count.words() == "✓ Right"
    assert said(answer)[0] == "◐ Partly right"
    assert count_of(answer.list.row("count"), theme.current().roles["right"]) > 300


def test_a_row_in_its_place_among_wrong_ones_is_told_so(answer: OrderingAnswer) -> None:
    response = OrderingResponse(("count", "crack", "break", "rain"))
    answer.set_response(response)
    answer.show_mark(KIND.mark(ORDERING, response, {}))
    assert "stands in its place" in answer.list.row("crack").outcome().asked


def test_while_there_are_tries_left_only_the_whole_is_told(answer: OrderingAnswer) -> None:
    answer.show_mark(Mark(score=0.5, parts=tuple(Part(score=0.5, of=key) for key in RIGHT)))
    assert answer.asked.text() == "◐ Partly right"
    assert answer.list.row("crack").outcome().words() == ""
    answer.set_read_only(True)  # no try is left
    assert answer.list.row("crack").outcome().words() == "◐ Partly right"
    answer.show_mark(None)
    assert answer.list.row("crack").outcome().words() == ""


def test_with_nothing_given_the_right_order_is_shown_without_a_verdict(qtbot: QtBot) -> None:
    answer = made(qtbot)
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(ORDERING, OrderingResponse(), {}), nothing_given=True)
    answer.column.activate()
    assert tuple(row.key for row in answer.list.rows()) == RIGHT
    assert said(answer)[0] == "The right order"
    assert not answer.leave.isVisible()
    assert all(row.outcome().verdict == "unscored" for row in answer.list.rows())


@pytest.mark.parametrize("size", [12, 28])
@pytest.mark.parametrize("width", [240, 420])
def test_no_row_is_ever_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = made(qtbot)
    answer.set_response(OrderingResponse(RIGHT[::-1]))
    for usable in (True, False):
        if not usable:
            answer.set_read_only(True)
            answer.show_mark(KIND.mark(ORDERING, answer.response(), {}))
        QApplication.processEvents()
        answer.resize(width, answer.heightForWidth(width))
        QApplication.processEvents()
        for row in answer.list.rows():
            assert row.height() >= row.heightForWidth(row.width())
            assert not usable or row.rect().contains(row.up.geometry().united(row.down.geometry()))
