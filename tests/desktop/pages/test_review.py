"""Review in the window: offered once there is something, asked by keyboard, with an end, and taken back."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from crossread.base.declared import REVIEW_MOST
from crossread.base.errors import Expected
from crossread.desktop.pages.library.library_side import LibrarySide
from crossread.desktop.pages.review.review_page import ReviewPage
from crossread.desktop.place import LIBRARY, REVIEW
from crossread.operations.sessions.changed import Changed
from crossread.progress.review import REVIEW as FOLD
from tests.desktop.pages.conftest import PACK, Opened, words_of
from tests.desktop.pages.reviewed import Days, change_pack, hand_in
from tests.patience import LONGEST_S

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Days:
    return Days(monkeypatch)


def review_page(opened: Opened) -> ReviewPage:
    page = opened.window.pages.page()
    assert isinstance(page, ReviewPage)
    return page


def begin(opened: Opened) -> ReviewPage:
    """Go to review and wait until it is known what there is."""
    opened.window.go(REVIEW)
    page = review_page(opened)
    opened.wait(page.is_ready)
    return page


def begin_set(opened: Opened) -> ReviewPage:
    page = begin(opened)
    opened.press(Key.Key_Return)  # the button that begins has the focus
    opened.wait(lambda: page.asking)
    assert page.view.body is not None
    return page


def next_question(opened: Opened, page: ReviewPage) -> None:
    before = page.view.alone
    opened.press(Key.Key_Return, CTRL)
    opened.wait(lambda: page.is_ready() and (not page.asking or page.view.alone is not before))


def do_not_know(opened: Opened, page: ReviewPage) -> None:
    assert page.view.body is not None
    page.view.toggle_dont_know()
    page.view.check()
    assert page.view.alone is not None
    assert page.view.alone.mark is not None


def is_marked(page: ReviewPage) -> bool:
    assert page.view.alone is not None
    return page.view.alone.mark is not None


def is_counted(opened: Opened) -> bool:
    """Tell whether all that comes back is counted: some of it may be counted before the rest is handed in."""
    cards = opened.window._around.reviewing.state().cards
    seen = opened.session.kept("review").get("seen")
    return not opened.window._review_count.is_waiting and seen == len(cards)


def review_card(opened: Opened) -> QPushButton | None:
    buttons = [
        button
        for side in opened.window.library.findChildren(LibrarySide)
        for button in side.findChildren(QPushButton)
        if button.text() == "Review…" and button.isVisible()
    ]
    return buttons[0] if buttons else None


def test_on_the_first_day_it_says_what_will_be_here_and_leads_back(
    opened: Opened, days: Days, heard: list[str]
) -> None:
    page = begin(opened)
    assert "Nothing to review yet" in words_of(page)
    assert "come back here on later days" in words_of(page)
    assert any("Nothing to review yet" in one for one in heard)
    assert review_card(opened) is None
    opened.press(Key.Key_Return)
    assert opened.window.pages.page() is opened.window.library
    assert days.now


def test_the_library_offers_it_once_something_comes_back_and_not_before(opened: Opened, days: Days) -> None:
    opened.go("read-night")
    hand_in(opened)
    opened.wait(lambda: is_counted(opened))
    opened.window.go(LIBRARY)
    assert review_card(opened) is None  # nothing comes back on the day itself
    days.pass_(1)
    opened.go("")
    opened.window.go(LIBRARY)
    card = review_card(opened)
    assert card is not None
    opened.click(card)
    opened.wait(lambda: review_page(opened).is_ready())
    assert "questions today" in words_of(review_page(opened))


def test_a_set_by_keyboard_from_its_first_question_to_its_end(
    opened: Opened, days: Days, heard: list[str]
) -> None:
    opened.settings.set(REVIEW_MOST, 2)
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    assert "1 of 2" in page.view.where.text()
    opened.press(Key.Key_0)
    opened.press(Key.Key_X)
    opened.wait(lambda: page.view.alone is not None and page.view.alone.mark is not None)
    assert any(one.startswith("not known") for one in heard)
    assert "Comes back tomorrow." in words_of(page)
    assert "point" not in words_of(page)  # nothing is counted here
    assert page.view.next.hasFocus()
    next_question(opened, page)
    assert "2 of 2" in page.view.where.text()
    do_not_know(opened, page)
    next_question(opened, page)
    assert not page.asking
    assert "Done for today" in words_of(page)
    assert "questions come tomorrow" in words_of(page)
    assert any(one.startswith("Done for today.") for one in heard)
    assert page.sheet is not None
    assert page.sheet.calendar is not None
    assert page.sheet.calendar.accessibleName().startswith("In the next two weeks")
    opened.press(Key.Key_Return)
    assert opened.window.pages.page() is opened.window.library
    assert review_card(opened) is None


def test_nothing_is_checked_before_an_answer_is_given(opened: Opened, days: Days) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    assert page.view.alone is not None
    assert not page.view.next.isVisible()
    page.view.check()
    assert page.view.alone.mark is None
    assert "Give an answer first, then check it." in words_of(page)


def test_the_text_is_one_key_away_without_its_passages_until_the_answer_is_checked(
    opened: Opened, days: Days
) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    view = page.view
    while view.alone is not None and not view.alone.question.evidence:
        do_not_know(opened, page)
        next_question(opened, page)
    assert view.alone is not None
    assert not view.strip.isVisible()
    page.view.leave.setFocus()
    opened.press(Key.Key_V)
    assert view.strip.isVisible()
    assert view.strip.pane.source_id in view.alone.question.sources
    assert not view.strip.pane.view.marks()
    opened.press(Key.Key_Escape)
    assert not view.strip.isVisible()
    assert page.isVisible()
    do_not_know(opened, page)
    opened.press(Key.Key_V)
    assert view.strip.isVisible()
    assert view.strip.pane.view.marks()


@pytest.mark.parametrize(("key", "better"), [(Key.Key_B, True), (Key.Key_W, False)])
def test_who_knew_it_better_or_worse_says_so(opened: Opened, days: Days, key: Qt.Key, better: bool) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    assert page.view.alone is not None
    asked = page.view.alone.asked
    do_not_know(opened, page)
    opened.press(key)
    card = opened.session.projected(FOLD).cards[asked.key]
    assert [told.rating for told in card.reviews] == [2 if better else 1]
    said = "Noted. Comes back tomorrow." if better else "Comes back tomorrow: sooner is not possible."
    assert said in words_of(page)  # the day is the same, so it has to be said
    opened.press(Key.Key_B)
    card = opened.session.projected(FOLD).cards[asked.key]
    assert [told.rating for told in card.reviews] == [3 if better else 2]


def test_the_last_review_is_taken_back_and_its_question_asked_again(
    opened: Opened, days: Days, heard: list[str]
) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    assert page.view.alone is not None
    first = page.view.alone.asked.key
    do_not_know(opened, page)
    next_question(opened, page)
    assert page.view.alone.asked.key != first
    page.view.leave.setFocus()
    opened.press(Key.Key_Z, CTRL)
    opened.wait(lambda: page.view.alone is not None and page.view.alone.asked.key == first)
    assert page.view.alone.mark is None
    assert "1 of" in page.view.where.text()
    assert any("taken back" in one for one in heard)
    assert opened.session.projected(FOLD).cards[first].reviews == []
    page.view.leave.setFocus()
    opened.press(Key.Key_Z, CTRL)
    assert any("Nothing was reviewed today" in one for one in heard)


def test_the_last_step_of_an_answer_is_taken_back_before_any_review(opened: Opened, days: Days) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    do_not_know(opened, page)
    next_question(opened, page)
    body = page.view.body
    while body is not None and body.question.kind != "choice":
        do_not_know(opened, page)
        next_question(opened, page)
        body = page.view.body if page.asking else None
    assert body is not None
    done = sum(len(card.reviews) for card in opened.session.projected(FOLD).cards.values())
    body.choose(1)
    assert not body.given().is_empty(body.question)
    page.undo()
    assert body.given().is_empty(body.question)
    after = sum(len(card.reviews) for card in opened.session.projected(FOLD).cards.values())
    assert after == done


def test_that_there_is_nothing_to_take_back_is_seen_and_goes_with_the_next_deed(
    opened: Opened, days: Days
) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    page.view.leave.setFocus()
    opened.press(Key.Key_Z, CTRL)
    assert "Nothing was reviewed today" in words_of(page)
    do_not_know(opened, page)
    assert "Nothing was reviewed today" not in words_of(page)
    opened.press(Key.Key_Z, CTRL)
    opened.wait(lambda: not is_marked(page))
    assert "The last review is taken back" in words_of(page)
    do_not_know(opened, page)
    assert "The last review is taken back" not in words_of(page)


def test_a_review_taken_back_of_what_cannot_be_asked_any_more_leads_to_what_there_is(
    opened: Opened, days: Days, library: Path
) -> None:
    hand_in(opened)
    opened.settings.set(REVIEW_MOST, 1)
    days.pass_(1)
    page = begin_set(opened)
    while page.asking:
        do_not_know(opened, page)
        next_question(opened, page)
    shutil.rmtree(library / PACK)
    opened.session.refresh_library()
    opened.wait(lambda: PACK not in [one.id for one in opened.session.shelf()])
    opened.wait(page.is_ready)
    page.undo()
    opened.wait(page.is_ready)
    assert not page.asking
    assert page.sheet is not None


def test_a_pack_that_changes_in_the_middle_of_a_set_is_asked_as_it_is_now(
    opened: Opened, days: Days, library: Path
) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    do_not_know(opened, page)
    change_pack(opened, library, 'prompt: "', 'prompt: "Now, ')
    next_question(opened, page)
    assert page.view.alone is not None
    assert page.view.alone.question.prompt.startswith("Now, ")


def test_the_library_offers_no_review_of_a_pack_that_went(opened: Opened, days: Days, library: Path) -> None:
    hand_in(opened)
    days.pass_(1)
    opened.window.go(LIBRARY)
    opened.window._review_count.keep()
    opened.window.library.show_again()
    assert review_card(opened) is not None
    shutil.rmtree(library / PACK)
    opened.session.refresh_library()
    opened.wait(lambda: PACK not in [one.id for one in opened.session.shelf()])
    opened.wait(lambda: not opened.window._review_count.is_waiting)
    opened.window.library.show_again()
    assert review_card(opened) is None


def test_where_nothing_ever_comes_back_nothing_is_promised(opened: Opened, days: Days, library: Path) -> None:
    change_pack(opened, library, "  review: no\n", "")
    change_pack(opened, library, "  prompt: ", "  review: no\n  prompt: ")
    hand_in(opened)
    days.pass_(1)
    page = begin(opened)
    assert "Nothing comes back today" in words_of(page)
    assert "comes back later" not in words_of(page)


def test_a_set_goes_on_where_it_was_with_what_was_begun(
    open_window: Callable[[], Opened], days: Days
) -> None:
    first = open_window()
    hand_in(first)
    days.pass_(1)
    page = begin_set(first)
    do_not_know(first, page)
    next_question(first, page)
    body = page.view.body
    assert body is not None
    question = body.question
    page.view.toggle_dont_know()
    first.saved()
    first.close()
    second = open_window()
    page = begin(second)
    assert "Go on" in [button.text() for button in page.findChildren(QPushButton) if button.isVisible()]
    second.press(Key.Key_Return)
    second.wait(lambda: page.asking)
    assert page.view.body is not None
    assert page.view.body.question.id == question.id
    assert page.view.body.given().dont_know
    assert page.view.where.text().startswith("2 of")


def test_enough_for_now_leads_to_the_library_and_nothing_is_lost(opened: Opened, days: Days) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    do_not_know(opened, page)
    opened.click(page.view.leave)
    assert opened.window.pages.page() is opened.window.library
    given = opened.session.projected(FOLD).cards.values()
    assert sum(len(card.reviews) for card in given) == 1


def test_tab_goes_through_all_of_a_question_and_comes_round(opened: Opened, days: Days) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    do_not_know(opened, page)
    begun = opened.focus()
    seen = []
    for _step in range(60):
        opened.press(Key.Key_Tab)
        seen.append(opened.focus())
        if seen[-1] is begun:
            break
    assert seen[-1] is begun
    assert page.back in seen
    assert page.view.show_text in seen
    assert page.view.leave in seen
    assert len(seen) == len(set(map(id, seen)))


def test_while_all_is_counted_anew_it_says_how_far_that_is_and_then_goes_on(
    opened: Opened, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(opened)
    opened.wait(lambda: is_counted(opened))
    days.pass_(1)
    counted: list[tuple[int, int] | None] = [(20, 4000)]
    monkeypatch.setattr(type(opened.session), "counting", property(lambda _self: counted[0]))
    opened.session.keep("review", {"is_counted": True})
    opened.window.go(REVIEW)
    page = review_page(opened)
    assert "is being counted anew: 20 of 4000" in words_of(page)
    assert opened.session.kept("review") == {"is_counted": True}  # nothing is made of half a count
    counted[0] = None
    page.changed(Changed(frozenset({"state"})))
    opened.wait(page.is_ready)
    assert "questions today" in words_of(page)


def test_what_cannot_be_remembered_is_not_marked_and_stays_as_it_was_given(
    opened: Opened, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    page.view.toggle_dont_know()

    def refuse(*_anything: object) -> None:
        raise Expected("could_not_be_kept", "Nothing can be remembered now.")

    monkeypatch.setattr(opened.session, "give_outside", refuse)
    page.view.check()
    assert "Nothing can be remembered now." in words_of(page)
    assert not is_marked(page)
    assert page.view.body is not None
    assert page.view.body.given().dont_know
    monkeypatch.undo()
    page.view.check()
    assert is_marked(page)
    assert "Nothing can be remembered now." not in words_of(page)


def test_coming_back_to_a_question_in_the_middle_finds_it_as_it_was(opened: Opened, days: Days) -> None:
    hand_in(opened)
    days.pass_(1)
    page = begin_set(opened)
    page.view.toggle_dont_know()
    body = page.view.body
    opened.window.go(LIBRARY)
    opened.window.go(REVIEW)
    assert page.asking
    assert page.view.body is body
    assert body is not None
    assert body.given().dont_know


def test_the_first_page_brings_in_nothing_of_review() -> None:
    code = (
        "import sys, crossread.desktop.window, crossread.desktop.pages.library.library\n"
        "late = {'fsrs', 'crossread.progress.review', 'crossread.operations.outside.reviewing'}\n"
        "found = late & set(sys.modules)\n"
        "assert not found, found\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=LONGEST_S)
