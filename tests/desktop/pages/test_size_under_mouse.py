"""Larger and larger text by the mouse: the button stays under it while everything around it grows."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from crossread.base.declared import TEXT_SIZE
from crossread.desktop.pages.settings.settings_menu import SettingsMenu
from crossread.desktop.pages.settings.welcome import WelcomePage
from tests.desktop.pages.conftest import Opened


def _opened(opened: Opened, where: str) -> QWidget:
    frame = opened.window.frame
    if where == "the first page":
        frame.welcome()
        page = opened.window.pages.currentWidget()
        assert isinstance(page, WelcomePage)
        return page
    frame.open_text_menu()
    return next(one for one in opened.window.findChildren(SettingsMenu) if one.isVisible())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("where", ["the first page", "the Aa menu"])
def test_the_button_for_larger_text_stays_under_the_mouse(opened: Opened, where: str) -> None:
    around = _opened(opened, where)
    QApplication.processEvents()
    more = next(one for one in around.findChildren(QPushButton) if one.accessibleName() == "Text size: more")
    mouse = more.mapToGlobal(more.rect().center())
    for size in range(18, 35):
        opened.click(more)
        QApplication.processEvents()
        assert opened.settings[TEXT_SIZE] == size
        assert more.rect().contains(more.mapFromGlobal(mouse)), (size, more.mapFromGlobal(mouse), more.rect())
    if isinstance(around, SettingsMenu):
        around.close()
