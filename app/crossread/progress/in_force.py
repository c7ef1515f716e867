"""Which answer to a question counts: the one place that says so, for every page and every file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from crossread.base.collecting import let_go
from crossread.base.entries import Entry

Turn = tuple[str, str]  # the answers to a question that were in force before and are now; "" for none


@dataclass(slots=True)
class Given:
    """An answer given in a stage, by its entry, and what its mark came to as far as that may be told.

    `score` is from 0 to 1 of its `points`, None without such a mark.
    """

    entry: str
    stage: str
    attempt: int
    required: bool
    score: float | None = None
    points: float = 1.0


@dataclass(slots=True)
class Words:
    """What was said to a question: the newest answer handed in, and those not handed in, by attempt.

    The last one of `open` is the newest. One attempt has one of them at most: its last word.
    """

    handed: Given | None = None
    open: dict[int, Given] = field(default_factory=dict)

    @property
    def in_force(self) -> Given | None:
        """The answer that counts.

        That is the newest one handed in, whatever attempt it was given in. As long as none was handed in it
        is the newest one given.
        """
        return self.handed or next(reversed(self.open.values()), None)

    def named(self, answer: str) -> Given | None:
        """Return one of them by its entry, None where it is none of them."""
        return next((one for one in (self.handed, *self.open.values()) if one and one.entry == answer), None)


@dataclass(slots=True)
class InForce:
    """Which answers count, by pack and question, kept up entry by entry.

    An answer that an attempt was handed in with counts until another one to the same question is handed in;
    so trying again and leaving a question open takes nothing away, and one attempt under way changes nothing
    that was handed in. What is said of an attempt after it was handed in changes nothing either.
    """

    packs: dict[str, dict[str, Words]] = field(default_factory=dict)
    closed: dict[tuple[str, str], int] = field(default_factory=dict)  # by pack and stage: attempts handed in

    def __del__(self) -> None:
        """Let go of many packs without holding up the window."""
        let_go(self.packs)

    def add(self, entry: Entry) -> list[Turn]:
        """Let one more entry count; returns where another answer is in force by it. Entries come in order."""
        match entry.kind:
            case "answered":
                return self._answered(entry)
            case "withdrawn":
                return self._withdrawn(entry)
            case "handed-in":
                return self._handed_in(entry)
            case _:
                return []

    def of(self, pack: str, question: str) -> Words:
        """Return what was said to a question; nothing where it was never answered."""
        return self.packs.get(pack, {}).get(question) or Words()

    def all_of(self, pack: str) -> Iterator[Given]:
        """Give the answers of a pack that count, one a question."""
        for words in self.packs.get(pack, {}).values():
            if words.in_force is not None:
                yield words.in_force

    def _answered(self, entry: Entry) -> list[Turn]:
        payload = entry.payload
        stage, attempt = str(payload.get("stage", "")), entry.attempt
        if attempt <= self.closed.get((entry.pack, stage), 0):
            return []
        words = self.packs.setdefault(entry.pack, {}).setdefault(entry.question, Words())
        before = words.in_force
        words.open.pop(attempt, None)  # the newest one stands last
        words.open[attempt] = Given(entry.id, stage, attempt, payload.get("required") is not False)
        return _turned(before, words)

    def _withdrawn(self, entry: Entry) -> list[Turn]:
        words = self.of(entry.pack, entry.question)
        given, before = words.open.get(entry.attempt), words.in_force
        if given is None or given.attempt <= self.closed.get((entry.pack, given.stage), 0):
            return []
        del words.open[entry.attempt]
        return _turned(before, words)

    def _handed_in(self, entry: Entry) -> list[Turn]:
        place = entry.pack, str(entry.payload.get("stage", ""))
        self.closed[place] = max(self.closed.get(place, 0), entry.attempt)
        turns: list[Turn] = []
        answers = entry.payload.get("answers")
        for question in answers if isinstance(answers, dict) else ():
            words = self.of(entry.pack, question)
            if entry.attempt in words.open:
                before = words.in_force
                words.handed = words.open[entry.attempt]
                words.open = {at: one for at, one in words.open.items() if at > entry.attempt}
                turns += _turned(before, words)
        return turns

    def to_json(self) -> Any:
        """Put it down as JSON."""
        return {
            "closed": [[*place, attempt] for place, attempt in self.closed.items()],
            "packs": {
                pack: {
                    question: [
                        _listed(words.handed) if words.handed else None,
                        *map(_listed, words.open.values()),
                    ]
                    for question, words in questions.items()
                }
                for pack, questions in self.packs.items()
            },
        }

    @classmethod
    def from_json(cls, value: Any) -> "InForce":
        """Take it up again; raises ValueError for what `to_json` cannot have made."""
        try:
            closed = {(str(pack), str(stage)): int(attempt) for pack, stage, attempt in value["closed"]}
            packs = {
                str(pack): {str(question): _words(*listed) for question, listed in questions.items()}
                for pack, questions in value["packs"].items()
            }
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("this does not tell which answers count") from error
        return cls(packs, closed)


def _turned(before: Given | None, words: Words) -> list[Turn]:
    now = words.in_force
    return [] if now is before else [(before.entry if before else "", now.entry if now else "")]


def _listed(one: Given) -> list[Any]:
    return [one.entry, one.stage, one.attempt, one.required, one.score, one.points]


def _words(handed: Any, *listed: Any) -> Words:
    given = [_given(*one) for one in listed]
    return Words(_given(*handed) if handed else None, {one.attempt: one for one in given})


def _given(entry: Any, stage: Any, attempt: Any, required: Any, score: Any, points: Any) -> Given:
    return Given(
        str(entry),
        str(stage),
        int(attempt),
        bool(required),
        None if score is None else float(score),
        float(points),
    )
