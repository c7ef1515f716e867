import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.widgets.reading.passages import next_sentences, sentence_at, whole_words
from crossread.texts.text import Block, Range, Text

SHOWN = "The dam's keepers were warned; nobody came."


def words(start: int, end: int) -> str | None:
    found = whole_words(SHOWN, Range(start, end))
    return None if found is None else SHOWN[found.start : found.end]


@pytest.mark.parametrize(
    ("chosen", "grown"),
    [
        ("am's keep", "dam's keepers"),
        (" keepers ", "keepers"),
        ("arned;", "warned;"),
        ("; nob", "; nobody"),
        ("The dam's", "The dam's"),
        ("e.", "came."),
    ],
)
def test_a_selection_grows_to_whole_words_and_loses_blanks(chosen: str, grown: str) -> None:
    start = SHOWN.index(chosen)
    assert words(start, start + len(chosen)) == grown


def test_blanks_alone_are_no_passage() -> None:
    assert words(3, 4) is None
    assert words(5, 5) is None


@given(st.text(st.sampled_from("ab 'é.\n😀"), max_size=30), st.data())
def test_a_passage_grows_and_never_again(shown: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(shown)))
    end = data.draw(st.integers(start, len(shown)))
    found = whole_words(shown, Range(start, end))
    if found is None:
        assert not shown[start:end].strip()
        return
    assert shown[start:end].strip() in shown[found.start : found.end]
    assert not shown[found.start].isspace()
    assert not shown[found.end - 1].isspace()
    assert whole_words(shown, found) == found


TEXT = Text(
    (Block("paragraph", "The water rose. Nobody came. The bridge fell."), Block("paragraph", "It was night."))
)


def sentence(position: int, chosen: Range | None = None) -> str:
    found = next_sentences(TEXT, position, chosen)
    assert found is not None
    return TEXT.words(found)


def test_the_sentence_at_a_place_is_found() -> None:
    assert sentence(0) == "The water rose."
    assert sentence(TEXT.shown.index("came")) == "Nobody came."


def test_where_a_sentence_is_chosen_the_next_one_comes_along() -> None:
    assert sentence(0, Range(0, 15)) == "The water rose. Nobody came."


def test_part_of_a_sentence_becomes_the_whole_first() -> None:
    assert sentence(0, Range(4, 9)) == "The water rose."


def test_after_the_last_sentence_there_is_no_further_one() -> None:
    last = Range(TEXT.shown.index("It was"), len(TEXT.shown))
    assert next_sentences(TEXT, last.start, last) is None


def test_a_text_without_sentences_has_none_to_give() -> None:
    assert next_sentences(Text(()), 0, None) is None


@pytest.mark.parametrize(
    ("before", "belongs"),
    [
        (" water", "The water rose."),
        (" Nobody", "The water rose."),  # just behind its last sign: that is the sentence just read
        ("Nobody", "Nobody came."),
        ("It was", "It was night."),
    ],
)
def test_a_caret_belongs_to_the_sentence_that_it_touches(before: str, belongs: str) -> None:
    found = sentence_at(TEXT, TEXT.shown.index(before))
    assert found is not None
    assert TEXT.words(found) == belongs


def test_a_caret_at_the_end_of_a_paragraph_belongs_to_its_last_sentence() -> None:
    found = sentence_at(TEXT, TEXT.shown.index("fell.") + len("fell."))
    assert found is not None
    assert TEXT.words(found) == "The bridge fell."
