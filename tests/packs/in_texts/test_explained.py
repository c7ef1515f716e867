"""Words of the glossary and names with several forms, found in texts."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.in_texts.explained import Explained, Occurrence, sources_of
from crossread.packs.pack import GlossaryTerm, NameForms
from crossread.texts.text import Block, Text

WEIR = GlossaryTerm(id="weir", term="weir", meaning="A low dam.", also=("low dam",))
US = GlossaryTerm(id="us", term="US", meaning="A country.")
GATE = GlossaryTerm(id="gate", term="sluice gate", meaning="A gate in a weir.")
GATES = GlossaryTerm(id="sluice", term="sluice", meaning="A channel.")
TOWN = NameForms(
    id="town", forms=("Arnhem Ford", "Ernhem"), about="Two languages.", sources={"b": ("Ernhem",)}
)
EXPLAINED = Explained((WEIR, US, GATE, GATES), (TOWN,))


def text(*paragraphs: str) -> Text:
    return Text(tuple(Block("paragraph", words) for words in paragraphs))


def found(*paragraphs: str) -> list[tuple[str, str]]:
    """Give the words found and the id of what explains them."""
    read = text(*paragraphs)
    return [(read.words(one.range), one.entry.id) for one in EXPLAINED.in_text(read)]


def test_a_term_is_found_wherever_it_stands_and_in_either_case() -> None:
    assert found("Weir and weir.", "The low dam broke.") == [
        ("Weir", "weir"), ("weir", "weir"), ("low dam", "weir"),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["weirs", "weir’s", "weir's", "Weirs"])
def test_a_plural_and_a_possessive_are_the_same_term(word: str) -> None:
    assert found(f"All {word} broke") == [(word, "weir")]


@pytest.mark.parametrize("word", ["weird", "nonweir", "as", "use"])
def test_part_of_another_word_is_no_term(word: str) -> None:
    assert found(f"It was {word} then") == []


def test_a_capital_of_the_term_is_one_in_the_text_too() -> None:
    assert found("They told us that the US, and ernhem, and Ernhem knew.") == [
        ("US", "us"),
        ("Ernhem", "town"),
    ]


@pytest.mark.parametrize("written", ["ÉTÉ", unicodedata.normalize("NFD", "ÉTÉ")])
@pytest.mark.parametrize("shown", ["ÉTÉ", unicodedata.normalize("NFD", "ÉTÉ"), "É\u00adTÉ"])
def test_capitals_are_compared_however_accents_are_composed(written: str, shown: str) -> None:
    explained = Explained((GlossaryTerm(id="body", term=written, meaning="A body."),), ())
    read = text(f"The {shown} knew, and the été did not.")
    assert [read.words(one.range) for one in explained.in_text(read)] == [shown]


def test_of_terms_that_share_words_the_longest_is_meant() -> None:
    assert found("The sluice gates and the sluice held.") == [("sluice gates", "gate"), ("sluice", "sluice")]


@pytest.mark.parametrize("between", [" ", "\u00a0", "-", "\u2011", " – "])
def test_a_hyphen_or_a_hard_space_parts_no_term(between: str) -> None:
    assert found(f"At Arnhem{between}Ford") == [(f"Arnhem{between}Ford", "town")]


@pytest.mark.parametrize("between", [". ", ", ", "! "])
def test_a_term_does_not_go_on_over_the_end_of_a_sentence(between: str) -> None:
    assert found(f"They saw Arnhem{between}Ford was the next") == []


def test_a_term_does_not_go_on_in_the_next_paragraph() -> None:
    assert found("They saw Arnhem", "Ford was the next") == []


def test_a_text_without_any_has_none_and_a_pack_without_any_finds_none() -> None:
    assert found("Nothing here.") == []
    assert Explained((), ()).in_text(text("A weir.")) == ()


def test_entries_stand_from_a_to_z() -> None:
    assert [entry.id for entry in EXPLAINED.entries] == ["town", "sluice", "gate", "us", "weir"]


def test_it_says_which_sources_use_a_word_in_any_of_their_texts() -> None:
    texts = {"a": [text("Nothing."), text("The weir.")], "b": [text("Ernhem.")], "c": [text("A dam.")]}
    assert sources_of(WEIR, EXPLAINED, texts) == ("a",)
    assert sources_of(TOWN, EXPLAINED, texts) == ("b",)


def test_a_text_is_searched_once() -> None:
    read = text("A weir.")
    assert EXPLAINED.in_text(read) is EXPLAINED.in_text(read)
    assert EXPLAINED.in_text(read) == (Occurrence(EXPLAINED.in_text(read)[0].range, WEIR),)


WORDS = st.sampled_from(
    [
        "weir",
        "Weirs",
        "low",
        "dam",
        "Arnhem",
        "Ford",
        "Ernhem’s",
        "sluice",
        "gate",
        "gates",
        "US",
        "us",
        "s",
        "’",
        ",",
        "😀",
    ]
)


@given(st.lists(st.lists(WORDS, min_size=1).map(" ".join), min_size=1, max_size=4))
def test_occurrences_come_in_order_never_overlap_and_stay_in_their_paragraph(paragraphs: list[str]) -> None:
    read = text(*paragraphs)
    places = [one.range for one in EXPLAINED.in_text(read)]
    assert all(one.end <= following.start for one, following in pairwise(places))
    for place in places:
        assert place.start < place.end
        assert "\n" not in read.words(place)
