"""Review: the questions that come back another day, and what became of them there, as a fold of entries.

It keeps what was given and when, and no schedule: when a question comes back follows from that
(`review_schedule`). So taking a review back leaves no trace, and nothing hangs on the schedule's numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from crossread.inquiry.behaviours import holds_back

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossread.base.entries import Entry

# A question by the ids of its pack and of itself.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One answer with what it earned: the number of its entry, when, a share from 0 to 1, how sure.

    `rating` is how well it was known, from 1 to 4, where the answer was given in review; else 0.
    """

    entry: str
    seq: int
    at: datetime
    share: float
    certainty: str = ""
    rating: int = 0


@dataclass(slots=True, kw_only=True)
class Card:
    """A question whose mark the learner has seen.

    `first` is the first answer whose mark they saw, `last` the newest one outside review; `reviews` are those
    given in review that were not taken back, oldest first. `consent` tells whether the pack lets it come
    back, `held` whether its marks were held back until their release.
    """

    pack: str
    question: str
    stage: str
    skill: str
    kind: str
    consent: bool
    held: bool
    first: Told
    last: Told
    reviews: list[Told] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """The ids of its pack and its question."""
        return self.pack, self.question

    @property
    def newest(self) -> Told:
        """The newest answer of all."""
        return max((self.last, *self.reviews[-1:]), key=lambda told: told.seq)


@dataclass(slots=True, kw_only=True)
class Unmarked:
    """An answer that has no mark yet."""

    entry: str
    kind: str
    consent: bool
    certainty: str


@dataclass(slots=True, kw_only=True)
class Review:
    """What the entries come to: `cards` by pack and question, in the order in which their marks were seen.

    `changed` is the number of the last entry that changed what comes back, or when.
    """

    cards: dict[Key, Card] = field(default_factory=dict)
    given: dict[tuple[str, str, int], Unmarked] = field(default_factory=dict)  # by pack, question, attempt
    held: dict[Key, list[tuple[int, Card]]] = field(default_factory=dict)  # by pack and stage, with attempts
    released: dict[Key, int] = field(default_factory=dict)  # by pack and stage: up to which attempt
    again: dict[Key, int] = field(default_factory=dict)  # by pack and stage: the later attempt that is open
    changed: int = field(default=0, compare=False)

    def rests(self, card: Card) -> bool:
        """Tell whether a question may not be asked now: its exam is open once more, or held back."""
        stage = card.pack, card.stage
        return bool(self.held.get(stage)) or (card.held and stage in self.again)


class ReviewFold:
    """The projection of all entries on what comes back."""

    name: Final = "review"
    version: Final = 2

    def empty(self) -> Review:
        """Return what there is before any entry."""
        return Review()

    def add(self, state: Review, entry: Entry) -> None:
        """Let one more entry count."""
        deed = _DEEDS.get(entry.kind)
        if deed is not None:
            deed(state, entry)
            if entry.kind not in _LATER:
                state.changed = entry.seq

    def to_json(self, state: Review) -> Any:
        """Put a state down as JSON."""
        from crossread.progress.review_json import to_json

        return to_json(state)

    def from_json(self, value: Any) -> Review:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        from crossread.progress.review_json import from_json

        return from_json(value)


REVIEW: Final = ReviewFold()


def share_of(value: object) -> float | None:
    """Read a score as a share from 0 to 1; None for what is not scored."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return min(1.0, max(0.0, float(value)))


def _stage(entry: Entry) -> Key:
    return entry.pack, str(entry.payload.get("stage", ""))


def _entered(state: Review, entry: Entry) -> None:
    if entry.attempt > 1:
        state.again[_stage(entry)] = entry.attempt


def _handed_in(state: Review, entry: Entry) -> None:
    state.again.pop(_stage(entry), None)


def _answered(state: Review, entry: Entry) -> None:
    payload = entry.payload
    state.given[entry.pack, entry.question, entry.attempt] = Unmarked(
        entry=entry.id,
        kind=str(payload.get("kind", "")),
        consent=payload.get("review") is not False,
        certainty=str(payload.get("certainty", "")),
    )


def _withdrawn(state: Review, entry: Entry) -> None:
    state.given.pop((entry.pack, entry.question, entry.attempt), None)


def _marked(state: Review, entry: Entry) -> None:
    place = entry.pack, entry.question, entry.attempt
    given, payload = state.given.get(place), entry.payload
    if given is None or given.entry != payload.get("answer"):
        return
    del state.given[place]
    share = share_of(payload.get("raw", payload.get("score")))  # what this try was worth by itself
    if share is None:
        return
    held = holds_back(str(payload.get("behaviour", "")))
    told = Told(entry=given.entry, seq=entry.seq, at=entry.at, share=share, certainty=given.certainty)
    card = _card(entry, payload, given.kind, told, consent=given.consent, held=held)
    if held and state.released.get(_stage(entry), 0) < entry.attempt:
        state.held.setdefault(_stage(entry), []).append((entry.attempt, card))
    else:
        _see(state, card)


def _remarked(state: Review, entry: Entry) -> None:
    """Let a later mark of an answer take the place of the first one, wherever that stands."""
    share = share_of(entry.payload.get("raw", entry.payload.get("score")))
    answer = entry.payload.get("answer")
    held = state.held.get(_stage(entry), [])
    known = state.cards.get((entry.pack, entry.question))
    for card in [*([known] if known else []), *(card for _attempt, card in held)]:
        if share is not None and card.question == entry.question:
            for name in ("first", "last"):
                told: Told = getattr(card, name)
                if told.entry == answer:
                    setattr(card, name, replace(told, share=share))


def _released(state: Review, entry: Entry) -> None:
    """Let the marks count that the learner sees now, from now on."""
    stage = _stage(entry)
    state.released[stage] = max(state.released.get(stage, 0), entry.attempt)
    waiting = state.held.pop(stage, [])
    still = [(attempt, card) for attempt, card in waiting if attempt > entry.attempt]
    if still:
        state.held[stage] = still
    for attempt, card in waiting:
        if attempt <= entry.attempt:
            seen = replace(card.first, at=entry.at, seq=entry.seq)
            _see(state, replace(card, first=seen, last=seen))


def _practised(state: Review, entry: Entry) -> None:
    payload = entry.payload
    share = share_of(payload.get("score"))
    if share is None:
        return
    certainty = str(payload.get("certainty", ""))
    told = Told(entry=entry.id, seq=entry.seq, at=entry.at, share=share, certainty=certainty)
    consent = payload.get("review") is not False
    _see(state, _card(entry, payload, str(payload.get("kind", "")), told, consent=consent, held=False))


def _reviewed(state: Review, entry: Entry) -> None:
    payload = entry.payload
    share, rating = share_of(payload.get("right")), payload.get("rating")
    card = state.cards.get((entry.pack, entry.question))
    if share is None or rating not in (1, 2, 3, 4):
        return
    certainty = str(payload.get("certainty", ""))
    told = Told(
        entry=entry.id, seq=entry.seq, at=entry.at, share=share, certainty=certainty, rating=int(rating)
    )
    if card is not None:
        card.reviews.append(told)


def _undone(state: Review, entry: Entry) -> None:
    taken = entry.payload.get("entry")
    card = state.cards.get((entry.pack, entry.question))
    if card is not None:
        card.reviews = [one for one in card.reviews if one.entry != taken]


def _rated(state: Review, entry: Entry) -> None:
    """Let what the learner said take the place of the rating that the mark gave."""
    answer, rating = entry.payload.get("entry"), entry.payload.get("rating")
    card = state.cards.get((entry.pack, entry.question))
    if card is not None and rating in (1, 2, 3, 4):
        card.reviews = [
            replace(one, rating=int(rating)) if one.entry == answer else one for one in card.reviews
        ]


def _card(
    entry: Entry, payload: Mapping[str, Any], kind: str, told: Told, *, consent: bool, held: bool
) -> Card:
    return Card(
        pack=entry.pack,
        question=entry.question,
        stage=str(payload.get("stage", "")),
        skill=str(payload.get("skill", "")),
        kind=kind,
        consent=consent,
        held=held,
        first=told,
        last=told,
    )


def _see(state: Review, card: Card) -> None:
    """Take up a question whose mark the learner sees: the first one begins its card, a later one is noted."""
    known = state.cards.get(card.key)
    if known is None:
        state.cards[card.key] = card
        return
    known.last, known.stage, known.skill, known.kind = card.last, card.stage, card.skill, card.kind
    known.consent, known.held = card.consent, known.held or card.held


# What changes nothing of it before a mark does.
_LATER = frozenset({"answered", "withdrawn"})

_DEEDS = {
    "stage-entered": _entered,
    "handed-in": _handed_in,
    "answered": _answered,
    "withdrawn": _withdrawn,
    "marked": _marked,
    "remarked": _remarked,
    "released": _released,
    "practised": _practised,
    "reviewed": _reviewed,
    "review-rated": _rated,
    "review-undone": _undone,
}
