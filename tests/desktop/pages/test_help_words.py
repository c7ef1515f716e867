"""Words typed into the help: short ones whole, others in their forms, all needed, the best page first."""

import pytest

from crossread.desktop.pages.help.help_pages import pages_with
from crossread.desktop.pages.help.help_words import HelpWords
from crossread.texts.text import Block, Text


def marked(typed: str, shown: str) -> list[str]:
    text = Text((Block("paragraph", shown),))
    return [text.words(place) for place in HelpWords(typed).places(text)]


def test_a_short_word_is_meant_whole() -> None:
    assert marked("on two ", "The contents of one pane, on two lines, alone.") == ["on", "two"]


def test_the_last_word_may_be_unfinished() -> None:
    assert marked("high", "Highlights of the highest") == ["Highlights", "highest"]
    assert marked("no", "A note, not a pinot") == ["note", "not"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("sources", "source"),
        ("highlighting", "highlight"),
        ("copies", "copy"),
        ("veiled", "veil"),
        ("add", "added"),
    ],
)
def test_other_forms_of_a_word_are_found(typed: str, shown: str) -> None:
    assert marked(f"{typed} ", f"The {shown} here") == [shown]


def test_a_word_is_not_met_inside_another_one() -> None:
    assert marked("notes ", "footnotes and denote") == []


def test_accents_and_capitals_count_for_nothing() -> None:
    assert marked("cafe ", "Café") == ["Café"]


def test_a_note_on_two_sources_is_found_where_notes_are_explained() -> None:
    assert pages_with("note on two sources")[0].id == "notes"


def test_all_words_are_needed() -> None:
    assert pages_with("note xyzzy ") == []


def test_nothing_is_marked_where_nothing_is_typed() -> None:
    assert marked(" ", "Some words") == []
    assert not HelpWords("  ")
