"""What is told once a question is marked, in the words in view, and how answers are looked back on."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crossread.desktop.pages.progress.history_row import HistoryRow
from crossread.desktop.pages.questions.feedback import Feedback
from crossread.desktop.pages.questions.showing import PassageSeen
from crossread.progress.history import AnswerGiven
from crossread.questions.passages import PassageKey
from tests.desktop.pages.conftest import FIXTURES, Opened, words_of

Key = Qt.Key


def feedback_on(opened: Opened, number: int) -> Feedback:
    """Hand the first stage in after one answer, and open the feedback on a question."""
    opened.go("read-night")
    column = opened.desk.column
    column.focus()
    opened.type("3")
    column.show_hand_in()
    assert column.sheet is not None
    opened.click(column.sheet.hand_in)
    column.go(number)
    assert column.body is not None
    assert column.body.feedback is not None
    return column.body.feedback


def quotes(feedback: Feedback) -> list[str]:
    assert feedback.passages is not None
    return [row.passage.accessibleName() for row in feedback.passages.rows]


def test_right_answers_are_explained_too(opened: Opened) -> None:
    told = words_of(feedback_on(opened, 0))
    assert "A counted three in the dark." in told
    assert "What stands firm" in told


def test_a_passage_is_quoted_from_the_text_in_view(opened: Opened) -> None:
    opened.go("read-night")
    opened.pages.attach([FIXTURES / "originals" / "warden.txt"])
    opened.wait(lambda: opened.pages.opened.has_original("warden"))
    feedback = feedback_on(opened, 0)
    assert quotes(feedback) == ["A: “She counted three planks gone”"]
    opened.desk.panes.focus(0)
    opened.press(Key.Key_O)
    (quote,) = quotes(feedback)
    assert quote != "A: “She counted three planks gone”"
    assert len(quote.split()) == 11  # the letter, and ten words of the original
    opened.press(Key.Key_O)
    assert quotes(feedback) == ["A: “She counted three planks gone”"]


def test_enter_on_a_passage_shows_it_and_the_rest_stays_marked(opened: Opened) -> None:
    feedback = feedback_on(opened, 2)
    assert feedback.passages is not None
    row = feedback.passages.rows[0].passage
    row.setFocus(Qt.FocusReason.TabFocusReason)
    opened.press(Key.Key_Return)
    panes = {pane.source_id: pane.view for pane in opened.desk.panes.panes}
    assert panes["miller"].shown_range() is not None
    assert panes["warden"].shown_range() is None
    assert [mark.role for mark in panes["warden"].marks()] == ["evidence"]


def test_a_passage_that_is_only_in_an_original_that_is_not_there_says_so(opened: Opened) -> None:
    opened.go("read-night")
    question = opened.desk.column.answering.questions[0]
    original = question.evidence[0].original
    key = PassageKey(source="warden", original=original)
    assert opened.desk.panes.seen(key) == PassageSeen(
        "…", "in the author’s own text, which has not been added", True
    )


GIVEN = AnswerGiven(
    entry="e1", pack="two-accounts", stage="read-night", question="q", kind="essay", attempt=1,
    at=datetime(2026, 3, 1, tzinfo=UTC), seen_digest="", prompt="Tell it.", response="It was late.",
    certainty="", dont_know=False,
)  # fmt: skip


def test_an_answer_that_is_not_scored_is_not_said_to_be_unmarked(qtbot: QtBot) -> None:
    row = HistoryRow(replace(GIVEN, rating="Names its sources"), "The Fuller Bridge", "Say who says what.")
    qtbot.addWidget(row)
    row.show()
    told = words_of(row)
    assert "not scored" in told
    assert "You said of it: Names its sources" in told
    assert "in your own words" in told
    other = HistoryRow(replace(GIVEN, kind="choice"), "The Fuller Bridge", "")
    qtbot.addWidget(other)
    other.show()
    assert "not marked yet" in words_of(other)


def test_a_long_answer_shows_its_beginning_and_all_of_it_on_demand(qtbot: QtBot) -> None:
    essay = "The pilot counted the boats at dawn. " * 20
    row = HistoryRow(replace(GIVEN, response=essay), "The Fuller Bridge", "")
    qtbot.addWidget(row)
    row.show()
    assert words_of(row).count("The pilot") < 10
    (more,) = [one for one in row.findChildren(QPushButton) if one.isVisible() and one is not row.open]
    assert more.text() == "Show all of the answer"
    more.click()
    assert words_of(row).count("The pilot") == 20
    more.click()
    assert words_of(row).count("The pilot") < 10
