"""Showing this in the others: each pane goes to its words on the claim, or says why it does not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crossread.desktop.pages.desk.claims_said import claims_at, claims_near, places_of, said_on
from crossread.desktop.pages.desk.desk_place import PanePlace
from crossread.desktop.pages.panes.contents_sheet import ContentsList
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.place import Spot
from crossread.inquiry.commands import Answer, HandIn
from crossread.questions.passages import ShownText
from crossread.texts.text import Range
from tests.desktop.pages.conftest import EVERY, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier

QUARTER = "The ferry left a good quarter of an hour early"


@pytest.fixture
def desk(every: Opened) -> Opened:
    """Open a stage that asks nothing of claims, with all four sources in view."""
    every.window.resize(1700, 950)
    every.go("read-words", EVERY)
    desk = every.desk
    desk.panes.restore([PanePlace(one) for one in ("log", "packet", "diary", "lorne")], (), 0)
    desk.panes.focus(0)
    return every


def pane(opened: Opened, source: str) -> Pane:
    return next(one for one in opened.desk.panes.panes if one.source_id == source)


def choose(opened: Opened, source: str, words: str) -> None:
    """Put the caret into some words of a source."""
    one = pane(opened, source)
    opened.desk.panes.focus(one.number)
    start = one.text.shown.index(words)
    one.view.select(Range(start, start + len(words)))


def shown(opened: Opened, source: str) -> str:
    one = pane(opened, source)
    where = one.view.shown_range()
    return one.text.words(where) if where else ""


def test_each_pane_goes_to_its_words_on_the_claim_or_says_that_it_is_silent(desk: Opened) -> None:
    choose(desk, "log", "nine minutes before her time")
    desk.type("i")
    assert shown(desk, "packet").startswith("a good quarter of an hour before half past five")
    assert shown(desk, "lorne").startswith("They left a good quarter of an hour")
    assert shown(desk, "diary") == ""
    assert "is silent on this: " + QUARTER in pane(desk, "diary").note.notice()
    own = pane(desk, "log").note.notice()
    assert QUARTER in own
    assert "shown in B and D" in own
    assert "not a word in C" in own
    assert pane(desk, "log").view.hasFocus()


def test_the_sentence_at_the_caret_is_enough(desk: Opened) -> None:
    one = pane(desk, "log")
    one.view.read_from(one.text.shown.index("nine minutes before her time"))
    desk.type("i")
    assert shown(desk, "packet")


def test_what_was_said_of_one_claim_goes_with_the_next(desk: Opened) -> None:
    choose(desk, "log", "nine minutes before her time")
    desk.type("i")
    choose(desk, "log", "the wind is south-west and rising")
    desk.type("i")
    assert shown(desk, "diary") == "The wind had got up."
    assert pane(desk, "diary").note.notice() == ""
    assert "is silent on this" in pane(desk, "packet").note.notice()


def test_of_several_claims_one_is_chosen_from_a_list(desk: Opened) -> None:
    one = pane(desk, "log")
    one.view.select(Range(0, len(one.text.shown)))
    desk.type("i")
    (listed,) = one.findChildren(ContentsList)
    assert listed.hasFocus()
    assert listed.count() > 2
    assert listed.item(0).text().endswith(QUARTER)
    desk.press(Key.Key_Return)
    assert one.view.hasFocus()
    assert shown(desk, "packet")


def test_escape_leaves_that_list_and_nothing_moves(desk: Opened) -> None:
    one = pane(desk, "log")
    one.view.select(Range(0, len(one.text.shown)))
    desk.type("i")
    desk.press(Key.Key_Escape)
    assert one.view.hasFocus()
    assert all(shown(desk, source) == "" for source in ("packet", "diary", "lorne"))


def test_words_on_no_claim_lead_to_the_claims_of_their_paragraph_or_to_a_sentence(desk: Opened) -> None:
    opened = desk.pages.opened
    text = opened.pack.source("log").digest
    near = next(
        start
        for start in range(len(text.shown))
        if text.shown[start].isalpha()
        and not claims_at(opened, Spot("log", "digest", start, start + 1))
        and claims_near(opened, Spot("log", "digest", start, start + 1))
    )
    pane(desk, "log").view.select(Range(near, near + 1))
    desk.type("i")
    QApplication.processEvents()
    if not shown(desk, "packet"):
        (listed,) = pane(desk, "log").findChildren(ContentsList)
        assert listed.accessibleName() == "These words bear on no claim of the pack. Their paragraph does on:"
        desk.press(Key.Key_Escape)
    far = next(
        start
        for start, block in zip(text.starts, text.blocks, strict=True)
        if not claims_near(opened, Spot("log", "digest", start, start + 1))
    )
    pane(desk, "log").view.read_from(far)
    desk.type("i")
    assert "bear on a claim" in pane(desk, "log").note.notice()


def test_with_one_pane_it_says_how_to_open_another(desk: Opened) -> None:
    for _press in range(3):
        desk.press(Key.Key_F2, Mod.ShiftModifier)
    choose(desk, "log", "nine minutes before her time")
    desk.type("i")
    assert "F2" in pane(desk, "log").note.notice()


def test_a_question_that_asks_for_the_stances_keeps_them_until_its_stage_is_handed_in(every: Opened) -> None:
    every.window.resize(1700, 950)
    every.go("read-know", EVERY)
    every.desk.panes.restore([PanePlace(one) for one in ("log", "packet", "diary", "lorne")], (), 0)
    choose(every, "lorne", "He rang the bell before they left")
    every.type("i")
    # Every other cell is given: those of A and C are asked.
    assert "is silent" in notice(every, "packet")
    for source in ("log", "diary"):
        assert "asks just that" in notice(every, source)
        assert "handed in" in notice(every, source)
        assert shown(every, source) == ""
    first = every.desk.column.answering.questions[0]
    every.session.do(every.pages.opened, Answer(question=first.id, response=None, dont_know=True))
    every.session.do(every.pages.opened, HandIn(stage="read-know"))
    choose(every, "lorne", "He rang the bell before they left")
    every.type("i")
    assert shown(every, "log") == "“No bell”, the line ends."


def test_words_that_a_question_asks_for_are_told_to_bear_on_nothing_more_than_other_words(
    every: Opened,
) -> None:
    every.window.resize(1700, 950)
    every.go("read-know", EVERY)
    every.desk.panes.restore([PanePlace(one) for one in ("log", "packet", "diary", "lorne")], (), 0)
    told = []
    # Words that a question wants marked, others beside them, and words that bear on no claim at all.
    for words in ("the wind is south-west and rising", "by five, he writes", "Below the entries"):
        choose(every, "log", words)
        every.type("i")
        assert all(shown(every, source) == "" for source in ("packet", "diary", "lorne"))
        assert not pane(every, "log").findChildren(ContentsList)
        told.append(notice(every, "log"))
    assert told[0].startswith("Questions that are open ask what ")
    assert len(set(told)) == 1
    first = every.desk.column.answering.questions[0]
    every.session.do(every.pages.opened, Answer(question=first.id, response=None, dont_know=True))
    every.session.do(every.pages.opened, HandIn(stage="read-know"))
    choose(every, "log", "the wind is south-west and rising")
    every.type("i")
    assert shown(every, "diary") == "The wind had got up."


def notice(opened: Opened, source: str) -> str:
    return pane(opened, source).note.notice()


def test_a_stage_that_was_never_entered_keeps_nothing(every: Opened) -> None:
    every.go("read-say", EVERY)
    opened = every.pages.opened
    state = every.session.state(EVERY)
    bell = next(claim for claim in opened.pack.claims if claim.id == "bell")
    assert said_on(opened, state, bell, "lorne", "digest").answer == "shown"
    every.go("read-know", EVERY)
    every.go("read-say", EVERY)
    state = every.session.state(EVERY)
    assert {said_on(opened, state, bell, one.id, "digest").answer for one in opened.pack.sources} >= {"asked"}


def test_every_place_of_a_claim_lies_in_the_text_and_leads_back_to_the_claim(every: Opened) -> None:
    every.go("read-words", EVERY)
    opened = every.pages.opened
    for claim in opened.pack.claims:
        for source in opened.pack.sources:
            for where in places_of(claim, source.id, ShownText("digest", source.digest)):
                assert claim in claims_at(opened, Spot(source.id, "digest", where.start, where.end))
