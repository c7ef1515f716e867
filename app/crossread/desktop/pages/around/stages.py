"""Stages of a pack: when one counts as done, how it is named in the bar, and what comes after it."""

from crossread.base.translation import _
from crossread.desktop.place import Place
from crossread.desktop.stage_tabs import StageTab
from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Pack, Stage


def stage_done(pack: Pack, state: InquiryState, stage: Stage) -> bool:
    """Tell whether a stage is done.

    A stage with questions is done once it was handed in, *meet* once every card was opened, one that asks
    what is expected or concluded once something is written there, and any other, which asks nothing, once
    the learner was there and has gone on to a later one.
    """
    if pack.questions_of(stage.id):
        return any(attempt.handed_in for attempt in state.of(stage.id).attempts)
    if stage.kind == "meet":
        return all(source.id in state.cards for source in pack.sources)
    if stage.kind == "before" and stage.expectation:
        return bool(state.expectations.get(stage.id, "").strip())
    if stage.kind == "conclude":
        written = state.conclusions.get(stage.id)
        return written is not None and bool(written.text.strip())
    if stage.id not in state.stages:
        return False
    later = pack.stages[pack.stages.index(stage) + 1 :]
    return any(one.id in state.stages or one.id == state.stage for one in later)


def stage_tabs(pack: Pack, state: InquiryState) -> tuple[StageTab, ...]:
    """Return the stages of a pack for the bar."""
    return tuple(StageTab(stage.id, stage.title, stage_done(pack, state, stage)) for stage in pack.stages)


def onward(pack: Pack, stage: Stage) -> Place:
    """Return where to go on after a stage: to the next one, or to the overview after the last."""
    following = _next(pack, stage)
    return Place("stage", pack.id, following.id) if following else Place("overview", pack.id)


def onward_words(pack: Pack, stage: Stage) -> str:
    """Say where that is, for a button."""
    following = _next(pack, stage)
    return _("Next: {stage} ›").format(stage=following.title) if following else _("To the overview ›")


def _next(pack: Pack, stage: Stage) -> Stage | None:
    place = pack.stages.index(stage)
    return pack.stages[place + 1] if place + 1 < len(pack.stages) else None
