"""Placing: a passage is found in the very text shown, or nowhere."""

from dataclasses import replace

from crossread.questions.passages import PassageKey, ShownText
from crossread.questions.placing import place
from crossread.texts.passages.anchors import WordsAnchor
from tests.questions.making import GAZETTE, GAZETTE_ORIGINAL, PILOT, ROPE_STORE, text_of

DIGEST = ShownText("digest", GAZETTE)
ORIGINAL = ShownText("original", GAZETTE_ORIGINAL)
TWICE = ShownText("digest", text_of("The bell rang.", "Then the bell rang again."))


def words_at(key: PassageKey, shown: ShownText) -> str:
    where = place(key, shown)
    return shown.text.words(where) if where else ""


def test_a_digest_is_searched_for_the_quote_and_an_original_for_the_hash() -> None:
    assert words_at(ROPE_STORE.core_key, DIGEST) == "smoke over the rope store at nine"
    assert words_at(ROPE_STORE.core_key, ORIGINAL) == "the great rope store by the western mole took fire"


def test_a_key_without_an_anchor_for_the_text_has_no_place() -> None:
    key = ROPE_STORE.core_key
    assert place(replace(key, quote=""), DIGEST) is None
    assert place(replace(key, original=None), ORIGINAL) is None
    assert place(key, ShownText("digest", PILOT)) is None


def test_a_quote_that_stands_twice_needs_its_occurrence() -> None:
    key = PassageKey(source="gazette", quote="bell rang")
    assert place(key, TWICE) is None
    second = place(replace(key, occurrence=2), TWICE)
    assert second is not None
    assert second.start > len("The bell rang.")
    assert place(replace(key, occurrence=3), TWICE) is None


def test_an_anchor_of_too_few_words_is_not_looked_for() -> None:
    assert place(PassageKey(source="gazette", original=WordsAnchor(2, "0" * 12)), ORIGINAL) is None
