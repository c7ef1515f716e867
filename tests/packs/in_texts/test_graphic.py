"""Graphic passages, placed in the text at hand."""

from dataclasses import replace

from crossread.packs.in_texts.graphic import graphic_of_quote, graphic_places
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Card, Source
from crossread.questions.passages import DIGEST, ORIGINAL, VERSION, PassageKey, ShownText
from crossread.texts.passages.anchors import anchor_words
from crossread.texts.text import Block, Range, Text

DIGEST_TEXT = Text((Block("paragraph", "They came at noon. The field was as the witness says. They left."),))
ORIGINAL_TEXT = Text(
    (Block("paragraph", "At noon some came; a witness saw what lay in the field that day."),)
)
QUOTE = "The field was as the witness says."


def at(text: Text, words: str) -> Range:
    start = text.shown.index(words)
    return Range(start, start + len(words))


KEY = PassageKey(
    source="a",
    quote=QUOTE,
    original=anchor_words(ORIGINAL_TEXT, at(ORIGINAL_TEXT, "saw what lay in the field")),
)


def pack(*keys: PassageKey) -> Pack:
    source = Source(id="a", letter="A", card=Card(title="A field", short="A"), digest=DIGEST_TEXT)
    return Pack(
        id="p", version="1", title="P", language="en", digest="", central_question="?",
        stages=(), sources=(source,), questions=(), graphic=keys,
    )  # fmt: skip


def test_a_passage_is_found_in_the_digest_by_quote_and_in_the_original_by_hash() -> None:
    assert graphic_places(pack(KEY), "a", ShownText(DIGEST, DIGEST_TEXT)) == ((at(DIGEST_TEXT, QUOTE), KEY),)
    where = at(ORIGINAL_TEXT, "saw what lay in the field")
    assert graphic_places(pack(KEY), "a", ShownText(ORIGINAL, ORIGINAL_TEXT)) == ((where, KEY),)


def test_another_source_has_none_of_it() -> None:
    assert graphic_places(pack(replace(KEY, source="b")), "a", ShownText(DIGEST, DIGEST_TEXT)) == ()


def test_in_an_edition_that_says_it_twice_both_places_are_covered() -> None:
    twice = Text((Block("paragraph", f"{QUOTE} So he said: {QUOTE}"),))
    found = graphic_places(pack(KEY), "a", ShownText(f"{VERSION}first", twice))
    assert [twice.words(where) for where, _key in found] == [QUOTE, QUOTE]


def test_a_passage_that_a_text_has_not_is_nowhere() -> None:
    assert graphic_places(pack(KEY), "a", ShownText(DIGEST, ORIGINAL_TEXT)) == ()


def test_a_quote_of_a_text_that_is_gone_is_known_by_a_run_of_its_words() -> None:
    assert graphic_of_quote(pack(KEY), "a", "the FIELD was as … told") == KEY
    assert graphic_of_quote(pack(KEY), "a", "witness says") == KEY
    assert graphic_of_quote(pack(KEY), "a", "They came at noon to the field.") is None
    assert graphic_of_quote(pack(KEY), "b", QUOTE) is None


def test_a_quote_of_an_original_that_is_gone_is_known_by_its_hash() -> None:
    assert graphic_of_quote(pack(KEY), "a", "a witness saw what lay in the field that day") == KEY
