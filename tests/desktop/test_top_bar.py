"""The bar: everything has room in it at any width and size of text; what stands back is found elsewhere."""

import gettext
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crossread.base import translation
from crossread.base.trial_languages import Mirrored, Stretched
from crossread.desktop.stage_tabs import StageTab
from crossread.desktop.theme import theme
from crossread.desktop.top_bar import TopBar

STAGES = tuple(StageTab(str(n), f"Stage {n} of some length") for n in range(1, 7))


@pytest.fixture(params=["plain", "stretched", "mirrored"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    made = {"stretched": Stretched(), "mirrored": Mirrored()}.get(request.param)
    if made is not None:
        translation.install(made)
    yield request.param
    translation.install(gettext.NullTranslations())


def _bar(qtbot: QtBot, width: int, size: int) -> TopBar:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.load_theme("paper"), size)
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(width, 52)
    bar.show_pack("A pack with a title of many words", STAGES, "2")
    bar.status.set_kind("saved")
    bar.show()
    bar.restyle()
    QApplication.processEvents()
    return bar


def _shown(bar: TopBar) -> list[QWidget]:
    return [one for one in bar.findChildren(QWidget) if one.parent() is bar and one.isVisible()]


@pytest.mark.parametrize("size", [17, 26, 34])
@pytest.mark.parametrize("width", [560, 700, 1024, 1366])
def test_nothing_in_the_bar_is_cut_or_lies_over_another(
    qtbot: QtBot, language: str, width: int, size: int
) -> None:
    bar = _bar(qtbot, width, size)
    shown = sorted(_shown(bar), key=lambda one: one.x())
    for one, following in zip(shown, [*shown[1:], None], strict=True):
        room = following.x() if following is not None else bar.width()
        assert one.x() >= 0
        assert one.geometry().right() < room, (one, one.geometry())
    for widget in (bar.text_button, bar.menu_button, bar.status):
        assert widget.isVisible()
        assert widget.width() >= widget.sizeHint().width()


def test_where_there_is_room_everything_is_there(qtbot: QtBot) -> None:
    bar = _bar(qtbot, 1366, 17)
    assert bar._keys.isVisible()
    assert bar.status._label.text() == "✓ saved"


def test_where_there_is_little_the_keys_go_into_the_menu_and_saved_keeps_its_sign(qtbot: QtBot) -> None:
    bar = _bar(qtbot, 560, 34)
    assert not bar._keys.isVisible()
    assert bar.status._label.text() == "✓"
    assert bar.status._label.accessibleName() == bar.status._label.toolTip() == bar.status.text() == "✓ saved"
    bar.status.set_kind("not-saved", "The disk is full.")
    assert bar.status._label.text() == "✗"
    assert bar.status.text() == "✗ not saved"


def test_a_line_parts_the_title_from_stages_in_a_row_and_from_a_menu_none(qtbot: QtBot) -> None:
    wide, narrow = _bar(qtbot, 1920, 17), _bar(qtbot, 1024, 17)
    assert wide._parting.isVisible()
    assert wide._title.geometry().right() < wide._parting.x()
    assert wide._tabs is not None
    assert wide._parting.x() < wide._tabs.x()
    assert not narrow._parting.isVisible()
    wide.show_pack("", (), "")
    assert not wide._parting.isVisible()


def test_stages_that_do_not_fit_open_as_a_menu_at_the_one_in_view(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def popup(menu: QMenu, _at: QPoint) -> None:
        at = menu.activeAction()
        opened.append(at.text() if at is not None else "")

    monkeypatch.setattr(QMenu, "popup", popup)
    bar = _bar(qtbot, 700, 17)
    tabs = bar._stages()
    assert tabs.folded()
    button = tabs.menu_button()
    assert isinstance(button, QPushButton)
    assert button.text().endswith("▾")
    assert button.accessibleName() == "Stage 2 of some length · 2 of 6"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == ["2 · Stage 2 of some length"]
