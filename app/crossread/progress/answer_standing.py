"""How each answer stands by now: what it earned, whether that may be told, whether another one follows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from sys import intern
from typing import Any, ClassVar

from crossread.base.collecting import let_go
from crossread.base.entries import Entry
from crossread.inquiry.behaviours import BEHAVIOURS, DEFERRED
from crossread.progress.in_force import InForce


@dataclass(slots=True)
class Standing:
    """How one answer stands.

    `score` is from 0 to 1 of its `points`, None as long as there is no mark, or none that may be shown
    (`held_back`); `later` tells that it is right at a later try, which earns less. `in_force` tells whether
    it is the one answer that counts for its question (`progress/in_force.py` has the rule); `changed` whether
    it was changed or taken back in its attempt; `first_try` whether its mark counts as that. `closed` tells
    that no other answer can be given in its attempt, so that its key was told unless it is held back.
    An answer given in practice or in review is marked and closed at once, belongs to no attempt (0), and is
    never in force: it counts for itself. A review that was undone is `changed`.
    """

    stage: str
    attempt: int
    score: float | None = None
    points: float = 1.0
    later: bool = False
    held_back: bool = False
    in_force: bool = False
    changed: bool = False
    first_try: bool = False
    closed: bool = False
    rating: Mapping[str, Any] | None = None


class Standings:
    """How all answers stand, kept up entry by entry: some hundred bytes an answer, and none of its words."""

    def __init__(self) -> None:
        self._answers: dict[str, Standing] = {}
        self._in_force = InForce()
        self._hidden: dict[tuple[str, str], dict[str, float | None]] = {}  # by pack and stage: held back
        self._released: dict[tuple[str, str], int] = {}  # up to which attempt

    def __del__(self) -> None:
        """Let go of as many as there are without holding up the window."""
        let_go(self._answers)

    def __len__(self) -> int:
        """Return how many answers were given."""
        return len(self._answers)

    def __contains__(self, answer: str) -> bool:
        """Tell whether the answer of an entry was met."""
        return answer in self._answers

    def of(self, answer: str) -> Standing:
        """Return how the answer of an entry stands; KeyError where it was not met yet."""
        return self._answers[answer]

    def add(self, entry: Entry) -> None:
        """Let one more entry count. Entries come oldest first."""
        count = self._COUNTS.get(entry.kind)
        if count is not None:
            count(self, entry)

    def _withdrawn(self, entry: Entry) -> None:
        self._turn(entry)

    def _handed_in(self, entry: Entry) -> None:
        answers = entry.payload.get("answers")
        for answer in answers.values() if isinstance(answers, Mapping) else ():
            if answer in self._answers:
                self._answers[answer].closed = True
        self._turn(entry)

    def _undone(self, entry: Entry) -> None:
        self._put_aside(str(entry.payload.get("entry", "")))

    def _known(self, entry: Entry) -> None:
        standing = self._answers.get(str(entry.payload.get("entry", "")))
        if standing is not None:
            standing.rating = entry.payload

    def _given(self, entry: Entry) -> None:
        self._answers[entry.id] = Standing(intern(str(entry.payload.get("stage", ""))), entry.attempt)
        self._turn(entry)

    def _at_once(self, entry: Entry) -> None:
        earned = entry.payload.get("right" if entry.kind == "reviewed" else "score")
        points = entry.payload.get("points", 1)
        self._answers[entry.id] = Standing(
            intern(str(entry.payload.get("stage", ""))),
            0,
            score=float(earned) if isinstance(earned, int | float) else None,
            points=float(points) if isinstance(points, int | float) and points > 0 else 1.0,
            closed=True,
        )

    def _turn(self, entry: Entry) -> None:
        """Let an entry change which answers are in force, and which one is the last word in its attempt."""
        words = self._in_force.of(entry.pack, entry.question)
        last = words.open.get(entry.attempt)
        for before, now in self._in_force.add(entry):
            if before:
                self._answers[before].in_force = False
            if now:
                self._answers[now].in_force = True
        if last is not None and words.open.get(entry.attempt) is not last:
            self._put_aside(last.entry)

    def _put_aside(self, answer: str) -> None:
        if answer in self._answers:
            self._answers[answer].changed = True

    def _marked(self, entry: Entry) -> None:
        payload = entry.payload
        answer, earned = str(payload.get("answer", "")), payload.get("score")
        standing = self._answers.get(answer)
        if standing is None:
            return
        score = float(earned) if isinstance(earned, int | float) else None
        points = payload.get("points", 1)
        standing.points = float(points) if isinstance(points, int | float) and points > 0 else 1.0
        standing.first_try = bool(payload.get("first_try"))
        behaviour = BEHAVIOURS.get(str(payload.get("behaviour", "")), DEFERRED)
        place = intern(entry.pack), standing.stage
        if behaviour.holds_back and standing.attempt > self._released.get(place, 0):
            self._hidden.setdefault(place, {})[answer] = score
            standing.score, standing.held_back = None, True
            return
        settled = payload.get("settled") is True
        standing.score, standing.held_back = score, False
        standing.later = score is not None and score < 1 and settled
        # Feedback after the last try, or after one that earned all, tells the key.
        standing.closed = standing.closed or settled or (behaviour.checks and behaviour.tries == 1)

    def _release(self, entry: Entry) -> None:
        place = intern(entry.pack), intern(str(entry.payload.get("stage", "")))
        self._released[place] = max(self._released.get(place, 0), entry.attempt)
        hidden = self._hidden.get(place, {})
        for answer in [one for one in hidden if self._answers[one].attempt <= entry.attempt]:
            standing = self._answers[answer]
            standing.score, standing.held_back = hidden.pop(answer), False

    def _rated(self, entry: Entry) -> None:
        standing = self._answers.get(str(entry.payload.get("answer", "")))
        rating = entry.payload.get("rating")
        if standing is not None and isinstance(rating, Mapping):
            standing.rating = rating

    # Of the class: an object that holds its own methods is not gone before garbage is looked for, and that
    # takes long among a million answers.
    _COUNTS: ClassVar[Mapping[str, Callable[["Standings", Entry], None]]] = {
        "answered": _given,
        "withdrawn": _withdrawn,
        "handed-in": _handed_in,
        "marked": _marked,
        "remarked": _marked,
        "released": _release,
        "rated": _rated,
        "practised": _at_once,
        "reviewed": _at_once,
        "review-rated": _known,
        "review-undone": _undone,
    }
