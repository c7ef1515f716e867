"""The window where it is read from the right: what stood at the left stands at the right, words and all."""

import gettext
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.base import translation
from crossread.base.trial_languages import Mirrored
from crossread.desktop.application import translate
from crossread.desktop.theme import theme
from crossread.desktop.top_bar import TopBar
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.segmented import Segmented


@pytest.fixture(autouse=True)
def mirrored(qapp: QApplication) -> Iterator[None]:
    translation.install(Mirrored())
    translate(qapp, "x-mirrored")
    yield
    translation.install(gettext.NullTranslations())
    translate(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def _shown(qtbot: QtBot, widget: QWidget, width: int = 400) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, 80)
    widget.show()
    QApplication.processEvents()
    return widget


def _ink(image: QImage) -> tuple[float, float]:
    """Return where ink begins and ends across, from 0 to 1."""
    ground = theme.current().colour("ground")
    inked = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60
    ]
    return min(inked) / image.width(), max(inked) / image.width()


def test_the_bar_begins_at_the_right(qtbot: QtBot) -> None:
    bar = TopBar()
    _shown(qtbot, bar, 900)
    assert bar._mark.x() > 700
    assert bar.menu_button.x() < 50
    assert bar.menu_button.x() < bar.text_button.x() < bar._mark.x()


@pytest.mark.parametrize("wraps", [True, False])
def test_words_stand_at_the_right(qtbot: QtBot, wraps: bool) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    label = labels.body("Short words")
    label.setWordWrap(wraps)
    column.addWidget(label)
    _shown(qtbot, holder)
    start_of_ink, end_of_ink = _ink(holder.grab().toImage())
    assert start_of_ink > 0.5
    assert end_of_ink > 0.9


def test_what_flows_begins_at_the_right_and_wraps(qtbot: QtBot) -> None:
    holder = QWidget()
    row = FlowLayout(holder)
    pieces = [labels.body(f"piece {number}") for number in range(9)]
    for piece in pieces:
        row.addWidget(piece)
    _shown(qtbot, holder, 200)
    assert pieces[0].geometry().right() >= 190
    assert pieces[1].x() < pieces[0].x()
    assert pieces[-1].y() > pieces[0].y()
    assert all(piece.x() >= 0 and piece.geometry().right() < 200 for piece in pieces)


def test_a_joined_row_is_closed_at_both_ends(qtbot: QtBot) -> None:
    row = Segmented([("off", "Off"), ("on", "On")])
    _shown(qtbot, row, row.sizeHint().width())
    first, last = row.picks()
    assert first.x() > last.x()
    image = row.grab().toImage()
    line = theme.current().colour("control-line").lightness()
    middle = first.geometry().center().y()
    for x in (last.x(), first.geometry().right()):
        assert abs(image.pixelColor(QPoint(x, middle)).lightness() - line) < 40, x
