"""Every kind of question under every behaviour, driven by learners who do whatever comes to their mind."""

import json
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.canonical import canonical_json
from crossread.base.errors import Expected
from crossread.inquiry.asked import asked
from crossread.inquiry.behaviours import BEHAVIOURS
from crossread.inquiry.commands import (
    Answer,
    Certainty,
    Check,
    Command,
    Flag,
    HandIn,
    Rate,
    Release,
    TryAgain,
    Withdraw,
)
from crossread.inquiry.fold import fold_all
from crossread.inquiry.view import QuestionView, open_required
from crossread.packs.pack import Pack, Pool
from crossread.progress.far import how_far
from crossread.progress.history import history
from crossread.progress.skills import skills
from crossread.questions.registry import KINDS
from tests.inquiry.making import PACK, Learner
from tests.inquiry.responding import any_response, right
from tests.questions.making import CHOICE, SAMPLES, TEXTS

STAGE = "way"
STEPS = 24
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
Asks = Literal["", "yes", "no"]

seeds = st.integers(0, 2**32)  # of a walk: what fails is found again by its seed
every_kind = pytest.mark.parametrize("kind", list(KINDS))
every_behaviour = pytest.mark.parametrize("behaviour", list(BEHAVIOURS))
ways = settings(max_examples=6, deadline=None)  # for each of the kinds under each of the behaviours


def pack_of(kind: str, behaviour: str, certainty: Asks = "") -> Pack:
    """Make a stage of one question of a kind, one that opens after it, and two of which one is drawn."""
    stage = replace(PACK.stages[1], id=STAGE, behaviour=behaviour, certainty=certainty)
    question = replace(SAMPLES[kind][0], id="asked", stage=STAGE, hints=("Look again.", "Look at B."))
    others = [replace(CHOICE, id=name, stage=STAGE) for name in ("after", "heads", "tails")]
    others[0] = replace(others[0], after=("asked",))
    pool = Pool(id="coin", questions=("heads", "tails"), draw=1)
    return replace(PACK, stages=(stage,), questions=(question, *others), pools=(pool,))


def any_command(pack: Pack, chance: Random) -> Command:
    """Do anything that one can do with the questions of a pack, mostly what its behaviour is for."""
    checks = BEHAVIOURS[pack.stages[0].behaviour].checks
    question = chance.choice([*pack.questions, *pack.questions[:1] * 8])
    what = chance.randrange(16)
    if what < 10:
        return (Check if checks == (what < 9) else Answer)(
            question=question.id,
            response=any_response(question, chance),
            certainty=chance.choice(CERTAINTIES),
            dont_know=chance.random() < 0.1,
        )
    return (
        Withdraw(question=question.id),
        Flag(question=question.id, on=chance.random() < 0.5),
        Rate(question="asked", rating=chance.choice([{}, {"level": "low"}, {"ideas": ["one"]}])),
        HandIn(stage=STAGE),
        Release(stage=STAGE),
        TryAgain(stage=STAGE),
    )[what - 10]


@dataclass
class Watched:
    """A learner on the way, and what was seen of each question after each step."""

    learner: Learner
    steps: list[dict[str, QuestionView]] = field(default_factory=list)

    def take(self, command: Command) -> None:
        try:
            self.learner.do(command)
        except Expected as refusal:
            self.learner.refusals.append(refusal.message)
        questions = asked(self.learner.state, self.learner.pack, STAGE)
        self.steps.append({one.id: self.learner.view(one.id) for one in questions})


def walked(seed: int, kind: str, behaviour: str, certainty: Asks = "") -> Watched:
    chance = Random(seed)
    watched = Watched(Learner(pack=pack_of(kind, behaviour, certainty), texts=TEXTS))
    for _step in range(STEPS):
        watched.take(any_command(watched.learner.pack, chance))
    return watched


def test_every_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(KINDS)


@every_kind
@every_behaviour
@given(seeds)
@ways
def test_no_mark_gives_its_key_to_one_who_may_still_answer(kind: str, behaviour: str, seed: int) -> None:
    for step in walked(seed, kind, behaviour).steps:
        for view in step.values():
            if view.may_change and view.mark is not None:
                assert all(not part.key and part.passage is None for part in view.mark.parts)
                assert all(part.meanwhile is None for part in view.mark.parts)
                assert all(part.given or part.selection for part in view.mark.parts)


@every_kind
@pytest.mark.parametrize("behaviour", [name for name, how in BEHAVIOURS.items() if how.tries > 1])
def test_one_who_does_not_know_is_told_nothing_as_long_as_there_is_another_try(
    kind: str, behaviour: str
) -> None:
    learner = Learner(pack=pack_of(kind, behaviour), texts=TEXTS)
    learner.do(Check(question="asked", response=None, dont_know=True))
    view = learner.view("asked")
    assert view.mark is not None
    assert view.may_change == KINDS[kind].scored
    if view.may_change:
        assert (view.mark.score, view.mark.parts) == (0, ())


@every_kind
@every_behaviour
@given(seeds)
@ways
def test_scores_stay_within_0_and_1_and_kinds_that_are_not_scored_have_none(
    kind: str, behaviour: str, seed: int
) -> None:
    learner = walked(seed, kind, behaviour).learner
    for entry in learner.entries:
        if entry.kind == "marked":
            score = entry.payload["score"]
            assert score is None or 0 <= score <= 1
            if entry.question == "asked" and not KINDS[kind].scored:
                assert score is None
    unscored = {"asked"} if not KINDS[kind].scored else set()
    counted = [
        entry
        for entry in learner.entries
        if entry.kind == "marked" and entry.payload["first_try"] and entry.payload["score"] is not None
    ]
    assert not {entry.question for entry in counted} & unscored
    if not BEHAVIOURS[behaviour].holds_back:
        assert sum(figure.items for figure in skills(learner.entries).values()) == len(counted)


@every_kind
@every_behaviour
@given(seeds)
@ways
def test_feedback_comes_when_the_behaviour_gives_it_and_never_before(
    kind: str, behaviour: str, seed: int
) -> None:
    how = BEHAVIOURS[behaviour]
    watched = Watched(Learner(pack=pack_of(kind, behaviour), texts=TEXTS))
    chance = Random(seed)
    for _step in range(STEPS):
        watched.take(any_command(watched.learner.pack, chance))
        attempt = watched.learner.state.of(STAGE).latest
        for view in watched.steps[-1].values():
            if how.holds_back:
                assert (view.mark is not None) == (attempt.released and view.answered is not None)
                assert view.held_back == (attempt.handed_in and not attempt.released and bool(view.answered))
            elif how.checks:
                assert (view.mark is not None) == (view.answered is not None)
            else:
                assert (view.mark is not None) == (attempt.handed_in and view.answered is not None)
            if attempt.handed_in:
                assert (view.status, view.may_change, view.checks) == ("handed-in", False, False)
                assert not view.flagged
            assert not view.may_rate or (view.mark is not None and not view.may_change)
    if how.holds_back:
        shown = [one for one in history(watched.learner.entries) if one.score is not None]
        released = {e.attempt for e in watched.learner.entries if e.kind == "released"}
        assert all(one.attempt <= max(released, default=0) for one in shown)


@every_kind
@every_behaviour
@given(seeds)
@ways
def test_tries_and_hints_are_those_of_the_behaviour_and_a_later_try_never_earns_less(
    kind: str, behaviour: str, seed: int
) -> None:
    how = BEHAVIOURS[behaviour]
    watched = walked(seed, kind, behaviour)
    for step in watched.steps:
        view = step["asked"]
        assert view.hints_open <= 2
        assert view.may_hint == (how.hints == "free" and view.may_change)
        assert view.hints_open == 0 or how.hints == "per-try"
        assert (view.tries_left is None) != how.checks
        if view.tries_left is not None:
            assert 0 <= view.tries_left <= how.tries
            assert (view.tries_left > 0) == view.may_change == view.checks
        if how.checks and view.answered and not KINDS[kind].scored:
            assert not view.may_change  # one submission is all there is to it
    earned: dict[tuple[str, int], list[float]] = {}
    for entry in watched.learner.entries:
        if entry.kind == "marked" and entry.payload["score"] is not None:
            earned.setdefault((entry.question, entry.attempt), []).append(entry.payload["score"])
    for scores in earned.values():
        assert len(scores) <= max(1, how.tries)
        assert all(before <= after for before, after in pairwise(scores))


@every_kind
@every_behaviour
@given(seeds)
@ways
def test_the_first_try_is_the_first_answer_that_was_marked_and_there_is_one(
    kind: str, behaviour: str, seed: int
) -> None:
    learner = walked(seed, kind, behaviour).learner
    firsts = [
        entry.question for entry in learner.entries if entry.kind == "marked" and entry.payload["first_try"]
    ]
    assert len(firsts) == len(set(firsts))
    left_open: set[str] = set()
    marked: set[str] = set()
    for entry in learner.entries:
        if entry.kind == "marked":
            new = entry.question not in marked and entry.question not in left_open
            assert entry.payload["first_try"] == new
            marked.add(entry.question)
        elif entry.kind == "handed-in":
            left_open |= set(entry.payload["open"])


@every_kind
@every_behaviour
@given(seeds, st.sampled_from(["", "yes", "no"]))
@ways
def test_certainty_is_asked_as_the_pack_says_and_never_where_nothing_is_scored(
    kind: str, behaviour: str, seed: int, certainty: Asks
) -> None:
    for step in walked(seed, kind, behaviour, certainty).steps:
        assert step["asked"].asks_certainty == (certainty if KINDS[kind].scored else "no")


@every_kind
@every_behaviour
@given(seeds)
@ways
def test_the_record_gives_the_same_state_back(kind: str, behaviour: str, seed: int) -> None:
    learner = walked(seed, kind, behaviour).learner
    stored = [replace(entry, payload=json.loads(canonical_json(entry.payload))) for entry in learner.entries]
    assert fold_all(PACK.id, stored, "ada") == learner.state
    looked_back = history(stored, learner.seen.get)
    assert len(looked_back) == sum(entry.kind == "answered" for entry in stored)


@every_kind
@every_behaviour
@given(seeds)
@ways
def test_what_is_drawn_mixed_and_locked_is_the_same_each_time(kind: str, behaviour: str, seed: int) -> None:
    watched = walked(seed, kind, behaviour)
    learner = watched.learner
    assert len({frozenset(step) for step in watched.steps}) <= 1
    mixed = {(e.question, e.payload["seed"]) for e in learner.entries if e.kind == "answered"}
    assert mixed == {(name, learner.state.seed_of(name)) for name, _seed in mixed}
    for step in watched.steps:
        locked = step["asked"].answered is None and step["after"].answered is None
        assert (step["after"].status == "locked") == (locked and step["after"].status != "handed-in")
        assert (step["after"].opens_after == ("asked",)) == (step["after"].status == "locked")
    far = how_far(learner.state, learner.pack, learner.has_original)
    still_open = open_required(learner.state, learner.pack, STAGE, learner.has_original)
    attempts = learner.state.of(STAGE).attempts
    never = [one for one in still_open if not any(attempt.answer_to(one) for attempt in attempts)]
    assert (far.required, far.answered) == (3, 3 - len(never))


@every_kind
@every_behaviour
def test_the_key_earns_all_and_closes_the_question(kind: str, behaviour: str) -> None:
    learner = Learner(pack=pack_of(kind, behaviour), texts=TEXTS)
    response = right(learner.pack.by_id["asked"])
    if BEHAVIOURS[behaviour].checks:
        learner.check("asked", response)
    else:
        learner.answer("asked", response)
        learner.hand_in(STAGE)
    if BEHAVIOURS[behaviour].holds_back:
        learner.release(STAGE)
    view = learner.view("asked")
    assert not view.may_change
    assert view.mark is not None
    assert view.mark.score == (1 if KINDS[kind].scored else None)
