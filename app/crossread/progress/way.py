"""The way through each pack: stages come to, their attempts, what is handed in and what it earned."""

from dataclasses import dataclass, field
from typing import Any

from crossread.base.entries import Entry
from crossread.progress.marks_told import Mark, MarksTold

# Attempts at a stage whose answers are kept one by one, the newest; a later mark of an answer in one before
# these changes nothing any more.
OPEN = 2


@dataclass(frozen=True, slots=True)
class AttemptWay:
    """One attempt at a stage, from 1: how many of its answers are in force, and what they earned of what.

    `required` are those of them that answer a required question. Only marks that may be told count in
    `earned` and `of`; `held_back` tells whether there are others.
    """

    number: int
    answered: int
    required: int
    handed_in: bool
    earned: float
    of: float
    held_back: bool


@dataclass(frozen=True, slots=True)
class StageWay:
    """A stage and its attempts, oldest first; at least one."""

    stage: str
    attempts: tuple[AttemptWay, ...]

    @property
    def latest(self) -> AttemptWay:
        """The newest attempt."""
        return self.attempts[-1]

    @property
    def counts(self) -> AttemptWay:
        """The newest attempt that has answers, whose points are told; the newest where none has."""
        given = [attempt for attempt in self.attempts if attempt.answered]
        return given[-1] if given else self.latest


@dataclass(frozen=True, slots=True)
class PackWay:
    """A pack: its stages in the order they were come to, and how many answers were given at all.

    `given` counts each answer given in a stage, those that were changed later too; `practised` and `reviewed`
    those given in practice and in reviews.
    """

    pack: str
    stages: tuple[StageWay, ...]
    given: int
    practised: int
    reviewed: int

    @property
    def earned(self) -> float:
        """The points of all stages."""
        return sum(stage.counts.earned for stage in self.stages)

    @property
    def of(self) -> float:
        """What the points of all stages are of."""
        return sum(stage.counts.of for stage in self.stages)


@dataclass(slots=True)
class _Answer:
    entry: str
    required: bool
    score: float | None = None
    points: float = 1.0


@dataclass(slots=True)
class _Sums:
    """What the answers come to of an attempt that is closed for good."""

    answered: int = 0
    required: int = 0
    earned: float = 0.0
    of: float = 0.0


@dataclass(slots=True)
class _Attempt:
    answers: dict[str, _Answer] = field(default_factory=dict)
    handed_in: bool = False
    sums: _Sums | None = None


@dataclass(slots=True)
class _Pack:
    stages: dict[str, dict[int, _Attempt]] = field(default_factory=dict)
    given: int = 0
    practised: int = 0
    reviewed: int = 0


@dataclass(slots=True)
class WayState:
    """What was done in each pack by its id, in the order they were begun; the marks that are held back."""

    marks: MarksTold = field(default_factory=MarksTold)
    packs: dict[str, _Pack] = field(default_factory=dict)


class Way:
    """The projection of the way through all packs."""

    name = "way"
    version = 2

    def empty(self) -> WayState:
        """Return the state before any entry."""
        return WayState()

    def add(self, state: WayState, entry: Entry) -> None:
        """Let one more entry count."""
        match entry.kind:
            case "stage-entered":
                _attempt(state, entry.pack, str(entry.payload.get("stage", "")), entry.attempt)
                _close(state, entry.pack, str(entry.payload.get("stage", "")), entry.attempt - OPEN)
            case "answered":
                _answered(state, entry)
            case "withdrawn":
                attempt = _of_entry(state, entry)
                if not attempt.handed_in:
                    attempt.answers.pop(entry.question, None)
            case "handed-in":
                _of_entry(state, entry).handed_in = True
            case "practised":
                state.packs.setdefault(entry.pack, _Pack()).practised += 1
            case "reviewed":
                state.packs.setdefault(entry.pack, _Pack()).reviewed += 1
            case _:
                for mark in state.marks.add(entry):
                    _marked(state, mark)

    def to_json(self, state: WayState) -> Any:
        """Put a state down as JSON."""
        return {
            "marks": state.marks.to_json(),
            "packs": {pack: _pack_json(one) for pack, one in state.packs.items()},
        }

    def from_json(self, value: Any) -> WayState:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        try:
            packs = {str(pack): _pack_of(told) for pack, told in value["packs"].items()}
            return WayState(MarksTold.from_json(value["marks"]), packs)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("this is no state of the way") from error


WAY = Way()


def ways(state: WayState) -> list[PackWay]:
    """Return the way through each pack in which something was done, in the order they were begun."""
    held = {(mark.pack, mark.stage, mark.attempt) for marks in state.marks.held.values() for mark in marks}
    found: list[PackWay] = []
    for pack, one in state.packs.items():
        stages = tuple(
            StageWay(
                stage,
                tuple(
                    _told(number, attempt, held_back=(pack, stage, number) in held)
                    for number, attempt in attempts.items()
                ),
            )
            for stage, attempts in one.stages.items()
        )
        found.append(PackWay(pack, stages, one.given, one.practised, one.reviewed))
    return found


def _told(number: int, attempt: _Attempt, *, held_back: bool) -> AttemptWay:
    sums = attempt.sums or _sums(attempt)
    return AttemptWay(
        number=number,
        answered=sums.answered,
        required=sums.required,
        handed_in=attempt.handed_in,
        earned=sums.earned,
        of=sums.of,
        held_back=held_back,
    )


def _sums(attempt: _Attempt) -> _Sums:
    answers = attempt.answers.values()
    marked = [(one.score, one.points) for one in answers if one.score is not None]
    return _Sums(
        answered=len(answers),
        required=sum(one.required for one in answers),
        earned=sum(score * points for score, points in marked),
        of=sum(points for _score, points in marked),
    )


def _close(state: WayState, pack: str, stage: str, last: int) -> None:
    """Keep only the sums of the attempts up to `last`, but of those whose marks are still held back."""
    held = {mark.attempt for mark in state.marks.held.get((pack, stage), ())}
    for number, attempt in state.packs[pack].stages[stage].items():
        if number <= last and attempt.sums is None and number not in held:
            attempt.sums = _sums(attempt)
            attempt.answers = {}


def _attempt(state: WayState, pack: str, stage: str, number: int) -> _Attempt:
    attempts = state.packs.setdefault(pack, _Pack()).stages.setdefault(stage, {})
    number = max(1, number)
    if number not in attempts:
        for missing in range(len(attempts) + 1, number + 1):
            attempts[missing] = _Attempt()
    return attempts[number]


def _of_entry(state: WayState, entry: Entry) -> _Attempt:
    return _attempt(state, entry.pack, str(entry.payload.get("stage", "")), entry.attempt)


def _answered(state: WayState, entry: Entry) -> None:
    attempt = _of_entry(state, entry)
    state.packs[entry.pack].given += 1
    if not attempt.handed_in and attempt.sums is None:
        attempt.answers[entry.question] = _Answer(entry.id, entry.payload.get("required") is not False)


def _marked(state: WayState, mark: Mark) -> None:
    answer = _attempt(state, mark.pack, mark.stage, mark.attempt).answers.get(mark.question)
    if answer is not None and answer.entry == mark.answer:
        answer.score, answer.points = mark.score, mark.points or 1.0


def _pack_json(pack: _Pack) -> list[Any]:
    stages = {
        stage: [
            [
                attempt.handed_in,
                [attempt.sums.answered, attempt.sums.required, attempt.sums.earned, attempt.sums.of]
                if attempt.sums
                else None,
                [
                    [question, one.entry, one.required, one.score, one.points]
                    for question, one in attempt.answers.items()
                ],
            ]
            for attempt in attempts.values()
        ]
        for stage, attempts in pack.stages.items()
    }
    return [stages, pack.given, pack.practised, pack.reviewed]


def _pack_of(told: Any) -> _Pack:
    stages, given, practised, reviewed = told
    return _Pack(
        {
            str(stage): {
                number: _Attempt(
                    {
                        str(question): _Answer(str(entry), bool(required), score, float(points))
                        for question, entry, required, score, points in answers
                    },
                    bool(handed_in),
                    _Sums(int(sums[0]), int(sums[1]), float(sums[2]), float(sums[3])) if sums else None,
                )
                for number, (handed_in, sums, answers) in enumerate(attempts, 1)
            }
            for stage, attempts in stages.items()
        },
        int(given),
        int(practised),
        int(reviewed),
    )
