"""The reading mirror: which sources and cards were open before answering, beside one's earlier sittings."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple

from crossread.base.entries import Entry

SITTINGS = 6  # of a stage that are kept, the newest
STEPS = 80  # of a sitting that are kept, the first
STAGES = 60  # that are kept, those come to last
CARD = "card"  # what a source's card is called in place of one of its texts

StepKind = Literal["card", "read", "answer"]


class Step(NamedTuple):
    """One step: a card or a text that was open, or an answer; `what` is the source or the question."""

    kind: StepKind
    what: str


@dataclass(slots=True)
class Sitting:
    """What was done at one stage in one session of the record, step by step."""

    session: str
    began: datetime
    steps: list[Step] = field(default_factory=list)

    @property
    def answers(self) -> int:
        """How many answers were given."""
        return sum(step.kind == "answer" for step in self.steps)

    def before_first(self, kind: StepKind) -> int:
        """Return how many sources had their card or their text open before the first answer."""
        seen: set[str] = set()
        for step in self.steps:
            if step.kind == "answer":
                break
            if step.kind == kind:
                seen.add(step.what)
        return len(seen)


@dataclass(frozen=True, slots=True)
class StageReading:
    """The sittings at one stage in which something was answered, oldest first; at least one."""

    pack: str
    stage: str
    sittings: tuple[Sitting, ...]

    @property
    def newest(self) -> Sitting:
        """The last sitting."""
        return self.sittings[-1]


@dataclass(slots=True)
class ReadingState:
    """The newest sittings by pack and stage, the stage that was come to last at the end; and where one is."""

    stages: OrderedDict[tuple[str, str], list[Sitting]] = field(default_factory=OrderedDict)
    here: dict[str, str] = field(default_factory=dict)  # the stage of each pack


class Reading:
    """The projection of the reading mirror over all packs."""

    name = "reading"
    version = 2

    def empty(self) -> ReadingState:
        """Return the state before any entry."""
        return ReadingState()

    def add(self, state: ReadingState, entry: Entry) -> None:
        """Let one more entry count."""
        if entry.kind in ("stage-entered", "time-spent", "source-read", "answered") and entry.pack:
            stage = str(entry.payload.get("stage", ""))
            if stage:
                state.here[entry.pack] = stage
        match entry.kind:
            case "card-opened":
                _step(state, entry, "card", str(entry.payload.get("source", "")))
            case "source-read":
                is_card = entry.payload.get("which") == CARD
                _step(state, entry, "card" if is_card else "read", str(entry.payload.get("source", "")))
            case "answered":
                _step(state, entry, "answer", entry.question)

    def to_json(self, state: ReadingState) -> Any:
        """Put a state down as JSON."""
        stages = [
            [
                pack,
                stage,
                [
                    [one.session, one.began.isoformat(), [[step.kind, step.what] for step in one.steps]]
                    for one in sittings
                ],
            ]
            for (pack, stage), sittings in state.stages.items()
        ]
        return {"stages": stages, "here": state.here}

    def from_json(self, value: Any) -> ReadingState:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        state = ReadingState()
        try:
            for pack, stage, sittings in value["stages"]:
                state.stages[str(pack), str(stage)] = [
                    Sitting(
                        str(session),
                        datetime.fromisoformat(began),
                        [Step(kind, str(what)) for kind, what in steps],
                    )
                    for session, began, steps in sittings
                ]
            state.here = {str(pack): str(stage) for pack, stage in value["here"].items()}
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("this is no state of reading") from error
        return state


READING = Reading()


def readings(state: ReadingState) -> list[StageReading]:
    """Return the stages in which something was answered, the one that was worked at last first."""
    found = []
    for (pack, stage), sittings in reversed(state.stages.items()):
        answered = tuple(one for one in sittings if one.answers)
        if answered:
            found.append(StageReading(pack, stage, answered))
    return found


def _step(state: ReadingState, entry: Entry, kind: StepKind, what: str) -> None:
    stage = str(entry.payload.get("stage", "")) or state.here.get(entry.pack, "")
    if not stage or not what:
        return
    sittings = state.stages.setdefault((entry.pack, stage), [])
    state.stages.move_to_end((entry.pack, stage))
    if len(state.stages) > STAGES:
        state.stages.popitem(last=False)
    if not sittings or sittings[-1].session != entry.session:
        sittings.append(Sitting(entry.session, entry.at))
        del sittings[:-SITTINGS]
    steps = sittings[-1].steps
    step = Step(kind, what)
    if len(steps) < STEPS and (kind == "answer" or not steps or steps[-1] != step):
        steps.append(step)
