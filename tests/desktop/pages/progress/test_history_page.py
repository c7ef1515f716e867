"""All answers: narrowed, opened as they were then, and led back into their pack."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.desktop.pages.progress.answer_then import AnswerThen
from crossread.desktop.pages.progress.history_page import HistoryPage
from crossread.desktop.place import Place
from crossread.inquiry.commands import Answer, HandIn, TryAgain
from crossread.operations.sessions.session import Session
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json
from tests.desktop.pages.conftest import FIXTURES, PACK, WAYS, Opened, words_of
from tests.desktop.pages.progress.answered import NIGHT, answer_again, answer_night


def history(opened: Opened, about: str = "") -> HistoryPage:
    opened.window.go(Place("history", about=about))
    page = opened.window.pages.page()
    assert isinstance(page, HistoryPage)
    opened.wait(lambda: not page.is_looking())
    return page


def narrowed(opened: Opened, page: HistoryPage, **wanted: str) -> list[str]:
    """Ask for something and return the questions that are then shown."""
    values = [wanted.get(name, "") for name in ("where", "pack", "skill", "kind", "outcome", "attempt")]
    before = page.rows()
    page.filter.ask(wanted.get("words", ""), values)
    opened.wait(lambda: page.rows() != before and not page.is_looking())
    return [row.answer.question for row in page.rows()]


def open_answer(opened: Opened, page: HistoryPage, number: int) -> AnswerThen:
    """Open the answer of a row."""
    opened.click(page.rows()[number].open)
    opened.wait(lambda: page.then is not None)
    assert page.then is not None
    return page.then


def test_before_there_is_an_answer_it_says_so(opened: Opened) -> None:
    assert "Nothing has been answered yet" in history(opened).count.text()


def test_answers_are_listed_newest_first_with_what_came_of_them(opened: Opened) -> None:
    answer_night(opened, wrong=True, certainty="fairly sure")
    page = history(opened)
    assert [row.answer.question for row in page.rows()][-1] == "night-planks"
    words = words_of(page)
    assert "How many planks did A count as gone?" in words
    assert "✗ not right" in words
    assert words.count("fairly sure") == 5
    assert page.count.text() == "5 answers"


def test_what_one_looks_for_narrows_the_list(opened: Opened) -> None:
    answer_night(opened, wrong=True, certainty="certain")
    answer_again(opened)
    page = history(opened)
    assert len(page.rows()) == 10
    assert narrowed(opened, page, outcome="wrong") == ["night-witness"]
    assert len(narrowed(opened, page, attempt="later")) == 5
    assert narrowed(opened, page, attempt="first", kind="evidence") == ["night-agree"]
    assert narrowed(opened, page, words="PLANKS warden ") == []
    assert page.count.text().startswith("No answer is like that")
    assert set(narrowed(opened, page, words="planks did a")) == {"night-planks"}
    assert len(narrowed(opened, page)) == 10


def test_what_was_chosen_is_remembered_and_all_is_a_click_away(open_window: Callable[[], Opened]) -> None:
    first = open_window()
    answer_night(first)
    page = history(first)
    assert not page.all_again.isVisible()
    narrowed(first, page, where="practice")
    assert page.count.text().startswith("Nothing has been practised yet.")
    first.close()
    opened = open_window()
    page = history(opened)
    assert page.filter.where.value == "practice"
    assert page.rows() == ()
    assert len(history(opened, "certain-wrong").rows()) == 0
    assert history(opened, "all").filter.where.value == "practice", "a link is no choice of one's own"
    opened.click(page.all_again)
    opened.wait(lambda: len(page.rows()) == 5 and not page.is_looking())
    assert not page.all_again.isVisible()
    assert page.filter.words.hasFocus()  # where one narrows again


def test_packs_are_offered_in_which_something_was_answered(opened: Opened, library: Path) -> None:
    shutil.copytree(FIXTURES / WAYS, library / WAYS)
    opened.session.refresh_library()
    opened.wait(lambda: len(opened.session.shelf()) == 2)
    answer_night(opened)
    assert [pack for pack, _title in history(opened).filter.pack.options] == [PACK]


def test_a_pack_of_which_nothing_was_answered_says_so(opened: Opened) -> None:
    answer_night(opened)
    page = history(opened)
    page.filter.pack.set_options([("other", "Another pack")])
    narrowed(opened, page, pack="other")
    assert page.count.text() == "Nothing of this pack has been answered yet."


def test_of_two_attempts_the_answer_that_counts_says_so(opened: Opened) -> None:
    answer_night(opened, wrong=True)
    pack = opened.desk.opened
    opened.session.do(pack, TryAgain(stage=NIGHT))
    question = pack.pack.by_id["night-planks"]
    right = response_json(KINDS[question.kind].solve(question, pack.texts))
    opened.session.do(pack, Answer(question=question.id, response=right))
    opened.saved()
    page = history(opened)
    assert words_of(page).count("another answer counts") == 1, "what is under way counts once handed in"
    opened.session.do(pack, HandIn(stage=NIGHT))
    opened.saved()
    opened.window.go(Place("progress"))
    page = history(opened, "all")
    assert words_of(page).count("another answer counts") == 1
    then = open_answer(opened, page, 0)
    opened.wait(then.attempts.isVisible)
    assert words_of(then.attempts).count("This one counts.") == 1


def test_the_progress_page_leads_to_what_was_certain_and_wrong(opened: Opened) -> None:
    answer_night(opened, wrong=True, certainty="certain")
    page = history(opened, "certain-wrong")
    assert [row.answer.question for row in page.rows()] == ["night-witness"]
    opened.window.go(Place("progress"))
    assert len(history(opened).rows()) == 1, "as it was left"
    assert len(history(opened, "all").rows()) == 5


def test_an_answer_opens_as_it_was_then_and_closes_to_where_one_was(opened: Opened) -> None:
    answer_night(opened, wrong=True, certainty="certain")
    page = history(opened, "certain-wrong")
    row = page.rows()[0]
    row.open.setFocus(Qt.FocusReason.OtherFocusReason)
    opened.press(Qt.Key.Key_Return)
    opened.wait(lambda: page.then is not None)
    then = page.then
    assert then is not None
    assert opened.focus() is then.back
    assert then.shown is not None
    assert then.shown.is_read_only()
    assert then.shown.mark() is not None
    words = words_of(then)
    assert "On whose own eyes does the crossing of the van rest?" in words
    assert "✗ not right, 0 of 1 points" in words
    assert "You said: certain." in words
    assert "The feedback of then" in words
    assert "The pack has changed" not in words
    opened.press(Qt.Key.Key_Return)
    assert page.then is None
    assert opened.focus() is row.open


def test_all_attempts_at_a_question_stand_side_by_side(opened: Opened) -> None:
    answer_night(opened, wrong=True)
    answer_again(opened)
    page = history(opened)
    number = [row.answer.question for row in page.rows()].index("night-witness")
    then = open_answer(opened, page, number)
    opened.wait(then.attempts.isVisible)
    words = words_of(then.attempts)
    assert "Attempt 1" in words
    assert "Attempt 2, this one" in words
    assert "✗ not right" in words
    assert "✓ right" in words


def test_from_an_answer_one_comes_to_its_question_in_the_pack(opened: Opened) -> None:
    answer_night(opened)
    page = history(opened)
    then = open_answer(opened, page, -1)
    opened.wait(then.there.isVisible)
    opened.click(then.there)
    question = opened.desk.column.question
    assert question is not None
    assert question.id == "night-planks"
    opened.window.go_back()
    assert opened.window.pages.page() is page
    assert page.then is not None, "the answer that one came from is still open"


def test_where_the_pack_has_changed_since_it_says_so_and_shows_the_question_of_then(
    open_window: Callable[[], Opened], library: Path
) -> None:
    first = open_window()
    answer_night(first)
    first.close()
    asked = library / PACK / "questions" / "1-night.yaml"
    changed = asked.read_text("utf-8").replace("How many planks did A count", "How many boards did A count")
    asked.write_text(changed, "utf-8")
    opened = open_window()
    page = history(opened)
    opened.wait(lambda: "How many planks" in words_of(page))
    then = open_answer(opened, page, -1)
    opened.wait(then.changed_since.isVisible)
    assert "The pack has changed since" in then.changed_since.text()
    assert "How many planks" in words_of(then)


def test_answers_of_a_pack_that_is_gone_still_open(opened: Opened, library: Path) -> None:
    answer_night(opened)
    opened.window.go_home()
    opened.window.put_pack_away()
    shutil.rmtree(library / PACK)
    opened.session.refresh_library()
    opened.wait(lambda: not opened.session.shelf())
    page = history(opened)
    then = open_answer(opened, page, -1)
    opened.wait(then.changed_since.isVisible)
    assert "not in the library any more" in then.changed_since.text()
    assert then.shown is not None
    assert not then.there.isVisible()


def test_an_answer_that_was_changed_later_opens_in_its_words(opened: Opened) -> None:
    opened.go("read-night")
    pack = opened.desk.opened
    for number in ("7", "8"):
        opened.session.do(pack, Answer(question="night-planks", response={"text": number}))
    opened.saved()
    page = history(opened)
    assert "changed later" in words_of(page)
    then = open_answer(opened, page, -1)
    assert then.words is not None
    assert then.words.text() == "7 planks"


@pytest.mark.parametrize("behaviour", ["exam"])
def test_what_an_exam_holds_back_is_not_told_here_either(
    open_window: Callable[[], Opened], library: Path, behaviour: str
) -> None:
    pack = library / PACK / "pack.yaml"
    pack.write_text(
        pack.read_text("utf-8").replace("behaviour: deferred", f"behaviour: {behaviour}"), "utf-8"
    )
    opened = open_window()
    answer_night(opened, wrong=True, certainty="certain")
    page = history(opened)
    assert words_of(page).count("marked, not yet shown") == 5
    number = [row.answer.question for row in page.rows()].index("night-witness")
    then = open_answer(opened, page, number)
    assert then.shown is not None
    assert then.shown.mark() is None
    told = words_of(then)
    assert "The feedback of then" not in told
    assert not then.again.isVisible()
    opened.window.go(Place("progress"))
    shown = opened.window.pages.page()
    assert shown is not None
    assert "not right" not in words_of(shown)


def test_answers_of_practice_and_review_stand_among_the_others(opened: Opened) -> None:
    answer_night(opened)
    told = {"stage": NIGHT, "kind": "numerical", "skill": "close-reading", "points": 1, "required": True}
    given = {"response": {"text": "9"}, "certainty": "certain", "dont_know": False}
    new = [
        NewEntry(kind=kind, pack=PACK, question="night-planks", payload={**told, **given, key: score})
        for kind, key, score in (("practised", "score", 0.0), ("reviewed", "right", 1.0))
    ]
    opened.session.give_outside(PACK, new)
    opened.saved()
    page = history(opened)
    assert [row.answer.where for row in page.rows()[:3]] == ["review", "practice", "stage"]
    words = words_of(page)
    assert words.count("in practice") == words.count("in review") == 1
    assert page.count.text() == "7 answers"
    assert opened.session.progress().given == 7
    assert narrowed(opened, page, where="review") == ["night-planks"]
    assert [row.answer.where for row in page.rows()] == ["review"]
    assert narrowed(opened, page, where="practice") == ["night-planks"]
    assert len(narrowed(opened, page, where="stage")) == 5
    assert len(narrowed(opened, page, attempt="first")) == 5, "practice and review are no attempts"
    assert len(narrowed(opened, page, attempt="counts")) == 5


def test_a_review_that_was_taken_back_keeps_its_row_and_is_no_answer_given(opened: Opened) -> None:
    answer_night(opened)
    told = {"stage": NIGHT, "kind": "numerical", "skill": "close-reading", "points": 1, "required": True}
    given = {"response": {"text": "9"}, "certainty": "", "dont_know": False, "right": 1.0}
    review = NewEntry(kind="reviewed", pack=PACK, question="night-planks", payload={**told, **given})
    undone = NewEntry(kind="review-undone", pack=PACK, question="night-planks", payload={"entry": review.id})
    opened.session.give_outside(PACK, [review])
    assert opened.session.progress().given == 6
    opened.session.give_outside(PACK, [undone])
    opened.saved()
    page = history(opened)
    assert [row.answer.where for row in page.rows()].count("review") == 1
    assert "taken back" in words_of(page.rows()[0])
    assert page.count.text() == "5 answers, and 1 taken back"
    assert opened.session.progress().given == 5


def test_an_answer_of_which_the_record_cannot_tell_says_so_and_stays_closed(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_night(opened)
    page = history(opened)
    refusal = Expected("not-read", "This cannot be read now.")

    def tell(_self: Session, _pack: str, then: Callable[[Expected | None], None]) -> None:
        then(refusal)

    monkeypatch.setattr(Session, "when_known", tell)
    opened.click(page.rows()[0].open)
    assert page.then is None
    assert page.count.text() == "This cannot be read now."


def test_escape_closes_the_answer_first_and_then_the_page(opened: Opened) -> None:
    answer_night(opened)
    opened.window.go(Place("progress"))
    page = history(opened)
    open_answer(opened, page, 0)
    opened.press(Qt.Key.Key_Escape)
    assert page.then is None
    assert opened.window.pages.page() is page
    assert opened.focus() is page.rows()[0].open
    opened.press(Qt.Key.Key_Escape)
    back = opened.window.pages.page()
    assert back is not None
    assert back.name == "progress"
