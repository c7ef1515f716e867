"""The way through each pack: stages come to, attempts at them, and what the answers that count earned."""

from dataclasses import dataclass, field
from typing import Any

from crossread.base.entries import TAKEN_BACK, Entry
from crossread.progress.by_pack import ByPack, PackStates
from crossread.progress.in_force import Given, InForce
from crossread.progress.marks_told import MARKS, Mark, MarksTold

_OF_STAGES = ("stage-entered", "answered", "withdrawn", "handed-in")  # the kinds that lead to a stage


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWay:
    """A stage: the attempts at it, and what its answers in force come to, whatever attempt each is of.

    `attempts` is how many were begun, at least one; `handed_in` how many of them were handed in; `done`
    whether the newest one is. `answered` is how many questions have an answer, `required` how many of those
    are required ones. Only marks that may be told count in `earned` and `of`; `held_back` tells whether there
    are others.
    """

    stage: str
    attempts: int
    handed_in: int
    done: bool
    answered: int
    required: int
    earned: float
    of: float
    held_back: bool


@dataclass(frozen=True, slots=True)
class PackWay:
    """A pack: its stages in the order they were come to, and how many answers were given at all.

    `given` counts each answer given in a stage, those that were changed later too; `practised` and `reviewed`
    those given in practice and in reviews. A review that was taken back is none.
    """

    pack: str
    stages: tuple[StageWay, ...]
    given: int
    practised: int
    reviewed: int

    @property
    def earned(self) -> float:
        """The points of all stages."""
        return sum(stage.earned for stage in self.stages)

    @property
    def of(self) -> float:
        """What the points of all stages are of."""
        return sum(stage.of for stage in self.stages)


@dataclass(slots=True)
class _Stage:
    attempts: int = 1
    handed_in: set[int] = field(default_factory=set)


@dataclass(slots=True)
class WayState:
    """What was done in a pack: stages in the order they were come to, answers in force, marks held back."""

    marks: MarksTold = field(default_factory=MarksTold)
    in_force: InForce = field(default_factory=InForce)
    stages: dict[str, _Stage] = field(default_factory=dict)
    given: int = 0
    practised: int = 0
    reviewed: int = 0
    taken_back: set[str] = field(default_factory=set)  # reviews, by their entries


class Way:
    """The fold of the way through a pack."""

    name = "way"
    version = 5
    kinds = frozenset({*_OF_STAGES, *MARKS, "released", "practised", "reviewed", TAKEN_BACK})
    told = PackWay

    def empty(self) -> WayState:
        """Return the state before any entry."""
        return WayState()

    def add(self, state: WayState, entry: Entry) -> None:
        """Let one more entry count."""
        match entry.kind:
            case "stage-entered" | "withdrawn":
                _stage(state, entry)
            case "answered":
                _stage(state, entry)
                state.given += 1
            case "handed-in":
                _stage(state, entry).handed_in.add(max(1, entry.attempt))
            case "practised":
                state.practised += 1
            case "reviewed":
                state.reviewed += 1
            case "review-undone":
                state.taken_back.add(str(entry.payload.get("entry", "")))
            case _:
                told = state.marks.add(entry)
                if entry.kind in MARKS and not told:
                    _hold_back(state, entry)
                for mark in told:
                    _marked(state, mark)
        state.in_force.add(entry)

    def tell(self, pack: str, state: WayState) -> PackWay:
        """Return the way through a pack."""
        held = {mark.answer for marks in state.marks.held.values() for mark in marks}
        by_stage: dict[str, list[Given]] = {stage: [] for stage in state.stages}
        for given in state.in_force.all_of(pack):
            by_stage[given.stage].append(given)
        stages = tuple(_told(name, state.stages[name], answers, held) for name, answers in by_stage.items())
        reviewed = max(0, state.reviewed - len(state.taken_back))
        return PackWay(pack, stages, state.given, state.practised, reviewed)

    def to_json(self, state: WayState) -> Any:
        """Put a state down as JSON."""
        stages = {name: [one.attempts, *sorted(one.handed_in)] for name, one in state.stages.items()}
        return {
            "marks": state.marks.to_json(),
            "in_force": state.in_force.to_json(),
            "pack": [stages, state.given, state.practised, state.reviewed],
            "taken_back": sorted(state.taken_back),
        }

    def from_json(self, value: Any) -> WayState:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        try:
            marks, in_force = MarksTold.from_json(value["marks"]), InForce.from_json(value["in_force"])
            told, given, practised, reviewed = value["pack"]
            stages = {
                str(name): _Stage(int(attempts), set(map(int, handed_in)))
                for name, (attempts, *handed_in) in told.items()
            }
            back = {str(one) for one in value["taken_back"]}
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("this is no state of the way") from error
        return WayState(marks, in_force, stages, int(given), int(practised), int(reviewed), back)


# The projection of the way through all packs.
WAY = ByPack(Way())


def ways(state: PackStates[WayState, PackWay]) -> list[PackWay]:
    """Return the way through each pack in which something was done, in the order they were begun."""
    return [one for one in state.told() if one.stages or one.practised or one.reviewed]


def _told(name: str, stage: _Stage, answers: list[Given], held: set[str]) -> StageWay:
    marked = [(one.score, one.points) for one in answers if one.score is not None]
    return StageWay(
        stage=name,
        attempts=stage.attempts,
        handed_in=len(stage.handed_in),
        done=stage.attempts in stage.handed_in,
        answered=len(answers),
        required=sum(one.required for one in answers),
        earned=sum(score * points for score, points in marked),
        of=sum(points for _score, points in marked),
        held_back=any(one.entry in held for one in answers),
    )


def _stage(state: WayState, entry: Entry) -> _Stage:
    """Return the stage that an entry is of, with as many attempts as it speaks of."""
    stage = state.stages.setdefault(str(entry.payload.get("stage", "")), _Stage())
    stage.attempts = max(stage.attempts, entry.attempt)
    return stage


def _marked(state: WayState, mark: Mark) -> None:
    given = state.in_force.of(mark.pack, mark.question).named(mark.answer)
    if given is not None:
        given.score, given.points = mark.score, mark.points or 1.0


def _hold_back(state: WayState, entry: Entry) -> None:
    """Take back what was told of an answer whose new mark may not be told yet."""
    given = state.in_force.of(entry.pack, entry.question).named(str(entry.payload.get("answer", "")))
    if given is not None:
        given.score = None
