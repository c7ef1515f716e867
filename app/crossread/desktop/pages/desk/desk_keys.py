"""What the desk's keys do."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from crossread.base.translation import _
from crossread.desktop.key_tips import first_key
from crossread.desktop.keymap import Deed
from crossread.desktop.keys import LETTERS
from crossread.desktop.pages.desk.companions import COMPANIONS
from crossread.desktop.pages.desk.desk_layout import DeskLayout
from crossread.desktop.pages.desk.desk_panes import DeskPanes
from crossread.desktop.pages.desk.desk_side import QUESTIONS
from crossread.desktop.pages.panes.text_deeds import TEXT_DEEDS
from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.desktop.pages.questions.question_column import QuestionColumn
from crossread.desktop.pages.words import nothing_to_redo, nothing_to_undo
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.packs.sources.source import Source

if TYPE_CHECKING:
    from crossread.desktop.pages.desk.desk import Desk

STEP = 32  # pixels by which a key makes a pane larger, at the default text size

# The key of each companion is an action of its own.
COMPANION_KEYS = {"notes": "notes", "words": "words", "conclude": "conclude"}


def desk_deeds(desk: "Desk") -> Mapping[str, Deed]:
    """Return what each action of the desk does."""
    column, layout = desk.column, desk.layout_
    asking: dict[str, Deed] = {
        "next": column.go_on,
        "previous": column.go_back,
        "check": column.check,
        "dont-know": partial(_with_question, column, QuestionBody.toggle_dont_know),
        "flag": partial(_with_question, column, QuestionBody.toggle_flag),
        "show-me": column.show_evidence,
        "hand-in": partial(_hand_in, layout, column),
        **{
            f"option-{number}": partial(_with_question, column, QuestionBody.choose, number)
            for number in range(1, 10)
        },
    }
    panes = _pane_deeds(desk.panes, layout, desk.opened.pack.sources)
    return {
        **{name: partial(_with_questions, desk, deed) for name, deed in asking.items()},
        "undo": partial(_undo, desk),
        "redo": partial(_redo, desk),
        **{name: partial(_seen, desk, deed) for name, deed in desk.noting.deeds().items()},
        "drawer": partial(_turn_drawer, desk),
        **{name: partial(_in_texts, desk, deed) for name, deed in panes.items()},
        "compare": desk.front.toggle,
        **{name: partial(_seen, desk, deed) for name, deed in desk.cells.deeds().items()},
        "to-reason": desk.concluding.send,
        "maximise": desk.toggle_alone,
        "find": partial(_find, desk),
        "find-sources": partial(_find_in_sources, desk),
        "hit-next": partial(_step_hit, desk, 1),
        "hit-previous": partial(_step_hit, desk, -1),
        "show-in-others": desk.show_in_others,
        **{action: partial(_with_text, desk, deed) for action, deed in TEXT_DEEDS.items()},
        **{
            action: partial(desk.show_companion, name)
            for name, action in COMPANION_KEYS.items()
            if name in COMPANIONS
        },
    }


def _in_texts(desk: "Desk", deed: Deed) -> None:
    """Do something with the panes; the comparison in front of them goes first, so that one sees it done."""
    if desk.front.on:
        desk.front.hide()
        desk.panes.focus(desk.panes.focused)
    deed()


def _seen(desk: "Desk", deed: Deed) -> None:
    """Do something with what is chosen in a text; where it is out of view, first see it."""
    if desk.front.on:
        desk.front.toggle()
    else:
        deed()


def _with_text(desk: "Desk", deed: Callable[[ReadingView], None]) -> None:
    """Do something with the text in the pane in hand, unless a card or contents stand in its place."""
    view = desk.panes.in_hand.view
    if view.isVisible():
        deed(view)


def _find(desk: "Desk") -> None:
    """Find in the comparison where it is in view and can, else in the text in hand."""
    if not desk.front.find():
        _in_texts(desk, desk.finding.open_bar)


def _find_in_sources(desk: "Desk") -> None:
    desk.finding.open_list()


def _step_hit(desk: "Desk", by: int) -> None:
    desk.finding.step(by)


def _pane_deeds(panes: DeskPanes, layout: DeskLayout, sources: Sequence[Source]) -> Mapping[str, Deed]:
    letters = {source.letter: source.id for source in sources if source.letter in LETTERS}
    return {
        "which": panes.toggle_which,
        "card": panes.toggle_card,
        "contents": panes.toggle_contents,
        "swap": panes.swap,
        "text-beside": panes.put_text_beside,
        "pane-more": panes.more,
        "pane-less": panes.fewer,
        "pane-bigger": partial(panes.zoom, 1),
        "pane-smaller": partial(panes.zoom, -1),
        "pane-normal": partial(panes.zoom, 0),
        "wider": partial(_resize, layout, 1, 0),
        "narrower": partial(_resize, layout, -1, 0),
        "taller": partial(_resize, layout, 0, 1),
        "lower": partial(_resize, layout, 0, -1),
        **{f"source-{letter}": partial(_put_here, panes, source) for letter, source in letters.items()},
        **{f"beside-{letter}": partial(panes.put_beside, source) for letter, source in letters.items()},
    }


def _with_questions(desk: "Desk", deed: Deed) -> None:
    """Do something with the questions, brought into view first; not while a pane alone hides them."""
    if desk.layout_.alone:
        away, back = _("The questions are put away while this pane stands alone."), first_key("maximise")
        announce(desk, f"{away} {_('{key} brings them back.').format(key=back)}" if back else away)
        return
    if desk.companion is not None:
        desk.side.show_companion(QUESTIONS, focus=False)
        return  # first see what is asked, then answer
    deed()


def _with_question(column: QuestionColumn, deed: Callable[..., None], *more: int) -> None:
    """Do something with the question in view, where there is one."""
    if column.body is not None:
        deed(column.body, *more)


def _undo(desk: "Desk") -> None:
    if not _step(desk, QuestionBody.undo, desk.noting.undo):
        announce(desk.panes.in_hand, nothing_to_undo())


def _redo(desk: "Desk") -> None:
    if not _step(desk, QuestionBody.redo, desk.noting.redo):
        announce(desk.panes.in_hand, nothing_to_redo())


def _step(desk: "Desk", of_answer: Callable[[QuestionBody], bool], of_notes: Callable[[], bool]) -> bool:
    """Take a step back, or forth, where the learner is at work: in the question, or in the texts.

    What was marked in a text as evidence, and is the newest there, is a step of the question.
    """
    focus, body = QApplication.focusWidget(), desk.column.body
    in_question = focus is not None and desk.column.isAncestorOf(focus)
    if body is not None and (in_question or desk.noting.evidence_is_newest(body.question.id)):
        return of_answer(body)
    return of_notes()


def _put_here(panes: DeskPanes, source: str) -> None:
    panes.choose_source(panes.focused, source)


def _resize(layout: DeskLayout, across: int, down: int) -> None:
    step = theme.current().scaled(STEP)
    if across:
        layout.give_width(across * step)
    else:
        layout.give_height(down * step)


def _turn_drawer(desk: "Desk") -> None:
    """Open the questions where the window is narrow, or close what is open there."""
    if desk.layout_.form in ("drawer", "single") and not desk.layout_.alone:
        if not desk.layout_.drawer_open():
            desk.side.show_companion(QUESTIONS, focus=False)
        desk.layout_.toggle_drawer()


def _hand_in(layout: DeskLayout, column: QuestionColumn) -> None:
    layout.set_drawer(True)
    column.show_hand_in()
