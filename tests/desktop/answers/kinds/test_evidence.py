from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.evidence import EvidenceAnswer
from crossread.desktop.answers.passages.passage_list import joined
from crossread.desktop.answers.passages.passage_row import shortened
from crossread.desktop.theme import theme
from crossread.questions.evidence import EvidenceResponse
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import PassageKey, Selection
from tests.desktop.answers.asking import EVIDENCE, LETTERS, ONE, selection

WARDEN, HERALD = selection(), selection("herald", 40, "83 lambs")


@pytest.fixture
def answer(qtbot: QtBot) -> EvidenceAnswer:
    widget = EvidenceAnswer(EVIDENCE, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, 400)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def said(answer: EvidenceAnswer) -> list[str]:
    return [label.text() for label in answer.findChildren(QLabel) if label.isVisible()]


def test_the_panel_says_what_to_do(answer: EvidenceAnswer) -> None:
    asked, count, hint = said(answer)
    assert (asked, count) == ("Mark the words in B and C", "0 of 2")
    assert "S" in hint
    assert "M" in hint
    assert answer.takes_passages


def test_a_passage_is_taken_in_and_told(qtbot: QtBot, answer: EvidenceAnswer) -> None:
    with qtbot.waitSignal(answer.changed):
        assert answer.add_selection(WARDEN)
    assert answer.response() == EvidenceResponse((WARDEN,))
    assert answer.panel.count.text() == "1 of 2"
    assert [row.passage.accessibleName() for row in answer.rows()] == ["B: “63 lambs”"]


def test_when_all_are_marked_the_hint_goes(answer: EvidenceAnswer) -> None:
    answer.add_selection(WARDEN)
    answer.add_selection(HERALD)
    assert said(answer) == ["Mark the words in B and C", "2 of 2"]


def test_one_too_many_is_refused_with_a_reason(qtbot: QtBot) -> None:
    answer = EvidenceAnswer(replace(EVIDENCE, choose=(3, 3)), LETTERS)
    qtbot.addWidget(answer)
    given = (WARDEN, HERALD, selection(start=300))
    for one in given:
        assert answer.add_selection(one)
    with qtbot.assertNotEmitted(answer.changed):
        assert not answer.add_selection(selection(start=500))
    assert answer.panel.hint.text() == "All are marked already. Take one away to mark another."
    assert answer.selections() == given


def test_where_each_source_gives_one_the_next_takes_the_place_of_its_sources(answer: EvidenceAnswer) -> None:
    answer.add_selection(WARDEN)
    answer.add_selection(HERALD)
    other = selection(start=500)
    assert answer.add_selection(other)
    assert answer.selections() == (HERALD, other)
    assert said(answer) == ["Mark the words in B and C", "2 of 2"]


def test_with_nothing_marked_only_what_was_asked_for_is_shown(answer: EvidenceAnswer) -> None:
    part = Part(score=0, key="63 lambs", passage=PassageKey(source="warden", quote="63 lambs"))
    answer.show_mark(Mark(score=0, parts=(part,)), nothing_given=True)
    assert said(answer) == ["Nothing was marked"]
    assert len(answer.rows()) == 1


def test_marking_anew_where_one_marked_takes_its_place(answer: EvidenceAnswer) -> None:
    answer.add_selection(WARDEN)
    answer.add_selection(HERALD)
    wider = selection(start=3, quote="lambs of the year")
    assert answer.add_selection(wider)
    assert answer.selections() == (HERALD, wider)


def test_where_one_is_asked_for_the_next_takes_its_place(qtbot: QtBot) -> None:
    answer = EvidenceAnswer(ONE, LETTERS)
    qtbot.addWidget(answer)
    answer.add_selection(WARDEN)
    assert answer.add_selection(HERALD)
    assert answer.selections() == (HERALD,)


def test_a_passage_of_another_source_is_refused(answer: EvidenceAnswer) -> None:
    assert not answer.add_selection(selection("miller"))
    assert said(answer)[-1] == "This question is about B and C."


def test_a_passage_is_taken_away_by_its_button(qtbot: QtBot, answer: EvidenceAnswer) -> None:
    answer.add_selection(WARDEN)
    answer.add_selection(HERALD)
    with qtbot.waitSignal(answer.changed):
        QTest.mouseClick(answer.rows()[0].remove, Qt.MouseButton.LeftButton)
    assert answer.selections() == (HERALD,)
    assert answer.rows()[0].remove.accessibleName() == "Take away: 83 lambs"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_passage_is_taken_away_by_keyboard_and_the_focus_stays(
    qtbot: QtBot, answer: EvidenceAnswer, key: Qt.Key
) -> None:
    answer.add_selection(WARDEN)
    answer.add_selection(HERALD)
    answer.rows()[0].passage.setFocus()
    QTest.keyClick(answer.rows()[0].passage, key)
    assert answer.selections() == (HERALD,)
    assert QApplication.focusWidget() is answer.rows()[0].passage
    QTest.keyClick(answer.rows()[0].passage, key)
    assert answer.selections() == ()
    assert QApplication.focusWidget() is answer.panel


def test_marking_and_taking_away_are_undone_and_done_again(qtbot: QtBot, answer: EvidenceAnswer) -> None:
    answer.add_selection(WARDEN)
    answer.add_selection(HERALD)
    answer.panel.remove(WARDEN)
    answer.panel.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(answer.panel, Qt.Key.Key_Z, control)
    assert answer.selections() == (WARDEN, HERALD)
    QTest.keyClick(answer.panel, Qt.Key.Key_Z, control)
    assert answer.selections() == (WARDEN,)
    QTest.keyClick(answer.panel, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert answer.selections() == (WARDEN, HERALD)
    assert len(answer.rows()) == 2


def test_a_click_on_a_passage_asks_for_its_text(qtbot: QtBot, answer: EvidenceAnswer) -> None:
    answer.add_selection(HERALD)
    told: list[object] = []
    answer.wants_text.connect(told.append)
    answer.show_passage.connect(told.append)
    QTest.mouseClick(answer.rows()[0].passage, Qt.MouseButton.LeftButton)
    assert told == ["herald", HERALD]


def test_enter_on_a_passage_shows_it(qtbot: QtBot, answer: EvidenceAnswer) -> None:
    answer.add_selection(HERALD)
    with qtbot.waitSignal(answer.show_passage) as told:
        QTest.keyClick(answer.rows()[0].passage, Qt.Key.Key_Return)
    assert told.args == [HERALD]


def test_what_is_read_only_cannot_be_changed(qtbot: QtBot, answer: EvidenceAnswer) -> None:
    answer.add_selection(WARDEN)
    answer.set_read_only(True)
    assert not answer.rows()[0].remove.isVisible()
    QTest.keyClick(answer.rows()[0].passage, Qt.Key.Key_Delete)
    answer.panel.remove(WARDEN)
    assert not answer.add_selection(HERALD)
    assert not answer.undo()
    assert answer.selections() == (WARDEN,)


MISSED = PassageKey(source="herald", quote="83 lambs")
MARK = Mark(
    score=0.5,
    parts=(
        Part(score=1, selection=WARDEN, feedback="This passage holds it."),
        Part(score=0, key="83 lambs", feedback="You did not mark this passage.", passage=MISSED),
    ),
)


def test_the_mark_says_which_part_was_right_and_what_was_missed(answer: EvidenceAnswer) -> None:
    answer.set_response(EvidenceResponse((WARDEN,)))
    answer.set_read_only(True)
    answer.show_mark(MARK)
    assert said(answer) == ["◐ Partly right: 1 of 2 passages"]
    assert [row.passage.accessibleName() for row in answer.rows()] == [
        "B: “63 lambs” ✓ Right. This passage holds it.",
        "C: “83 lambs” You did not mark this passage.",
    ]
    assert answer.panel.look() == "partly"


def test_a_passage_that_was_missed_is_shown_on_a_click(qtbot: QtBot, answer: EvidenceAnswer) -> None:
    answer.set_response(EvidenceResponse((WARDEN,)))
    answer.show_mark(MARK)
    with qtbot.waitSignal(answer.show_passage) as told:
        QTest.mouseClick(answer.rows()[1].passage, Qt.MouseButton.LeftButton)
    assert told.args == [MISSED]
    assert not answer.rows()[1].remove.isVisible()


def test_a_passage_partly_right_stands_beside_the_one_asked_for(answer: EvidenceAnswer) -> None:
    answer.set_response(EvidenceResponse((HERALD,)))
    part = Part(
        score=0.6, selection=HERALD, key="83 lambs drowned", feedback="It stops before.", passage=MISSED
    )
    answer.show_mark(Mark(score=0.3, parts=(part,)))
    assert [row.passage.accessibleName() for row in answer.rows()] == [
        "C: “83 lambs” ◐ Partly right. It stops before.",
        "C: “83 lambs drowned” This was asked for.",
    ]


def test_nothing_marked_is_said(answer: EvidenceAnswer) -> None:
    answer.show_mark(Mark(score=0, parts=()))
    assert said(answer) == ["✗ Not right: nothing was marked"]
    answer.show_mark(None)
    assert said(answer)[:2] == ["Mark the words in B and C", "0 of 2"]


def test_letters_are_joined_as_in_a_sentence() -> None:
    assert joined([]) == ""
    assert joined(["B"]) == "B"
    assert joined(["B", "C"]) == "B and C"
    assert joined(["A", "B", "C"]) == "A, B and C"


def test_the_middle_of_a_long_quote_is_left_out() -> None:
    quote = "613 sheep drowned in the night, " + "and more " * 20 + "among them 63 lambs"
    short = shortened(quote)
    assert len(short) <= 95
    assert short.startswith("613 sheep drowned")
    assert short.endswith("among them 63 lambs")
    assert " … " in short
    assert shortened("63\n  lambs") == "63 lambs"
    assert len(shortened("x" * 500)) <= 95


@pytest.mark.parametrize("size", [12, 17, 28, 34])
@pytest.mark.parametrize("width", [300, 360, 520])
def test_no_passage_is_ever_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    long: Selection = selection(quote="613 sheep drowned, " * 12)
    answer = EvidenceAnswer(EVIDENCE, LETTERS)
    qtbot.addWidget(answer)
    answer.add_selection(long)
    answer.add_selection(HERALD)
    answer.show_mark(
        Mark(
            score=0.5,
            parts=(Part(score=0.5, selection=long, feedback="It is in there, with more around it."),),
        )
    )
    answer.resize(width, answer.heightForWidth(width))
    answer.show()
    for row in answer.rows():
        assert row.passage.height() >= row.passage.heightForWidth(row.passage.width())
        quote, note = row.passage._lay_out(row.passage.width())
        assert quote.width <= row.passage.width()
        assert quote.height + (note.height if note else 0) < row.passage.height()
    for label in answer.findChildren(QLabel):
        assert label.isHidden() or label.height() >= label.heightForWidth(label.width())
