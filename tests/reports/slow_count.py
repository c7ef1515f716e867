"""What a record comes to, counted the slow way: over and over, with no state kept, and by other code."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.base.entries import Entry

NEWEST_OF_A_SKILL, NEWEST_OF_A_CERTAINTY = 20, 200
COUNTS_AS = {"guess": 0.5, "fairly sure": 0.8, "certain": 0.95}


@dataclass(frozen=True)
class SlowAnswer:
    """One answer in a stage: whether it is in force, and its mark as far as it may be told."""

    entry: Entry
    in_force: bool
    score: float | None
    points: float
    held_back_by_a_mark: bool
    first_try: bool
    told_at: tuple[int, int]  # the number of the entry by which its mark was told, and that of the mark


class SlowCount:
    """Counts a record's entries, which come oldest first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self.answers = [self._answer(one) for one in entries if one.kind == "answered"]

    def of_kind(self, kind: str) -> int:
        return sum(one.kind == kind for one in self._entries)

    def reviews(self) -> list[tuple[int, bool]]:
        """Tell of each answer in review how far its rating was moved, and whether it was taken back."""
        told = []
        for one in self._entries:
            if one.kind == "reviewed":
                about = [other for other in self._entries if other.payload.get("entry") == one.id]
                ratings = [int(other.payload["rating"]) for other in about if other.kind == "review-rated"]
                moved = ratings[-1] - int(one.payload["rating"]) if ratings else 0
                told.append((moved, any(other.kind == "review-undone" for other in about)))
        return told

    def reviewed(self) -> int:
        """Count the answers in review that were not taken back."""
        return sum(not taken_back for _moved, taken_back in self.reviews())

    def points(self, pack: str) -> tuple[float, float]:
        """Add up the points of the answers that are in force."""
        ours = [one for one in self.answers if one.entry.pack == pack and one.in_force]
        marked = [(one.score, one.points) for one in ours if one.score is not None]
        return sum(score * points for score, points in marked), sum(points for _score, points in marked)

    def skill(self, skill: str) -> tuple[float | None, int]:
        """Return the share of the last 20 first tries of a skill, and how many these are."""
        tries = [one for one in self._first_tries() if one.entry.payload["skill"] == skill]
        newest = tries[-NEWEST_OF_A_SKILL:]
        all_points = sum(one.points for one in newest)
        if not newest:
            return None, 0
        return sum((one.score or 0.0) * one.points for one in newest) / all_points, len(newest)

    def brier(self) -> tuple[float | None, int]:
        """Return the mean square of how far certainty was from the truth, and on how many it rests."""
        sure = [
            one
            for one in self._first_tries()
            if one.entry.payload["certainty"] and not one.entry.payload["dont_know"]
        ][-NEWEST_OF_A_CERTAINTY:]
        misses = [(COUNTS_AS[one.entry.payload["certainty"]] - (one.score or 0.0)) ** 2 for one in sure]
        return (sum(misses) / len(misses) if misses else None), len(misses)

    def minutes(self) -> float:
        return sum(float(one.payload["seconds"]) for one in self._entries if one.kind == "time-spent") / 60

    def _first_tries(self) -> list[SlowAnswer]:
        tries = [one for one in self.answers if one.first_try and one.score is not None]
        return sorted(tries, key=lambda one: one.told_at)

    def _answer(self, entry: Entry) -> SlowAnswer:
        in_force = self._in_force(entry)
        marks = [
            one
            for one in self._entries
            if one.kind in ("marked", "remarked") and one.payload["answer"] == entry.id
        ]
        if not marks:
            return SlowAnswer(entry, in_force, None, 1.0, False, False, (0, 0))
        last = marks[-1]
        told_at = self._told_at(marks[0])
        score = last.payload["score"] if told_at else None
        return SlowAnswer(
            entry=entry,
            in_force=in_force,
            score=score,
            points=float(last.payload["points"]),
            held_back_by_a_mark=not told_at,
            first_try=bool(last.payload["first_try"]),
            told_at=(told_at, marks[0].seq),
        )

    def _in_force(self, entry: Entry) -> bool:
        """Look through all answers to the same question for the one that counts."""
        last_words = [
            one
            for one in self._entries
            if one.kind == "answered"
            and (one.pack, one.question) == (entry.pack, entry.question)
            and not self._is_put_aside(one)
        ]
        handed_in = {one.id: at for one in last_words if (at := self._handed_in_at(one))}
        if handed_in:
            return entry.id == max(handed_in, key=lambda answer: handed_in[answer])
        return bool(last_words) and entry.id == last_words[-1].id

    def _is_put_aside(self, entry: Entry) -> bool:
        """Tell whether an answer was changed or taken back in its attempt."""
        place = entry.pack, entry.question, entry.attempt
        return any(
            one.seq > entry.seq
            and (one.pack, one.question, one.attempt) == place
            and one.kind in ("answered", "withdrawn")
            for one in self._entries
        )

    def _handed_in_at(self, entry: Entry) -> int:
        """Return the number of the entry that an answer was handed in by; 0 where it was not."""
        numbers = [
            one.seq
            for one in self._entries
            if one.kind == "handed-in" and entry.id in one.payload["answers"].values()
        ]
        return numbers[0] if numbers else 0

    def _told_at(self, mark: Entry) -> int:
        """Return the number of the entry from which on a mark may be told; 0 while it is held back."""
        if mark.payload["behaviour"] != "exam":
            return mark.seq
        releases = [
            one.seq
            for one in self._entries
            if one.kind == "released"
            and (one.pack, one.payload["stage"]) == (mark.pack, mark.payload["stage"])
            and one.attempt >= mark.attempt
        ]
        return max(mark.seq, min(releases)) if releases else 0
