"""Certainty against truth: what answers were given with, what they earned, and what was certain and wrong."""

from collections import OrderedDict
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from crossread.base.entries import Entry
from crossread.progress.marks_told import Mark, MarksTold, share

# Only the newest first tries count, so that what was learnt shows.
NEWEST = 200
# Below which share of its points an answer counts as wrong; it is right with all of them.
WRONG_BELOW = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """A first try with a certainty, and the share of its points that it earned."""

    certainty: str
    score: float
    skill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertainWrong:
    """A question that was last answered wrong with "certain", by the entry of that answer.

    `put_right` is the entry by which it was answered right since, in whatever way; "" as long as it was not.
    """

    answer: str
    pack: str
    pack_version: str
    stage: str
    question: str
    attempt: int
    seq: int
    at: datetime
    seen_digest: str
    skill: str
    kind: str
    score: float
    put_right: str = ""


@dataclass(slots=True)
class CertaintyState:
    """What is marked by answer, oldest first; what is certain and wrong by pack and question, oldest first.

    `open` are answers whose marks are still to come, or are held back, by their entries; `in_force` is the
    answer to a question in an attempt that no mark has met yet.
    """

    marks: MarksTold = field(default_factory=MarksTold)
    open: dict[str, CertainWrong] = field(default_factory=dict)
    sure: dict[str, str] = field(default_factory=dict)  # the certainty of each open answer
    in_force: dict[tuple[str, str, int], str] = field(default_factory=dict)
    judged: OrderedDict[str, Judged] = field(default_factory=OrderedDict)
    wrong: OrderedDict[tuple[str, str], CertainWrong] = field(default_factory=OrderedDict)


class Certainty:
    """The projection of certainty over all packs."""

    name = "certainty"
    version = 1

    def empty(self) -> CertaintyState:
        """Return the state before any entry."""
        return CertaintyState()

    def add(self, state: CertaintyState, entry: Entry) -> None:
        """Let one more entry count."""
        match entry.kind:
            case "answered":
                _open(state, entry)
            case "withdrawn":
                _close(state, state.in_force.get((entry.pack, entry.question, entry.attempt), ""))
            case "practised":
                _done_elsewhere(state, entry, share(entry.payload.get("score")))
            case "reviewed":
                _done_elsewhere(state, entry, share(entry.payload.get("right")))
            case "review-undone":
                _undone(state, str(entry.payload.get("entry", "")))
            case _:
                for mark in state.marks.add(entry):
                    _marked(state, mark, entry)

    def to_json(self, state: CertaintyState) -> Any:
        """Put a state down as JSON."""
        return {
            "marks": state.marks.to_json(),
            "open": [_spelled(one) for one in state.open.values()],
            "sure": state.sure,
            "judged": [[answer, one.certainty, one.score, one.skill] for answer, one in state.judged.items()],
            "wrong": [_spelled(one) for one in state.wrong.values()],
        }

    def from_json(self, value: Any) -> CertaintyState:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        state = CertaintyState()
        try:
            state.marks = MarksTold.from_json(value["marks"])
            for one in map(_read, value["open"]):
                state.open[one.answer] = one
                state.in_force[one.pack, one.question, one.attempt] = one.answer
            state.sure = {str(answer): str(certainty) for answer, certainty in value["sure"].items()}
            for answer, certainty, score, skill in value["judged"]:
                state.judged[str(answer)] = Judged(str(certainty), float(score), str(skill))
            for one in map(_read, value["wrong"]):
                state.wrong[one.pack, one.question] = one
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("this is no state of certainty") from error
        return state


CERTAINTY = Certainty()

_NAMES = tuple(one.name for one in fields(CertainWrong))


def certain_and_wrong(state: CertaintyState) -> list[CertainWrong]:
    """Return what was last answered wrong with "certain", newest first; what was put right since, too."""
    return list(reversed(state.wrong.values()))


def _open(state: CertaintyState, entry: Entry) -> None:
    place = entry.pack, entry.question, entry.attempt
    _close(state, state.in_force.get(place, ""))
    if entry.payload.get("dont_know"):
        return
    state.open[entry.id] = _given(entry)
    state.sure[entry.id] = str(entry.payload.get("certainty", ""))
    state.in_force[place] = entry.id


def _close(state: CertaintyState, answer: str) -> None:
    """Let go of an answer that no more marks are waited for."""
    if answer in state.open:
        one = state.open.pop(answer)
        del state.sure[answer]
        state.in_force.pop((one.pack, one.question, one.attempt), None)


def _marked(state: CertaintyState, mark: Mark, entry: Entry) -> None:
    given, certainty = state.open.get(mark.answer), state.sure.get(mark.answer, "")
    _close(state, mark.answer)
    if mark.first_try and certainty and mark.score is not None:
        state.judged[mark.answer] = Judged(certainty, mark.score, mark.skill)
        if len(state.judged) > NEWEST:
            state.judged.popitem(last=False)
    elif mark.again and mark.answer in state.judged:
        before = state.judged.pop(mark.answer) if mark.score is None else state.judged[mark.answer]
        if mark.score is not None:
            state.judged[mark.answer] = replace(before, score=mark.score)
    known = state.wrong.get((mark.pack, mark.question))
    given = given or (known if known is not None and known.answer == mark.answer else None)
    is_again = known is not None and known is given
    if mark.raw is None:
        if is_again:
            del state.wrong[mark.pack, mark.question]
    elif given is not None and (certainty == "certain" or is_again) and mark.raw < WRONG_BELOW:
        _put(state, replace(given, score=mark.raw))
    elif is_again:
        del state.wrong[mark.pack, mark.question]  # it was not wrong after all
    elif mark.raw >= 1:
        _put_right(state, mark.pack, mark.question, entry.id)


def _done_elsewhere(state: CertaintyState, entry: Entry, score: float | None) -> None:
    """Let an answer in practice or in a review count, which is marked as it is given."""
    if score is None:
        return
    is_certain = entry.payload.get("certainty") == "certain" and not entry.payload.get("dont_know")
    if is_certain and score < WRONG_BELOW:
        _put(state, replace(_given(entry), score=score))
    elif score >= 1:
        _put_right(state, entry.pack, entry.question, entry.id)


def _put(state: CertaintyState, one: CertainWrong) -> None:
    place = one.pack, one.question
    if place in state.wrong and state.wrong[place].answer == one.answer:
        state.wrong[place] = one  # where it stands already
        return
    state.wrong.pop(place, None)
    state.wrong[place] = one


def _put_right(state: CertaintyState, pack: str, question: str, by: str) -> None:
    known = state.wrong.get((pack, question))
    if known is not None and not known.put_right:
        state.wrong[pack, question] = replace(known, put_right=by)


def _undone(state: CertaintyState, by: str) -> None:
    for place, one in list(state.wrong.items()):
        if one.answer == by:
            del state.wrong[place]
        elif by and one.put_right == by:
            state.wrong[place] = replace(one, put_right="")


def _given(entry: Entry) -> CertainWrong:
    payload = entry.payload
    return CertainWrong(
        answer=entry.id,
        pack=entry.pack,
        pack_version=entry.pack_version,
        stage=str(payload.get("stage", "")),
        question=entry.question,
        attempt=entry.attempt,
        seq=entry.seq,
        at=entry.at,
        seen_digest=entry.seen_digest,
        skill=str(payload.get("skill", "")),
        kind=str(payload.get("kind", "")),
        score=0.0,
    )


def _spelled(one: CertainWrong) -> dict[str, Any]:
    return {name: getattr(one, name) for name in _NAMES} | {"at": one.at.isoformat()}


def _read(value: dict[str, Any]) -> CertainWrong:
    return CertainWrong(**{**value, "at": datetime.fromisoformat(value["at"])})
