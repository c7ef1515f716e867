"""Pictures of what stands in a text or lies over it: words explained, notes, pictures, veils, bars, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.picture_page import PicturePage
from crossread.questions.passages import DIGEST
from crossread.texts.text import Range
from tests.screens.going import Arrange, desk, desk_in_view, in_pane, type_into
from tests.screens.learner import BEGUN, EVERY, PACK, all_handed_in, every_kind
from tests.screens.noting import noting
from tests.screens.shot import Shot

if TYPE_CHECKING:
    from tests.screens.stage import Stage

WORDS = "read-words"  # the stage of the pack of every kind in whose texts all of these stand


def _term(stage: Stage) -> QWidget:
    """Explain a name that the sources write differently: the longest of these bubbles."""
    pane = in_pane(stage, "wiki", BEGUN, PACK)
    terms = pane.view.beside.terms
    names = [term for term in terms.terms() if term.kind == "name"]
    pane.view.read_from(names[0].range.start)
    terms.explain_at_caret()
    return stage.window


def _note(stage: Stage) -> QWidget:
    pane = in_pane(stage, "log", WORDS, EVERY)
    mark = next(iter(pane.text.note_marks.values()))[0]
    pane.view.read_from(mark.start)
    pane.view.beside.notes.turn()
    return stage.window


def _close_bubbles(stage: Stage) -> None:
    for pane in desk_in_view(stage).panes.panes:
        pane.view.beside.bubble.dismiss()


def _to_picture(stage: Stage) -> Pane:
    """Bring the first picture into view, with the caret in its caption."""
    pane = in_pane(stage, "lorne", WORDS, EVERY)
    caption = next(at for at, block in enumerate(pane.text.blocks) if block.kind == "picture")
    pane.view.read_from(pane.text.starts[caption - 1], pane.text.starts[caption])
    return pane


def _picture(stage: Stage) -> QWidget:
    _to_picture(stage)
    return stage.window


def _enlarged(stage: Stage) -> QWidget:
    _to_picture(stage).view.beside.pictures.enlarge_at_caret()
    return stage.window


def _put_picture_away(stage: Stage) -> None:
    for picture in stage.window.findChildren(PicturePage):
        picture.dismiss()


def _veiled(stage: Stage) -> QWidget:
    pane = in_pane(stage, "wiki", BEGUN, PACK)
    pane.view.read_from(_graphic(pane).start)
    return stage.window


def _unveiled(stage: Stage) -> QWidget:
    _veiled(stage)
    in_pane(stage, "wiki", BEGUN, PACK).view.beside.veils.turn()
    return stage.window


def _veil(stage: Stage) -> None:
    view = in_pane(stage, "wiki", BEGUN, PACK).view
    if view.beside.veils.opened():
        view.read_from(view.beside.veils.opened()[0].start)
        view.beside.veils.turn()


def _graphic(pane: Pane) -> Range:
    """Return the first passage that is covered, or was."""
    return (*pane.view.covered(), *pane.view.beside.veils.opened())[0]


def _bar(stage: Stage) -> QWidget:
    """Select a sentence; the bar comes near it."""
    pane = in_pane(stage, "wiki", BEGUN, PACK)
    at = pane.text.starts[2]
    pane.view.read_from(at)
    pane.view.select(Range(at, at + 120))
    watching = desk_in_view(stage).noting.watching(pane)
    target = watching.target()
    if target is not None:
        watching.show_bar(target)
    return stage.window


def _put_bar_away(stage: Stage) -> None:
    found = desk_in_view(stage)
    found.noting.watching(found.panes.in_hand).let_go()


def _find(words: str) -> Arrange:
    def arrange(stage: Stage) -> QWidget:
        found = desk(stage)
        found.finding.open_bar()
        stage.settle()
        type_into(stage, found.finding.of(found.panes.in_hand).bar.field, words)
        return stage.window

    return arrange


def _close_find(stage: Stage) -> None:
    found = desk_in_view(stage)
    found.finding.of(found.panes.in_hand).close()


def _claims(stage: Stage) -> QWidget:
    """Ask for the others on a passage that bears on several claims."""
    pane = in_pane(stage, "log", WORDS, EVERY)
    pane.view.select(Range(0, len(pane.text.shown)))
    desk_in_view(stage).show_in_others()
    return stage.window


def _in_others(stage: Stage) -> QWidget:
    """Have the other pane say what became of a claim there."""
    pane = in_pane(stage, "log", WORDS, EVERY)
    at = pane.text.shown.index("nine minutes before her time")
    pane.view.select(Range(at, at + 28))
    desk_in_view(stage).show_in_others()
    return stage.window


def _close_sheet(stage: Stage) -> None:
    for pane in desk_in_view(stage).panes.panes:
        pane.close_sheet()
        pane.let_go()
        pane.note.clear_notice()


def _edition(stage: Stage) -> QWidget:
    """Show the corrected edition of a source."""
    pane = in_pane(stage, "lorne", WORDS, EVERY)
    desk_in_view(stage).panes.set_which(pane, "version/corrected")
    return stage.window


def _first_edition(stage: Stage) -> None:
    desk_in_view(stage).panes.set_which(in_pane(stage, "lorne", WORDS, EVERY), DIGEST)


def _no_original(stage: Stage) -> QWidget:
    """Ask for the author's own text where it has not been added."""
    in_pane(stage, "wiki", BEGUN, PACK).explain_missing_original()
    return stage.window


OVER: tuple[Shot, ...] = (
    Shot("text-term", _term, learner=noting, clear_away=_close_bubbles),
    Shot("text-veiled", _veiled, learner=noting),
    Shot("text-unveiled", _unveiled, learner=noting, clear_away=_veil),
    Shot("text-bar", _bar, learner=noting, clear_away=_put_bar_away),
    Shot("text-find", _find("khojaly"), learner=noting, clear_away=_close_find),
    Shot("text-find-nothing", _find("khojalyy"), learner=noting, clear_away=_close_find),
    Shot("text-no-original", _no_original, learner=noting, clear_away=_close_sheet),
    Shot("text-note", _note, learner=every_kind, clear_away=_close_bubbles),
    Shot("text-picture", _picture, learner=every_kind),
    Shot("text-enlarged", _enlarged, learner=every_kind, clear_away=_put_picture_away),
    Shot("text-kept-back", _in_others, learner=every_kind, clear_away=_close_sheet),
    Shot("text-edition", _edition, learner=every_kind, clear_away=_first_edition),
)
# While questions are open no claim is named.
SHOWN: tuple[Shot, ...] = (
    Shot("text-claims", _claims, learner=all_handed_in, clear_away=_close_sheet),
    Shot("text-in-others", _in_others, learner=all_handed_in, clear_away=_close_sheet),
)
