"""The start page: choosing, finding, taking a name, patterns, and a learner who is open elsewhere."""

import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossread.base.declared import TEXT_SIZE, THEME
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.desktop.appearance import take_up
from crossread.desktop.learners.pattern_pad import PictureButton
from crossread.desktop.learners.picture_picks import PicturePick
from crossread.desktop.learners.seating import ask_who
from crossread.desktop.learners.start_window import StartWindow
from crossread.desktop.theme import theme
from crossread.operations.learners.learners import PICTURES, Learner, add_learner, learners, set_pattern

PATTERN = ("sun", "boat", "leaf")
Open = Callable[..., StartWindow]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash at once: how slow it is is no matter here."""
    monkeypatch.setattr("crossread.operations.learners.kept_word.COST", 2)


def free(_learner: Learner) -> str:
    return ""


@pytest.fixture
def start(qtbot: QtBot, folders: DataFolders) -> Open:
    """Return a function that shows the start page with so many learners, or with these names."""

    def show(
        who: int | list[str] = 0, is_open: Callable[[Learner], str] = free, size: int = 17
    ) -> StartWindow:
        names = [f"Pupil {nth}" for nth in range(who)] if isinstance(who, int) else who
        for name in names:
            add_learner(folders, name)
        settings = Settings(folders.settings)
        settings.set(TEXT_SIZE, size)
        take_up(settings)
        window = StartWindow(folders, settings, is_open)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        assert QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.begin()
        return window

    return show


def press(window: StartWindow, key: Qt.Key) -> None:
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def type_in(window: StartWindow, words: str) -> None:
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def chosen(window: StartWindow) -> str:
    assert window.chosen is not None
    return window.chosen.learner.shown if window.chosen.learner else window.chosen.who


# Choosing


def test_a_name_is_chosen_by_arrow_keys_and_enter(start: Open) -> None:
    window = start(["Ali", "Mara", "Zoe"])
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert chosen(window) == "Mara"
    assert window.isHidden()


def test_who_was_deleted_in_the_meantime_is_told_and_nobody_new_is_made(
    start: Open, folders: DataFolders
) -> None:
    window = start(["Ali", "Mara"])
    (mara,) = (one for one in learners(folders) if one.name == "Mara")
    shutil.rmtree(mara.folder)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.chosen is None
    assert window.isVisible()
    assert "Mara is not here any more" in window.banner.message()
    assert [one.name for one in learners(folders)] == ["Ali"]


def test_a_name_is_chosen_by_a_click(start: Open) -> None:
    window = start(["Ali", "Mara"])
    shown = window.choosing.list
    at = shown.visualRect(shown.model_rows.index(1)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen(window) == "Mara"


def test_with_nobody_there_the_way_is_to_take_a_name(start: Open, folders: DataFolders) -> None:
    window = start(0)
    assert window.choosing.list.isHidden()
    assert window.focusWidget() is window.choosing.new
    press(window, Qt.Key.Key_Return)
    type_in(window, "Mara")
    press(window, Qt.Key.Key_Return)
    assert chosen(window) == "Mara"
    assert [one.shown for one in learners(folders)] == ["Mara"]


def test_few_names_need_no_field_many_are_found_as_one_types(start: Open, qtbot: QtBot) -> None:
    assert start(["Ali"]).choosing.field.isHidden()
    window = start([f"Reader {nth}" for nth in range(30)] + ["Çağla", "Mara"])
    assert window.focusWidget() is window.choosing.field
    type_in(window, "mar")
    qtbot.waitUntil(lambda: [one.shown for one in window.choosing.list.rows()] == ["Mara"])
    press(window, Qt.Key.Key_Return)
    assert chosen(window) == "Mara"


def test_a_name_that_is_nobody_s_is_taken_over_when_it_is_new(start: Open, qtbot: QtBot) -> None:
    window = start(9)
    type_in(window, "Xenia")
    qtbot.waitUntil(lambda: not window.choosing.list.rows())
    QTest.mouseClick(window.choosing.new, Qt.MouseButton.LeftButton)
    assert window.joining.field.text() == "Xenia"


def test_typing_in_the_list_looks_for_a_name(start: Open, qtbot: QtBot) -> None:
    window = start([f"Pupil {nth}" for nth in range(60)])
    window.choosing.list.setFocus()
    type_in(window, "p")
    type_in(window, "upil 42")  # where the focus is by then
    qtbot.waitUntil(lambda: [one.shown for one in window.choosing.list.rows()] == ["Pupil 42"])


def test_a_guest_needs_no_name(start: Open, folders: DataFolders) -> None:
    window = start(1)
    QTest.mouseClick(window.choosing.guest, Qt.MouseButton.LeftButton)
    assert chosen(window) == "guest"
    assert len(learners(folders)) == 1


def test_closing_the_window_chooses_nobody(start: Open) -> None:
    window = start(1)
    QTest.keySequence(window, "Ctrl+Q")
    assert window.chosen is None
    assert window.isHidden()


def test_who_is_open_elsewhere_is_told_and_can_be_tried_again_or_be_read_beside(start: Open) -> None:
    told = ["It is open in another window."]
    window = start(["Mara"], lambda _learner: told[0])
    press(window, Qt.Key.Key_Return)
    assert window.chosen is None
    assert window.banner.message() == told[0]
    again = window.banner.buttons()[0]
    assert window.focusWidget() is again
    press(window, Qt.Key.Key_Return)
    assert window.chosen is None
    told[0] = ""
    QTest.mouseClick(window.banner.buttons()[0], Qt.MouseButton.LeftButton)
    assert chosen(window) == "Mara"


def test_who_is_open_elsewhere_may_read_as_a_guest(start: Open) -> None:
    window = start(["Mara"], lambda _learner: "It is open in another window.")
    press(window, Qt.Key.Key_Return)
    QTest.mouseClick(window.banner.buttons()[1], Qt.MouseButton.LeftButton)
    assert chosen(window) == "guest"


# A new name


def test_a_name_that_is_taken_says_so_and_stays_to_be_changed(start: Open, heard: list[str]) -> None:
    window = start(["Mara"])
    QTest.mouseClick(window.choosing.new, Qt.MouseButton.LeftButton)
    type_in(window, "MARA")
    press(window, Qt.Key.Key_Return)
    assert "already" in window.joining.told.text()
    assert window.joining.told.text() in heard
    assert window.joining.field.text() == "MARA"
    press(window, Qt.Key.Key_End)
    type_in(window, " 2")
    press(window, Qt.Key.Key_Return)
    assert chosen(window) == "MARA 2"


def test_a_picture_is_picked_by_keyboard(start: Open, folders: DataFolders) -> None:
    window = start(0)
    press(window, Qt.Key.Key_Return)
    type_in(window, "Mara")
    window.joining.pictures.pick("sun").setFocus()
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    QTest.mouseClick(window.joining.go, Qt.MouseButton.LeftButton)
    assert learners(folders)[0].picture == "leaf"


def test_escape_leads_back_to_the_names_without_taking_one(start: Open, folders: DataFolders) -> None:
    window = start(1)
    QTest.mouseClick(window.choosing.new, Qt.MouseButton.LeftButton)
    type_in(window, "Mara")
    press(window, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.choosing
    assert len(learners(folders)) == 1


def test_a_disk_that_refuses_says_why_on_the_page(
    start: Open, folders: DataFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(0)

    def full(*_what: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crossread.desktop.learners.start_window.add_learner", full)
    press(window, Qt.Key.Key_Return)
    type_in(window, "Mara")
    press(window, Qt.Key.Key_Return)
    assert "the disk is full" in window.joining.told.text()


# Patterns


@pytest.fixture
def asked(start: Open, folders: DataFolders) -> StartWindow:
    """Show the page of Mara's pattern."""
    set_pattern(add_learner(folders, "Mara"), PATTERN)
    window = start(0)
    press(window, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.pattern
    return window


def press_pictures(window: StartWindow, *pictures: str) -> None:
    for picture in pictures:
        button = window.pattern.pad.buttons[PICTURES.index(picture)]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_three_pictures_in_their_order_open_the_pages(asked: StartWindow) -> None:
    press_pictures(asked, *PATTERN)
    assert chosen(asked) == "Mara"


def test_a_pattern_is_given_by_numbers_and_by_arrow_keys(asked: StartWindow) -> None:
    type_in(asked, "1")
    press(asked, Qt.Key.Key_Right)
    press(asked, Qt.Key.Key_Space)
    press(asked, Qt.Key.Key_Right)
    press(asked, Qt.Key.Key_Return)
    assert chosen(asked) == "Mara"


def test_a_pattern_that_was_set_while_the_names_stood_there_is_asked_for(
    start: Open, folders: DataFolders
) -> None:
    window = start(["Mara"])
    set_pattern(learners(folders)[0], PATTERN)
    press(window, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.pattern
    assert window.chosen is None


def test_another_order_opens_nothing_and_says_so(asked: StartWindow, heard: list[str]) -> None:
    press_pictures(asked, "boat", "sun", "leaf")
    assert asked.chosen is None
    assert "Those are not the three. Try again." in heard
    press_pictures(asked, *PATTERN)
    assert chosen(asked) == "Mara"


def test_after_several_wrong_tries_one_has_to_wait(asked: StartWindow) -> None:
    for _try in range(3):
        press_pictures(asked, "leaf", "boat", "sun")
    assert not asked.pattern.pad.isEnabled()
    assert "Wait" in asked.pattern.told.text()
    press_pictures(asked, *PATTERN)
    assert asked.chosen is None
    asked.pattern._wait.timeout.emit()
    press_pictures(asked, *PATTERN)
    assert chosen(asked) == "Mara"


def test_leaving_and_coming_back_is_no_way_round_the_wait(asked: StartWindow) -> None:
    for _try in range(3):
        press_pictures(asked, "leaf", "boat", "sun")
    QTest.mouseClick(asked.pattern.back, Qt.MouseButton.LeftButton)
    press(asked, Qt.Key.Key_Return)
    assert asked.pages.currentWidget() is asked.pattern
    assert not asked.pattern.pad.isEnabled()


def test_what_was_pressed_so_far_is_counted_and_taken_back(asked: StartWindow, heard: list[str]) -> None:
    press_pictures(asked, "sun")
    assert "1 of 3" in heard
    press(asked, Qt.Key.Key_Backspace)
    press_pictures(asked, *PATTERN)
    assert chosen(asked) == "Mara"


# Seen and heard


def test_everything_that_takes_the_focus_has_a_name(start: Open, folders: DataFolders) -> None:
    set_pattern(add_learner(folders, "Mara"), PATTERN)
    window = start(9)
    for page in (window.choosing, window.joining, window.pattern):
        window._go(page)
        focusable = [
            one
            for one in page.findChildren(QWidget)
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
        ]
        assert focusable
        for one in focusable:
            said = QAccessible.queryAccessibleInterface(one)
            assert said.text(QAccessible.Text.Name), one
    rows = window.choosing.list
    told = [rows.model_rows.data(rows.model_rows.index(nth)) for nth in range(len(rows.rows()))]
    assert "Mara, asks for a pattern" in told


def test_pictures_are_told_apart_without_colour(start: Open) -> None:
    window = start(0)
    shapes = set()
    for pick in window.joining.findChildren(PicturePick):
        image = pick.grab().toImage().convertToFormat(pick.grab().toImage().Format.Format_Mono)
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == len(PICTURES)
    assert len(window.findChildren(PictureButton)) == 9


@pytest.mark.parametrize("count", [0, 1, 8, 60])
@pytest.mark.parametrize("size", [17, 34])
def test_the_ways_on_are_in_view_however_many_there_are(start: Open, count: int, size: int) -> None:
    window = start(count, size=size)
    QApplication.processEvents()
    for button in (window.choosing.new, window.choosing.guest):
        corner = button.mapTo(window, button.rect().bottomRight())
        assert window.rect().contains(corner)
    if count:
        assert window.choosing.list.height() >= window.choosing.list.sizeHintForRow(0)


def test_long_names_in_any_script_wrap_and_are_not_cut(start: Open, folders: DataFolders) -> None:
    long, turned = "W" * 60, "ليلى " * 11 + "ليلى"
    window = start([long, turned], size=34)
    assert unicodedata.bidirectional(turned[0]) == "AL"
    QApplication.processEvents()
    shown = window.choosing.list
    heights = [shown.sizeHintForRow(nth) for nth in range(2)]
    assert min(heights) > 2 * 34
    assert {one.shown for one in learners(folders)} == {long, turned}


def test_mirrored_the_picture_stands_at_the_right(start: Open) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = start(["Mara"])
        QApplication.processEvents()
        shown = window.choosing.list
        image = shown.viewport().grab().toImage()
        row = shown.visualRect(shown.model_rows.index(0))
        left, right = (
            image.pixelColor(30, row.center().y()),
            image.pixelColor(row.right() - 30, row.center().y()),
        )
        assert left != right
        assert right.saturation() > left.saturation() or right.lightness() != left.lightness()
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_next_window_stands_where_this_one_stood(
    start: Open, folders: DataFolders, tmp_path: Path
) -> None:
    window = start(1)
    window.resize(701, 503)
    press(window, Qt.Key.Key_Return)
    again = StartWindow(folders, Settings(folders.settings), free)
    assert (again.width(), again.height()) == (701, 503)
    again.deleteLater()


def test_the_page_has_the_program_s_own_look_whoever_read_here_first(
    folders: DataFolders, qapp: QApplication
) -> None:
    first = Settings(folders.settings)
    first.set_all({TEXT_SIZE: 28, THEME: "night"})
    take_up(first)
    add_learner(folders, "Mara")
    seen: list[tuple[str, int]] = []

    def look() -> None:
        seen.append((theme.current().name, theme.current().text_size))
        for window in qapp.topLevelWidgets():
            window.close()

    QTimer.singleShot(0, look)
    assert ask_who(qapp, folders, first) is None
    assert seen == [("paper", TEXT_SIZE.default)]
    assert (first[TEXT_SIZE], first[THEME]) == (28, "night")
