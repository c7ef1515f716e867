"""Practice in the window: a skill chosen, its questions asked as long as one likes, passages too."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from crossread.desktop.pages.review.practice_page import PracticePage
from crossread.desktop.pages.review.practise_link import PractiseLink
from crossread.desktop.place import PRACTICE, PROGRESS, Place
from crossread.progress.review import REVIEW as FOLD
from tests.desktop.pages.conftest import PACK, Opened, words_of
from tests.desktop.pages.reviewed import Days, change_pack, hand_in

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Days:
    return Days(monkeypatch)


def practice_page(opened: Opened) -> PracticePage:
    page = opened.window.pages.page()
    assert isinstance(page, PracticePage)
    return page


def test_before_anything_was_marked_it_says_what_will_be_here(opened: Opened, days: Days) -> None:
    opened.window.go(PRACTICE)
    assert "Nothing to practise yet" in words_of(practice_page(opened))
    opened.press(Key.Key_Return)
    assert opened.window.pages.page() is opened.window.library
    assert days.now


def test_a_skill_is_chosen_practised_and_left_by_keyboard(
    opened: Opened, days: Days, heard: list[str]
) -> None:
    hand_in(opened)
    stages = opened.session.state(PACK).stages
    opened.window.go(PRACTICE)
    page = practice_page(opened)
    assert page.skills is not None
    assert page.skills.buttons[0].hasFocus()
    opened.press(Key.Key_Return)
    opened.wait(lambda: page.asking)
    page.view.toggle_dont_know()
    page.view.check()
    assert page.view.alone is not None
    assert page.view.alone.mark is not None
    assert "Comes back" not in words_of(page)
    opened.click(page.view.leave)
    assert "1 question practised, 0 right." in words_of(page)
    assert any("1 question practised" in one for one in heard)
    assert opened.session.state(PACK).stages == stages  # no attempt at a stage
    assert days.now


def begin(opened: Opened) -> PracticePage:
    """Practise the skill that has most questions, and answer the first of them."""
    opened.window.go(PRACTICE)
    page = practice_page(opened)
    counts = page.around.practising.skills()
    assert page.skills is not None
    opened.click(max(page.skills.buttons, key=lambda button: counts[button.property("skill")]))
    opened.wait(lambda: page.asking)
    page.view.toggle_dont_know()
    page.view.check()
    return page


def test_who_goes_elsewhere_and_comes_back_finds_the_mark_and_the_count(opened: Opened, days: Days) -> None:
    hand_in(opened)
    page = begin(opened)
    marked = page.view.alone
    opened.window.go(Place("help"))
    opened.window.go_back()
    assert page.view.alone is marked
    assert "Question 1" in words_of(page)
    opened.click(page.view.leave)
    assert "1 question practised, 0 right." in words_of(page)
    assert days.now


def test_a_pack_that_changes_meanwhile_is_asked_as_it_is_now(
    opened: Opened, days: Days, library: Path
) -> None:
    hand_in(opened)
    page = begin(opened)
    first = page.view.alone
    change_pack(opened, library, 'prompt: "', 'prompt: "Now, ')
    opened.press(Key.Key_Return, CTRL)
    opened.wait(lambda: page.asking and page.view.alone is not first)
    assert page.view.alone is not None
    assert page.view.alone.question.prompt.startswith("Now, ")
    assert "Question 2" in words_of(page)
    assert days.now


def test_passages_are_marked_in_the_text_beside_the_question(opened: Opened, days: Days) -> None:
    pack = hand_in(opened)
    skill = next(one.skill for one in pack.pack.questions if one.kind == "evidence" and not one.needs)
    opened.window.go(Place("practice", about=skill))
    page = practice_page(opened)
    opened.wait(lambda: page.asking)
    view = page.view
    while view.body is not None and view.body.question.kind != "evidence":
        view.toggle_dont_know()
        view.check()
        page.go_on()
    assert view.body is not None
    assert view.strip.isVisible()
    opened.wait(view.strip.pane.is_laid_out)
    view.strip.pane.view.setFocus()
    opened.press(Key.Key_S)
    opened.press(Key.Key_M)
    assert len(view.body.answer.selections()) == 1
    page.check()
    assert view.alone is not None
    assert view.alone.mark is not None
    practised = opened.session.projected(FOLD).cards[PACK, view.body.question.id]
    assert practised.last.seq > practised.first.seq
    assert days.now


def test_after_the_last_question_of_a_skill_it_says_that_there_are_no_more(
    opened: Opened, days: Days
) -> None:
    hand_in(opened, know=True)
    opened.window.go(Place("practice", about="contextualise"))
    page = practice_page(opened)
    opened.wait(lambda: page.asking)
    while page.asking:
        page.view.toggle_dont_know()
        page.view.check()
        page.go_on()
    assert "Those were all that there are of this skill." in words_of(page)
    opened.press(Key.Key_Return)
    assert "Which skill?" in words_of(page)
    assert days.now


def test_a_skill_without_questions_offers_another(opened: Opened, days: Days) -> None:
    opened.window.go(Place("practice", about="integrate"))
    page = practice_page(opened)
    opened.wait(lambda: page.sheet is not None and "no question of this skill" in words_of(page))
    assert days.now


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu, without a screen
def test_the_progress_page_leads_to_the_practice_of_a_skill(opened: Opened, days: Days) -> None:
    hand_in(opened, know=True)
    opened.window.go(PROGRESS)
    opened.wait(lambda: bool(opened.window.findChildren(PractiseLink)))
    link = opened.window.findChildren(PractiseLink)[-1]
    opened.wait(link.button.isVisible)
    link.button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    page = practice_page(opened)
    opened.wait(lambda: page.asking)
    assert page.here().about == link.skills()[0]
    assert days.now
