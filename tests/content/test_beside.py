"""What the packs that come with the program bring beside their texts."""

import pytest

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from crossread.packs.in_texts.explained import Explained
from crossread.packs.in_texts.pictures import read_picture
from crossread.packs.pack import Pack
from crossread.packs.sources.edtf import span
from crossread.packs.sources.known_from import known_from, work_words
from crossread.questions.passages import Reference

KHOJALY, EVERY = content_folder() / "khojaly-1992", content_folder() / "every-kind"


@pytest.fixture(scope="module")
def khojaly() -> Pack:
    pack = check_pack(KHOJALY).pack
    assert pack is not None
    return pack


@pytest.fixture(scope="module")
def every() -> Pack:
    pack = check_pack(EVERY).pack
    assert pack is not None
    return pack


def test_khojaly_explains_what_a_newcomer_does_not_know(khojaly: Pack) -> None:
    assert len(khojaly.glossary) >= 34
    explained = Explained.of(khojaly)
    for source in khojaly.sources:
        assert explained.in_text(source.digest), source.id


def test_khojaly_dates_what_happened_and_each_date_has_its_voice(khojaly: Pack) -> None:
    assert len(khojaly.timeline) >= 45
    for entry in khojaly.timeline:
        assert span(entry.date), entry.id
        assert entry.said_by or entry.refs, entry.id


def test_when_a_source_was_written_stands_on_its_card_and_not_in_the_timeline(khojaly: Pack) -> None:
    written = {source.card.published for source in khojaly.sources}
    assert not written & {entry.date for entry in khojaly.timeline}


def test_the_night_is_told_by_all_five(khojaly: Pack) -> None:
    told = {entry.id: set(entry.said_by) for entry in khojaly.timeline}
    everybody = {source.id for source in khojaly.sources}
    assert told["attack"] == told["flight"] == everybody


def test_each_term_and_each_date_of_khojaly_is_known_from_somewhere(khojaly: Pack) -> None:
    for term in khojaly.glossary:
        assert term.refs, term.id
    for entry in khojaly.timeline:
        assert entry.refs or any(passage.original for passage in entry.passages), entry.id


def test_what_the_context_and_the_guide_of_khojaly_say_has_notes(khojaly: Pack) -> None:
    names = [f"{source.letter}, {source.card.short}" for source in khojaly.sources]
    names += [work_words(work) for work in khojaly.works]
    for text in (khojaly.context, khojaly.guide):
        notes = [block.text for block in text.blocks if block.note]
        assert len(notes) >= 10
        assert all(any(name in note for name in names) for note in notes)


def references(pack: Pack) -> list[Reference]:
    return [
        *(ref for term in pack.glossary for ref in term.refs),
        *(ref for entry in pack.timeline for ref in entry.refs),
        *(ref for line in pack.floor for ref in line.refs),
        *(ref for claim in pack.claims for ref in claim.refs),
        *(ref for question in pack.questions for ref in question.refs),
    ]


def test_every_reference_of_khojaly_leads_to_a_work_or_to_words_of_an_original(khojaly: Pack) -> None:
    works = {work.id for work in khojaly.works}
    with_original = {source.id for source in khojaly.sources if source.original}
    refs = references(khojaly)
    assert len(refs) > 100
    for ref in refs:
        assert ref.work in works or (ref.source in with_original and ref.words >= 5), ref
        assert known_from(khojaly, [ref])


def test_every_work_of_khojaly_is_used(khojaly: Pack) -> None:
    pack = khojaly
    named = {
        *(rest for source in pack.sources for rest in source.card.rests_on),
        *(edge.to for edge in pack.edges),
        *(ref.work for ref in references(pack)),
    }
    shown = " ".join(block.text for text in (pack.context, pack.guide) for block in text.blocks)
    for work in pack.works:
        assert work.id in named or work_words(work) in shown, work.id


def test_the_context_says_at_its_start_and_at_its_end_what_is_missing(khojaly: Pack) -> None:
    texts = [block.text for block in khojaly.context.blocks if block.kind == "paragraph"]
    assert "none is signed by an armenian author" in texts[0].casefold()
    assert "second-hand" in texts[0]
    assert "Where could you look?" in next(text for text in reversed(texts) if "Where" in text)


def test_the_map_of_khojaly_says_what_it_cannot_vouch_for(khojaly: Pack) -> None:
    (picture,) = khojaly.pictures
    found = read_picture(KHOJALY, picture.file)
    assert found is not None
    assert len(found[0]) < 200_000
    for place in ("Khojaly", "Agdam", "Stepanakert", "Khankendi", "Askeran", "Nakhichevanik", "airport"):
        assert place in picture.alt
    assert "Positions" in picture.credit
    (caption,) = [block.text for block in khojaly.context.blocks if block.kind == "picture"]
    assert "does not know" in caption


def test_names_are_those_of_the_texts_and_no_source_s_form_is_left_out(khojaly: Pack) -> None:
    forms = {form for name in khojaly.names for form in name.forms}
    assert {"Khojaly", "Khojali", "Stepanakert", "Khankendi", "Agdam", "Aghdam"} <= forms
    for name in khojaly.names:
        assert {form for ours in name.sources.values() for form in ours} == set(name.forms), name.id


def test_what_is_veiled_in_a_digest_is_veiled_in_the_original_too(khojaly: Pack) -> None:
    assert all(passage.original for passage in khojaly.graphic)
    assert {passage.source for passage in khojaly.graphic} == {"ahmadzada", "wiki", "mammadov"}


def test_little_of_a_digest_is_veiled(khojaly: Pack) -> None:
    for source in khojaly.sources:
        veiled = sum(len(passage.quote) for passage in khojaly.graphic if passage.source == source.id)
        assert veiled < len(source.digest.shown) / 20


def test_the_ferry_shows_each_of_them_once(every: Pack) -> None:
    assert len(every.glossary) == 6
    assert {form for name in every.names for form in name.forms} >= {"Kittiwake", "Kitty"}
    assert len(every.timeline) == 10
    assert list(every.source("log").digest.note_marks["1"])
    assert [version.id for version in every.source("lorne").versions] == ["corrected"]
    assert every.graphic == ()


def test_the_map_is_small_and_says_in_words_what_it_shows(every: Pack) -> None:
    (picture,) = every.pictures
    found = read_picture(EVERY, picture.file)
    assert found is not None
    assert found[1] == "png"
    assert len(found[0]) < 60_000
    assert picture.credit
    assert all(word in picture.alt for word in ("church", "Fish Street", "quay", "mole", "bar", "Sunder"))
    shown = [block for block in every.source("lorne").digest.blocks if block.kind == "picture"]
    assert [block.file for block in shown] == [picture.file]
