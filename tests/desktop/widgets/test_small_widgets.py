import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import link_button, plain, primary, quiet_button, rename
from crossread.desktop.widgets.frames.card_frame import CardFrame, CardLook
from crossread.desktop.widgets.labels import body
from crossread.desktop.widgets.picking.toggles import CertaintyPicker
from crossread.desktop.widgets.telling.banner import Banner
from crossread.desktop.widgets.telling.bar import Bar
from crossread.desktop.widgets.telling.status import SavedKind, SavedStatus
from crossread.desktop.widgets.tips import set_tip
from tests.desktop.widgets.seeing import count_of


def test_an_ampersand_in_a_button_is_a_sign_and_no_shortcut(qtbot: QtBot) -> None:
    for make in (primary, plain, quiet_button, link_button):
        button = make("Search & find")
        qtbot.addWidget(button)
        assert button.shortcut().isEmpty()
        assert button.accessibleName() == "Search & find"
        rename(button, "Back & forth")
        assert button.accessibleName() == "Back & forth"
        assert button.text() == "Back && forth"


def test_buttons_are_pressed_by_mouse_and_by_keyboard(qtbot: QtBot) -> None:
    button = primary("Next")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_button_does_not_jump_when_it_gets_the_focus(qtbot: QtBot) -> None:
    button = plain("Overview")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.sizeHint() == before


def test_a_bar_shows_its_share_and_says_it(qtbot: QtBot) -> None:
    bar = Bar(0.25, name="Close reading")
    qtbot.addWidget(bar)
    bar.resize(200, 6)
    accent = theme.current().roles["accent"]
    assert count_of(bar, accent) == pytest.approx(300, abs=12)
    assert bar.accessibleName() == "Close reading 25 %"
    bar.set_share(7)
    assert bar.share() == 1
    bar.set_share(-1)
    assert count_of(bar, accent) == 0


def test_a_card_holds_widgets_and_shows_its_look(qtbot: QtBot) -> None:
    card = CardFrame()
    qtbot.addWidget(card)
    card.body.addWidget(body("What stands firm"))
    card.resize(200, 120)
    looks: tuple[tuple[CardLook, str], ...] = (("right", "right"), ("wrong", "wrong"), ("partly", "caution"))
    for look, role in looks:
        card.set_look(look)
        assert card.look() == look
        assert count_of(card, theme.current().roles[role]) > 200
    card.set_look("dashed")
    assert count_of(card, theme.current().roles["surface"]) == 0
    assert card.heightForWidth(90) > card.heightForWidth(300)


def test_a_card_shows_the_focus_where_it_takes_it(qtbot: QtBot) -> None:
    card = CardFrame()
    card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(card)
    card.resize(200, 120)
    card.show()
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    assert count_of(card, theme.current().roles["focus"]) > 200


def test_saving_shows_only_where_it_takes_long(qtbot: QtBot) -> None:
    status = SavedStatus()
    qtbot.addWidget(status)
    status.show()
    status.set_kind("saving")
    assert status.text() == ""
    status.set_kind("saved")
    assert status.text() == "✓ saved"
    status.set_kind("saving")
    qtbot.waitUntil(lambda: status.text() == "saving…")
    status.set_kind("saved")
    assert status.text() == "✓ saved"


def test_saved_is_announced_only_to_who_has_waited_for_it(qtbot: QtBot, heard: list[str]) -> None:
    status = SavedStatus()
    qtbot.addWidget(status)
    kinds: tuple[SavedKind, ...] = ("opening", "saved", "saving", "saved")
    for kind in kinds:
        status.set_kind(kind)
    assert heard == []
    status.set_kind("saving")
    qtbot.waitUntil(lambda: status.text() == "saving…")
    status.set_kind("saved")
    assert heard == ["saved"]
    for _time in range(3):
        status.set_kind("not-saved", "The disk is full.")
    status.set_kind("saving")
    status.set_kind("saved")
    assert heard[1:] == ["not saved", "saved"]


def test_saved_has_room_in_a_larger_text(qtbot: QtBot, qapp: QApplication) -> None:
    status = SavedStatus()
    qtbot.addWidget(status)
    status.set_kind("saved")
    status.show()
    status.set_kind("saving")
    status.set_kind("saved")
    theme.apply(qapp, theme.load_theme("paper"), 28)
    assert status.minimumSizeHint().width() >= status.sizeHint().width()
    theme.apply(qapp, theme.load_theme("paper"))


def test_a_late_saving_never_overwrites_what_came_after(qtbot: QtBot) -> None:
    status = SavedStatus()
    qtbot.addWidget(status)
    status.set_kind("saving")
    status.set_kind("not-saved", "The disk is full.")
    qtbot.wait(250)
    assert status.text() == "✗ not saved"
    assert status.kind() == "not-saved"


def test_saving_again_and_again_shows_all_the_same(qtbot: QtBot) -> None:
    status = SavedStatus()
    qtbot.addWidget(status)

    def saving() -> bool:
        status.set_kind("saving")
        return status.text() == "saving…"

    qtbot.waitUntil(saving)  # it asks more often than it takes to show


def test_a_banner_speaks_and_its_buttons_tell_what_to_do(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.message() == ""
    banner.show_message("Not saved: the disk is full.", [("retry", "Try again"), ("copy", "Copy")], "wrong")
    assert banner.message() == "Not saved: the disk is full."
    with qtbot.waitSignal(banner.acted) as told:
        QTest.mouseClick(banner.buttons()[1], Qt.MouseButton.LeftButton)
    assert told.args == ["copy"]
    banner.show_message("3 answers were recovered.")
    assert banner.buttons() == ()
    banner.clear()
    assert banner.message() == ""


@pytest.mark.parametrize("size", [17, 34])
def test_a_banner_leaves_room_in_a_low_window_and_all_of_it_can_be_read(qtbot: QtBot, size: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.load_theme("paper"), size)
    window = QWidget()
    qtbot.addWidget(window)
    column, banner, page = QVBoxLayout(window), Banner(window), QTextEdit(window)
    column.addWidget(banner)
    column.addWidget(page, 1)
    window.resize(700, 560)
    window.show()
    banner.show_message("Some of it is not saved yet. " * 14, [("retry", "Try again"), ("no", "Close")])
    (words,) = banner.findChildren(QScrollArea)
    if size == 34:  # the actions stand under the sentence
        qtbot.waitUntil(
            lambda: banner.buttons()[0].mapTo(banner, QPoint(0, 0)).y() > words.geometry().bottom()
        )
    qtbot.waitUntil(lambda: words.height() > 0 and page.height() > 150)
    QApplication.processEvents()
    label, bar = banner.findChildren(QLabel)[0], words.verticalScrollBar()
    assert label.height() >= label.heightForWidth(label.width())
    assert bar.maximum() + words.viewport().height() >= label.height()
    assert (words.focusPolicy() == Qt.FocusPolicy.TabFocus) == (bar.maximum() > 0)


def test_a_banner_gives_a_long_message_the_height_it_needs(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_message("The record of this learner is in use by another window. " * 6, [("ok", "Close")])
    assert banner.heightForWidth(400) > banner.heightForWidth(1400) + 60  # three lines at the least


def test_how_sure_is_chosen_and_taken_back(qtbot: QtBot) -> None:
    sure = CertaintyPicker()
    qtbot.addWidget(sure)
    sure.show()
    told: list[str] = []
    sure.chosen.connect(told.append)
    pick = sure.picks()[1]
    QTest.mouseClick(pick, Qt.MouseButton.LeftButton)
    QTest.mouseClick(pick, Qt.MouseButton.LeftButton)
    assert told == ["fairly sure", ""]
    assert sure.value() == ""


def test_arrow_keys_choose_how_sure_as_in_any_row_of_radio_buttons(qtbot: QtBot) -> None:
    sure = CertaintyPicker()
    qtbot.addWidget(sure)
    sure.show()
    told: list[str] = []
    sure.chosen.connect(told.append)
    sure.picks()[0].setFocus()
    assert sure.value() == "", "coming there chooses nothing"
    QTest.keyClick(sure.picks()[0], Qt.Key.Key_Right)
    QTest.keyClick(sure.picks()[1], Qt.Key.Key_Right)
    QTest.keyClick(sure.picks()[2], Qt.Key.Key_Home)
    assert told == ["fairly sure", "certain", "guess"]
    QTest.keyClick(sure.picks()[0], Qt.Key.Key_Delete)
    assert told[-1] == sure.value() == ""


def test_how_sure_one_was_stays_to_be_read(qtbot: QtBot) -> None:
    sure = CertaintyPicker()
    qtbot.addWidget(sure)
    sure.set_value("certain")
    sure.show()
    sure.set_read_only(True)
    assert [pick.key for pick in sure.picks() if pick.isVisible()] == ["certain"]
    assert not sure.picks()[2].isEnabled()
    assert "How sure you were:" in [label.text() for label in sure.findChildren(QLabel)]
    sure.set_read_only(False)
    assert all(pick.isVisible() for pick in sure.picks())


def test_who_said_nothing_of_how_sure_is_told_nothing(qtbot: QtBot) -> None:
    sure = CertaintyPicker()
    qtbot.addWidget(sure)
    sure.show()
    sure.set_read_only(True)
    assert not sure.isVisible()


def test_everything_takes_on_another_size(qtbot: QtBot, qapp: QApplication) -> None:
    sure = CertaintyPicker()
    qtbot.addWidget(sure)
    sure.show()
    before = sure.picks()[0].sizeHint().height()
    theme.apply(qapp, theme.load_theme("paper"), 34)
    assert sure.picks()[0].sizeHint().height() > 1.7 * before


def test_a_status_is_a_text_to_a_screen_reader(qtbot: QtBot) -> None:
    status = SavedStatus()
    qtbot.addWidget(status)
    status.set_kind("saved")
    seen = QAccessible.queryAccessibleInterface(status)
    assert seen.childCount() == 1
    assert seen.child(0).text(QAccessible.Text.Name) == "✓ saved"


def test_a_tip_shows_markup_as_it_is_typed(qtbot: QtBot) -> None:
    button = plain("Card")
    qtbot.addWidget(button)
    set_tip(button, "<b>613</b>")
    assert QTextDocumentFragment.fromHtml(button.toolTip()).toPlainText() == "<b>613</b>"
    set_tip(button, "Who is behind it")
    assert button.toolTip() == "Who is behind it"
