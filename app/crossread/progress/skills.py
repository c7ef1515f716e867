"""How it goes by skill: the share of points earned at first tries. Nothing counts for time or opening."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from crossread.base.entries import Entry
from crossread.inquiry.behaviours import holds_back
from crossread.questions.kind import Skill

# Only the newest first tries of a skill count, so that what was learnt shows.
NEWEST = 20
# From how many items a share is worth a word like "well". Even a perfect row says little while it is
# short: the lower end of Wilson's 95 % interval for n of n right is n / (n + 1.96²), which passes two
# thirds, a plain majority of two to one, with 8 items (0.676) and not with 7 (0.646).
SURE_FROM = 8

_SKILLS: tuple[Skill, ...] = get_args(Skill)


@dataclass(frozen=True, slots=True)
class SkillFigure:
    """The share of points (0 to 1, None without items), on how many items it rests, and whether on enough."""

    share: float | None
    items: int
    sure: bool


@dataclass(slots=True)
class _FirstTry:
    score: float
    points: float


def skills(entries: Iterable[Entry]) -> Mapping[Skill, SkillFigure]:
    """Return the figure of each skill over the newest 20 scored first tries in all packs.

    Entries come oldest first. A first try is one that was marked as such; a later mark of the same
    answer takes the place of the first one. A mark that is held back counts from when it is released.
    """
    tries: dict[Skill, OrderedDict[str, _FirstTry]] = {skill: OrderedDict() for skill in _SKILLS}
    held_back: dict[tuple[str, str], list[Entry]] = {}  # by pack and stage
    released: set[tuple[str, str, int]] = set()
    for entry in entries:
        if entry.kind in ("marked", "remarked"):
            behaviour = str(entry.payload.get("behaviour", ""))
            if not holds_back(behaviour) or (*_place(entry), entry.attempt) in released:
                _count(tries, entry)
            else:
                held_back.setdefault(_place(entry), []).append(entry)
        elif entry.kind == "released":
            released |= {(*_place(entry), number) for number in range(1, entry.attempt + 1)}
            for marked in held_back.pop(_place(entry), ()):
                _count(tries, marked)
    return {skill: _figure(list(newest.values())) for skill, newest in tries.items()}


def _place(entry: Entry) -> tuple[str, str]:
    """Return the pack and the stage that an entry belongs to."""
    return entry.pack, str(entry.payload.get("stage", ""))


def _count(tries: dict[Skill, OrderedDict[str, _FirstTry]], entry: Entry) -> None:
    payload = entry.payload
    newest = tries.get(payload.get("skill", ""))
    if newest is None or not payload.get("first_try"):
        return
    answer = str(payload.get("answer", ""))
    first = _first_try(payload)
    if entry.kind == "remarked" and answer not in newest:
        return  # older than the newest 20, or never counted
    if first is None:
        newest.pop(answer, None)
        return
    newest[answer] = first
    if len(newest) > NEWEST:
        newest.popitem(last=False)


def _first_try(payload: Mapping[str, Any]) -> _FirstTry | None:
    """Read what a first try earned; None where it is not scored."""
    score, points = payload.get("score"), payload.get("points", 1)
    if not isinstance(score, int | float) or not isinstance(points, int | float) or points <= 0:
        return None
    return _FirstTry(min(1.0, max(0.0, float(score))), float(points))


def _figure(newest: list[_FirstTry]) -> SkillFigure:
    points = sum(one.points for one in newest)
    if not points:
        return SkillFigure(None, 0, sure=False)
    share = sum(one.score * one.points for one in newest) / points
    return SkillFigure(min(1.0, share), len(newest), sure=len(newest) >= SURE_FROM)
