"""Where the window stands when it first opens: whole on the screen, with its title."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crossread.base.settings import Settings
from crossread.desktop.geometry import FRAME, keep_geometry, restore_geometry


def test_the_first_window_leaves_room_for_its_frame(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    restore_geometry(window, Settings(tmp_path / "settings.toml"))
    screen = QGuiApplication.primaryScreen().availableGeometry()
    framed = window.geometry().adjusted(0, -FRAME + FRAME // 2, 0, FRAME // 2)
    assert screen.contains(framed)


def test_a_window_comes_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    window, again = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(again)
    window.setGeometry(QRect(40, 60, 500, 400))
    keep_geometry(window, settings)
    restore_geometry(again, settings)
    assert again.size() == window.size()
    assert again.pos() == window.pos()
