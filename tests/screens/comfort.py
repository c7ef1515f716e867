"""Pictures of what makes the desk comfortable: panes, what stands beside them, pages around the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.finding.find_companion import FindCompanion
from crossread.desktop.pages.finding.palette import Palette
from crossread.desktop.pages.finding.search_page import SearchPage
from crossread.desktop.pages.notes.board import BoardPage
from crossread.desktop.pages.notes.notes_companion import NotesCompanion
from crossread.desktop.pages.settings.settings_words import GROUPS
from crossread.progress.notes_groups import By
from tests.screens.going import (
    Arrange,
    choose,
    close_top,
    desk,
    on_top,
    page,
    pages,
    plain,
    pressed,
    pressing,
    type_into,
    with_questions,
)
from tests.screens.learner import every_kind
from tests.screens.noting import noting, with_set
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage


# Beside the texts


def _companion(name: str) -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        desk(stage).show_companion(name)
        return stage.window

    return arrange


def _find(words: str) -> Arrange:
    """Find words across the sources, and go to the first place."""

    def arrange(stage: Stage) -> QWidget:
        found = desk(stage)
        found.finding.open_list()
        companion = found.companion
        if not isinstance(companion, FindCompanion):
            raise TypeError("nothing can be found")
        type_into(stage, companion.field, words)
        if companion.findings.count:
            companion.step(1)
        return stage.window

    return arrange


def _note(stage: Stage) -> QWidget:
    """Go on with the note on passages of two sources."""
    found = desk(stage)
    found.show_companion("notes")
    if isinstance(found.companion, NotesCompanion):
        found.companion.open_note("n1")
        found.companion.enter()
    return stage.window


def _put_note_down(stage: Stage) -> None:
    found = desk(stage)
    if isinstance(found.companion, NotesCompanion):
        found.companion.close_note()
    with_questions(stage)


# Pages around the texts


def _board(by: By = "source", write: str = "") -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        stage.go("board")
        board = _board_page(stage)
        board.head.groups.choose(by)
        if write:
            session = board.around.session
            rows = session.board(board.opened)
            board.writing.write(next(row for row in rows if row.note and row.note.id == write), rows)
        return stage.window

    return arrange


def _board_page(stage: Stage) -> BoardPage:
    found = pages(stage).page
    if not isinstance(found, BoardPage):
        raise TypeError("this is not the board")
    return found


def _leave_board(stage: Stage) -> None:
    board = _board_page(stage)
    board.writing.close_note()
    board.head.groups.choose("source")


def _name_set(stage: Stage) -> QWidget:
    stage.go("board")
    _board_page(stage).files.open_form()
    return on_top(stage)


def _table(stage: Stage) -> QWidget:
    stage.go("timeline")
    choose(pages(stage), "table")
    return stage.window


def _axis(stage: Stage) -> None:
    choose(pages(stage), "axis")


def _search(words: str) -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        plain("search")(stage)
        stage.settle()
        found = stage.window.pages.currentWidget()
        if isinstance(found, SearchPage):
            type_into(stage, found.field, words)
            stage.until(found.list.isVisible)
        return stage.window

    return arrange


# The frame


def _over(action: str) -> Arrange:
    """Open what stands over the desk by a key of the frame."""

    def arrange(stage: Stage) -> QWidget:
        desk(stage)
        stage.window.frame.do(action)
        return on_top(stage)

    return arrange


def _palette(words: str) -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        desk(stage)
        stage.window.frame.open_palette()
        palette = stage.window.findChild(Palette)
        if palette is None:
            raise TypeError("there is no palette")
        if words:
            type_into(stage, palette.field, words)
        return palette

    return arrange


def _close_palette(stage: Stage) -> None:
    for palette in stage.window.findChildren(Palette):
        palette.close()


def _pane_menu(stage: Stage) -> QWidget:
    found = desk(stage)
    found.panes.panes[0].header.menu_asked.emit()
    return on_top(stage)


COMFORT: tuple[Shot, ...] = (
    Shot("timeline", page("timeline"), learner=noting),
    Shot("guide", page("guide"), learner=noting),
    Shot("timeline-table", _table, learner=noting, clear_away=_axis),
    Shot("board", _board(), learner=noting),
    Shot("board-tag", _board("tag"), learner=noting, clear_away=_leave_board),
    Shot("board-claim", _board("claim"), learner=noting, clear_away=_leave_board),
    Shot("board-writing", _board(write="n1"), learner=noting, clear_away=_leave_board),
    Shot("board-set-form", _name_set, learner=noting, clear_away=close_top),
    Shot("desk-notes", _companion("notes"), learner=noting, clear_away=with_questions),
    Shot("desk-note", _note, learner=noting, clear_away=_put_note_down),
    Shot("desk-words", _companion("words"), learner=noting, clear_away=with_questions),
    Shot("desk-find", _find("regiment"), learner=noting, clear_away=with_questions),
    Shot("desk-find-nothing", _find("regimnt"), learner=noting, clear_away=with_questions),
    Shot("desk-three-panes", pressed("pane-more"), learner=noting, clear_away=pressing("pane-less")),
    Shot(
        "desk-four-panes",
        pressed("pane-more", "pane-more"),
        learner=noting,
        clear_away=pressing("pane-less", "pane-less"),
    ),
    Shot("desk-one-pane", pressed("maximise"), learner=noting, clear_away=pressing("maximise")),
    Shot("desk-contents", pressed("contents"), learner=noting, clear_away=pressing("contents")),
    Shot("board-sets", _board(), learner=with_set),
    *(Shot(f"settings-{group}", plain("settings", group), learner=noting) for group in GROUPS),
    Shot("help", plain("help"), learner=noting),
    Shot("about", plain("about"), learner=noting),
    Shot("hand-on", plain("hand-on"), learner=noting),
    Shot("search", _search("ferry"), learner=every_kind),
    Shot("palette", _palette("note"), learner=noting, clear_away=_close_palette),
    Shot("palette-first", _palette(""), learner=noting, clear_away=_close_palette),
    Shot("menu", _over("menu"), learner=noting, clear_away=close_top),
    Shot("menu-pane", _pane_menu, learner=noting, clear_away=close_top),
)
