"""Notes and highlights as the record keeps them: read whole again, and harmless where damaged."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.canonical import canonical_json
from crossread.base.entries import KINDS
from crossread.inquiry.commands import PutHighlight, PutNote, SetNote
from crossread.inquiry.fold import fold, fold_all
from crossread.inquiry.notes import MEANINGS, Highlight, Note, NotedPassage
from crossread.inquiry.notes_storing import (
    highlight_from_json,
    highlight_json,
    note_from_json,
    note_json,
    passage_from_json,
    passage_json,
)
from crossread.texts.passages.anchors import QuoteAnchor, WordsAnchor
from tests.inquiry.making import PACK, Learner, as_entry
from tests.inquiry.noting_samples import highlight, note, noted
from tests.inquiry.test_older_records import old

unhurried = settings(deadline=None)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
anchors = st.builds(
    QuoteAnchor, quote=words, prefix=words, suffix=words, position=st.integers(-1, 10**6), text_digest=words
)
hashes = st.builds(WordsAnchor, words=st.integers(5, 99), hash=st.just("0123456789ab"), nth=st.integers(1, 9))
passages = st.builds(
    NotedPassage,
    source=words,
    which=st.sampled_from(["digest", "original", "version/first"]),
    quote=anchors,
    original=st.none() | hashes,
    letter=words,
    title=words,
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
OURS = [kind for kind in KINDS if kind.startswith(("note-", "highlight-", "layer-"))]


@given(passages)
def test_a_passage_is_whole_again_when_it_is_read(passage: NotedPassage) -> None:
    assert passage_from_json(json.loads(canonical_json(passage_json(passage)))) == passage


@given(st.builds(Highlight, id=words, meaning=st.sampled_from([*MEANINGS]), passage=passages))
def test_a_highlight_is_whole_again_when_it_is_read(one: Highlight) -> None:
    assert highlight_from_json(json.loads(canonical_json(highlight_json(one))), 7) == replace(one, seq=7)


@given(
    st.builds(
        Note,
        id=words,
        text=words,
        passages=st.lists(passages, max_size=3).map(tuple),
        tags=st.lists(words, max_size=3).map(tuple),
        claim=words,
    )
)
def test_a_note_is_whole_again_when_it_is_read(one: Note) -> None:
    assert note_from_json(json.loads(canonical_json(note_json(one))), 7) == replace(one, seq=7)


def test_notes_from_before_there_were_passages_are_those_of_then() -> None:
    entries = [
        old(1, "note-set", key="meet/pilot/who", text="A pilot"),
        old(2, "note-set", key="meet/pilot/others", text="Nobody"),
        old(3, "note-removed", key="meet/pilot/others"),
    ]
    state = fold_all(PACK.id, entries, "ada")
    assert state.notes == {"meet/pilot/who": "A pilot"}
    assert (state.passage_notes, state.highlights, state.layers) == ({}, {}, {})


@given(st.sampled_from(OURS), values, st.data())
@unhurried
def test_whatever_stands_in_a_payload_nothing_is_raised_and_nothing_else_is_lost(
    kind: str, value: object, data: st.DataObject
) -> None:
    learner = Learner()
    for command in (
        PutHighlight(highlight=highlight()),
        PutNote(note=note()),
        SetNote(key="meet/pilot/who", text="A pilot"),
    ):
        learner.do(command)
    sound: dict[str, Any] = {"key": "passage/n", "id": "h", "digest": "a" * 64, "title": "T"}
    sound |= {"meaning": "doubt", "passage": passage_json(noted()), "passages": [passage_json(noted())]}
    name = data.draw(st.sampled_from([*sound, "text", "tags", "claim", "count", "on"]))
    entry = as_entry(learner.do(SetNote(key="x", text="y"))[0], 9)
    folded = fold(learner.state, replace(entry, kind=kind, payload={**sound, name: value}))
    assert folded.last_seq == 9
    assert folded.notes["meet/pilot/who"] == "A pilot"
    assert folded.stages == learner.state.stages


@pytest.mark.parametrize(
    "broken",
    [
        {"source": ""},
        {"which": 3},
        {"quote": ""},
        {"position": "0"},
        {"position": True},
        {"original": None},
        {"original": {"words": 3, "hash": "0123456789ab", "nth": 1}},
        {"original": {"words": 5, "hash": "0123456789ab", "nth": 0}},
    ],
)
def test_a_passage_that_cannot_be_read_takes_no_note_away(broken: dict[str, Any]) -> None:
    learner = Learner()
    (made,) = learner.do(PutNote(note=note(text="Who counted?", passages=(noted(),))))
    payload = {**made.payload, "passages": [{**made.payload["passages"][0], **broken}, passage_json(noted())]}
    folded = fold(learner.state, as_entry(replace(made, payload=payload), 2))
    assert folded.passage_notes["n"] == note(text="Who counted?", seq=2)


@pytest.mark.parametrize("digest", ["", "../../settings", "A" * 64, "a" * 63, "a" * 64 + "\n", 3])
def test_a_layer_is_named_by_a_digest_and_by_nothing_else(digest: object) -> None:
    entry = old(1, "layer-added", digest=digest, title="T")
    assert fold_all(PACK.id, [entry]).layers == {}
