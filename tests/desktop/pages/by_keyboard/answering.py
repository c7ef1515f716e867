"""How each kind of question is answered with keys alone; one line a kind in `KEYS`."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit

from crossread.desktop.answers.cloze.gap import TypedGap
from crossread.questions.claims import STANCES
from crossread.questions.storing import response_from_json
from tests.desktop.pages.by_keyboard.hands import CTRL, Hands, Key

STANCE_ORDER = tuple(STANCES)

# Answers a question in a widget, as the response says.
Play = Callable[[Hands, Any, Any], None]


def _pick(hands: Hands, shown: Iterable[str], wanted: Iterable[str]) -> None:
    """Press the numbers of what is wanted, in the order shown."""
    shown = list(shown)
    for key in wanted:
        hands.digit(shown.index(key) + 1)


def _option(field: str) -> Play:
    def play(hands: Hands, answer: Any, response: Any) -> None:
        _pick(hands, (pick.key for pick in answer.options.picks()), [getattr(response, field)])

    return play


def _multiple(hands: Hands, answer: Any, response: Any) -> None:
    _pick(hands, (check.key for check in answer.options.checks()), response.options)


def _line(hands: Hands, answer: Any, response: Any) -> None:
    hands.type(response.text)


def _cloze(hands: Hands, answer: Any, response: Any) -> None:
    for name, given in response.gaps.items():
        gap = answer.gap(name)
        hands.tab_to(gap)
        if isinstance(gap, TypedGap):
            hands.type(given)
        else:
            hands.digit(list(answer._order[name]).index(given) + 1)


def _ordering(hands: Hands, answer: Any, response: Any) -> None:
    for place, key in enumerate(response.order, 1):
        for _step in response.order:
            hands.press(Key.Key_Up)
        for _step in range(answer.shown().index(key)):
            hands.press(Key.Key_Down)
        hands.digit(place)


def _pairs(hands: Hands, answer: Any, response: Any) -> None:
    shown = [card.key for card in answer.cards()]
    for row in answer.rows():
        hands.tab_to(row)
        hands.digit(shown.index(response.pairs[row.key]) + 1)


def _evidence(hands: Hands, answer: Any, response: Any) -> None:
    for selection in response.selections:
        hands.mark(selection)


def _matrix(hands: Hands, answer: Any, response: Any) -> None:
    rows = [row.id for row in answer.question.rows]
    columns = list(answer.question.sources)
    for cell in response.cells:
        hands.press(Key.Key_Home, CTRL)
        for _step in range(rows.index(cell.claim)):
            hands.press(Key.Key_Down)
        for _step in range(columns.index(cell.source)):
            hands.press(Key.Key_Right)
        for number, statement in enumerate(cell.statements):
            if number:
                hands.press(Key.Key_Plus)
            hands.digit(STANCE_ORDER.index(statement.stance) + 1)
            if statement.selection is not None:
                hands.mark(statement.selection)


def _scale(hands: Hands, answer: Any, response: Any) -> None:
    steps = [step.id for step in answer.question.steps]
    _pick(hands, steps, [response.step])
    shown = [*steps, *(check.key for check in answer.reasons.checks())]
    _pick(hands, shown, response.reasons)


def _two_part(hands: Hands, answer: Any, response: Any) -> None:
    inner = answer.question.answer
    play(hands, answer.inner, response_from_json(inner.kind, response.answer))
    _evidence(hands, answer, response)
    if answer.question.because:
        hands.tab_until(lambda focus: isinstance(focus, QPlainTextEdit))
        hands.type("Because it says so.")


def _words(field: str) -> Play:
    def play(hands: Hands, answer: Any, response: Any) -> None:
        hands.type(getattr(response, field))

    return play


KEYS: Mapping[str, Play] = {
    "choice": _option("option"),
    "multiple": _multiple,
    "verdict": _option("verdict"),
    "short-answer": _line,
    "numerical": _line,
    "cloze": _cloze,
    "ordering": _ordering,
    "matching": _pairs,
    "categorise": _pairs,
    "evidence": _evidence,
    "matrix": _matrix,
    "scale": _scale,
    "two-part": _two_part,
    "essay": _words("text"),
    "discussion": _words("notes"),
}


def play(hands: Hands, answer: Any, response: Any) -> None:
    """Answer a question of any kind in its widget."""
    KEYS[answer.question.kind](hands, answer, response)
