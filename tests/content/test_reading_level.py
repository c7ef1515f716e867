"""Whether the packs are written for the ages that they name, by the lengths of their words and sentences."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from crossread.packs.pack import Pack
from crossread.questions.storing import question_json
from tests.content.reading_level import level_of, sentences_of, syllables

# Flesch's own table of 1948: what is read at an age is at least so easy, and its sentences have on average at
# most so many words. "Easy" (80 to 90) is read by those in their sixth year of school, who are about eleven;
# "fairly difficult" (50 to 60) by those in their tenth and later, who are fifteen and older.
READ_AT = {11: (80, 14), 15: (50, 21)}
PARTS = ("context", "sources", "cards", "questions", "compared", "beside")
READ = ("prompt", "explanation", "feedback", "hints", "text", "statement", "claim", "notes", "moves", "model")


@cache
def _pack(name: str) -> Pack:
    pack = check_pack(content_folder() / name).pack
    assert pack is not None
    return pack


def _asked(json: Any, key: str = "") -> Iterator[str]:
    """Give what a learner reads of a question."""
    if isinstance(json, dict):
        for name, value in json.items():
            yield from _asked(value, name)
    elif isinstance(json, list | tuple):
        for value in json:
            yield from _asked(value, key)
    elif key in READ and isinstance(json, str):
        yield json


def _cards(pack: Pack) -> Iterator[str]:
    for source in pack.sources:
        card = source.card
        yield from (card.purpose, card.standing, card.missing, card.audience, card.written_about)


def _compared(pack: Pack) -> Iterator[str]:
    for claim in pack.claims:
        yield from (claim.claim, claim.note, claim.why)
        yield from (one.explanation for cell in claim.cells.values() for one in cell)
    for edge in pack.edges:
        yield from (edge.why, *edge.changed)
    yield from (figure.explanation for figure in pack.figures)
    yield from (word.effect for word in (*pack.wording.loaded, *pack.wording.hedging))
    yield from (naming.about for naming in pack.wording.named)


def _beside(pack: Pack) -> Iterator[str]:
    yield from (term.meaning for term in pack.glossary)
    yield from (entry.what for entry in pack.timeline)
    yield from (name.about for name in pack.names)


def texts_of(pack: Pack, part: str) -> list[str]:
    """Return what is read of one part of a pack."""
    if part == "context":
        return [pack.central_question, pack.context.shown, *(line.text for line in pack.floor)]
    if part == "sources":
        return [source.digest.shown for source in pack.sources]
    if part == "questions":
        return [text for question in pack.questions for text in _asked(question_json(question))]
    return list({"cards": _cards, "compared": _compared, "beside": _beside}[part](pack))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", ["corridor", "khojaly-1992"])
def test_each_part_is_written_for_the_age_that_the_pack_names(name: str, part: str) -> None:
    pack = _pack(name)
    easiest, longest = READ_AT[pack.ages]
    level = level_of(texts_of(pack, part))
    assert level.words > 100
    assert level.ease >= easiest, f"{part} of {name}: reading ease {level.ease:.0f}, not {easiest}"
    assert level.words_a_sentence <= longest, (
        f"{part} of {name}: {level.words_a_sentence:.1f} words a sentence"
    )


def test_each_account_of_the_corridor_is_easy_by_itself() -> None:
    for source in _pack("corridor").sources:
        assert level_of([source.digest.shown]).ease >= READ_AT[11][0], source.id


def test_no_sentence_of_the_accounts_in_the_corridor_is_long() -> None:
    for source in _pack("corridor").sources:
        assert max(map(len, sentences_of(source.digest.shown))) <= 24, source.id


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("giraffe", 2),
        ("lemonade", 3),
        ("table", 2),
        ("rolled", 1),
        ("counted", 2),
        ("noises", 2),
        ("times", 1),
        ("teacher’s", 2),
        ("well-known", 2),
        ("17", 2),
    ],
)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_titles_do_not_end_a_sentence_and_quotation_marks_do_not_hide_one() -> None:
    assert sentences_of("Mr. Reed came. “Is it ours?” Mrs Nowak asked him. It was.") == [
        ["Mr", "Reed", "came"],
        ["Is", "it", "ours"],
        ["Mrs", "Nowak", "asked", "him"],
        ["It", "was"],
    ]


def test_long_words_and_long_sentences_are_harder() -> None:
    easy = level_of(["The cup fell. She saw it. It was wet."])
    long = level_of(["The cup fell and she saw it and it was wet."])
    hard = level_of(["International organisations subsequently investigated."])
    assert easy.ease > long.ease > hard.ease
