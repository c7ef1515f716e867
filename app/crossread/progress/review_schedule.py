"""When a question comes back: FSRS, as it comes, with nine of ten remembered for its aim.

Its numbers are nobody's to set. Days are whole, and chance plays no part: the same reviews give the same day.
"""

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from crossread.progress.review import Card

if TYPE_CHECKING:
    from fsrs import Scheduler

TARGET = 0.9  # the share that is to be remembered
LONGEST = 365  # days
LATEST = datetime(9990, 1, 1, tzinfo=UTC)  # a clock that says more counts as this: days have to follow it
HALF = 0.5  # what is less than half right was not known

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


def rating_of(share: float, certainty: str) -> int:
    """Return how well something was known, from 1 to 4, by what it earned and how sure the learner was.

    The best of the four is the learner's alone to give.
    """
    if share < HALF:
        return AGAIN
    return HARD if share < 1 or certainty == "guess" else GOOD


def due(card: Card) -> datetime:
    """Return from when on a question may be asked again, in UTC."""
    rating = rating_of(card.first.share, card.first.certainty)
    if not card.reviews:  # most: how long that is hangs on nothing but how well it was known
        return min(card.first.at.astimezone(UTC), LATEST) + _first_wait(rating)
    return _due(((card.first.at, rating), *((review.at, review.rating) for review in card.reviews)))


@lru_cache(maxsize=20_000)
def _due(ratings: tuple[tuple[datetime, int], ...]) -> datetime:
    from fsrs import Card as Scheduled
    from fsrs import Rating

    scheduled = Scheduled(card_id=0, due=datetime.min.replace(tzinfo=UTC))
    for at, rating in ratings:
        scheduled, _log = _scheduler().review_card(scheduled, Rating(rating), min(at.astimezone(UTC), LATEST))
    return scheduled.due


@cache
def _first_wait(rating: int) -> timedelta:
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    return _due(((begin, rating),)) - begin


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    none: tuple[timedelta, ...] = ()
    return Scheduler(
        desired_retention=TARGET,
        learning_steps=none,  # nothing comes back on the same day: a set has an end
        relearning_steps=none,
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )
