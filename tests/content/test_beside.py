"""What the packs that come with the program bring beside their texts."""

import pytest

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from crossread.packs.edtf import span
from crossread.packs.explained import Explained
from crossread.packs.pack import Pack
from crossread.packs.pictures import read_picture

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
