import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import Badge, badge_pixmap
from tests.desktop.widgets.seeing import count_of


def test_a_screen_reader_hears_whose_badge_it_is(qtbot: QtBot) -> None:
    badge = Badge("B", 1)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Source B"
    badge.set_source("C", 2)
    assert badge.accessibleName() == "Source C"
    assert badge.letter() == "C"


@pytest.mark.parametrize("index", range(8))
def test_a_badge_is_mostly_its_sources_colour(qtbot: QtBot, index: int) -> None:
    badge = Badge("A", index)
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    assert count_of(badge, theme.current().source(index).colour) > 0.4 * badge.width() * badge.height()


@pytest.mark.parametrize("name", ["paper", "night"])
@pytest.mark.parametrize("size", [16, 26])
def test_sources_differ_without_any_colour(qapp: QApplication, name: str, size: int) -> None:
    """Each badge is cut into two tones; the eight pictures of the same letter must still differ."""
    theme.apply(qapp, theme.load_theme(name))
    pictures = set()
    for index in range(8):
        seen = badge_pixmap("A", index, size).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        ground = theme.current().source(index).colour.lower()
        flat = bytes(seen.pixelColor(x, y).name() == ground for x in range(size) for y in range(size))
        pictures.add(flat)
    assert len(pictures) == 8


@pytest.mark.parametrize("index", range(8))
def test_the_pattern_leaves_the_letter_clear(index: int) -> None:
    """The middle of a badge looks the same with its pattern and without one."""
    with_pattern = badge_pixmap("", index, 26).toImage()
    ground = theme.current().source(index).colour.lower()
    middle = [(x, y) for x in range(8, 18) for y in range(8, 18)]
    assert all(with_pattern.pixelColor(x, y).name() == ground for x, y in middle)


def test_a_badge_grows_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    badge = Badge("A", 0)
    qtbot.addWidget(badge)
    before = badge.sizeHint().width()
    theme.apply(qapp, theme.load_theme("paper"), 34)
    assert badge.sizeHint().width() == 2 * before
