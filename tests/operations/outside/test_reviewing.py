"""Review and practice over several sittings and days: what is asked, what it leaves, what is left out."""

import shutil
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from crossread.base.clock import SystemClock
from crossread.base.declared import REVIEW_MOST
from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.base.settings import Settings
from crossread.inquiry.asked import asked
from crossread.inquiry.commands import Answer, Check, EnterStage, HandIn
from crossread.inquiry.view import question_view
from crossread.operations.opening.opened import OpenPack
from crossread.operations.outside import reviewing as reviewing_module
from crossread.operations.outside.asked_outside import Asked, Response
from crossread.operations.outside.practising import Practising
from crossread.operations.outside.review_count import ENOUGH, waiting
from crossread.operations.outside.reviewing import Reviewing, ReviewSet, again
from crossread.operations.sessions.background import THREAD
from crossread.progress import review_plan
from crossread.progress.review_plan import Plan
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json
from tests.operations.conftest import PACK, Desk

Sit = Callable[[], Desk]


class Days:
    """The days of a test, which pass when it says so."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def pass_(self, days: float) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Days:
    passing = Days()
    monkeypatch.setattr(SystemClock, "now", lambda _self: passing.now)
    return passing


def reviewing(desk: Desk) -> Reviewing:
    return Reviewing(desk.session, Settings(desk.folders.settings), SystemClock())


def count(desk: Desk) -> int:
    return waiting(desk.session, Settings(desk.folders.settings), SystemClock().now().astimezone())


def look_again(desk: Desk) -> None:
    """Look through the library, as the window does when it begins."""
    shelf = [pack.digest for pack in desk.session.shelf()]
    desk.session.refresh_library()
    desk.run_until(lambda: [pack.digest for pack in desk.session.shelf()] != shelf)


def hand_in(desk: Desk, *, know: bool = False) -> OpenPack:
    """Answer every question of the pack, none of them or all of them right, and hand it in."""
    opened = desk.open()
    for stage in opened.pack.stages:
        questions = asked(desk.session.state(PACK), opened.pack, stage.id)
        if not questions:
            continue
        desk.session.do(opened, EnterStage(stage=stage.id))
        for question in questions:
            view = question_view(desk.session.state(PACK), opened.pack, question, opened.has_original)
            if not view.may_change:
                continue
            response = solved(opened, question.id) if know else None
            command = Check if view.checks else Answer
            desk.session.do(
                opened, command(question=question.id, response=response, dont_know=response is None)
            )
        desk.session.do(opened, HandIn(stage=stage.id))
    desk.saved()
    return opened


def solved(opened: OpenPack, name: str) -> dict[str, object] | None:
    question = opened.pack.by_id[name]
    response = KINDS[question.kind].solve(question, opened.texts)
    return None if response is None else response_json(response)


def today(desk: Desk, review: Reviewing) -> ReviewSet:
    return desk.result(review.open)


def ids(review_set: ReviewSet) -> list[str]:
    return [one.question.id for one in review_set.questions]


def known(one: Asked, certainty: str = "certain") -> Response:
    return Response(response=solved(one.opened, one.question.id), certainty=certainty)  # type: ignore[arg-type]


UNKNOWN = Response(response=None, dont_know=True)


def test_what_was_not_known_comes_back_the_next_day_and_what_the_pack_keeps_out_never(
    desk: Desk, days: Days
) -> None:
    opened = hand_in(desk)
    review = reviewing(desk)
    assert ids(today(desk, review)) == []
    days.pass_(1)
    found = today(desk, review)
    may = {
        one.id for one in opened.pack.questions if one.review and KINDS[one.kind].recalled and not one.needs
    }
    assert set(ids(found)) == may
    assert "cause-wagon" not in may  # it says `review: no`
    assert all(one.seed for one in found.questions)


def test_a_review_is_kept_and_moves_its_question_to_a_later_day(desk: Desk, sit: Sit, days: Days) -> None:
    hand_in(desk)
    days.pass_(1)
    review = reviewing(desk)
    first = today(desk, review).questions[0]
    given = review.give(first, known(first))
    assert (given.mark.score, given.rating) == (1.0, 3)
    assert given.due > days.now.date()
    desk.saved()
    desk.session.close()
    later = sit().begin()
    found = today(later, reviewing(later))
    assert first.question.id not in ids(found)
    assert found.plan.done == 1


def test_nothing_of_it_counts_on_the_way_through_the_stage(desk: Desk, days: Days) -> None:
    opened = hand_in(desk)
    state, skills = desk.session.state(PACK), desk.session.skills()
    days.pass_(1)
    review, practising = reviewing(desk), Practising(desk.session)
    first = today(desk, review).questions[0]
    review.give(first, known(first))
    questions: Sequence[Asked] = desk.result(partial(practising.open, first.question.skill))
    practising.give(questions[0], known(questions[0]))
    assert desk.session.state(PACK).stages == state.stages
    assert desk.session.skills() == skills
    assert opened.pack.id == PACK


def test_the_learners_word_stands_in_the_place_of_what_was_made_of_the_mark(desk: Desk, days: Days) -> None:
    hand_in(desk)
    days.pass_(1)
    review = reviewing(desk)
    first = today(desk, review).questions[0]
    given = review.give(first, known(first, "guess"))
    better = review.rate(given, again(given, 1))
    assert (given.rating, better.rating) == (2, 3)
    assert better.due >= given.due
    card = review.state().cards[first.key]
    assert [told.rating for told in card.reviews] == [3]
    assert [told.entry for told in card.reviews] == [given.entry]  # one answer, however often it is rated
    assert again(better, 9) == 4
    assert again(better, -9) == 1


def test_the_last_review_of_today_can_be_taken_back_one_after_another_and_none_of_yesterday(
    desk: Desk, days: Days
) -> None:
    hand_in(desk)
    days.pass_(1)
    review = reviewing(desk)
    before = today(desk, review)
    for one in before.questions[:2]:
        review.give(one, UNKNOWN)
        days.pass_(0.001)
    assert review.undo() == before.questions[1].key
    assert review.undo() == before.questions[0].key
    assert review.undo() is None
    assert ids(today(desk, review)) == ids(before)
    review.give(before.questions[0], UNKNOWN)
    days.pass_(1)
    assert review.undo() is None


def test_no_more_than_the_setting_says_are_asked_on_a_day(desk: Desk, days: Days) -> None:
    hand_in(desk)
    settings = Settings(desk.folders.settings)
    settings.set(REVIEW_MOST, 2)
    review = Reviewing(desk.session, settings, SystemClock())
    days.pass_(1)
    found = today(desk, review)
    assert len(found.questions) == 2
    for one in found.questions:
        review.give(one, UNKNOWN)
    assert ids(today(desk, review)) == []
    days.pass_(300)
    assert len(today(desk, review).questions) == 2
    assert review.plan().ahead[0] > 0  # the rest is spread over the days after


def test_a_question_that_is_gone_makes_room_and_is_said(desk: Desk, sit: Sit, days: Days) -> None:
    hand_in(desk)
    days.pass_(1)
    before = ids(today(desk, reviewing(desk)))
    desk.session.close()
    questions = desk.folders.packs / PACK / "questions" / "1-night.yaml"
    text = questions.read_text("utf-8")
    gone = next(name for name in before if f"- id: {name}\n" in text)
    questions.write_text(text.replace(f"- id: {gone}\n", f"- id: {gone}-anew\n"), "utf-8")
    later = sit().begin()
    look_again(later)
    review = reviewing(later)
    found = today(later, review)
    assert gone not in ids(found)
    assert found.left_out == 1
    assert today(later, reviewing(later)).left_out == 0  # it is said once, and known from then on
    assert len(review.plan().today) == len(found.questions)


def test_what_the_pack_keeps_out_by_now_is_not_counted_among_what_waits(
    desk: Desk, sit: Sit, days: Days
) -> None:
    hand_in(desk)
    days.pass_(1)
    before = ids(today(desk, reviewing(desk)))
    desk.session.close()
    questions = desk.folders.packs / PACK / "questions" / "1-night.yaml"
    text = questions.read_text("utf-8")
    kept_out = next(name for name in before if f"- id: {name}\n" in text)
    questions.write_text(text.replace(f"- id: {kept_out}\n", f"- id: {kept_out}\n  review: no\n"), "utf-8")
    later = sit().begin()
    look_again(later)
    assert kept_out not in ids(today(later, reviewing(later)))
    later.saved()
    later.session.close()
    last = sit().begin()
    assert kept_out not in [card.question for card in reviewing(last).plan().today]


def test_a_rating_that_cannot_be_kept_leaves_the_review_as_it_was_given(
    desk: Desk, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(desk)
    days.pass_(1)
    review = reviewing(desk)
    (first, *_others) = today(desk, review).questions
    reviewed = review.give(first, UNKNOWN)
    remember = desk.session.give_outside

    def refuse(pack: str, new: Sequence[NewEntry]) -> None:
        if any(entry.kind == "review-rated" for entry in new):
            raise Expected("record-unwritable", "The disk refuses.")
        remember(pack, new)

    with monkeypatch.context() as patched:
        patched.setattr(desk.session, "give_outside", refuse)
        with pytest.raises(Expected):
            review.rate(reviewed, 3)
    (kept,) = review.state().cards[first.key].reviews
    assert (kept.entry, kept.rating) == (reviewed.entry, reviewed.rating)


def test_a_pack_that_is_no_longer_in_the_library_leaves_nothing_to_ask(
    desk: Desk, sit: Sit, days: Days
) -> None:
    hand_in(desk)
    desk.session.close()
    shutil.rmtree(desk.folders.packs / PACK)
    days.pass_(1)
    later = sit().begin()
    assert ids(today(later, reviewing(later))) == []  # whether it is known yet that it went, or not
    look_again(later)
    assert Practising(later.session).skills() == {}


def test_how_many_wait_is_known_without_asking_what_all_entries_come_to(
    desk: Desk, sit: Sit, days: Days, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(desk)
    review = reviewing(desk)
    review.keep_count()
    assert count(desk) == 0
    coming = sum(review.plan().ahead)
    assert coming >= ENOUGH
    desk.saved()
    desk.session.close()
    later = sit().begin()

    def never(_projection: object) -> None:
        raise AssertionError("nobody may wait for this")

    monkeypatch.setattr(later.session, "projected", never)
    days.pass_(1)
    assert 0 < count(later) <= coming
    days.pass_(5)
    assert count(later) == coming
    days.pass_(-30)
    assert count(later) == 0  # a clock that went back knows of nothing


def test_before_a_handful_of_marks_was_seen_nothing_is_offered(desk: Desk, days: Days) -> None:
    opened = desk.open()
    stage = next(one.stage for one in opened.pack.questions if one.kind == "choice")
    first = opened.pack.questions_of(stage)[0]
    desk.session.do(opened, EnterStage(stage=stage))
    desk.session.do(opened, Answer(question=first.id, response=None, dont_know=True))
    desk.session.do(opened, HandIn(stage=stage))
    review = reviewing(desk)
    review.keep_count()
    days.pass_(3)
    assert len(review.plan().today) == 1
    assert count(desk) == 0


def test_practice_asks_what_was_had_before_of_a_skill_and_passages_too(desk: Desk, days: Days) -> None:
    opened = hand_in(desk, know=True)
    practising = Practising(desk.session)
    counts = practising.skills()
    assert counts
    for skill, count in counts.items():
        questions: Sequence[Asked] = desk.result(partial(practising.open, skill))
        assert len(questions) == count
        assert all(one.question.skill == skill and one.question.review for one in questions)
    kinds = {opened.pack.by_id[card.question].kind for card in reviewing(desk).state().cards.values()}
    assert "evidence" in kinds
    assert practising.skills() == counts


def test_in_practice_what_was_just_answered_right_goes_to_the_end_and_is_mixed_anew(
    desk: Desk, days: Days
) -> None:
    hand_in(desk)
    practising = Practising(desk.session)
    skill = max(practising.skills().items(), key=lambda pair: pair[1])[0]
    before: Sequence[Asked] = desk.result(partial(practising.open, skill))
    assert len(before) > 1
    first = before[0]
    practising.give(first, known(first))
    after: Sequence[Asked] = desk.result(partial(practising.open, skill))
    assert [one.key for one in after] == [one.key for one in before[1:]] + [first.key]
    assert after[-1].seed != first.seed


def test_before_anything_was_marked_there_is_nothing_to_practise(desk: Desk) -> None:
    assert Practising(desk.session).skills() == {}


@pytest.fixture
def much(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have each plan made as that of thousands is; returns on which threads plans were made."""
    threads: list[str] = []
    found = review_plan.plan

    def noted(*given: Any) -> Plan:
        threads.append(threading.current_thread().name)
        return found(*given)

    monkeypatch.setattr(reviewing_module, "AT_ONCE", 0)
    monkeypatch.setattr(review_plan, "plan", noted)
    return threads


def test_what_takes_long_to_plan_is_planned_elsewhere(desk: Desk, days: Days, much: list[str]) -> None:
    hand_in(desk)
    days.pass_(1)
    review = reviewing(desk)
    found = today(desk, review)
    assert set(much) == {THREAD}
    assert [card.question for card in review.plan().today] == ids(found)
    review.keep_count()
    desk.run_until(lambda: count(desk) == len(found.questions))


def test_what_is_given_while_it_is_planned_counts(desk: Desk, days: Days, much: list[str]) -> None:
    hand_in(desk)
    days.pass_(1)
    review = reviewing(desk)
    first, *others = today(desk, review).questions
    got: list[ReviewSet] = []
    review.open(got.append)
    review.give(first, known(first))
    desk.run_until(lambda: got)
    assert ids(got[0]) == [one.question.id for one in others]
    assert got[0].plan.done == 1


def test_a_set_that_was_let_go_of_while_it_is_planned_is_told_to_nobody(
    desk: Desk, days: Days, much: list[str]
) -> None:
    hand_in(desk)
    days.pass_(1)
    review = reviewing(desk)
    dropped: list[ReviewSet] = []
    review.open(dropped.append)
    review.let_go()
    assert today(desk, review).questions  # behind it
    assert not dropped


def test_the_last_count_is_kept_before_all_is_closed(desk: Desk, days: Days, much: list[str]) -> None:
    hand_in(desk)
    days.pass_(1)
    reviewing(desk).keep_count(at_once=True)
    assert much == [threading.current_thread().name]
    assert count(desk) > 0
