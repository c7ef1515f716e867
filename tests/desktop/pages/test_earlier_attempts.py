"""Earlier attempts: what they came to in the summary, what was answered then below the feedback."""

from PySide6.QtCore import Qt

from crossread.desktop.pages.questions.attempt_list import AttemptList
from crossread.desktop.pages.questions.earlier_attempts import EarlierAttempts
from tests.desktop.pages.conftest import PACK, Opened, words_of


def hand_in(opened: Opened, planks: str) -> None:
    column = opened.desk.column
    column.go(0)
    column.focus()
    opened.type(planks)
    column.show_hand_in()
    assert column.sheet is not None
    opened.click(column.sheet.hand_in)
    opened.wait(lambda: column.answering.handed_in)


def earlier(opened: Opened) -> EarlierAttempts | None:
    """Return what is offered below the feedback on the first question."""
    column = opened.desk.column
    column.go(0)
    assert column.body is not None
    return column.body.earlier


def again(opened: Opened) -> None:
    column = opened.desk.column
    column.show_summary()
    opened.click(column.back)
    opened.wait(lambda: not column.answering.handed_in)


def test_a_first_attempt_tells_of_no_other(opened: Opened) -> None:
    opened.go("read-night")
    hand_in(opened, "7")
    column = opened.desk.column
    assert column.summary is not None
    assert "in this attempt" not in words_of(column.summary)
    assert column.summary.findChildren(AttemptList) == []
    assert earlier(opened) is None
    assert column.body is not None
    assert column.body.feedback is not None


def test_the_summary_of_a_second_attempt_tells_what_each_came_to(opened: Opened) -> None:
    opened.go("read-night")
    hand_in(opened, "7")
    again(opened)
    hand_in(opened, "3")
    column = opened.desk.column
    assert column.summary is not None
    (listed,) = column.summary.findChildren(AttemptList)
    told = words_of(listed)
    first, second = column.answering.attempts()
    assert first.points is not None
    assert second.points is not None
    assert second.points.earned == first.points.earned + 1
    assert second.points == column.answering.points()
    assert f"{first.points.earned:g} of {first.points.all:g} points" in told
    assert f"{second.points.earned:g} of {second.points.all:g} points" in told
    words = words_of(column.summary)
    assert f"{second.points.earned:g} of {second.points.all:g} points in this attempt" in words
    assert "Over all attempts the newest answer that you handed in counts" in words


def test_the_summary_of_an_attempt_names_the_points_that_count_where_they_are_others(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    column.go(1)
    opened.press(Qt.Key.Key_2)
    hand_in(opened, "3")
    before = column.answering.points()
    again(opened)
    hand_in(opened, "7")
    assert column.summary is not None
    here, counted = column.answering.points(), column.answering.points_over_all()
    assert counted is not None
    assert counted != here
    assert counted.all == before.all
    told = f"question by question: {counted.earned:g} of {counted.all:g} points."
    assert told in words_of(column.summary)


def test_what_was_answered_before_opens_below_the_feedback_once_the_new_answer_is_marked(
    opened: Opened,
) -> None:
    opened.go("read-night")
    hand_in(opened, "7")
    again(opened)
    assert earlier(opened) is None  # it would help with the answer
    hand_in(opened, "3")
    offered = earlier(opened)
    assert offered is not None
    assert offered.listed.isHidden()
    opened.click(offered.link)
    told = words_of(offered)
    assert "Attempt 1 · not right" in told
    assert "7" in told
    assert offered.link.text() == "Hide earlier attempts"
    opened.click(offered.link)
    assert offered.listed.isHidden()
    attempts = opened.session.state(PACK).of("read-night").attempts
    assert [attempt.answers["night-planks"].response for attempt in attempts] == [
        {"text": "7"},
        {"text": "3"},
    ]
