"""The pack of every kind, played through with the keyboard alone, in each behaviour."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crossread.base.folders import content_folder
from crossread.inquiry.behaviours import BEHAVIOURS
from crossread.inquiry.view import question_view
from crossread.questions.discussion import DiscussionResponse
from crossread.questions.essay import EssayResponse
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json
from tests.desktop.pages.by_keyboard.answering import KEYS, play
from tests.desktop.pages.by_keyboard.hands import CTRL, Hands, Key
from tests.desktop.pages.conftest import Opened

EVERY = "every-kind"
OWN: dict[str, Any] = {
    "essay": EssayResponse("One passes it on and the other was there. So it stays open, 9 or 15."),
    "discussion": DiscussionResponse("Who told them, and could they know?"),
}


def with_behaviour(pack: Path, name: str) -> None:
    """Have every question of a pack asked in one behaviour, and all parts as its stages have them."""
    for file in (pack / "pack.yaml", *(pack / "questions").glob("*.yaml")):
        text = re.sub(r"(?m)^ *(behaviour|tries|penalty): .*\n", "", file.read_text("utf-8"))
        if file.name == "pack.yaml":
            text += f"behaviour: {name}\n"
        file.write_text(text, "utf-8")


def solution(opened: Opened, question: Question) -> Any:
    kind = KINDS[question.kind]
    return kind.solve(question, opened.desk.opened.texts) if kind.scored else OWN[question.kind]


def test_every_kind_has_its_keys() -> None:
    assert set(KEYS) == set(KINDS)


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_the_pack_of_every_kind_is_played_through_with_the_keyboard_alone(
    open_window: Callable[[], Opened], library: Path, behaviour: str
) -> None:
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    with_behaviour(library / EVERY, behaviour)
    opened = open_window()
    opened.go("", EVERY)
    hands = Hands(opened)
    pack = opened.overview.opened.pack
    played: set[str] = set()
    for number, stage in enumerate(pack.stages, 1):
        if stage.kind != "read":
            continue
        hands.press(Key(Key.Key_0.value + number), CTRL)
        opened.wait(lambda stage=stage: opened.pages.stage == stage)  # type: ignore[misc]
        played |= play_stage(hands)
        expect_all_right(opened, stage.id)
    assert played == set(KINDS)


def in_view(hands: Hands) -> str:
    return hands.opened.desk.column.showing


def play_stage(hands: Hands) -> set[str]:
    """Answer every question of a stage rightly and hand it in; return the kinds that it had."""
    column = hands.opened.desk.column
    questions = column.answering.questions
    for number, question in enumerate(questions):
        assert column.number == number
        view = column.answering.view(question)
        assert view.status == "open", (question.id, view.status)
        hands.to_answer()
        given = solution(hands.opened, question)
        play(hands, hands.body.answer, given)
        if view.checks:
            hands.tab_to(column.check_button)
            hands.press(Key.Key_Space)
            if column.answering.lacks(question):  # which is said first
                assert column.answering.view(question).may_change, question.id
                hands.press(Key.Key_Space)
            assert not column.answering.view(question).may_change, question.id
        hands.press(Key.Key_Return, CTRL)
    assert in_view(hands) == "hand-in"
    hands.press(Key.Key_Space)
    assert in_view(hands) == "summary"
    if column.answering.holds_back:
        hands.opened.qtbot.wait(20)
        hands.tab_until(lambda focus: getattr(focus, "text", str)().startswith("Show results"))
        hands.press(Key.Key_Space)
        hands.tab_until(lambda focus: getattr(focus, "text", str)().startswith("Show"))
        hands.press(Key.Key_Space)
    return {question.kind for question in questions}


def expect_all_right(opened: Opened, stage: str) -> None:
    """Hold that everything was kept, handed in and marked as right."""
    desk = opened.desk
    state = opened.session.state(EVERY)
    assert state.of(stage).latest.handed_in
    for question in desk.column.answering.questions:
        view = question_view(state, desk.opened.pack, question, desk.opened.has_original)
        assert view.answered is not None, question.id
        assert view.mark is not None, question.id
        assert view.mark.score == (1 if KINDS[question.kind].scored else None), question.id
        if question.kind in OWN:
            assert view.answered.response == response_json(OWN[question.kind])
