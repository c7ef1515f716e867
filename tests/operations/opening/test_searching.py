"""Searching an open pack: where things are found, in which words, and what is never told."""

from dataclasses import replace

import pytest

from crossread.inquiry.notes import Note
from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.operations.opening.searching import Findings, Searcher
from crossread.packs.in_texts.graphic import graphic_places
from crossread.packs.library.originals import AttachedOriginal
from crossread.packs.pack import GlossaryTerm, NameForms, Pool, TimelineEntry
from crossread.packs.sources.source import Version
from crossread.questions.passages import PassageKey, Which
from crossread.texts.text import Block, Range, Text
from tests.inquiry.making import PACK
from tests.questions.making import CHOICE, GAZETTE, GAZETTE_ORIGINAL, SAMPLES, VERDICT


def text_of(*words: str) -> Text:
    return Text(tuple(Block("paragraph", one) for one in words))


FULL = replace(
    PACK,
    context=text_of("Alder Bay had a rope store on its western mole."),
    glossary=(GlossaryTerm(id="mole", term="mole", also=("jetty",), meaning="A wall of stone in the sea."),),
    names=(NameForms(id="bay", forms=("Alder Bay", "Erlenbucht"), about="The second form is German."),),
    timeline=(TimelineEntry(id="fire", date="1911-03", what="The rope store burns."),),
)
STATE = InquiryState(pack=PACK.id, learner="someone")


def found(typed: str, pack: OpenPack | None = None, state: InquiryState = STATE) -> Findings:
    return Searcher(pack or OpenPack(FULL)).find(typed, state)


def kinds(findings: Findings) -> list[str]:
    return [group.kind + "/" + group.source if group.source else group.kind for group in findings.groups]


def words_of(findings: Findings) -> list[str]:
    return [hit.words for group in findings.groups for hit in group.hits]


def test_a_word_is_found_in_every_part_of_the_pack_sources_first() -> None:
    assert kinds(found("rope store")) == ["source/gazette", "source/pilot", "context", "timeline", "question"]


def test_each_hit_stands_in_its_words_and_says_where_it_is_in_the_text() -> None:
    group = found("windless").groups[0]
    (hit,) = group.hits
    assert (group.source, group.which, group.count, group.more) == ("gazette", "digest", 1, 0)
    assert GAZETTE.words(hit.where) == "windless"
    assert hit.words == "The harbour of Alder Bay burned on a windless night in March."
    assert hit.words[hit.at.start : hit.at.end] == "windless"


def test_originals_and_editions_are_searched_and_named_as_what_they_are() -> None:
    source = replace(
        PACK.sources[0], versions=(Version(id="late", label="Late edition", text=text_of("Dreadful speed.")),)
    )
    attached = AttachedOriginal(text=GAZETTE_ORIGINAL, share=1.0, match="same")
    opened = OpenPack(replace(FULL, sources=(source, PACK.sources[1])), {"gazette": attached})
    assert [(one.source, one.which) for one in found("dreadful", opened).groups] == [
        ("gazette", "version/late"),
        ("gazette", "original"),
    ]
    assert not found("dreadful").groups


def test_many_hits_are_counted_and_the_first_of_them_told() -> None:
    long = replace(PACK.sources[0], digest=text_of(*["the bell rang and the bell fell"] * 100))
    findings = found("bell", OpenPack(replace(FULL, sources=(long,))))
    group = findings.groups[0]
    assert (len(group.hits), group.count, group.more) == (30, 200, 170)
    assert findings.count == 200


def test_a_name_is_found_in_its_other_spelling_and_that_is_told() -> None:
    other = replace(PACK.sources[1], digest=text_of("Erlenbucht burned."))
    findings = found("alder bay", OpenPack(replace(FULL, sources=(PACK.sources[0], other))))
    assert kinds(findings)[:2] == ["source/gazette", "source/pilot"]
    assert findings.groups[1].hits[0].form == "Erlenbucht"
    assert findings.also == ("Erlenbucht",)
    assert findings.tried == ("Erlenbucht",)


def test_what_was_tried_is_told_where_nothing_is_found() -> None:
    pack = replace(FULL, context=Text(()), glossary=FULL.glossary, names=())
    searcher = Searcher(OpenPack(replace(pack, sources=(), questions=())))
    assert searcher.find("jetty", STATE).tried == ("mole",)
    assert searcher.find("lighthouse", STATE) == Findings(searcher.read("lighthouse"))


@pytest.mark.parametrize("typed", ["", "   ", "\u00ad"])
def test_nothing_is_searched_for_where_nothing_was_typed(typed: str) -> None:
    assert found(typed) == Findings()


# Questions


def asking(*questions: object, **more: object) -> OpenPack:
    return OpenPack(replace(PACK, sources=(), floor=(), questions=questions, **more))  # type: ignore[arg-type]


def test_a_question_is_found_by_what_a_learner_sees_of_it() -> None:
    shown = asking(*(question for question, _key in SAMPLES.values()))
    for typed in ("what burned first", "tar sheds", "forty boats were lost"):
        assert kinds(found(typed, shown)) == ["question"]
    hit = found("the boats", asking(CHOICE)).groups[0].hits[0]
    assert (hit.item.id, hit.item.label) == ("first", "What burned first?")


def test_neither_answers_nor_what_explains_them_are_ever_told() -> None:
    told = "zzz"
    hidden = asking(
        *(
            replace(question, explanation=told, hints=(told,), evidence=(PassageKey(source="a", quote=told),))
            for question, _key in SAMPLES.values()
        ),
        replace(CHOICE, id="b", options=tuple(replace(one, feedback=told) for one in CHOICE.options)),
    )
    assert not found(told, hidden).groups
    assert not found("says otherwise", asking(VERDICT)).groups
    assert not found("watchman", asking(SAMPLES["cloze"][0])).groups
    assert not found("watchman", asking(SAMPLES["short-answer"][0])).groups


def test_questions_that_a_learner_is_not_asked_or_that_are_locked_are_left_out() -> None:
    many = [replace(CHOICE, id=letter, prompt=f"prompt {letter}?") for letter in "abcdefgh"]
    pooled = asking(*many, pools=(Pool(id="some", questions=tuple("abcdefgh"), draw=3),))
    assert found("prompt", pooled).count == 3
    locked = asking(many[0], replace(many[1], after=("a",)))
    assert [hit.item.id for hit in found("prompt", locked).groups[0].hits] == ["a"]


# Notes


def test_own_notes_are_found() -> None:
    noted = replace(
        STATE,
        passage_notes={"n1": Note(id="n1", text="Ask about the lanterns", tags=("light",))},
        notes={"meet/pilot/who": "He kept lanterns himself."},
    )
    group = found("lantern", state=noted).groups[0]
    assert group.kind == "note"
    assert [(hit.item.id, hit.item.label) for hit in group.hits] == [
        ("n1", "light"),
        ("meet/pilot/who", "On source B"),
    ]


def test_a_note_written_since_is_found_by_the_same_searcher() -> None:
    searcher = Searcher(OpenPack(FULL))
    assert not searcher.find("lantern", STATE).groups
    noted = replace(STATE, notes={"meet/pilot/who": "a lantern"})
    assert searcher.find("lantern", noted).count == 1


# What is covered


def test_of_a_covered_passage_no_word_is_told() -> None:
    pack = replace(FULL, graphic=(PassageKey(source="gazette", quote="the tar sheds caught soon after"),))
    opened = OpenPack(pack)

    def covered(source: str, which: Which) -> list[Range]:
        shown = opened.shown(source, which)
        return [where for where, _key in graphic_places(pack, source, shown)] if shown else []

    findings = Searcher(opened).find("sheds", STATE, covered)
    (hit,) = findings.groups[0].hits
    assert hit.covered
    assert hit.words == ""
    beside = Searcher(opened).find("midnight", STATE, covered).groups[0].hits[0]
    assert "tar sheds" not in beside.words
    assert Searcher(opened).find("sheds", STATE).groups[0].hits[0].words
