"""When questions come back, and how much of it a day bears."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.clock import LOCAL
from crossread.progress import review_schedule
from crossread.progress.review_plan import DAYS, plan, sorted_for_practice
from crossread.progress.review_schedule import AGAIN, EASY, GOOD, HARD, due, rating_of
from tests.patience import LONGEST_S
from tests.progress.reviewing import START, Learner, learners

TOMORROW = START + timedelta(days=1)


def days_until(learner: Learner, question: str) -> int:
    return (due(learner.state.cards["bridge", question]) - learner.now).days


@pytest.mark.parametrize(
    ("share", "certainty", "rating"),
    [
        (0.0, "certain", AGAIN),
        (0.0, "guess", AGAIN),
        (0.4, "", AGAIN),
        (0.5, "certain", HARD),
        (1.0, "guess", HARD),
        (1.0, "", GOOD),
        (1.0, "fairly sure", GOOD),
        (1.0, "certain", GOOD),
    ],
)
def test_how_well_it_was_known_follows_from_the_mark_and_from_how_sure_one_was(
    share: float, certainty: str, rating: int
) -> None:
    assert rating_of(share, certainty) == rating


def test_nothing_comes_back_on_the_day_on_which_it_was_answered() -> None:
    learner = Learner()
    learner.answer("wrong", 0.0)
    assert plan(learner.state, learner.now, 12).today == ()
    assert [card.question for card in plan(learner.state, TOMORROW, 12).today] == ["wrong"]


def test_what_is_known_better_each_time_comes_at_ever_longer_intervals() -> None:
    learner = Learner()
    learner.answer("who", 1.0)
    gaps = [days_until(learner, "who")]
    for _time in range(4):
        learner.later(days=gaps[-1])
        learner.review("who", GOOD)
        gaps.append(days_until(learner, "who"))
    assert gaps == sorted(set(gaps))
    assert gaps[-1] > 30
    learner.later(days=gaps[-1])
    learner.review("who", AGAIN, 0.0)
    assert days_until(learner, "who") < gaps[-1] / 3


def test_a_better_word_for_it_brings_it_back_later() -> None:
    whens = []
    for rating in (AGAIN, HARD, GOOD, EASY):
        learner = Learner()
        learner.answer("who", 1.0)
        learner.later(days=3)
        learner.review("who", rating, 1.0)
        whens.append(due(learner.state.cards["bridge", "who"]))
    assert whens == sorted(set(whens))


def test_sure_and_wrong_comes_first_then_wrong_then_guessed_then_the_rest() -> None:
    learner = Learner()
    learner.answer("right", 1.0, "certain")
    learner.answer("guessed", 1.0, "guess")
    learner.answer("wrong", 0.0, "guess")
    learner.answer("sure", 0.0, "certain")
    today = plan(learner.state, START + timedelta(days=2), 12).today
    assert [card.question for card in today] == ["sure", "wrong", "guessed", "right"]
    assert [card.question for card in sorted_for_practice(today)] == ["sure", "wrong", "guessed", "right"]


def test_in_practice_what_was_longest_ago_comes_first_among_equals() -> None:
    learner = Learner()
    for name in ("older", "newer", "newest"):
        learner.answer(name, 0.0)
    learner.write("practised", "older", stage="read", kind="choice", skill="integrate", score=0.0)
    order = sorted_for_practice(learner.state.cards.values())
    assert [card.question for card in order] == ["newer", "newest", "older"]


def test_after_a_long_pause_a_day_is_as_small_as_ever_and_the_rest_is_spread_over_those_to_come() -> None:
    learner = Learner()
    for number in range(40):
        learner.answer(f"q{number}", 0.0)
    back = START + timedelta(days=120)
    found = plan(learner.state, back, 12)
    assert (len(found.today), found.ahead[:4], found.later) == (12, (12, 12, 4, 0), 0)
    assert found.next_in == 1


def test_a_set_that_was_interrupted_goes_on_where_it_was() -> None:
    learner = Learner()
    for number in range(30):
        learner.answer(f"q{number}", 0.0)
    learner.later(days=1)
    whole = plan(learner.state, learner.now, 12).today
    for card in whole[:5]:
        learner.review(card.question, GOOD)
        learner.later(minutes=1)
    rest = plan(learner.state, learner.now, 12)
    assert [card.key for card in rest.today] == [card.key for card in whole[5:]]
    assert rest.done == 5


def test_a_set_has_an_end() -> None:
    learner = Learner()
    for number in range(30):
        learner.answer(f"q{number}", 0.0)
    learner.later(days=1)
    for card in plan(learner.state, learner.now, 12).today:
        learner.review(card.question, AGAIN, 0.0)  # even where nothing was known
    found = plan(learner.state, learner.now, 12)
    assert (found.today, found.done, found.next_in) == ((), 12, 1)


def test_the_day_is_the_learners_own() -> None:
    learner = Learner(now=datetime(2026, 3, 2, 22, 30, tzinfo=UTC))
    learner.answer("who", 0.0)
    east = timezone(timedelta(hours=9))
    there = datetime(2026, 3, 4, 0, 10, tzinfo=east)  # the next day there, not a whole day later
    assert [card.question for card in plan(learner.state, there, 12).today] == ["who"]


def test_an_answer_at_the_end_of_all_years_breaks_nothing() -> None:
    learner = Learner(now=datetime(9999, 12, 31, 12, 0, tzinfo=UTC))
    learner.answer("flood", 0)
    learner.now = START
    assert [card.question for card in plan(learner.state, START, 9).today] == ["flood"]
    learner.review("flood", GOOD)
    planned = plan(learner.state, START, 9)
    assert planned.done == 1
    assert 0 < planned.next_in < 8


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is not set here")
@pytest.mark.usefixtures("berlin")
def test_a_review_of_the_evening_before_summer_time_is_of_that_evening() -> None:
    learner = Learner(now=datetime(2026, 3, 20, 12, 0, tzinfo=UTC))
    learner.answer("flood", 0)
    learner.now = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)  # half past eleven at night, in winter time
    learner.review("flood", GOOD)
    assert plan(learner.state, learner.now.astimezone(LOCAL), 9).done == 1
    morning = datetime(2026, 3, 29, 8, 0, tzinfo=UTC).astimezone(LOCAL)
    assert morning.isoformat() == "2026-03-29T10:00:00+02:00"
    assert plan(learner.state, morning, 9).done == 0


def test_a_clock_that_was_years_ahead_for_a_time_keeps_nothing_away() -> None:
    learner = Learner(now=datetime(2099, 1, 1, tzinfo=UTC))
    learner.answer("who", 1.0)
    assert len(plan(learner.state, START, 12).today) == 1


@pytest.mark.parametrize("kind", ["essay", "discussion", "evidence", "matrix", "two-part", "unheard-of"])
def test_only_what_memory_can_answer_comes_back(kind: str) -> None:
    learner = Learner()
    learner.answer("who", 0.0, kind=kind)
    assert plan(learner.state, TOMORROW, 12).today == ()


def test_what_its_pack_keeps_out_and_what_cannot_be_asked_is_left_out() -> None:
    learner = Learner()
    learner.answer("toll", 0.0, review=False)
    learner.answer("gone", 0.0)
    found = plan(learner.state, TOMORROW, 12, lambda card: card.question != "gone")
    assert (found.today, sum(found.ahead), found.later) == ((), 0, 0)


@given(learners(), st.integers(1, 20), st.integers(-3, 60))
@settings(max_examples=100, deadline=None)
def test_no_day_bears_more_than_it_may_and_nothing_is_lost(learner: Learner, most: int, days: int) -> None:
    state, now = learner.state, START + timedelta(days=days)
    found = plan(state, now, most)
    assert len(found.today) <= most
    assert len(found.ahead) == DAYS
    assert all(count <= most for count in found.ahead)
    planned = len(found.today) + sum(found.ahead) + found.later
    assert planned == sum(not state.rests(card) for card in state.cards.values())
    assert plan(learner.state, now, most) == found  # the same entries, the same sets


@given(learners(), st.integers(1, 12))
@settings(max_examples=60, deadline=None)
def test_whoever_does_a_set_each_day_comes_by_everything(learner: Learner, most: int) -> None:
    learner.now = max([START, *(entry.at for entry in learner.entries)])
    soon = learner.now + timedelta(days=10)
    cards = [card for card in learner.state.cards.values() if not learner.state.rests(card)]
    waiting = {card.question for card in cards if due(card) < soon}
    for _day in range(30):
        learner.later(days=1)
        for card in plan(learner.state, learner.now, most).today:
            waiting.discard(card.question)
            learner.review(card.question, AGAIN, 0.0)  # it comes back the next day, and takes no one's place
    assert waiting == set()


def test_the_schedule_brings_in_nothing_heavy() -> None:
    code = (
        "import sys, crossread.progress.review, crossread.progress.review_plan\n"
        "assert 'fsrs' not in sys.modules\n"
        "import fsrs\n"
        "assert not {'torch', 'pandas', 'numpy', 'tqdm'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=LONGEST_S)


@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda at: at.year >= 1990),
    st.sampled_from([0.0, 0.6, 1.0]),
    st.sampled_from(["guess", "certain"]),
)
def test_the_first_wait_is_as_the_scheduler_has_it_whenever_it_begins(
    at: datetime, share: float, certainty: str
) -> None:
    learner = Learner(now=at)
    learner.answer("who", share, certainty)
    card = learner.state.cards["bridge", "who"]
    assert due(card) == review_schedule._due(((card.first.at, rating_of(share, certainty)),))
