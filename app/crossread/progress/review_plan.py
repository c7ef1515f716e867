"""What to review today, and how much on the days to come: never more than a day bears, nothing overdue."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from heapq import heapify, heappop

from crossread.progress.review import Card, Review
from crossread.progress.review_schedule import AGAIN, HARD, due, rating_of
from crossread.questions.order import seed_of

DAYS = 14  # that are shown ahead

# By how many days others of the same day go before it: sure and wrong first, then wrong, then guessed. What
# waits gains a day with each day, so nothing waits for ever.
_BEHIND = {"sure and wrong": 0, "wrong": 1, "guessed": 2, "right": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The sets of a learner, from today on.

    `today` is what is still to be asked today, in this order; `done` how many were asked today already.
    `ahead` says how many come on each of the days from tomorrow on, never more than a day bears; `later` how
    many come after those.
    """

    today: tuple[Card, ...] = ()
    done: int = 0
    ahead: tuple[int, ...] = (0,) * DAYS
    later: int = 0

    @property
    def next_in(self) -> int:
        """In how many days something comes next, from 1; 0 where nothing comes in the days shown."""
        return next((days for days, count in enumerate(self.ahead, 1) if count), 0)


def plan(
    state: Review, now: datetime, most: int, may_be_asked: Callable[[Card], bool] = lambda _card: True
) -> Plan:
    """Share out what comes back, `most` a day; the day is that of the zone of `now`.

    Where more is due than a day bears, the rest is spread over the days that follow. `may_be_asked` leaves
    out what cannot be asked.
    """
    if now.tzinfo is None:
        raise ValueError("the time needs its zone")
    today, zone = now.date(), now.tzinfo
    cards = [card for card in state.cards.values() if suits(state, card) and may_be_asked(card)]
    done = sum(_asked_on(card, today, zone) for card in state.cards.values())
    ahead = now.astimezone(UTC) + timedelta(days=1)
    days = sorted(((_day(card, today, zone, ahead), card) for card in cards), key=lambda pair: pair[0])
    waiting: list[tuple[int, int, int, Card]] = []  # a heap: of thousands that wait a day takes a few
    sets: list[list[Card]] = []
    at = 0
    for number in range(DAYS + 1):
        day = today + timedelta(days=number)
        while at < len(days) and days[at][0] <= day:
            waiting.append((*_rank(*days[at]), at, days[at][1]))
            at += 1
        heapify(waiting)
        room = max(0, most - (done if number == 0 else 0))
        sets.append([heappop(waiting)[-1] for _one in range(min(room, len(waiting)))])
    return Plan(
        today=tuple(sets[0]),
        done=done,
        ahead=tuple(len(one) for one in sets[1:]),
        later=len(waiting) + len(days) - at,
    )


def suits(state: Review, card: Card) -> bool:
    """Tell whether a question may come back at all, as far as the entries tell."""
    from crossread.questions.registry import KINDS

    kind = KINDS.get(card.kind)
    return card.consent and kind is not None and kind.recalled and not state.rests(card)


def sorted_for_practice(cards: Iterable[Card]) -> Sequence[Card]:
    """Order questions for practice: what was wrong or least sure first, of that what was longest ago."""
    order = list(_BEHIND)
    return sorted(cards, key=lambda card: (order.index(_standing(card)), card.newest.seq))


def _day(card: Card, today: date, zone: tzinfo, ahead: datetime) -> date:
    """Return the day from which a card is asked on; a clock that was ahead for a time keeps none away."""
    asked = card.reviews[-1] if card.reviews else card.first
    return today if asked.at > ahead else due(card).astimezone(zone).date()


def _asked_on(card: Card, day: date, zone: tzinfo) -> bool:
    return bool(card.reviews) and card.reviews[-1].at.astimezone(zone).date() == day


def _rank(day: date, card: Card) -> tuple[int, int]:
    return day.toordinal() + _BEHIND[_standing(card)], seed_of(*card.key)


def _standing(card: Card) -> str:
    """Say how well a question was known when it was answered last, as a key of `_BEHIND`."""
    told = card.newest
    rating = told.rating or rating_of(told.share, told.certainty)
    if rating == AGAIN:
        return "sure and wrong" if told.certainty == "certain" else "wrong"
    return "guessed" if rating == HARD else "right"
