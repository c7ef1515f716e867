from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.finding.spellings import spelling_key
from crossread.texts.names.name import FoundName, Name, NameKind
from crossread.texts.names.name_joining import join_names
from crossread.texts.names.name_reasons import kind_label, why_form, why_name
from crossread.texts.names.names import find_names
from crossread.texts.text import Block, Range, Text
from tests.growing import growth


def _name(words: str, kind: NameKind = "other", at: int = 0, stands_for: str = "") -> FoundName:
    return FoundName(
        where=Range(at, at + len(words)), words=words, kind=kind, found_by="capitals", stands_for=stands_for
    )


def _forms(names: tuple[Name, ...]) -> list[list[tuple[str, str]]]:
    return [[(form.words, form.joined_by) for form in name.forms] for name in names]


@pytest.mark.parametrize(
    ("one", "other", "joined_by"),
    [
        (_name("Khojaly"), _name("Khojali"), "transliteration"),
        (_name("Agdam"), _name("Aghdam"), "transliteration"),
        (_name("Yerevan"), _name("Erevan"), "transliteration"),
        (_name("Álvarez Board"), _name("ALVAREZ BOARD"), "same-letters"),
        (_name("Lower-Arden"), _name("Lower Arden"), "same-letters"),
        (_name("Sunderwick"), _name("Sunderwyck"), "transliteration"),
        (_name("Sunderwick"), _name("Sanderwick"), "one-letter"),
        (_name("Elmar Mamedov", "person"), _name("E. Mamedov", "person"), "initial"),
        (_name("Elmar Mamedov", "person"), _name("E.Mamedov", "person"), "initial"),
        (_name("Orla Venn", "person"), _name("Venn", "person"), "short-form"),
        (_name("Thomas van der Meer", "person"), _name("van der Meer"), "short-form"),
        (_name("Ardenian", "people"), _name("Ardenians", "people"), "plural"),
        (_name("Harbour Board"), _name("HB", "body", stands_for="Harbour Board"), "acronym"),
    ],
)
def test_forms_are_joined_and_say_why(one: FoundName, other: FoundName, joined_by: str) -> None:
    names = join_names({"a": [one, one], "b": [other]})
    assert _forms(names) == [[(one.words, ""), (other.words, joined_by)]]
    form = names[0].forms[1]
    assert form.like == one.words
    assert one.words in why_form(form)
    assert why_form(names[0].forms[0]) == ""
    assert names[0].sources == ("a", "b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_name("Iran"), _name("Iraq")),
        (_name("Austria"), _name("Australia")),
        (_name("Armenia", "place"), _name("Armenian", "people")),
        (_name("Orla Venn", "person"), _name("Tam Venn", "person")),
        (_name("Hall Seven"), _name("Hall Sevens Two")),
        (_name("Marston", "place"), _name("Marsten", "person")),
        (_name("Flight 1071"), _name("Flight 1072")),
        (_name("Flight 1001"), _name("Flight 101")),
    ],
)
def test_names_that_are_others_stay_apart(one: FoundName, other: FoundName) -> None:
    assert len(join_names({"a": [one], "b": [other]})) == 2


def test_one_letter_within_one_text_makes_two_names() -> None:
    assert len(join_names({"a": [_name("Sunderwick"), _name("Sanderwick")]})) == 2


def test_one_letter_beside_the_same_first_name_makes_one() -> None:
    assert len(join_names({"a": [_name("Alif Hajiyev"), _name("Alif Gajiev")]})) == 1


def test_a_surname_of_two_persons_is_short_for_neither() -> None:
    persons = [_name("Markar Venn", "person"), _name("Monte Venn", "person"), _name("Venn", "person")]
    assert len(join_names({"a": persons})) == 3


def test_what_most_sources_write_comes_first() -> None:
    names = join_names({"a": [_name("Sunder")] * 3 + [_name("Quay")], "b": [_name("Quay")]})
    assert [name.words for name in names] == ["Quay", "Sunder"]


def test_a_possible_name_counts_where_another_text_knows_it() -> None:
    told = {"a": [_name("Sunderwick", "place")], "b": []}
    possible = {"a": [_name("Boats", at=30)], "b": [_name("Sunderwick", at=9), _name("Angry", at=50)]}
    (name,) = join_names(told, possible)
    assert (name.words, name.kind, name.sources) == ("Sunderwick", "place", ("a", "b"))


def test_the_kind_is_what_most_places_tell() -> None:
    names = join_names({"a": [_name("Quay"), _name("Quay", "place")], "b": [_name("Quay")]})
    assert names[0].kind == "place"
    assert kind_label(names[0].kind)
    assert why_name(names[0]).endswith(".")


def test_names_of_real_texts_are_joined_across_them() -> None:
    texts = {
        "a": "It was Mayor Orla Venn of Arden. Later Venn left Sunderwick.",
        "b": "Then O. Venn and the reeve saw Sunderwyck again.",
    }
    found = {source: find_names(Text((Block("paragraph", words),))) for source, words in texts.items()}
    joined = {frozenset(form.words for form in name.forms) for name in join_names(found)}
    assert joined >= {frozenset({"Orla Venn", "Venn", "O. Venn"}), frozenset({"Sunderwick", "Sunderwyck"})}


NAMES = st.lists(
    st.sampled_from(
        ["Venn", "Orla Venn", "O. Venn", "Venns", "Wenn", "Sunderwick", "Sanderwick", "Sunderwyk", "SV"]
    ),
    max_size=8,
)


@given(NAMES, NAMES)
def test_every_place_stands_once_and_every_form_but_the_first_hangs_on_another(
    one: list[str], other: list[str]
) -> None:
    found = {
        source: [_name(words, "person", at * 20) for at, words in enumerate(names)]
        for source, names in (("a", one), ("b", other))
    }
    names = join_names(found)
    places = [
        (place.source, place.where.start, form.words)
        for name in names
        for form in name.forms
        for place in form.places
    ]
    assert sorted(places) == sorted(
        (source, name.where.start, name.words) for source, all_names in found.items() for name in all_names
    )
    for name in names:
        words = {form.words for form in name.forms}
        likes = {form.words: form.like for form in name.forms}
        assert [form.words for form in name.forms if not form.like] == [name.words]
        assert all(bool(form.joined_by) == bool(form.like) for form in name.forms)
        assert all(like in words - {form} for form, like in likes.items() if like)
        for form in words:  # reasons lead to one form, and never in a circle
            at, steps = form, 0
            while likes[at]:
                at, steps = likes[at], steps + 1
                assert steps <= len(words)


def test_spellings_that_sound_alike_come_to_the_same() -> None:
    assert spelling_key("mutallibov") == spelling_key("mutalibov")
    assert spelling_key("karabakh") != spelling_key("karadagh")


def test_work_grows_no_faster_than_the_names() -> None:
    def job(size: int) -> Callable[[], object]:
        found = {s: [_name(f"Place{chr(97 + n % 26)}{n * 7919}") for n in range(size)] for s in "ab"}
        return lambda: join_names(found)

    growth(job, 20)
    assert growth(job, 100) < 2.5
