"""What can be ticked or chosen, and what has the focus, is to be seen and told apart in every theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.options.option_card import CheckOptions, Options
from crossread.desktop.theme import theme
from crossread.desktop.widgets.picking.checks import Check
from crossread.desktop.widgets.picking.picks import Pick
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.desktop.widgets.picking.tick_box import TickBox
from tests.desktop.theme.contrast import contrast

LEAST = 3.0  # WCAG 2.2, 1.4.11: what a control is known by
TWO = [("near", "Near"), ("far", "Far")]


@pytest.fixture(params=theme.theme_names())
def named(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    theme.apply(qapp, theme.load_theme(request.param), 17)
    yield request.param
    theme.apply(qapp, theme.load_theme("paper"), 17)


@pytest.fixture
def page(qtbot: QtBot, named: str) -> QWidget:
    """Return a page on the surface, upon which cards stand."""
    made = QWidget()
    made.setObjectName("surface")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setAccessibleName(named)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(360, 240)
    return made


def stand(page: QWidget, widget: QWidget, qtbot: QtBot) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def colours(seen: QImage, column: int) -> list[str]:
    """Return the colours of a column of pixels, from above."""
    return [QColor(seen.pixel(column, y)).name() for y in range(seen.height())]


def stands_out(found: list[str], ground: str) -> list[bool]:
    return [contrast(one, ground) >= LEAST for one in found]


def test_the_frame_of_a_box_that_is_not_ticked_stands_out(page: QWidget, qtbot: QtBot) -> None:
    box = TickBox("file", "answers.csv in Documents", page)
    stand(page, box, qtbot)
    seen = picture(box)
    middle = 16  # the first line, beside which the box stands
    row = [QColor(seen.pixel(x, middle)).name() for x in range(28)]
    assert sum(stands_out(row, theme.current().roles["surface"])) >= 2  # its left and its right side
    box.setChecked(True)
    assert picture(box) != seen


@pytest.mark.parametrize("kind", ["chips", "options", "checks"])
def test_the_focus_never_looks_like_a_second_choice(page: QWidget, qtbot: QtBot, kind: str) -> None:
    group: Segmented | Options | CheckOptions
    if kind == "chips":
        group = Segmented(TWO, page, look="rings", name="How far?", clearable=True)
    elif kind == "options":
        group = Options(TWO, "How far?", page)
    else:
        group = CheckOptions(TWO, "How far?", page)
    found: tuple[Pick | Check, ...] = group.checks() if isinstance(group, CheckOptions) else group.picks()
    chip, other = found
    stand(page, group, qtbot)
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    plain = picture(chip)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    focused = picture(chip)
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    chip.setChecked(True)
    chosen = picture(chip)
    assert _edge(focused) == _edge(plain)  # the edge is what tells the choice, and the focus leaves it
    assert _edge(chosen) != _edge(plain)
    assert _inside(focused, chip) == theme.current().roles["surface"].lower()
    assert _inside(chosen, chip) == theme.current().roles["selected"].lower()
    ring = [colours(focused, focused.width() // 2)[y] for y in range(3, 7)]
    assert any(stands_out(ring, theme.current().roles["surface"]))


def _edge(seen: QImage) -> list[str]:
    return colours(seen, seen.width() // 2)[:3]


def _inside(seen: QImage, chip: QAbstractButton) -> str:
    """Return the ground within the ring, where no word stands."""
    return QColor(seen.pixel(chip.width() // 2, seen.height() - 8)).name()
