"""Pictures of several learners: the start page, a new name, a pattern, and the page of the learners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.desktop.learners.learners_page import LearnersPage
from crossread.desktop.learners.start_window import StartWindow
from crossread.desktop.place import Place
from crossread.operations.learners.learners import add_learner, learners, set_pattern
from tests.screens.learner import first_day
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

NAMES = ("Mara", "Ali", "Zoë", "Jonas", "7b-12", "Tomáš", "Ümit", "Nadia", "ليلى", "张伟")
LONG = "Maximiliane Friederike von und zu Hohenfels-Reichenau, 7b"


def _class(stage: Stage) -> StartWindow:
    """Show the start page of a class, in a data folder beside the one in view."""
    folders = DataFolders(stage.session.data_folder / "class")
    if not learners(folders):
        for name in (*NAMES, LONG):
            add_learner(folders, name)
        set_pattern(learners(folders)[0], ("sun", "boat", "leaf"))
    window = StartWindow(folders, Settings(folders.settings), lambda _learner: "")
    window.resize(*stage.size)
    window.show()
    window.begin()
    return window


def _start_page(stage: Stage) -> QWidget:
    return _class(stage)


def _new_name(stage: Stage) -> QWidget:
    window = _class(stage)
    window.choosing.new.click()
    return window


def _pattern(stage: Stage) -> QWidget:
    window = _class(stage)
    window.choosing.list.shown.emit(window.choosing.list.rows()[0])
    return window


def _close(_stage: Stage) -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, StartWindow):
            window.close()
            window.deleteLater()


def _page(stage: Stage) -> LearnersPage:
    stage.window.go(Place("learners"))
    page = stage.window.pages.page()
    if not isinstance(page, LearnersPage):
        raise TypeError("this is not the page of the learners")
    stage.settle()
    return page


def _alone(stage: Stage) -> QWidget:
    _page(stage)
    return stage.window


def _deleting(stage: Stage) -> QWidget:
    page = _page(stage)
    if page.you is not None:
        page.you.delete.click()
    return stage.window


def _by_a_class(stage: Stage) -> QWidget:
    page = _page(stage)
    if page.machine is not None:
        page.machine.modes.choose("classroom")
        stage.settle()
        page._area.ensureWidgetVisible(page.machine.use)
    return stage.window


def _leave(stage: Stage) -> None:
    stage.go("library")


SITTING: tuple[Shot, ...] = (
    Shot("start-page", _start_page, learner=first_day, clear_away=_close),
    Shot("start-new-name", _new_name, learner=first_day, clear_away=_close),
    Shot("start-pattern", _pattern, learner=first_day, clear_away=_close),
    Shot("learners", _alone, learner=first_day, clear_away=_leave),
    Shot("learners-deleting", _deleting, learner=first_day, clear_away=_leave),
    Shot("learners-class", _by_a_class, learner=first_day, clear_away=_leave),
)
