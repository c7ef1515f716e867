import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import crossread.desktop
from crossread.desktop.theme import theme
from crossread.desktop.theme.looks import LOOKS
from crossread.desktop.theme.style_sheet import style_sheet
from crossread.desktop.widgets.buttons import plain, primary


def test_there_are_paper_and_night() -> None:
    assert {"paper", "night"} <= set(theme.theme_names())


def test_all_themes_have_the_same_roles_and_eight_sources_with_eight_patterns() -> None:
    roles = set(theme.load_theme("paper").roles)
    for name in theme.theme_names():
        read = theme.load_theme(name)
        assert set(read.roles) == roles
        assert len({source.colour for source in read.sources}) == 8
        assert len({source.pattern for source in read.sources}) == 8


def test_a_source_has_the_same_pattern_in_all_themes() -> None:
    patterns = {tuple(s.pattern for s in theme.load_theme(name).sources) for name in theme.theme_names()}
    assert len(patterns) == 1


def test_all_looks_name_roles_that_there_are() -> None:
    roles = theme.load_theme("paper").roles
    assert {words.colour for words in LOOKS.values()} <= set(roles)


def test_the_ninth_source_looks_like_the_first() -> None:
    paper = theme.load_theme("paper")
    assert paper.source(8) == paper.source(0)


def test_a_theme_that_is_not_there_says_so() -> None:
    with pytest.raises(FileNotFoundError):
        theme.load_theme("neon")


def test_a_theme_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        theme.load_theme("paper").roles["ink"] = "#FFFFFF"  # type: ignore[index]


def test_larger_text_makes_everything_larger_in_proportion(qapp: QApplication) -> None:
    theme.apply(qapp, theme.load_theme("paper"), 34)
    now = theme.current()
    assert now.font("reading").pixelSize() == 34
    assert now.font("interface").pixelSize() == 28
    assert now.scaled(26) == 52
    assert qapp.font().pixelSize() == 28


def test_no_text_is_smaller_than_eleven_pixels(qapp: QApplication) -> None:
    theme.apply(qapp, theme.load_theme("paper"), 12)
    assert theme.current().font("small").pixelSize() == 11


def test_the_style_sheet_leaves_no_field_unfilled() -> None:
    paper = theme.load_theme("paper")
    sheet = style_sheet(paper.roles, paper.scaled, paper.ring)
    assert sheet.count("{") == sheet.count("}")
    assert "{r[" not in sheet


def test_applying_night_turns_the_running_window_dark(qtbot: QtBot, qapp: QApplication) -> None:
    button: QPushButton = plain("Review")
    qtbot.addWidget(button)
    button.show()
    theme.apply(qapp, theme.load_theme("night"))
    night = theme.load_theme("night")
    assert qapp.palette().color(QPalette.ColorRole.Window) == night.colour("ground")
    assert button.grab().toImage().pixelColor(button.width() // 2, 4) == night.colour("surface")


def test_buttons_stand_in_the_colours_of_the_theme(qtbot: QtBot) -> None:
    button = primary("Continue")
    qtbot.addWidget(button)
    button.show()
    assert button.grab().toImage().pixelColor(10, 6) == theme.current().colour("accent")


class FakeWishes:
    """What the system asks for, as the test has it."""

    def __init__(self, contrast: Qt.ContrastPreference) -> None:
        self.contrast = contrast

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
        return self.contrast


class FakeHints:
    """The system's hints, with a scheme that the test chooses."""

    def __init__(
        self,
        scheme: Qt.ColorScheme,
        contrast: Qt.ContrastPreference = Qt.ContrastPreference.NoPreference,
    ) -> None:
        self.scheme, self.wishes = scheme, FakeWishes(contrast)

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme

    def accessibility(self) -> FakeWishes:
        return self.wishes


class OldHints:
    """The system's hints before Qt 6.10, which knew of no wish for contrast."""

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return Qt.ColorScheme.Dark


DARK, LIGHT, UNKNOWN = Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Unknown
MORE, USUAL = Qt.ContrastPreference.HighContrast, Qt.ContrastPreference.NoPreference


@pytest.mark.parametrize(
    ("scheme", "contrast", "name"),
    [
        (DARK, USUAL, "night"),
        (LIGHT, USUAL, "paper"),
        (UNKNOWN, USUAL, "paper"),
        (DARK, MORE, "high-contrast"),
        (LIGHT, MORE, "high-contrast"),
    ],
)
def test_the_system_theme_is_what_the_system_asks_for(
    monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, name: str
) -> None:
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: FakeHints(scheme, contrast))
    assert theme.load_theme("system").name == name


def test_an_older_qt_that_knows_nothing_of_contrast_is_asked_for_light_and_dark_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QGuiApplication, "styleHints", OldHints)
    assert theme.load_theme("system").name == "night"


def test_a_ring_is_as_wide_as_the_theme_has_it() -> None:
    paper, strong = theme.load_theme("paper"), theme.load_theme("high-contrast")
    assert "border: 3px solid" in style_sheet(strong.roles, strong.scaled, strong.ring)
    assert "border: 3px solid" not in style_sheet(paper.roles, paper.scaled, paper.ring)


def test_every_ring_is_drawn_with_the_pen_of_the_theme() -> None:
    """A ring of two pixels written down somewhere would stay thin where the theme wants a strong one."""
    desktop = Path(crossread.desktop.__file__).parent
    own = re.compile(r'QPen\([^)]*colour\("focus"\), [0-9]')
    found = [path.name for path in desktop.rglob("*.py") if own.search(path.read_text("utf-8"))]
    assert found == []
    assert theme.load_theme("high-contrast").focus_pen().widthF() == 3
    assert theme.load_theme("paper").focus_pen("ink").color() == theme.load_theme("paper").colour("ink")
