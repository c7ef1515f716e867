"""Pictures of the backups: the first day, some that differ from now, one about to be restored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.backups.backups_page import BackupsPage
from crossread.desktop.place import LIBRARY, Place
from crossread.inquiry.commands import SetNote
from crossread.operations.sessions.session import Session
from tests.screens.learner import PACK, Until, first_day, open_for, some_way
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

_KEY = "stage/meet"


def backed_up(session: Session, until: Until) -> None:
    """Have two backups, and a note written after each, once."""
    some_way(session, until)
    if session.state(PACK).notes.get(_KEY):
        return
    opened = open_for(session, until, PACK)
    for text in ("Who was there, and who heard of it?", "Who was there, and who only heard of it?"):
        done: list[object] = []
        session.back_up(done.append)
        until(partial(_came, done))
        session.do(opened, SetNote(key=_KEY, text=text))
    until(lambda: session.status.kind == "ready")


def _came(done: list[object]) -> bool:
    return bool(done)


def _page(stage: Stage) -> BackupsPage:
    stage.window.go(Place("backups"))
    page = stage.window.pages.page()
    if not isinstance(page, BackupsPage):
        raise TypeError("these are not the backups")
    stage.until(page.is_ready)
    return page


def _backups(stage: Stage) -> QWidget:
    _page(stage)
    return stage.window


def _asking(stage: Stage) -> QWidget:
    page = _page(stage)
    page.rows[0].restore.click()
    return stage.window


def _back(stage: Stage) -> None:
    stage.window.go(LIBRARY)


BACKUPS_FIRST_DAY = Shot("backups-first-day", _backups, learner=first_day, clear_away=_back)
BACKING_UP: tuple[Shot, ...] = (
    Shot("backups", _backups, learner=backed_up, clear_away=_back),
    Shot("backups-restore", _asking, learner=backed_up, clear_away=_back),
)
