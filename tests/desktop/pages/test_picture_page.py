"""A picture in full, over the whole window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.pages.panes.picture_page import PicturePage

ALT = "A low dam across a river. A boat lies below it, and two people stand on the bank."


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit("text", made))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.findChildren(QLineEdit)[0].setFocus()
    return made


@pytest.fixture
def page(window: QWidget) -> PicturePage:
    image = QImage(1600, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("#3060f0"))
    return PicturePage(image, "The weir in 1931.", ALT, "Town archive", window)


def test_it_fills_the_window_and_tells_all_about_the_picture(page: PicturePage, window: QWidget) -> None:
    assert page.geometry() == window.rect()
    assert page.accessibleName() == "Picture: The weir in 1931."
    assert page.view.hasFocus()
    assert page.view.accessibleName() == ALT
    assert {"The weir in 1931.", ALT, "Town archive"} <= {label.text() for label in page.findChildren(QLabel)}
    window.resize(500, 400)
    QApplication.processEvents()
    assert page.geometry() == window.rect()


def test_escape_goes_back_to_the_very_place(page: PicturePage, window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert window.findChildren(QLineEdit)[0].hasFocus()


def test_keys_enlarge_fit_and_move(page: PicturePage) -> None:
    fitted = page.view.scale()
    assert fitted < 1
    assert page.view.shown().width() == 1600
    QTest.keyClick(page.view, Qt.Key.Key_Plus)
    QTest.keyClick(page.view, Qt.Key.Key_Plus)
    assert page.view.scale() > 1.5 * fitted
    before = page.view.shown().left()
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.shown().left() > before
    QTest.keyClick(page.view, Qt.Key.Key_Minus)
    QTest.keyClick(page.view, Qt.Key.Key_0)
    assert page.view.scale() == fitted
    QTest.keyClick(page.view, Qt.Key.Key_1)
    assert page.view.scale() == 1
    for _time in range(100):
        QTest.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.shown().right() == 1600


def test_the_keys_of_the_picture_act_from_its_buttons_too(page: PicturePage) -> None:
    fitted = page.view.scale()
    page.buttons["more"].setFocus()
    QTest.keyClick(page.buttons["more"], Qt.Key.Key_Return)
    assert page.view.scale() == pytest.approx(1.25 * fitted)
    QTest.keyClick(page.buttons["more"], Qt.Key.Key_Plus)
    assert page.view.scale() == pytest.approx(1.25**2 * fitted)


def test_the_wheel_enlarges_what_is_under_the_mouse(page: PicturePage) -> None:
    where = QPointF(page.view.width() / 2 - 100, page.view.height() / 2)
    wheel = QWheelEvent(
        where, page.view.mapToGlobal(where), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    fitted = page.view.scale()
    under = 800 - 100 / fitted
    page.view.wheelEvent(wheel)
    scale = page.view.scale()
    assert scale > fitted
    seen = page.view.shown()
    assert seen.center().x() - 100 / scale == pytest.approx(under, abs=2)


def test_dragging_moves_it(page: PicturePage) -> None:
    page.view.in_full()
    before, middle = page.view.shown().left(), page.view.rect().center()
    QTest.mousePress(page.view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(page.view, middle - QPoint(90, 0))
    QTest.mouseRelease(page.view, Qt.MouseButton.LeftButton, pos=middle - QPoint(90, 0))
    assert page.view.shown().left() == pytest.approx(before + 90)


def test_tab_goes_round_within_it(page: PicturePage) -> None:
    seen = set()
    for _time in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus)
        seen.add(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen >= {ALT, "Larger", "Smaller", "Back to the text", "What the picture shows"}


def test_no_key_acts_on_what_is_behind(page: PicturePage, window: QWidget, qtbot: QtBot) -> None:
    behind = QShortcut("N", window)
    with qtbot.assertNotEmitted(behind.activated):
        QTest.keyClick(page.view, Qt.Key.Key_N)
        QTest.keyClick(page.buttons["fit"], Qt.Key.Key_N)
