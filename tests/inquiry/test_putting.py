"""Highlights, notes and layers: put, written anew, taken away, and refused where they cannot be."""

from dataclasses import replace
from typing import Any

import pytest

from crossread.base.errors import Expected
from crossread.inquiry.commands import (
    AddLayer,
    Command,
    PutHighlight,
    PutNote,
    RemoveHighlight,
    RemoveLayer,
    RemoveNote,
    SetNote,
    SwitchLayer,
)
from crossread.inquiry.notes import Layer
from crossread.inquiry.putting import (
    LONGEST_NOTE,
    LONGEST_PASSAGE,
    LONGEST_TAG,
    MOST_LAYERS,
    MOST_PASSAGES,
    MOST_TAGS,
)
from crossread.questions.claims import Claim
from crossread.texts.passages.anchors import QuoteAnchor
from tests.inquiry.making import PACK, Learner, kinds
from tests.inquiry.noting_samples import highlight, note, noted
from tests.questions.making import PILOT

CLAIM = Claim(id="boats", claim="How many boats were lost", relation="differ", cells={})
LAYER = Layer(digest="a" * 64, title="Look here", author="Ms Vale", count=2)


def test_a_highlight_is_put_given_another_meaning_and_taken_away() -> None:
    learner = Learner()
    assert kinds(learner.do(PutHighlight(highlight=highlight()))) == ["highlight-set"]
    assert learner.do(PutHighlight(highlight=highlight())) == []
    assert learner.state.highlights == {"h": highlight(seq=1)}
    learner.do(PutHighlight(highlight=highlight(meaning="doubt")))
    assert learner.state.highlights["h"].meaning == "doubt"
    assert kinds(learner.do(RemoveHighlight(highlight="h"))) == ["highlight-removed"]
    assert learner.do(RemoveHighlight(highlight="h")) == []
    assert learner.state.highlights == {}


def test_a_note_on_two_sources_is_written_written_anew_and_taken_away() -> None:
    learner = Learner()
    both = (noted(), noted("forty boats", "pilot", PILOT))
    (made,) = learner.do(PutNote(note=note(passages=both, tags=("boats",))))
    assert (made.kind, made.payload["key"]) == ("note-set", "passage/n")
    assert learner.state.passage_notes == {"n": note(passages=both, tags=("boats",), seq=1)}
    assert learner.do(PutNote(note=note(passages=both, tags=("boats",), seq=1))) == []
    learner.do(PutNote(note=note(text="Who else?", passages=both)))
    assert learner.state.passage_notes["n"].text == "Who else?"
    assert learner.state.notes == {}  # these are the ones under keys of their own
    learner.do(RemoveNote(note="n"))
    assert learner.do(RemoveNote(note="n")) == []
    assert learner.state.passage_notes == {}


def test_notes_under_keys_stay_what_they_are() -> None:
    learner = Learner()
    learner.do(SetNote(key="meet/pilot/who", text="A pilot"))
    learner.do(PutNote(note=note()))
    learner.do(RemoveNote(note="n"))
    assert learner.state.notes == {"meet/pilot/who": "A pilot"}
    with pytest.raises(ValueError, match="put, not set"):
        learner.do(SetNote(key="passage/n", text="by the wrong door"))


def test_an_entry_names_the_source_so_that_it_can_be_cited_without_its_pack() -> None:
    bare = replace(noted(), letter="", title="")
    learner = Learner()
    (made,) = learner.do(PutHighlight(highlight=highlight(passage=bare)))
    passage = made.payload["passage"]
    assert (passage["letter"], passage["title"], passage["quote"]) == ("A", "The fire", "forty boats")
    assert {"prefix", "suffix", "position", "text_digest", "which", "source"} <= passage.keys()


def test_tags_are_tidied_and_each_counts_once_whatever_its_case() -> None:
    learner = Learner()
    learner.do(PutNote(note=note(tags=(" Boats ", "boats", "", "cafe\u0301", "café", "two\n words"))))
    assert learner.state.passage_notes["n"].tags == ("Boats", "café", "two words")


def test_words_that_cannot_be_kept_are_made_sound_before_they_are() -> None:
    learner = Learner()
    learner.do(PutNote(note=note(text="half \ud83d a\x00b\r\nc")))
    assert learner.state.passage_notes["n"].text == "half \ufffd ab\nc"


def test_a_note_may_hold_passages_first_and_words_later_or_stand_alone() -> None:
    learner = Learner()
    learner.do(PutNote(note=note(text="  ")))
    assert learner.state.passage_notes["n"].text == ""
    learner.do(PutNote(note=note("alone", passages=())))
    assert learner.state.passage_notes["alone"].passages == ()


def test_the_same_passage_counts_once_in_a_note() -> None:
    learner = Learner()
    learner.do(PutNote(note=note(passages=(noted(), noted()))))
    assert learner.state.passage_notes["n"].passages == (noted(),)


def test_what_was_remembered_may_speak_of_a_source_that_has_left_the_pack() -> None:
    learner = Learner()
    learner.do(PutNote(note=note(passages=(noted("forty boats", "pilot", PILOT),))))
    learner.pack = replace(PACK, sources=PACK.sources[:1])
    known = learner.state.passage_notes["n"]
    learner.do(PutNote(note=replace(known, text="changed")))
    (passage,) = learner.state.passage_notes["n"].passages
    assert (passage.letter, passage.title) == ("B", "A log")


def _anchor(quote: str) -> Any:
    return replace(noted(), quote=QuoteAnchor(quote=quote))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (PutHighlight(highlight=highlight(passage=replace(noted(), source="gone"))), "no-such-source"),
        (PutHighlight(highlight=highlight(passage=_anchor(" \n"))), "passage-empty"),
        (PutHighlight(highlight=highlight(passage=_anchor("x" * (LONGEST_PASSAGE + 1)))), "passage-too-long"),
        (PutNote(note=note(passages=(replace(noted(), source="gone"),))), "no-such-source"),
        (PutNote(note=note(text="", passages=())), "note-empty"),
        (PutNote(note=note(text=" ", passages=(), tags=("tag",))), "note-empty"),
        (PutNote(note=note(text="x" * (LONGEST_NOTE + 1))), "note-too-long"),
        (PutNote(note=note(tags=tuple(map(str, range(MOST_TAGS + 1))))), "too-many-tags"),
        (PutNote(note=note(tags=("x" * (LONGEST_TAG + 1),))), "tag-too-long"),
        (PutNote(note=note(claim="gone")), "no-such-claim"),
        (
            PutNote(note=note(passages=tuple(_anchor(str(at)) for at in range(MOST_PASSAGES + 1)))),
            "too-many-passages",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(command: Command, code: str) -> None:
    learner = Learner(pack=replace(PACK, claims=(CLAIM,)))
    with pytest.raises(Expected) as raised:
        learner.do(command)
    assert raised.value.code == code
    assert "{" not in raised.value.message
    assert not learner.entries


def test_the_most_that_there_can_be_is_taken() -> None:
    learner = Learner(pack=replace(PACK, claims=(CLAIM,)))
    passages = tuple(
        _anchor("x" * at) for at in range(LONGEST_PASSAGE - MOST_PASSAGES + 1, LONGEST_PASSAGE + 1)
    )
    tags = tuple(f"{at:0{LONGEST_TAG}}" for at in range(MOST_TAGS))
    most = note(text="x" * LONGEST_NOTE, passages=passages, tags=tags, claim="boats")
    learner.do(PutNote(note=most))
    kept = learner.state.passage_notes["n"]
    assert (len(kept.text), len(kept.passages), len(kept.tags)) == (LONGEST_NOTE, MOST_PASSAGES, MOST_TAGS)


@pytest.mark.parametrize(
    "command",
    [
        PutHighlight(highlight=highlight(name="")),
        PutHighlight(highlight=highlight(layer="a" * 64)),
        PutHighlight(highlight=highlight(meaning="love")),  # type: ignore[arg-type]
        PutNote(note=note(name="x" * 200)),
        PutNote(note=note(layer="a" * 64)),
        PutNote(note=note(passages=(replace(noted(), which=""),))),
    ],
)
def test_what_no_page_can_ask_for_is_a_bug(command: Command) -> None:
    with pytest.raises(ValueError, match=r"."):
        Learner().do(command)


def test_a_layer_is_laid_hidden_shown_and_taken_away() -> None:
    learner = Learner()
    assert kinds(learner.do(AddLayer(layer=LAYER))) == ["layer-added"]
    assert learner.do(AddLayer(layer=LAYER)) == []
    assert learner.state.layers == {LAYER.digest: LAYER}
    assert kinds(learner.do(SwitchLayer(layer=LAYER.digest, on=False))) == ["layer-switched"]
    assert learner.do(SwitchLayer(layer=LAYER.digest, on=False)) == []
    assert not learner.state.layers[LAYER.digest].on
    learner.do(AddLayer(layer=LAYER))  # who adds it again wants to see it
    assert learner.state.layers[LAYER.digest].on
    assert kinds(learner.do(RemoveLayer(layer=LAYER.digest))) == ["layer-removed"]
    assert learner.do(RemoveLayer(layer=LAYER.digest)) == []
    assert learner.do(SwitchLayer(layer=LAYER.digest, on=True)) == []
    assert learner.state.layers == {}


def test_only_so_many_layers_lie_over_one_pack() -> None:
    learner = Learner()
    for number in range(MOST_LAYERS):
        learner.do(AddLayer(layer=replace(LAYER, digest=f"{number:064x}")))
    with pytest.raises(Expected, match=str(MOST_LAYERS)):
        learner.do(AddLayer(layer=LAYER))
