"""The board: all highlights and notes as rows, in groups, filtered, with claims suggested."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.inquiry.claim_places import ClaimPlaces
from crossread.inquiry.commands import AddLayer, Command, PutHighlight, PutNote
from crossread.inquiry.noted import Noted, PlacedHighlight, PlacedNote
from crossread.inquiry.notes import Layer, Note
from crossread.inquiry.placing_notes import Places, TextsNow
from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Pack
from crossread.progress.notes_board import OWN, Row, Wanted, all_tags, matching, rows_of
from crossread.progress.notes_groups import By, groups_of
from crossread.questions.claims import CellPassage, Claim, Statement
from tests.growing import growth
from tests.inquiry.making import PACK, Learner
from tests.inquiry.noting_samples import NOTING, highlight, note, noted, now
from tests.questions.making import PILOT

LAYER = Layer(digest="a" * 64, title="Look here", author="Ms Vale")
CLAIM = Claim(
    id="boats",
    claim="How many boats were lost",
    relation="differ",
    cells={
        "gazette": (
            Statement(stance="asserts", passages=(CellPassage(quote="By midnight forty boats were lost"),)),
        ),
        "pilot": (Statement(stance="denies", passages=(CellPassage(quote="I counted twenty-six at dawn"),)),),
    },
)
WITH_CLAIM = replace(PACK, claims=(CLAIM, replace(CLAIM, id="quiet", claim="How loud it was", cells={})))
BYS: tuple[By, ...] = ("source", "tag", "claim", "meaning")


def noted_of(state: InquiryState, texts: TextsNow) -> Noted:
    place = Places(texts).of
    return Noted(
        highlights=tuple(PlacedHighlight(one, place(one.passage)) for one in state.highlights.values()),
        notes=tuple(PlacedNote(one, tuple(map(place, one.passages))) for one in state.passage_notes.values()),
        layers=tuple(state.layers.values()),
    )


def board(*commands: Command, pack: Pack = PACK, texts: TextsNow | None = None) -> tuple[Row, ...]:
    learner = Learner(pack=pack)
    for command in commands:
        learner.do(command)
    there = now() if texts is None else texts
    return rows_of(pack, noted_of(learner.state, there), there, ClaimPlaces(pack, there))


def keys(rows: Sequence[Row]) -> list[str]:
    return [row.key.rpartition("/")[2] for row in rows]


LATE = PutHighlight(highlight=highlight("late", passage=noted("louder night")))
EARLY = PutHighlight(highlight=highlight("early", "doubt", passage=noted("windless night")))
BOTH = PutNote(
    note=note(
        "both", "Who counted?", passages=(noted(), noted("twenty-six", "pilot", PILOT)), tags=("Boats",)
    )
)
ALONE = PutNote(note=note("alone", "Read all of it again", passages=(), tags=("boats", "later")))


def test_rows_come_in_the_order_of_the_texts_and_what_has_no_place_last() -> None:
    gone = PutHighlight(highlight=highlight("gone", passage=noted("rope store")))
    rows = board(ALONE, LATE, BOTH, EARLY, gone)
    assert keys(rows) == ["early", "gone", "both", "late", "alone"]
    cut = now(gazette=None)
    rows = board(ALONE, LATE, BOTH, EARLY, texts=cut)
    assert keys(rows) == ["late", "early", "both", "alone"]  # not placed: as they were put, then by source
    assert [row.placed for row in rows] == [False, False, False, True]


def test_a_piece_says_what_stands_there_and_where_that_is() -> None:
    (row,) = board(BOTH)
    first, second = row.pieces
    assert (first.letter, first.name, first.words, first.index) == ("A", "Gazette", "forty boats", 0)
    assert first.cited == "A, “The fire” (digest by the pack’s authors), paragraph 2"
    assert second.cited == "B, “A log” (digest by the pack’s authors), paragraph 2"
    assert row.sources == {"gazette", "pilot"}


def test_a_source_that_left_the_pack_is_cited_as_it_was() -> None:
    learner = Learner()
    learner.do(BOTH)
    less = replace(PACK, sources=PACK.sources[:1])
    texts = {"gazette": now()["gazette"]}
    (row,) = rows_of(less, noted_of(learner.state, texts), texts)
    lost = row.pieces[1]
    assert (lost.letter, lost.name, lost.words, lost.index) == ("B", "A log", "twenty-six", -1)
    assert (lost.cited, lost.place) == ("B, “A log”", None)
    (group,) = groups_of((row,), "source", less)
    assert group.key == "gazette"


def test_a_highlight_on_the_very_passage_of_a_note_is_part_of_its_row() -> None:
    rows = board(BOTH, PutHighlight(highlight=highlight("same", "loaded", passage=noted())))
    assert keys(rows) == ["both"]
    assert rows[0].pieces[0].meaning == "loaded"
    assert rows[0].meanings == {"loaded"}
    assert rows[0].pieces[1].meaning is None


def test_groups_by_source_tag_claim_and_meaning_hold_what_belongs_there() -> None:
    on_claim = PutNote(note=note("claimed", "So many?", passages=(), claim="boats"))
    rows = board(LATE, EARLY, BOTH, ALONE, on_claim, pack=WITH_CLAIM)

    def groups(by: By) -> dict[str, list[str]]:
        return {group.title: keys(group.rows) for group in groups_of(rows, by, WITH_CLAIM)}

    assert groups("source") == {
        "Gazette": ["early", "both", "late"],
        "Pilot": ["both"],
        "On no passage": ["alone", "claimed"],
    }
    assert groups("tag") == {
        "Boats": ["both", "alone"],
        "later": ["alone"],
        "Without a tag": ["early", "late", "claimed"],
    }
    assert groups("meaning") == {
        "Evidence": ["late"],
        "Doubt": ["early"],
        "Notes without a highlight": ["both", "alone", "claimed"],
    }
    assert groups("claim") == {
        "How many boats were lost": ["claimed"],
        "On no claim": ["early", "both", "late", "alone"],
    }


def test_a_passage_that_a_claim_speaks_of_is_offered_to_the_claim() -> None:
    loud = PutNote(note=note("loud", "How loud?", passages=(noted("forty boats"),), claim="quiet"))
    own = PutNote(note=note("own", "So many?", passages=(noted("forty boats"),), claim="boats"))
    rows = board(LATE, BOTH, loud, own, pack=WITH_CLAIM)
    suggested = {key: row.suggested for key, row in zip(keys(rows), rows, strict=True)}
    assert suggested == {"both": ("boats",), "loud": ("boats",), "own": (), "late": ()}
    boats = groups_of(rows, "claim", WITH_CLAIM)[0]
    assert (keys(boats.rows), keys(boats.suggested)) == (["own"], ["both", "loud"])


def test_rows_are_found_by_their_words_in_any_spelling_and_by_what_they_are() -> None:
    rows = board(LATE, EARLY, BOTH, ALONE)

    def found(**wanted: object) -> list[str]:
        return keys(matching(rows, Wanted(**wanted)))  # type: ignore[arg-type]

    assert found() == keys(rows)
    assert found(words="COUNTED  who") == ["both"]
    assert found(words="twenty-six") == ["both"]  # words of a passage
    assert found(words="pilot") == ["both"]  # the name of a source
    assert found(words="counted sheep") == []
    assert found(tag="boats") == ["both", "alone"]
    assert found(meaning="doubt") == ["early"]
    assert found(sources=frozenset({"pilot"})) == ["both", "alone"]
    assert found(layer=OWN) == keys(rows)
    assert found(layer="a" * 64) == []
    assert all_tags(rows) == ("Boats", "later")


def test_what_belongs_to_a_layer_says_so() -> None:
    learner = Learner()
    learner.do(AddLayer(layer=LAYER))
    theirs = highlight("theirs", passage=noted(), layer=LAYER.digest)
    mine = note("mine", passages=(noted(),))
    place = Places(now()).of
    both = Noted(
        highlights=(PlacedHighlight(theirs, place(theirs.passage)),),
        notes=(PlacedNote(mine, (place(noted()),)),),
        layers=(LAYER,),
    )
    rows = rows_of(PACK, both, now())
    assert {row.key: row.own for row in rows} == {f"highlight/{'a' * 64}/theirs": False, "note//mine": True}
    assert keys(matching(rows, Wanted(layer=LAYER.digest))) == ["theirs"]
    assert next(row.layer for row in rows if not row.own) == LAYER


@given(st.lists(st.sampled_from([command for some in NOTING for command in some]), max_size=20))
@settings(deadline=None)
def test_every_row_is_in_a_group_whatever_they_are_grouped_by(way: list[Command]) -> None:
    learner = Learner(pack=WITH_CLAIM)
    for command in way:
        with suppress(Expected):  # an empty note
            learner.do(command)
    rows = rows_of(WITH_CLAIM, noted_of(learner.state, now()), now())
    for by in BYS:
        groups = groups_of(rows, by, WITH_CLAIM)
        assert {row.key for group in groups for row in group.rows} == {row.key for row in rows}
        assert len({group.key for group in groups}) == len(groups)


@pytest.mark.parametrize("by", BYS)
def test_grouping_many_rows_is_work_as_their_number_and_not_as_its_square(by: By) -> None:
    def grouped(count: int) -> Callable[[], object]:
        claims = tuple(replace(CLAIM, id=f"claim-{number}") for number in range(count))
        made = tuple(
            Row(
                key=f"note/{number}",
                pieces=(),
                note=Note(
                    id=str(number), text="", tags=(f"a {number}", f"b {number}"), claim=f"claim-{number}"
                ),
            )
            for number in range(count)
        )
        return partial(groups_of, made, by, replace(PACK, claims=claims))

    grouped(2)()  # what is imported and worked out only once
    assert growth(grouped, 60) < 2.5
