"""Pictures of what is empty, and of what goes wrong: nothing found, a full disk, a record that is in use."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.base.errors import Expected
from crossread.base.where_kept import WhereKept
from crossread.desktop.pages.finding.search_page import SearchPage
from crossread.desktop.where_kept import in_words
from crossread.operations.sessions.changed import Status
from crossread.record.check import CheckReport
from crossread.record.errors import disk_full, locked
from tests.screens.going import Arrange, page, plain, type_into
from tests.screens.learner import FIRST, first_day, some_way
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

FOUND_DAMAGED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def _back(stage: Stage) -> None:
    stage.go("library")


# What is empty


def _nothing_found(stage: Stage) -> QWidget:
    plain("search")(stage)
    found = stage.window.pages.currentWidget()
    if isinstance(found, SearchPage):
        type_into(stage, found.field, "zeppelin")
    return stage.window


EMPTY: tuple[Shot, ...] = (
    Shot("board-first-day", page("board", pack=FIRST), learner=first_day, clear_away=_back),
    Shot("practice-first-day", plain("practice"), learner=first_day, clear_away=_back),
    Shot("hand-on-first-day", plain("hand-on"), learner=first_day, clear_away=_back),
    Shot("search-first-day", plain("search"), learner=first_day, clear_away=_back),
    Shot("search-nothing", _nothing_found, learner=first_day, clear_away=_back),
)


# What goes wrong


def _with_status(kind: str, error: Expected) -> Arrange:
    """Show the first page as it is while the record does so."""

    def arrange(stage: Stage) -> QWidget:
        stage.go("library")
        _set(stage, Status(kind="failed" if kind == "failed" else "not-saved", message=error.message))
        return stage.window

    return arrange


def _set(stage: Stage, status: Status) -> None:
    """Have the record stand so, whatever is saved meanwhile."""
    memory = stage.session._memory
    memory.__dict__.pop("_set", None)
    memory.status = status
    if status.kind != "ready":
        memory.__dict__["_set"] = _stays
    stage.window._show_status()


def _stays(_kind: str, _message: str = "", *, done: int = 0, total: int = 0) -> None:
    """Leave how the record stands as it is."""


def _saved_again(stage: Stage) -> None:
    _set(stage, Status(kind="ready"))
    _back(stage)


def _leaving(stage: Stage) -> QWidget:
    _with_status("not-saved", disk_full(saving=True))(stage)
    stage.window.banners.ask_to_close()
    return stage.window


def _restored(stage: Stage) -> QWidget:
    report = CheckReport(
        checked=23,
        entries=67,
        full=True,
        at=FOUND_DAMAGED,
        damage="a page",
        kept_as="record.damaged-2026-03-02.sqlite",
        replayed=4,
        answers=23,
    )
    stage.go("library")
    stage.window.banners.say(" ".join(report.sentences()))
    return stage.window


def _on_a_network(stage: Stage) -> QWidget:
    stage.go("library")
    stage.window.banners.say_where(in_words(WhereKept("network")), bool)
    return stage.window


def _as_a_guest(stage: Stage) -> QWidget:
    stage.go("library")
    stage.window.banners.ask_guest()
    return stage.window


def _put_away(stage: Stage) -> None:
    banners = stage.window.banners
    banners.news.clear()
    banners.leaving.clear()
    banners._put_place_away("known")


TROUBLES: tuple[Shot, ...] = (
    Shot(
        "trouble-not-saved",
        _with_status("not-saved", disk_full(saving=True)),
        learner=some_way,
        clear_away=_saved_again,
    ),
    Shot("trouble-leaving", _leaving, learner=some_way, clear_away=_saved_again),
    Shot(
        "trouble-in-use",
        _with_status("failed", locked("1", platform.node())),
        learner=some_way,
        clear_away=_saved_again,
    ),
    Shot("trouble-restored", _restored, learner=some_way, clear_away=_put_away),
    Shot("trouble-network", _on_a_network, learner=some_way, clear_away=_put_away),
    Shot("trouble-guest", _as_a_guest, learner=some_way, clear_away=_put_away),
)
