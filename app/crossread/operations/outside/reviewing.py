"""Review: the set of today, asked question by question, and how many come back on the days after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from crossread.base.clock import LOCAL
from crossread.base.declared import REVIEW_MOST
from crossread.base.errors import Expected
from crossread.operations.outside.asked_outside import (
    Asked,
    OpenPacks,
    Response,
    answer_entry,
    find,
    mark,
    on_the_shelf,
)
from crossread.operations.outside.review_count import keep_waiting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from crossread.base.clock import Clock
    from crossread.base.entries import NewEntry
    from crossread.base.settings import Settings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session
    from crossread.progress.review import Card, Key, Review
    from crossread.progress.review_plan import Plan
    from crossread.questions.kind import Question
    from crossread.questions.mark import Mark

_GONE: Final = "review-left-out"
AT_ONCE: Final = 300  # questions that are planned while one waits: some milliseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSet:
    """The set of today as it can be asked: `questions` still to come, `plan` for the days after.

    `left_out` are how many questions of this set are in their packs no longer, or not to be asked any more.
    """

    questions: tuple[Asked, ...]
    plan: Plan
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A review that was given: its entry, what was marked, how well it was known, and when it comes back."""

    asked: Asked
    entry: str
    given: Response
    mark: Mark
    rating: int
    due: date


class Reviewing:
    """What a learner does in review."""

    def __init__(self, session: Session, settings: Settings, clock: Clock) -> None:
        self._session, self._settings, self._clock = session, settings, clock
        self._packs = OpenPacks(session)
        self._left_out: set[Key] = set()
        self._opened = 0  # how often a set was opened or let go of

    def now(self) -> datetime:
        """Return the time in the learner's zone, whose days count."""
        return self._clock.now().astimezone(LOCAL)

    def state(self) -> Review:
        """Return what comes back."""
        from crossread.progress.review import REVIEW

        return self._session.projected(REVIEW)

    def counting(self) -> tuple[int, int] | None:
        """Return how many entries are counted so far, of how many; None once it is known what comes back."""
        self.state()  # asking for it begins the count
        return self._session.counting

    def plan(self) -> Plan:
        """Return the sets from today on, by what is known without opening a pack."""
        return self._planning()()

    def _planning(self) -> Callable[[], Plan]:
        """Return what makes the plan, by what is known now; it may be called on any thread."""
        from crossread.progress.review_plan import plan

        shelf, gone = on_the_shelf(self._session), self._session.kept(_GONE)
        left_out = self._left_out | {
            (pack, question)
            for pack, told in gone.items()
            if isinstance(told, dict) and told.get("digest") == shelf.get(pack)
            for question in told.get("questions", ())
        }

        def may_be_asked(card: Card) -> bool:
            return card.pack in shelf and card.key not in left_out

        state = self.state()
        known = replace(state, cards=dict(state.cards))  # more may come meanwhile
        return partial(plan, known, self.now(), self._settings[REVIEW_MOST], may_be_asked)

    def _plan(self, then: Callable[[Plan], None]) -> None:
        """Call `then` with the plan: at once where there is little to plan, else soon."""
        if len(self.state().cards) <= AT_ONCE:
            then(self.plan())
        else:
            self._session.work_out(self._planning(), partial(self._planned, self.state().changed, then))

    def _planned(self, known: int, then: Callable[[Plan], None], planned: Plan | Expected) -> None:
        if self.state().changed != known:  # something was given meanwhile
            self._plan(then)
        elif not isinstance(planned, Expected):
            then(planned)

    # The set of today

    def open(self, done: Callable[[ReviewSet], None]) -> None:
        """Open what today's set asks for; `done` gets it, soon, unless it was let go of or opened again.

        What cannot be asked any more makes room for others.
        """
        self._opened += 1
        self._open_more(self._opened, 0, done)

    def let_go(self) -> None:
        """Let go of the packs that were opened."""
        self._opened += 1
        self._packs.forget()
        self._left_out.clear()

    def _open_more(self, wanted: int, left_out: int, done: Callable[[ReviewSet], None]) -> None:
        self._plan(partial(self._open_planned, wanted, left_out, done))

    def _open_planned(
        self, wanted: int, left_out: int, done: Callable[[ReviewSet], None], planned: Plan
    ) -> None:
        def opened() -> None:
            questions = [(card, find(self._packs.get(card.pack), card, _may)) for card in planned.today]
            gone = [card for card, question in questions if question is None]
            if gone:
                self._leave_out(gone)
                self._open_more(wanted, left_out + len(gone), done)
                return
            asked = [self._asked(card, question) for card, question in questions if question is not None]
            self._keep(planned)
            done(ReviewSet(questions=tuple(asked), plan=planned, left_out=left_out))

        if wanted == self._opened:
            self._packs.open((card.pack for card in planned.today), opened)

    def _leave_out(self, cards: list[Card]) -> None:
        """Remember which questions cannot be asked, for as long as their packs stay as they are."""
        gone = {pack: dict(told) for pack, told in self._session.kept(_GONE).items()}
        for card in cards:
            self._left_out.add(card.key)
            opened = self._packs.get(card.pack)
            if opened is None or _only_waits(opened, card.question):
                continue  # once its pack can be opened, or its text is there, it can be asked
            digest = opened.pack.digest
            known = gone.get(card.pack, {})
            questions = known.get("questions", []) if known.get("digest") == digest else []
            gone[card.pack] = {"digest": digest, "questions": sorted({*questions, card.question})}
        self._session.keep(_GONE, gone or None)

    def _asked(self, card: Card, question: Question) -> Asked:
        opened = self._packs.get(card.pack)
        if opened is None:
            raise RuntimeError("the pack was let go of")
        day = self.now().date().isoformat()
        seed = self._session.state(card.pack).seed_of(card.question, day)
        return Asked(opened, question, card, seed)

    # Answering

    def give(self, asked: Asked, given: Response) -> Reviewed:
        """Mark an answer and let it count. Raises Expected where nothing can be remembered."""
        from crossread.progress.review_schedule import rating_of

        earned = mark(asked, given)
        return self._give(asked, given, earned, rating_of(earned.score or 0.0, given.certainty))

    def rate(self, reviewed: Reviewed, rating: int) -> Reviewed:
        """Say otherwise how well it was known, from 1 to 4: it stays the one answer.

        Raises Expected where nothing can be remembered.
        """
        from crossread.base.entries import NewEntry

        if rating == reviewed.rating:
            return reviewed
        pack, question = reviewed.asked.key
        payload = {"entry": reviewed.entry, "rating": rating}
        said = NewEntry(kind="review-rated", pack=pack, question=question, payload=payload)
        self._session.give_outside(pack, [said])
        return replace(reviewed, rating=rating, due=self._due(reviewed.asked))

    def undo(self) -> Key | None:
        """Take the last review of today back; returns its question, None where there is none."""
        now = self.now()
        today = [
            (card.reviews[-1].seq, card)
            for card in self.state().cards.values()
            if card.reviews and card.reviews[-1].at.astimezone(now.tzinfo).date() == now.date()
        ]
        if not today:
            return None
        _seq, card = max(today, key=lambda pair: pair[0])
        self._session.give_outside(card.pack, [_undone(card.key, card.reviews[-1].entry)])
        return card.key

    def _give(self, asked: Asked, given: Response, earned: Mark, rating: int) -> Reviewed:
        """Let a review count."""
        more: dict[str, Any] = {
            "card": "/".join(asked.key),
            "right": earned.score or 0.0,
            "rating": rating,
        }
        entry = answer_entry(asked, "reviewed", given, **more)
        self._session.give_outside(asked.key[0], [entry])
        return Reviewed(
            asked=asked, entry=entry.id, given=given, mark=earned, rating=rating, due=self._due(asked)
        )

    def _due(self, asked: Asked) -> date:
        """Return the day on which a question comes back, by all that is known now."""
        from crossread.progress.review_schedule import due

        card = self.state().cards.get(asked.key, asked.card)
        return due(card).astimezone(self.now().tzinfo).date()

    def keep_count(self, *, at_once: bool = False) -> None:
        """Keep how many questions come on which day, for pages that are shown before that is worked out.

        That is done soon where it takes long, unless nothing comes after: then `at_once`.
        """
        if self.counting() is not None:
            return
        if at_once:
            self._keep(self.plan())
        else:
            self._plan(self._keep)

    def _keep(self, planned: Plan) -> None:
        keep_waiting(self._session, self.now(), planned, len(self.state().cards))


def again(reviewed: Reviewed, by: int) -> int:
    """Return the rating that is better or worse by so many steps, within the four there are."""
    return min(4, max(1, reviewed.rating + by))


def _only_waits(opened: OpenPack, question: str) -> bool:
    """Tell whether a question could be asked if a text of its pack were there."""
    known = opened.pack.by_id.get(question)
    return known is not None and _may(opened, known)


def _undone(key: Key, entry: str) -> NewEntry:
    """Make the entry by which a review counts no more."""
    from crossread.base.entries import NewEntry

    pack, question = key
    return NewEntry(kind="review-undone", pack=pack, question=question, payload={"entry": entry})


def _may(opened: OpenPack, question: Question) -> bool:
    from crossread.packs.in_texts.consent import may_be_reviewed

    return may_be_reviewed(opened.pack, question, opened.shown_now)
