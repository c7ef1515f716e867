"""Whatever a learner does, in whatever order: what holds at every step."""

import copy
import json
from dataclasses import replace

from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from crossread.base.canonical import canonical_json
from crossread.base.entries import KINDS, Entry
from crossread.base.errors import Expected
from crossread.inquiry.commands import (
    Answer,
    Check,
    Command,
    EnterStage,
    Flag,
    HandIn,
    OpenCard,
    Release,
    SetExpectation,
    SetNote,
    TryAgain,
    Withdraw,
)
from crossread.inquiry.decide import decide
from crossread.inquiry.fold import fold, fold_all
from crossread.inquiry.state import Attempt, InquiryState
from crossread.progress.far import how_far
from crossread.questions.passages import Texts
from tests.inquiry.making import DIGESTS_ONLY, PACK, RIGHT, WITH_ORIGINALS, WRONG, Learner, as_entry
from tests.inquiry.noting_samples import NOTING

# The first example loads what later ones find loaded, so time is no sign of trouble here.
unhurried = settings(deadline=None)
questions = st.sampled_from([question.id for question in PACK.questions])
stages = st.sampled_from([stage.id for stage in PACK.stages])
certainties = st.sampled_from(["", "guess", "certain"])
responses = questions.flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from([RIGHT[name], WRONG[name], None]))
)


def answering(which: type[Answer] | type[Check]) -> st.SearchStrategy[Command]:
    def command(given: tuple[str, object], certainty: str, dont_know: bool) -> Command:
        return which(
            question=given[0],
            response=given[1],  # type: ignore[arg-type]
            certainty=certainty,  # type: ignore[arg-type]
            dont_know=dont_know,
        )

    rarely = st.sampled_from([False, False, False, True])
    return st.builds(command, responses, certainties, rarely)


steps = st.one_of(
    answering(Answer),
    answering(Answer),
    answering(Check),
    st.builds(Withdraw, question=questions),
    st.builds(HandIn, stage=stages),
    st.builds(TryAgain, stage=stages),
    st.builds(Release, stage=stages),
    st.builds(Flag, question=questions, on=st.booleans()),
    st.builds(EnterStage, stage=stages),
    st.builds(OpenCard, source=st.sampled_from(["gazette", "pilot"])),
    st.builds(SetExpectation, stage=st.just("before"), text=st.sampled_from(["", "much", "little"])),
    st.builds(SetNote, key=st.sampled_from(["a", "b"]), text=st.sampled_from(["", "so", "or so"])),
    *(st.sampled_from(commands) for commands in NOTING),
    st.sampled_from([DIGESTS_ONLY, WITH_ORIGINALS]),  # an original is added or put away
)


@st.composite
def through_a_stage(draw: st.DrawFn) -> list[Command | Texts]:
    """Answer what a stage asks, hand it in, and perhaps go on: by chance alone that hardly ever happens."""
    stage = draw(st.sampled_from(["read", "checked", "exam"]))
    asked = [question.id for question in PACK.questions if question.stage == stage]

    def handed_in() -> list[Command | Texts]:
        answers = [
            Answer(question=name, response=draw(st.sampled_from([RIGHT[name], WRONG[name]])))
            for name in asked
            if draw(st.sampled_from([True, True, True, False]))
        ]
        return [*answers, HandIn(stage=stage)]

    way = handed_in()
    if stage == "exam" and draw(st.booleans()):
        way.append(Release(stage=stage))
    if draw(st.booleans()):
        way += [TryAgain(stage=stage), *handed_in()]
    return way


stretches = st.one_of(steps.map(lambda step: [step]), through_a_stage(), through_a_stage())
ways = st.lists(stretches, max_size=15).map(lambda those: [step for stretch in those for step in stretch])


def test_the_ways_come_through_stages_that_are_handed_in_shown_and_tried_again() -> None:
    """Without such ways what follows would hold of nothing."""

    def attempts(way: list[Command | Texts]) -> list[Attempt]:
        return [attempt for stage in walk(way).state.stages.values() for attempt in stage.attempts]

    thorough = settings(max_examples=2_000, deadline=None, database=None, phases=[Phase.generate])
    for comes_there in (
        lambda way: any(one.number > 1 and one.handed_in for one in attempts(way)),
        lambda way: any(one.released for one in attempts(way)),
        lambda way: sum(entry.kind == "marked" for entry in walk(way).entries) > 3,
    ):
        assert find(ways, comes_there, settings=thorough)


def walk(way: list[Command | Texts]) -> Learner:
    learner = Learner()
    for step in way:
        take(learner, step)
    return learner


def take(learner: Learner, step: Command | Texts) -> None:
    if isinstance(step, dict):
        learner.texts = step
        return
    try:
        learner.do(step)  # type: ignore[arg-type]
    except Expected as refusal:
        learner.refusals.append(refusal.message)


@given(ways)
@unhurried
def test_the_state_is_what_its_entries_fold_into(way: list[Command | Texts]) -> None:
    learner = walk(way)
    assert fold_all(PACK.id, learner.entries, "ada") == learner.state
    half = len(learner.entries) // 2
    state = fold_all(PACK.id, learner.entries[:half], "ada")
    for entry in learner.entries[half:]:
        state = fold(state, entry)
    assert state == learner.state
    assert learner.state.last_seq == len(learner.entries)


@given(ways)
@unhurried
def test_entries_survive_the_record(way: list[Command | Texts]) -> None:
    learner = walk(way)
    stored = [replace(entry, payload=json.loads(canonical_json(entry.payload))) for entry in learner.entries]
    assert fold_all(PACK.id, stored, "ada") == learner.state
    assert {entry.kind for entry in stored} <= KINDS.keys()
    assert len({entry.id for entry in stored}) == len(stored)


@given(ways, steps)
@unhurried
def test_deciding_changes_nothing_by_itself(way: list[Command | Texts], step: Command | Texts) -> None:
    learner = walk(way)
    before = copy.deepcopy(learner.state)
    if not isinstance(step, dict):
        for _ in range(2):
            try:
                decide(learner.state, step, PACK, learner.texts)  # type: ignore[arg-type]
            except Expected:
                continue
    assert learner.state == before


@given(ways)
@unhurried
def test_an_attempt_that_was_handed_in_stays_as_it_is_but_for_its_release(way: list[Command | Texts]) -> None:
    learner = Learner()
    closed: dict[tuple[str, int], object] = {}
    released: set[tuple[str, int]] = set()
    for step in way:
        take(learner, step)
        for stage_id, stage in learner.state.stages.items():
            assert all(attempt.handed_in for attempt in stage.attempts[:-1])
            assert [attempt.number for attempt in stage.attempts] == list(range(1, len(stage.attempts) + 1))
            for attempt in stage.attempts:
                name = (stage_id, attempt.number)
                if attempt.handed_in:
                    as_handed_in = replace(attempt, released=False)
                    assert closed.setdefault(name, as_handed_in) == as_handed_in
                assert attempt.released >= (name in released)  # what was shown once stays shown
                if attempt.released:
                    released.add(name)


@given(ways)
@unhurried
def test_first_tries_come_from_the_first_hand_in_that_met_the_question(way: list[Command | Texts]) -> None:
    learner = walk(way)
    met: set[str] = set()
    closed_with: set[str] = set()
    for entry in learner.entries:
        if entry.kind == "handed-in":
            met |= closed_with
            closed_with = {*entry.payload["open"], *entry.payload["answers"]}
        if entry.kind == "marked" and entry.payload["behaviour"] in {"deferred", "exam"}:
            assert entry.payload["first_try"] == (entry.question not in met)
    firsts = [entry.question for entry in learner.entries if entry.payload.get("first_try")]
    assert len(firsts) == len(set(firsts))


@given(ways)
@unhurried
def test_how_far_never_passes_what_is_required(way: list[Command | Texts]) -> None:
    learner = walk(way)
    far = how_far(learner.state, PACK, learner.has_original)
    assert 0 <= far.answered <= far.required <= sum(question.required for question in PACK.questions)
    assert far.answered == sum(answered for answered, _ in far.by_stage.values())
    assert all(0 <= answered <= required for answered, required in far.by_stage.values())


@given(ways)
@unhurried
def test_a_view_never_gives_the_key_away_to_one_who_may_still_answer(way: list[Command | Texts]) -> None:
    learner = walk(way)
    for question in PACK.questions:
        view = learner.view(question.id)
        if view.may_change and view.mark is not None:
            assert all(not part.key and part.passage is None for part in view.mark.parts)
        if question.id == "exam" and not learner.state.of("exam").latest.released:
            assert view.mark is None
        assert view.checks <= view.may_change
        assert view.tries_left is None or 0 <= view.tries_left <= 3
        if view.may_change and view.checks:
            assert view.tries_left


def test_entries_that_are_not_understood_change_nothing_else() -> None:
    learner = Learner()
    learner.answer("first")
    strange = replace(learner.entries[0], seq=2, kind="dreamt")
    assert fold(learner.state, strange) == replace(learner.state, last_seq=2)
    assert fold(learner.state, replace(strange, pack="another")) is learner.state


def test_an_answer_to_an_attempt_that_is_closed_or_was_never_opened_is_passed_over() -> None:
    learner = Learner()
    (new,) = learner.answer("first")
    late = as_entry(replace(new, attempt=2), 2)
    assert fold(learner.state, late) == replace(learner.state, last_seq=2)
    learner.hand_in()
    again = as_entry(new, 9)
    assert fold(learner.state, again) == replace(learner.state, last_seq=9)


def test_a_remark_takes_the_place_of_a_mark_also_in_a_closed_attempt() -> None:
    learner = Learner()
    learner.answer("first")
    learner.hand_in()
    marked = learner.entries[-1]
    remarked: Entry = replace(marked, seq=9, kind="remarked", payload={**marked.payload, "score": 0.25})
    answered = fold(learner.state, remarked).of("read").latest.answers["first"]
    assert answered.mark is not None
    assert answered.mark.score == 0.25


def test_a_fresh_state_knows_every_stage() -> None:
    state = InquiryState(pack=PACK.id)
    assert state.of("read").latest.number == 1
    assert state.of("read").attempt(2) is None
