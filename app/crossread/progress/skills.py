"""How it goes by skill: the share of points earned at first tries. Nothing counts for time or opening."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Literal, get_args

from crossread.base.entries import Entry
from crossread.progress.honest_range import Range, differs, items_weighed, wilson
from crossread.progress.marks_told import Mark, MarksTold
from crossread.questions.kind import Skill

# Only the newest first tries of a skill count, so that what was learnt shows; as many before these are what
# they are compared with.
NEWEST = 20
# From how many items a share is worth a word like "well". Even a perfect row says little while it is
# short: the lower end of Wilson's 95 % interval for n of n right is n / (n + 1.96²), which passes two
# thirds, a plain majority of two to one, with 8 items (0.676) and not with 7 (0.646).
SURE_FROM = 8

SKILLS_IN_ORDER: tuple[Skill, ...] = get_args(Skill)

Change = Literal["none", "unclear", "more", "less"]


@dataclass(frozen=True, slots=True)
class SkillFigure:
    """The share of points (0 to 1, None without items), on how many items it rests, and whether on enough."""

    share: float | None
    items: int
    sure: bool


_NOTHING = SkillFigure(None, 0, sure=False)
_ANYWHERE = Range(0.0, 1.0)


@dataclass(frozen=True, slots=True)
class SkillProgress:
    """A skill over the newest 20 first tries, and over up to 20 `before` these, each with its honest range.

    `change` says whether the newest earned "more" or "less" by more than chance would have it; "unclear"
    where that cannot be told, "none" where there is nothing before.
    """

    now: SkillFigure = _NOTHING
    range: Range = _ANYWHERE
    before: SkillFigure = _NOTHING
    before_range: Range = _ANYWHERE
    change: Change = "none"


@dataclass(frozen=True, slots=True)
class FirstTry:
    """What a first try earned: a share, of so many points."""

    score: float
    points: float


@dataclass(slots=True)
class SkillsState:
    """The newest first tries of each skill by the answer, oldest first, and the marks that are held back."""

    marks: MarksTold = field(default_factory=MarksTold)
    tries: dict[str, OrderedDict[str, FirstTry]] = field(
        default_factory=lambda: {skill: OrderedDict() for skill in SKILLS_IN_ORDER}
    )


class Skills:
    """The projection of skills over all packs.

    A first try is one that was marked as such; a later mark of the same answer takes the place of the first
    one. A mark that is held back counts from when it is released.
    """

    name = "skills"
    version = 1

    def empty(self) -> SkillsState:
        """Return the state before any entry."""
        return SkillsState()

    def add(self, state: SkillsState, entry: Entry) -> None:
        """Let one more entry count."""
        for mark in state.marks.add(entry):
            _count(state.tries, mark)

    def to_json(self, state: SkillsState) -> Any:
        """Put a state down as JSON."""
        tries = {
            skill: [[answer, one.score, one.points] for answer, one in newest.items()]
            for skill, newest in state.tries.items()
        }
        return {"marks": state.marks.to_json(), "tries": tries}

    def from_json(self, value: Any) -> SkillsState:
        """Take a state up again; raises ValueError for what `to_json` cannot have made."""
        state = SkillsState()
        try:
            state.marks = MarksTold.from_json(value["marks"])
            for skill, listed in value["tries"].items():
                state.tries[skill] = OrderedDict(
                    (str(answer), FirstTry(float(score), float(points))) for answer, score, points in listed
                )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError("this is no state of skills") from error
        return state


SKILLS = Skills()


def skills_progress(state: SkillsState) -> dict[Skill, SkillProgress]:
    """Return how each skill goes, those that were never tried too."""
    return {skill: _progress(list(state.tries[skill].values())) for skill in SKILLS_IN_ORDER}


def skill_figures(state: SkillsState) -> dict[Skill, SkillFigure]:
    """Return the figure of each skill over the newest 20 scored first tries in all packs."""
    found: dict[Skill, SkillFigure] = {}
    for skill in SKILLS_IN_ORDER:
        tries = state.tries[skill]
        found[skill] = _figure(list(islice(tries.values(), max(0, len(tries) - NEWEST), None)))[0]
    return found


def skills(entries: Iterable[Entry]) -> Mapping[Skill, SkillFigure]:
    """Return the figure of each skill as `skill_figures` does, of entries that come oldest first."""
    state = SKILLS.empty()
    for entry in entries:
        SKILLS.add(state, entry)
    return skill_figures(state)


def _count(tries: dict[str, OrderedDict[str, FirstTry]], mark: Mark) -> None:
    newest = tries.get(mark.skill)
    if newest is None or not mark.first_try:
        return
    if mark.again and mark.answer not in newest:
        return  # older than what is kept, or never counted
    if mark.score is None or not mark.points:
        newest.pop(mark.answer, None)
        return
    newest[mark.answer] = FirstTry(mark.score, mark.points)
    if len(newest) > 2 * NEWEST:
        newest.popitem(last=False)


def _progress(tries: list[FirstTry]) -> SkillProgress:
    now, now_range = _figure(tries[-NEWEST:])
    before, before_range = _figure(tries[:-NEWEST])
    change: Change = "none"
    if now.share is not None and before.share is not None:
        change = "unclear"
        if now.sure and before.sure and differs(before.share, before_range, now.share, now_range):
            change = "more" if now.share > before.share else "less"
    return SkillProgress(now, now_range, before, before_range, change)


def _figure(tries: list[FirstTry]) -> tuple[SkillFigure, Range]:
    points = sum(one.points for one in tries)
    if not points:
        return _NOTHING, _ANYWHERE
    share = min(1.0, sum(one.score * one.points for one in tries) / points)
    figure = SkillFigure(share, len(tries), sure=len(tries) >= SURE_FROM)
    return figure, wilson(share, items_weighed(one.points for one in tries))
