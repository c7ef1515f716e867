"""What is announced at the desk: each deed once and in words, and nothing for what has not changed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crossread.operations.sessions.changed import Changed, Status
from tests.desktop.pages.conftest import Opened
from tests.desktop.pages.test_all_ways import begin

Key = Qt.Key
NONE, ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Press = tuple[Qt.Key, Qt.KeyboardModifier]
Said = Callable[..., list[str]]


@pytest.fixture
def said(opened: Opened, heard: list[str]) -> Said:
    """Stand at the desk, in the first of two texts; give what presses keys and returns what was announced."""
    opened.window.resize(1600, 900)
    opened.go("read-night")
    opened.desk.panes.focus(0)

    def press(*keys: Press) -> list[str]:
        opened.saved()  # what was done before is told
        opened.qtbot.wait(20)
        heard.clear()
        for key, modifier in keys:
            opened.press(key, modifier)
        opened.qtbot.wait(20)
        return list(heard)

    return press


# What a key does, and how what is then announced begins.
DEEDS: dict[str, tuple[Qt.Key, Qt.KeyboardModifier, str]] = {
    "a sentence is selected": (Key.Key_S, NONE, "The order"),
    "another paragraph": (Key.Key_Down, CTRL, "Paragraph 1: "),
    "one text alone": (Key.Key_Z, NONE, "This pane alone"),
    "another source": (Key.Key_B, NONE, "Now in this pane: B"),
    "another source beside it": (Key.Key_B, ALT, "In the next pane: B"),
    "panes change places": (Key.Key_W, NONE, "This pane is now number 2"),
    "one pane less": (Key.Key_F2, SHIFT, "Panes: 1"),
    "no room for one more": (Key.Key_F2, NONE, "All texts are in view."),
    "the text of one pane is larger": (Key.Key_Plus, ALT, "Text size 19"),
    "all text is larger": (Key.Key_Plus, CTRL, "Text size: 18\u202fpx"),
    "all text is smaller": (Key.Key_Minus, CTRL, "Text size: 16\u202fpx"),
    "all text is as at first": (Key.Key_0, CTRL, "Text size: 17\u202fpx"),
    "another theme": (Key.Key_T, NONE, "Theme: "),
    "another preset": (Key.Key_R, SHIFT, "Texts: Airy"),
    "the ruler": (Key.Key_R, NONE, "Reading ruler: Band"),
    "a highlight": (Key.Key_1, ALT, "Highlighted, Evidence: "),
    "nothing to take back": (Key.Key_Z, CTRL, "There is nothing to take back."),
    "nothing to do again": (Key.Key_Z, CTRL | SHIFT, "There is nothing to do again."),
    "a companion": (Key.Key_N, CTRL | SHIFT, "Notes"),
    "a flag": (Key.Key_L, NONE, "Flagged for later"),
    "an answer that is not known": (Key.Key_0, NONE, "You said: I don’t know."),
    "a citation is copied": (Key.Key_C, CTRL | SHIFT, "Copied, with where it is from"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_is_announced_once_and_in_words(said: Said, deed: str) -> None:
    key, modifier, words = DEEDS[deed]
    told = said((key, modifier))
    assert len(told) == 1, told
    assert told[0].startswith(words)


@pytest.mark.parametrize(
    "key",
    [
        (Key.Key_A, NONE),
        (Key.Key_Left, NONE),
        (Key.Key_V, NONE),
        (Key.Key_X, NONE),
        (Key.Key_Up, ALT | SHIFT),
    ],
    ids=[
        "the source that is there",
        "the caret",
        "evidence not told yet",
        "nothing to check",
        "no pane below",
    ],
)
def test_what_changes_nothing_is_not_announced(said: Said, key: Press) -> None:
    assert said(key) == []


def test_what_is_taken_back_and_done_again_is_named(said: Said) -> None:
    said((Key.Key_S, NONE), (Key.Key_1, ALT))
    assert said((Key.Key_1, ALT)) == ["Highlight removed."]
    assert said((Key.Key_Z, CTRL)) == ["Highlight put back."]
    assert said((Key.Key_Z, CTRL | SHIFT)) == ["Highlight removed."]


def test_a_flag_that_is_pressed_itself_says_so_itself(said: Said, opened: Opened) -> None:
    body = opened.desk.column.body
    assert body is not None
    body.head.flag.setFocus()
    assert said((Key.Key_Space, NONE)) == []
    assert body.head.flag.isChecked()
    opened.desk.panes.focus(0)
    assert said((Key.Key_L, NONE)) == ["Flag taken off"]


def test_which_question_is_in_view_is_said(said: Said) -> None:
    assert said((Key.Key_N, NONE)) == ["Question 2 of 5. What does A say to this?"]


def test_who_goes_on_in_the_questions_hears_what_is_asked_from_the_page_itself(
    said: Said, opened: Opened
) -> None:
    opened.desk.column.focus()
    assert said((Key.Key_Return, CTRL)) == ["Question 2 of 5"]
    around: QWidget | None = opened.focus().parentWidget()
    named = []
    while around is not None and around is not opened.desk.column:
        named.append(around.accessibleName())
        around = around.parentWidget()
    told = " ".join(filter(None, reversed(named)))
    assert "What does A say to this?" in told
    assert "The warden watched the baker's van cross after ten." in told


def test_the_sheet_before_handing_in_and_the_summary_say_what_they_are_as_the_focus_comes_into_them(
    said: Said, opened: Opened
) -> None:
    column = opened.desk.column
    said((Key.Key_0, NONE), (Key.Key_H, SHIFT))
    assert column.sheet is not None
    assert column.sheet.isAncestorOf(opened.focus())
    assert column.sheet.accessibleName().startswith("Hand in this stage? You then see how each answer")
    column.sheet.hand_in.setFocus()
    assert said((Key.Key_Return, NONE))[0] == "Handed in. 0 of 1 points"
    assert column.summary is not None
    assert column.summary.isAncestorOf(opened.focus())
    assert column.summary.accessibleName() == "0 of 1 points"


# Answers


def test_a_step_of_an_answer_is_taken_back_in_words(said: Said, opened: Opened) -> None:
    said((Key.Key_N, NONE))
    opened.desk.column.focus()
    said((Key.Key_1, NONE), (Key.Key_2, NONE))
    opened.desk.panes.focus(0)
    opened.desk.column.focus()
    assert said((Key.Key_Z, CTRL)) == ["Taken back. The source says so"]
    assert said((Key.Key_Z, CTRL)) == ["Taken back."]
    assert said((Key.Key_Z, CTRL)) == ["There is nothing to take back."]
    assert said((Key.Key_Z, CTRL | SHIFT)) == ["Done again. The source says so"]


def test_what_was_not_known_is_known_again_in_words(said: Said, opened: Opened) -> None:
    said((Key.Key_N, NONE), (Key.Key_1, NONE), (Key.Key_0, NONE))
    assert said((Key.Key_0, NONE)) == ["Taken back. The source says so"]


def test_right_and_wrong_are_told_first_and_then_what_is_left_to_try(ways: Opened, heard: list[str]) -> None:
    body = begin(ways, "read-tries")
    ways.type("7")
    heard.clear()
    ways.press(Key.Key_Return)
    ways.wait(lambda: body.hints.count() == 1)
    assert heard == [
        "not right, 0\u00a0of\u00a01\u00a0point",
        "Hint: It is in her first sentence.",
        "Question 3 is open now",
        "2 tries left; each takes a third of the points off.",
    ]
    heard.clear()
    ways.desk.column.check()
    assert heard == ["This answer is checked already. Change it, then check it again."]


def test_what_is_right_is_told_with_its_points_and_its_explanation_stays_to_be_read(
    ways: Opened, heard: list[str]
) -> None:
    begin(ways, "read-tries")
    ways.type("6")
    heard.clear()
    ways.press(Key.Key_Return)
    ways.wait(lambda: bool(heard))
    assert heard[0] == "right, 1\u00a0of\u00a01\u00a0point"
    assert len(heard) == len(set(heard))


def test_handing_in_is_announced_once_with_the_points(ways: Opened, heard: list[str]) -> None:
    begin(ways, "read-open")
    ways.type("Pendleton")
    ways.press(Key.Key_Return)
    ways.desk.column.show_hand_in()
    assert ways.desk.column.sheet is not None
    heard.clear()
    ways.click(ways.desk.column.sheet.hand_in)
    assert [one for one in heard if "anded in" in one] == heard[:1]
    assert heard[0].startswith("Handed in. ")
    assert len(heard) == len(set(heard))


# Whether it is saved


def test_quick_savings_are_not_announced(ways: Opened, heard: list[str]) -> None:
    begin(ways, "read-open")
    ways.type("Pendleton")
    ways.press(Key.Key_Return)
    ways.saved()
    assert not [one for one in heard if "saved" in one]


def test_what_is_not_saved_is_announced_once_with_why_and_so_is_that_it_is_saved_again(
    opened: Opened, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.saved()
    heard.clear()

    def becomes(status: Status) -> None:
        monkeypatch.setattr(type(opened.session), "status", property(lambda _session: status))
        opened.window._changed(Changed(frozenset({"status"})))

    for _answer in range(3):
        becomes(Status(kind="not-saved", message="The disk is full."))
    assert heard == [
        "not saved",
        "The disk is full. Your answers are kept in this window; do not close it.",
    ]
    becomes(Status(kind="saving"))
    becomes(Status(kind="ready"))
    assert heard[2:] == ["saved"]
    monkeypatch.undo()
