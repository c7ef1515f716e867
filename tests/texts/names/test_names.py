from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.names.names import find_names, possible_names
from crossread.texts.text import Block, BlockKind, Text
from tests.growing import growth


def _found(words: str, kind: BlockKind = "paragraph") -> dict[str, str]:
    text = Text(tuple(Block(kind, part) for part in words.split("\n")))
    return {name.words: name.kind for name in find_names(text)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It was Mayor Orla Venn who came.", {"Orla Venn": "person"}),
        ("It was the mayor Orla Venn who came.", {"Orla Venn": "person"}),
        ("By night Dr. Tam Brask left.", {"Tam Brask": "person"}),
        ("It was T. Brask who left.", {"T. Brask": "person"}),
        ("By then Orla Venn wrote again.", {"Orla Venn": "person"}),
        ("In vain the Ministry of Dykes of Arden was asked.", {"Ministry of Dykes of Arden": "body"}),
        ("There the HBA met.", {"HBA": "body"}),
        ("They crossed the Sunder River.", {"Sunder River": "place"}),
        ("Nobody slept in Lower Arden.", {"Lower Arden": "place"}),
        ("From Ardenia came the Ardenian boats.", {"Ardenia": "place", "Ardenian": "people"}),
        ("They asked the Azeri men and two Azeris.", {"Azeri": "people", "Azeris": "other"}),
        ("It was as de Meer had feared.", {"de Meer": "other"}),
        ("De Meer had feared it.", {"De Meer": "other"}),
        ("All of it befell Sunderwick.", {"Sunderwick": "other"}),
        (
            "Then Thomas van der Meer and Orla Venn left.",
            {"Thomas van der Meer": "other", "Orla Venn": "other"},
        ),
    ],
)
def test_names_are_found_with_what_they_are_names_of(words: str, found: dict[str, str]) -> None:
    assert _found(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Nobody came. Yesterday it rained.",
        "It was a Monday in March.",
        "Boats were lost. The boats were old.",
        "“Run!” she said. “Water is coming.”",
        "I know that I was there.",
        "It is said: Two are lost (Three, by the log).",
    ],
)
def test_a_capital_that_only_begins_a_sentence_makes_no_name(words: str) -> None:
    assert _found(words) == {}


def test_a_name_at_the_start_of_a_sentence_counts_where_the_text_knows_it() -> None:
    assert _found("Sunderwick fell. Then Sunderwick was rebuilt.") == {"Sunderwick": "other"}
    assert _found("Angry Sunderwick fell. An angry Sunderwick rose.") == {"Sunderwick": "other"}


def test_what_begins_a_sentence_and_may_be_a_name_is_kept_for_other_texts_to_tell() -> None:
    text = Text(
        (Block("paragraph", "Sunderwick fell. Boats were lost; the boats were old. Yesterday it rained."),)
    )
    assert find_names(text) == ()
    assert [(name.words, text.words(name.where)) for name in possible_names(text)] == [
        ("Sunderwick", "Sunderwick")
    ]


def test_headings_with_capitals_everywhere_make_no_names_of_their_own() -> None:
    assert _found("What The Water Left Behind\nIt was cold.") == {}
    assert "Sunderwick" in _found("How Sunderwick Fell\nThen Sunderwick was rebuilt.")


def test_possession_and_what_follows_a_hyphen_are_no_part_of_a_name() -> None:
    assert _found("It was Sunderwick’s mill and the Ardenian-held road.") == {
        "Sunderwick": "other",
        "Ardenian": "people",
    }


def test_an_office_within_a_run_begins_another_name() -> None:
    assert _found("It was Ardenian President Orla Venn.") == {"Ardenian": "people", "Orla Venn": "person"}


def test_one_name_is_of_one_kind_throughout_a_text() -> None:
    words = "Nobody slept in Sunderwick. The road to Sunderwick was closed."
    text = Text((Block("paragraph", words),))
    assert {name.kind for name in find_names(text)} == {"place"}
    assert [name.found_by for name in find_names(text)] == ["in-place", "same-words"]


def test_a_surname_alone_is_the_persons() -> None:
    assert _found("It was Mayor Orla Venn. Later Venn left, and with Venn the clerk.") == {
        "Orla Venn": "person",
        "Venn": "person",
    }


@pytest.mark.parametrize(
    "words", ["They asked the Harbour Board of Arden (HBA).", "They asked the HBA (Harbour Board of Arden)."]
)
def test_a_short_form_in_brackets_is_tied_to_its_long_form(words: str) -> None:
    text = Text((Block("paragraph", words),))
    assert {name.words: name.stands_for for name in find_names(text)} == {
        "Harbour Board of Arden": "",
        "HBA": "Harbour Board of Arden",
    }


def test_what_a_short_form_stands_for_is_a_body() -> None:
    assert _found("They asked the Friends of Sunder Water (FSW).")["FSW"] == "body"
    assert _found("They asked the Lower Sunder Friends (LSF).")["Lower Sunder Friends"] == "body"


def test_letters_that_do_not_fit_are_tied_to_nothing() -> None:
    text = Text((Block("paragraph", "They asked the Harbour Board (XYZ)."),))
    assert not any(name.stands_for for name in find_names(text))


def test_a_long_run_of_capitals_is_no_name() -> None:
    assert _found(f"It was {'Arden Sunder ' * 7}that they meant.") == {}


@given(st.lists(st.text(alphabet="Aa. ’s-(I)“\u00e9\u0130ß", min_size=1, max_size=30), max_size=3))
def test_names_stand_where_they_say_in_order_and_apart(blocks: list[str]) -> None:
    text = Text(tuple(Block("paragraph", words) for words in blocks))
    names = find_names(text)
    assert all(text.words(name.where) == name.words for name in names)
    assert all(one.where.end <= other.where.start for one, other in pairwise(names))
    assert all("\n" not in name.words for name in names)


def test_work_grows_no_faster_than_the_text() -> None:
    def job(size: int) -> Callable[[], object]:
        words = " ".join(
            f"Then Mayor Orla Venn of Arden{number} wrote to Lower Board." for number in range(size)
        )
        return lambda: find_names(Text((Block("paragraph", words),)))

    growth(job, 20)
    assert growth(job, 60) < 2.3
