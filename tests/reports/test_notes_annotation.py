"""Highlights and notes as web annotations: of the standard's shape, and the same notes when read again."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.inquiry.noted import Noted, PlacedHighlight, PlacedNote
from crossread.inquiry.notes import MEANINGS, Highlight, Note, NotedPassage
from crossread.inquiry.placing_notes import Places
from crossread.inquiry.putting import LONGEST_TAG
from crossread.inquiry.typed_words import readable, tidy_tags
from crossread.operations.noting.annotations_read import read_annotations
from crossread.operations.noting.layer_contents import LayerContents, lay
from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row, rows_of
from crossread.reports.notes_annotation import CONTEXT, PREFIX, TERMS, ForOthers, notes_annotation
from crossread.texts.text import Range
from tests.inquiry.making import PACK
from tests.inquiry.noting_samples import highlight, note, noted, noted_range, now
from tests.progress.test_notes_board import LAYER, WITH_CLAIM
from tests.questions.making import GAZETTE, GAZETTE_ORIGINAL, PILOT

SET = "c" * 64
OF_ORIGINAL = noted("the sheds of tar were consumed", "gazette", GAZETTE_ORIGINAL, "original")
PLACES = Places(now())


def rows(highlights: list[Highlight], notes: list[Note], pack: Pack = WITH_CLAIM) -> tuple[Row, ...]:
    mine = Noted(
        highlights=tuple(PlacedHighlight(one, PLACES.of(one.passage)) for one in highlights),
        notes=tuple(PlacedNote(one, tuple(map(PLACES.of, one.passages))) for one in notes),
    )
    return rows_of(pack, mine, now())


def written(
    highlights: list[Highlight], notes: list[Note], for_others: ForOthers | None = None
) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(notes_annotation(WITH_CLAIM, rows(highlights, notes), for_others))
    return made


def read(made: str) -> LayerContents:
    return lay(read_annotations(made.encode()), SET, WITH_CLAIM, now())


def items(made: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = made["first"]["items"]
    return found


def test_a_highlight_is_an_annotation_with_its_words_their_place_and_its_meaning() -> None:
    made = written([highlight("h", "doubt")], [])
    assert made["@context"] == [CONTEXT, {PREFIX: TERMS}]
    assert (made["type"], made["total"]) == ("AnnotationCollection", 1)
    (item,) = items(made)
    assert (item["type"], item["motivation"]) == ("Annotation", "highlighting")
    target = item["target"]
    assert target["source"] == "urn:crossread:alder-bay:source:gazette:digest"
    quote, position = target["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "forty boats")
    assert GAZETTE.shown[position["start"] : position["end"]] == "forty boats"
    assert quote["prefix"].endswith("By midnight ")
    assert item["body"]["value"] == "Doubt"  # another program shows it as a tag
    assert item["crossread:meaning"] == "doubt"


def test_a_note_on_two_sources_is_one_annotation_with_two_targets() -> None:
    both = note(passages=(noted(), noted("twenty-six", "pilot", PILOT)), tags=("boats",), claim="boats")
    (item,) = items(written([], [both]))
    assert (item["motivation"], len(item["target"])) == ("commenting", 2)
    assert [(body["purpose"], body["value"]) for body in item["body"]] == [
        ("commenting", "Who counted?"),
        ("tagging", "boats"),
    ]
    assert item["crossread:claim"] == "boats"


def test_every_term_of_our_own_is_declared_and_nothing_else_is_beside_the_standard() -> None:
    made = notes_annotation(
        WITH_CLAIM, rows([highlight(passage=OF_ORIGINAL)], [note(claim="boats")]), ForOthers("T", "N")
    )
    standard = {
        *("@context", "id", "type", "label", "total", "first", "startIndex", "items", "creator", "name"),
        *("motivation", "body", "purpose", "format", "value", "target", "source", "selector", "exact"),
        *("prefix", "suffix", "start", "end"),
    }

    def names(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {name for one in value.values() for name in names(one)}
        return {name for one in value for name in names(one)} if isinstance(value, list) else set()

    content = json.loads(made)
    del content["@context"]
    assert all(name in standard or name.startswith(f"{PREFIX}:") for name in names(content))


words = st.text(min_size=1, max_size=40)
tags = st.lists(st.text(min_size=1, max_size=LONGEST_TAG), max_size=4).map(
    lambda given: tuple(tag for tag in tidy_tags(given) if len(tag) <= LONGEST_TAG)
)


@st.composite
def passages(draw: st.DrawFn) -> NotedPassage:
    source, which, text = draw(
        st.sampled_from(
            [
                ("gazette", "digest", GAZETTE),
                ("pilot", "digest", PILOT),
                ("gazette", "original", GAZETTE_ORIGINAL),
            ]
        )
    )
    start = draw(st.integers(0, len(text.shown) - 40))
    where = Range(start, draw(st.integers(start + 1, start + 40)))
    passage = noted_range(where, source, text, which)
    return passage if passage.quote.quote.strip() else noted()


notes = st.builds(
    lambda text, there, its_tags, claim: Note(
        id="n", text=readable(text), passages=tuple(dict.fromkeys(there)), tags=its_tags, claim=claim
    ),
    words.filter(lambda text: bool(readable(text).strip())),
    st.lists(passages(), max_size=3),
    tags,
    st.sampled_from(["", "boats"]),
)


@given(st.lists(st.tuples(passages(), st.sampled_from([*MEANINGS])), max_size=4), st.lists(notes, max_size=3))
@settings(deadline=None)
def test_what_is_read_again_is_the_same(marked: list[tuple[NotedPassage, Any]], noted_: list[Note]) -> None:
    highlights = [
        Highlight(id=str(at), meaning=meaning, passage=passage)
        for at, (passage, meaning) in enumerate(marked)
    ]
    mine = [replace(one, id=str(at)) for at, one in enumerate(noted_)]
    made = notes_annotation(WITH_CLAIM, rows(highlights, mine))
    again = read(made)
    assert not again.told

    def bare(some: list[Highlight] | list[Note]) -> list[str]:
        return sorted(repr(replace(one, id="", layer="")) for one in some)

    assert bare([one.highlight for one in again.highlights]) == bare(highlights)
    assert bare([one.note for one in again.notes]) == bare(mine)
    assert {one.highlight.layer for one in again.highlights} <= {SET}
    ids = [one.highlight.id for one in again.highlights] + [one.note.id for one in again.notes]
    assert len(ids) == len(set(ids))


def test_a_set_for_others_has_no_words_of_an_author_s_own_text_and_is_placed_all_the_same() -> None:
    short = noted("Thursday", "gazette", GAZETTE_ORIGINAL, "original")
    made = notes_annotation(
        WITH_CLAIM,
        rows([highlight("long", passage=OF_ORIGINAL), highlight("short", passage=short)], []),
        ForOthers("Look here"),
    )
    assert OF_ORIGINAL.quote.quote not in made
    assert OF_ORIGINAL.quote.prefix not in made
    assert "Thursday" in made  # fewer than five words cannot be hashed; without their surroundings
    assert short.quote.suffix not in made
    places = [one.place for one in read(made).highlights]
    assert {GAZETTE_ORIGINAL.words(place.range) for place in places if place} == {
        "Thursday",
        OF_ORIGINAL.quote.quote,
    }
    without = {
        source: tuple(one for one in there if one.which != "original") for source, there in now().items()
    }
    assert all(
        one.place is None for one in lay(read_annotations(made.encode()), SET, PACK, without).highlights
    )


def test_a_set_is_named_in_one_line_that_a_file_can_hold() -> None:
    named = ForOthers("Look\nhere\udcff \u202eereh", "\u2066Ms\tVale\u2069")
    made = notes_annotation(WITH_CLAIM, rows([highlight()], []), named)
    content = json.loads(made.encode().decode())  # half a character can be in no file
    assert (content["label"], content["creator"]["name"]) == ("Look here\ufffd ereh", "Ms Vale")


def test_only_the_learner_s_own_is_handed_on() -> None:
    theirs = highlight("theirs", layer="a" * 64)
    both = rows([theirs, highlight("mine")], [])
    both = tuple(
        replace(row, layer=None if row.highlight and not row.highlight.layer else LAYER) for row in both
    )
    (item,) = items(json.loads(notes_annotation(WITH_CLAIM, both)))
    assert item["id"].endswith(":mine")
