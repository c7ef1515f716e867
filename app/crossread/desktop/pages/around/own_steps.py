"""Taking back, on a page before the texts, what was written and marked in its pack; and doing it again."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from crossread.base.errors import Expected
from crossread.desktop.pages.page import PackPage
from crossread.desktop.pages.words import nothing_to_redo, nothing_to_undo
from crossread.desktop.widgets.announce import announce

if TYPE_CHECKING:
    from crossread.desktop.keymap import Deed


def step_deeds(page: PackPage) -> "Mapping[str, Deed]":
    """Return what the keys of undo and redo do on a page of a pack; a field in focus has them to itself."""
    session = page.around.session
    return {
        "undo": partial(_take, page, session.undo, nothing_to_undo()),
        "redo": partial(_take, page, session.redo, nothing_to_redo()),
    }


def _take(page: PackPage, step: Callable[[str], str], nothing: str) -> None:
    try:
        announce(page, step(page.opened.pack.id) or nothing)
    except Expected as error:
        page.refused.emit(error.message)
