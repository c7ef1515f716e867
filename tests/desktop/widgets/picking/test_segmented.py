from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.picking.segmented import Segmented, SegmentedLook
from tests.desktop.widgets.seeing import count_of

STAGES = (("before", "Before"), ("meet", "Meet"), ("read", "Read & compare"))


def shown(qtbot: QtBot, look: SegmentedLook = "joined", *, clearable: bool = False) -> Segmented:
    row = Segmented(STAGES, look=look, name="Stages", clearable=clearable)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    return row


def test_a_click_chooses_and_tells(qtbot: QtBot) -> None:
    row = shown(qtbot)
    with qtbot.waitSignal(row.chosen) as told:
        QTest.mouseClick(row.pick("meet"), Qt.MouseButton.LeftButton)
    assert told.args == ["meet"]
    assert row.value() == "meet"


def test_the_program_chooses_without_telling(qtbot: QtBot) -> None:
    row = shown(qtbot)
    with qtbot.assertNotEmitted(row.chosen):
        row.set_value("read")
        assert row.value() == "read"
        row.set_value("")
    assert row.value() == ""


def test_arrow_keys_go_along_and_take_the_choice_with_them(qtbot: QtBot) -> None:
    row = shown(qtbot)
    row.set_value("before")
    row.pick("before").setFocus()
    QTest.keyClick(row.pick("before"), Qt.Key.Key_Right)
    assert row.value() == "meet"
    QTest.keyClick(row.pick("meet"), Qt.Key.Key_End)
    assert row.value() == "read"
    QTest.keyClick(row.pick("read"), Qt.Key.Key_Right)
    assert row.value() == "before"  # round the end
    QTest.keyClick(row.pick("before"), Qt.Key.Key_Left)
    assert row.value() == "read"


def test_where_nothing_is_chosen_arrow_keys_only_move(qtbot: QtBot) -> None:
    row = shown(qtbot)
    row.pick("before").setFocus()
    QTest.keyClick(row.pick("before"), Qt.Key.Key_Right)
    assert row.value() == ""
    assert row.pick("meet").hasFocus()
    QTest.keyClick(row.pick("meet"), Qt.Key.Key_Space)
    assert row.value() == "meet"


def test_arrow_keys_pass_over_what_cannot_be_chosen(qtbot: QtBot) -> None:
    row = shown(qtbot)
    row.pick("meet").setEnabled(False)
    row.set_value("before")
    row.pick("before").setFocus()
    QTest.keyClick(row.pick("before"), Qt.Key.Key_Right)
    assert row.value() == "read"


def test_choosing_again_keeps_the_choice(qtbot: QtBot) -> None:
    row = shown(qtbot)
    for _time in range(2):
        QTest.mouseClick(row.pick("meet"), Qt.MouseButton.LeftButton)
    assert row.value() == "meet"


def test_choosing_again_takes_it_back_where_that_is_allowed(qtbot: QtBot) -> None:
    row = shown(qtbot, clearable=True)
    QTest.mouseClick(row.pick("meet"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(row.chosen) as told:
        QTest.mouseClick(row.pick("meet"), Qt.MouseButton.LeftButton)
    assert told.args == [""]
    QTest.mouseClick(row.pick("read"), Qt.MouseButton.LeftButton)
    assert row.value() == "read"


def test_a_screen_reader_meets_radio_buttons_with_names(qtbot: QtBot) -> None:
    row = shown(qtbot)
    row.set_done("before")
    for key, name in (("before", "Before, done"), ("read", "Read & compare")):
        seen = QAccessible.queryAccessibleInterface(row.pick(key))
        assert seen.role() == QAccessible.Role.RadioButton
        assert seen.text(QAccessible.Text.Name) == name
    assert row.accessibleName() == "Stages"


def test_the_chosen_option_is_filled_dark(qtbot: QtBot) -> None:
    looks: tuple[SegmentedLook, ...] = ("joined", "pills")
    for look in looks:
        row = shown(qtbot, look)
        assert count_of(row.pick("meet"), theme.current().roles["chosen"]) < 40
        row.set_value("meet")
        assert count_of(row.pick("meet"), theme.current().roles["chosen"]) > 300


def test_the_focus_shows_for_the_keyboard_and_not_for_the_mouse(qtbot: QtBot) -> None:
    row = shown(qtbot, "tabs")
    focus = theme.current().roles["focus"]
    line = row.pick("before").width() * 2  # below the chosen tab, in the same colour
    QTest.mouseClick(row.pick("before"), Qt.MouseButton.LeftButton)
    assert count_of(row.pick("before"), focus) <= line
    QTest.keyClick(row.pick("before"), Qt.Key.Key_Right)
    assert count_of(row.pick("meet"), focus) > 2 * line


def test_the_focus_stands_out_on_a_dark_pill(qtbot: QtBot) -> None:
    row = shown(qtbot, "pills")
    row.set_value("meet")
    without = count_of(row.pick("meet"), theme.current().roles["on-chosen"])
    row.pick("meet").setFocus(Qt.FocusReason.TabFocusReason)
    assert count_of(row.pick("meet"), theme.current().roles["on-chosen"]) > without + 100


def test_pills_wrap_where_there_is_no_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    row = Segmented(STAGES, page, look="pills")
    column.addWidget(row)
    column.addStretch()
    page.resize(190, 300)
    page.show()
    tops = {pick.y() for pick in row.picks()}
    assert len(tops) > 1
    assert all(pick.geometry().right() < row.width() for pick in row.picks())
    assert max(pick.geometry().bottom() for pick in row.picks()) < row.height()
