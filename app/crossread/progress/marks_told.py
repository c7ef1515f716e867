"""Marks as they may be told: at once, or where they are held back from when their stage is released."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crossread.base.entries import Entry
from crossread.inquiry.behaviours import holds_back

MARKS = ("marked", "remarked")  # the kinds of entries that bring a mark

Place = tuple[str, str]  # the ids of a pack and a stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark.

    `score` is what the question earned by then, from 0 to 1 of its `points`, `raw` what this answer is
    worth by itself; both None where it is not scored. `points` are 0 where they were not said. `again`
    tells that it takes the place of an earlier mark of the same answer.
    """

    pack: str
    stage: str
    question: str
    attempt: int
    answer: str
    score: float | None
    raw: float | None
    points: float
    skill: str
    first_try: bool
    again: bool


@dataclass(slots=True)
class MarksTold:
    """What is held back by now, and up to which attempt each stage is released."""

    held: dict[Place, list[Mark]] = field(default_factory=dict)
    released: dict[Place, int] = field(default_factory=dict)

    def add(self, entry: Entry) -> list[Mark]:
        """Let one more entry count and return the marks that may be told by it, in their order."""
        if entry.kind in MARKS:
            mark = _mark(entry)
            place = mark.pack, mark.stage
            held = holds_back(str(entry.payload.get("behaviour", "")))
            if held and mark.attempt > self.released.get(place, 0):
                self.held.setdefault(place, []).append(mark)
                return []
            return [mark]
        if entry.kind == "released":
            place = entry.pack, str(entry.payload.get("stage", ""))
            self.released[place] = max(self.released.get(place, 0), entry.attempt)
            kept = self.held.pop(place, [])
            later = [mark for mark in kept if mark.attempt > self.released[place]]
            if later:
                self.held[place] = later
            return [mark for mark in kept if mark.attempt <= self.released[place]]
        return []

    def to_json(self) -> Any:
        """Put it down as JSON."""
        return {
            "held": [_listed(mark) for marks in self.held.values() for mark in marks],
            "released": [[*place, attempt] for place, attempt in self.released.items()],
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "MarksTold":
        """Take it up again; raises ValueError for what `to_json` cannot have made."""
        told = cls()
        try:
            for listed in value["held"]:
                mark = Mark(**dict(zip(_FIELDS, listed, strict=True)))
                told.held.setdefault((mark.pack, mark.stage), []).append(mark)
            for pack, stage, attempt in value["released"]:
                told.released[str(pack), str(stage)] = int(attempt)
        except (KeyError, TypeError) as error:
            raise ValueError("these are no marks") from error
        return told


_FIELDS = (
    "pack", "stage", "question", "attempt", "answer", "score", "raw", "points", "skill", "first_try", "again"
)  # fmt: skip


def _listed(mark: Mark) -> list[Any]:
    return [getattr(mark, name) for name in _FIELDS]


def _mark(entry: Entry) -> Mark:
    payload = entry.payload
    score = share(payload.get("score"))
    return Mark(
        pack=entry.pack,
        stage=str(payload.get("stage", "")),
        question=entry.question,
        attempt=entry.attempt,
        answer=str(payload.get("answer", "")),
        score=score,
        raw=share(payload["raw"]) if "raw" in payload else score,
        points=points(payload.get("points", 1)),
        skill=str(payload.get("skill", "")),
        first_try=payload.get("first_try") is True,
        again=entry.kind == "remarked",
    )


def share(told: object) -> float | None:
    """Read a share from 0 to 1; None where it is none."""
    if not isinstance(told, int | float) or isinstance(told, bool):
        return None
    return min(1.0, max(0.0, float(told)))


def points(told: object) -> float:
    """Read a number of points; 0 where it is none."""
    if not isinstance(told, int | float) or isinstance(told, bool):
        return 0.0
    return max(0.0, float(told))
