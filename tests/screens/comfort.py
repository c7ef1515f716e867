"""Pictures of what makes the desk comfortable: panes, notes, search, words, timeline, settings, help."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from crossread.desktop.pages.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.place import Place, PlainPage
from crossread.inquiry.commands import EnterStage
from crossread.operations.session import Session
from tests.screens.learner import BEGUN, PACK, Until, every_kind, open_for, some_way
from tests.screens.noting import put_some
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage


def noting(session: Session, until: Until) -> None:
    """Have put highlights and notes on the Khojaly pack, once."""
    some_way(session, until)
    if session.state(PACK).highlights:
        return
    opened = open_for(session, until, PACK)
    session.do(opened, EnterStage(stage=BEGUN))
    put_some(session, opened)
    until(lambda: session.status.kind == "ready")


def _desk(stage: Stage, of: str = BEGUN, pack: str = PACK) -> Desk:
    stage.go("stage", of, pack)
    stage.settle()
    pages = stage.window.pages.currentWidget()
    page = pages.page if isinstance(pages, PackPages) else None
    if not isinstance(page, Desk):
        raise TypeError("this is not the desk")
    return page


def _deeds(*actions: str) -> Callable[[Stage], QWidget]:
    """Go to the desk and do what some keys do."""

    def arrange(stage: Stage) -> QWidget:
        desk = _desk(stage)
        desk.enter()
        for action in actions:
            desk.deeds()[action]()
            stage.settle()
        return stage.window

    return arrange


def _undo(*actions: str) -> Callable[[Stage], None]:
    def clear(stage: Stage) -> None:
        desk = _desk(stage)
        for action in actions:
            desk.deeds()[action]()
            stage.settle()

    return clear


def _companion(name: str, typed: str = "") -> Callable[[Stage], QWidget]:
    def arrange(stage: Stage) -> QWidget:
        desk = _desk(stage)
        desk.show_companion(name)
        stage.settle()
        focus = stage.window.focusWidget()
        if typed and isinstance(focus, QLineEdit):
            focus.setText(typed)
        stage.settle()
        return stage.window

    return arrange


def _questions(stage: Stage) -> None:
    """Let the questions come back beside the texts."""
    _desk(stage).side.show_companion("")


def _plain(page: PlainPage, about: str = "") -> Callable[[Stage], QWidget]:
    def arrange(stage: Stage) -> QWidget:
        stage.window.go(Place(page, about=about))
        stage.settle()
        return stage.window

    return arrange


def _in_pack(page: str) -> Callable[[Stage], QWidget]:
    def arrange(stage: Stage) -> QWidget:
        stage.go(page)
        return stage.window

    return arrange


def _over(action: str, typed: str = "") -> Callable[[Stage], QWidget]:
    """Open what stands over the desk by a key of the frame."""

    def arrange(stage: Stage) -> QWidget:
        _desk(stage)
        stage.window.frame._deeds()[action]()
        stage.settle()
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        field = top.findChild(QLineEdit) if top else None
        if typed and field is not None:
            field.setText(typed)
            stage.settle()
        return top or stage.window

    return arrange


def _close_top(_stage: Stage) -> None:
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if top is not None:
        top.close()


COMFORT: tuple[Shot, ...] = (
    Shot("timeline", _in_pack("timeline"), learner=noting),
    Shot("board", _in_pack("board"), learner=noting),
    Shot("desk-notes", _companion("notes"), learner=noting, clear_away=_questions),
    Shot("desk-words", _companion("words"), learner=noting, clear_away=_questions),
    Shot("desk-find", _companion("find", "regiment"), learner=noting, clear_away=_questions),
    Shot("desk-three-panes", _deeds("pane-more"), learner=noting, clear_away=_undo("pane-less")),
    Shot(
        "desk-four-panes",
        _deeds("pane-more", "pane-more"),
        learner=noting,
        clear_away=_undo("pane-less", "pane-less"),
    ),
    Shot("desk-one-pane", _deeds("maximise"), learner=noting, clear_away=_undo("maximise")),
    Shot("desk-contents", _deeds("contents"), learner=noting, clear_away=_undo("contents")),
    Shot("settings-page", _plain("settings"), learner=noting),
    Shot("help", _plain("help"), learner=noting),
    Shot("about", _plain("about"), learner=noting),
    Shot("search", _plain("search", "ferry"), learner=every_kind),
    Shot("palette", _over("palette", "note"), learner=noting, clear_away=_close_top),
    Shot("menu", _over("menu"), learner=noting, clear_away=_close_top),
)
