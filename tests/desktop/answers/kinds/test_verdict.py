import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.verdict import VerdictAnswer
from crossread.questions.mark import Mark, Part
from crossread.questions.verdict import KIND, VerdictResponse
from tests.desktop.answers.asking import LETTERS, VERDICT


@pytest.fixture
def answer(qtbot: QtBot) -> VerdictAnswer:
    widget = VerdictAnswer(VERDICT, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, 300)
    widget.show()
    return widget


def test_the_cards_are_named_after_the_sources_letter(answer: VerdictAnswer) -> None:
    said = [pick.accessibleName() for pick in answer.options.picks()]
    assert said == ["B says so", "B says otherwise", "B does not say"]
    assert answer.statement.text() == "“The county knew of the crack.”"


@pytest.mark.parametrize(("number", "verdict"), [(1, "says-so"), (2, "says-otherwise"), (3, "does-not-say")])
def test_number_keys_pick(qtbot: QtBot, answer: VerdictAnswer, number: int, verdict: str) -> None:
    with qtbot.waitSignal(answer.changed):
        assert answer.pick_number(number)
    assert answer.response().verdict == verdict
    assert not answer.pick_number(4)


def test_a_click_picks_and_ctrl_z_takes_it_back(qtbot: QtBot, answer: VerdictAnswer) -> None:
    card = answer.options.card("does-not-say")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert answer.response() == VerdictResponse("does-not-say")
    QTest.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert answer.response() == VerdictResponse()


def test_the_mark_shows_what_the_source_says(answer: VerdictAnswer) -> None:
    answer.pick_number(1)
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(VERDICT, answer.response(), {}))
    assert [answer.options.card(key).fate() for key in ("says-so", "says-otherwise", "does-not-say")] == [
        "wrong",
        "key",
        "open",
    ]
    assert not answer.pick_number(2)


def test_a_right_reading_is_shown_as_right(answer: VerdictAnswer) -> None:
    answer.pick_number(2)
    answer.show_mark(Mark(score=1, parts=(Part(score=1, key="The source says otherwise"),)))
    assert answer.options.card("says-otherwise").fate() == "right"
