"""What a window paints, line by line: words of labels, of fields, of texts, and painted by hand."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.access.painted import painted


class ByHand(QWidget):
    """Paints two pieces of one line, far apart, and no child."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(4, 14, "left")
        painter.drawText(120, 14, "right")


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., list[str]]]:
    """Give what puts widgets into a window and returns the lines that it paints."""
    windows = []

    def show_them(*widgets: QWidget) -> list[str]:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(260, 300)
        window.show()
        assert QTest.qWaitForWindowExposed(window)
        return [one.words for one in painted()]

    yield show_them
    for window in windows:
        window.close()


Show = Callable[..., list[str]]


def test_words_are_found_whoever_paints_them(show: Show) -> None:
    text, field, by_hand = QTextBrowser(), QLineEdit(), ByHand()
    text.setPlainText("Boats on the bar.\nA second paragraph.")
    field.setPlaceholderText("Type here")
    by_hand.setFixedHeight(20)
    words = show(QLabel("A label"), text, field, by_hand)
    assert {"A label", "Boats on the bar.", "A second paragraph.", "Type here", "left", "right"} <= set(words)


def test_what_is_hidden_or_scrolled_away_is_not_shown(show: Show) -> None:
    hidden, area, page = QLabel("hidden"), QScrollArea(), QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLabel("above"))
    column.addSpacing(2000)
    column.addWidget(QLabel("below"))
    area.setWidget(page)
    words = show(hidden, area)
    assert "above" in words
    assert "below" not in words
    hidden.hide()
    assert "hidden" not in [one.words for one in painted()]


def test_a_line_names_the_widget_that_paints_it(show: Show) -> None:
    show(ByHand(), QLabel("A label"))
    assert {one.widget for one in painted() if one.words == "A label"} == {"QLabel"}
