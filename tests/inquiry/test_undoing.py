"""Taking back: whatever was done to highlights, notes and layers, its inverse brings back what was."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.inquiry.commands import (
    AddLayer,
    Command,
    EnterStage,
    PutHighlight,
    PutNote,
    RemoveHighlight,
    RemoveLayer,
    RemoveNote,
    SetExpectation,
    SetNote,
    SwitchLayer,
)
from crossread.inquiry.notes import MEANINGS, Highlight, Layer, Note
from crossread.inquiry.state import InquiryState
from crossread.inquiry.undoing import intention, inverse, outcome
from tests.inquiry.making import Learner
from tests.inquiry.noting_samples import highlight, note, noted
from tests.questions.making import PILOT

unhurried = settings(deadline=None)
names = st.sampled_from(["a", "b", "c"])
passages = st.sampled_from([noted(), noted("the tar sheds"), noted("counted twenty-six", "pilot", PILOT)])
layers = st.builds(
    Layer,
    digest=st.sampled_from(["a" * 64, "b" * 64]),
    title=st.sampled_from(["One", "Two"]),
    on=st.booleans(),
)
texts = st.sampled_from(["", "one", "two"])
steps: st.SearchStrategy[Command] = st.one_of(
    st.builds(
        lambda name, meaning, passage: PutHighlight(highlight=highlight(name, meaning, passage=passage)),
        names,
        st.sampled_from([*MEANINGS]),
        passages,
    ),
    st.builds(RemoveHighlight, highlight=names),
    st.builds(
        lambda name, text, there, tags: PutNote(
            note=note(name, text, passages=tuple(there), tags=tuple(tags))
        ),
        names,
        st.sampled_from(["one", "two"]),
        st.lists(passages, max_size=3),
        st.lists(st.sampled_from(["tag", "Tag", "other"]), max_size=2),
    ),
    st.builds(RemoveNote, note=names),
    st.builds(AddLayer, layer=layers),
    st.builds(SwitchLayer, layer=st.sampled_from(["a" * 64, "b" * 64]), on=st.booleans()),
    st.builds(RemoveLayer, layer=st.sampled_from(["a" * 64, "b" * 64])),
    st.builds(SetNote, key=st.sampled_from(["meet/pilot/who", "meet/pilot/others"]), text=texts),
    st.builds(SetExpectation, stage=st.just("before"), text=texts),
)


Put = tuple[dict[str, Highlight], dict[str, Note], dict[str, Layer], dict[str, str], dict[str, str]]


def put(state: InquiryState) -> Put:
    """Return what is put on the texts or written beside them, whenever it was."""
    return (
        {name: replace(one, seq=0) for name, one in state.highlights.items()},
        {name: replace(one, seq=0) for name, one in state.passage_notes.items()},
        dict(state.layers),
        {key: text for key, text in state.notes.items() if text},
        {stage: text for stage, text in state.expectations.items() if text},
    )


@given(st.lists(steps, max_size=20), steps)
@unhurried
def test_the_inverse_of_any_step_brings_back_what_was(way: list[Command], step: Command) -> None:
    learner = Learner()
    for one in way:
        learner.do(one)
    before = put(learner.state)
    back = inverse(learner.state, step)
    if not learner.do(step):
        assert put(learner.state) == before
        return
    assert back is not None
    assert intention(learner.state, back)
    assert outcome(learner.state, back)
    again = inverse(learner.state, back)
    after = put(learner.state)
    assert learner.do(back)
    assert put(learner.state) == before
    assert again is not None
    learner.do(again)
    assert put(learner.state) == after


@given(st.lists(steps, max_size=30))
@unhurried
def test_a_whole_sitting_can_be_taken_back_to_where_it_began(way: list[Command]) -> None:
    learner = Learner()
    backs = []
    for one in way:
        back = inverse(learner.state, one)
        if learner.do(one):
            assert back is not None
            backs.append(back)
    for back in reversed(backs):
        learner.do(back)
    assert put(learner.state) == ({}, {}, {}, {}, {})


def test_answers_and_stages_have_ways_of_their_own() -> None:
    state = Learner().state
    assert inverse(state, EnterStage(stage="read")) is None
    assert (intention(state, EnterStage(stage="read")), outcome(state, EnterStage(stage="read"))) == ("", "")
