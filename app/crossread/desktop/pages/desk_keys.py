"""What the desk's keys do."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from crossread.desktop.keymap import Deed
from crossread.desktop.keys import LETTERS
from crossread.desktop.pages.desk_layout import DeskLayout
from crossread.desktop.pages.desk_panes import DeskPanes
from crossread.desktop.pages.question_body import QuestionBody
from crossread.desktop.pages.question_column import QuestionColumn
from crossread.packs.pack import Source


def desk_deeds(
    panes: DeskPanes, column: QuestionColumn, layout: DeskLayout, sources: Sequence[Source]
) -> Mapping[str, Deed]:
    """Return what each action of the desk does."""
    letters = {source.letter: source.id for source in sources}
    return {
        "next": column.go_on,
        "previous": column.go_back,
        "check": column.check,
        "undo": partial(_with_question, column, QuestionBody.undo),
        "redo": partial(_with_question, column, QuestionBody.redo),
        "dont-know": partial(_with_question, column, QuestionBody.toggle_dont_know),
        "flag": partial(_with_question, column, QuestionBody.toggle_flag),
        "which": panes.toggle_which,
        "card": panes.toggle_card,
        "show-me": column.show_evidence,
        "drawer": partial(_turn_drawer, layout),
        "hand-in": partial(_hand_in, layout, column),
        **{
            f"option-{number}": partial(_with_question, column, QuestionBody.choose, number)
            for number in range(1, 10)
        },
        **{
            f"source-{letter}": partial(_put_into_pane, panes, letters[letter])
            for letter in LETTERS
            if letter in letters
        },
    }


def _with_question(column: QuestionColumn, deed: Callable[..., None], *more: int) -> None:
    """Do something with the question in view, where there is one."""
    if column.body is not None:
        deed(column.body, *more)


def _put_into_pane(panes: DeskPanes, source: str) -> None:
    panes.choose_source(panes.focused, source)


def _turn_drawer(layout: DeskLayout) -> None:
    if layout.form in ("drawer", "single"):
        layout.toggle_drawer()


def _hand_in(layout: DeskLayout, column: QuestionColumn) -> None:
    layout.set_drawer(True)
    column.show_hand_in()
