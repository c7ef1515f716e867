"""Sentences of a text."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.texts.text import Block, Text
from crossread.texts.words.sentences import sentences
from tests.texts.edited import invented_text


def divided(*blocks: Block) -> list[str]:
    text = Text(blocks)
    return [text.words(sentence) for sentence in sentences(text)]


def test_sentences_are_told_from_abbreviations_and_figures() -> None:
    words = "Dr. Venn saw 4.5 metres of water at 3 p.m. on Monday. “It came,” she wrote. Why? Nobody knew!"
    assert divided(Block("paragraph", words)) == [
        "Dr. Venn saw 4.5 metres of water at 3 p.m. on Monday.",
        "“It came,” she wrote.",
        "Why?",
        "Nobody knew!",
    ]


def test_a_sentence_never_goes_over_blocks() -> None:
    assert divided(Block("heading", "The flood"), Block("paragraph", "and after. It came.")) == [
        "The flood",
        "and after.",
        "It came.",
    ]


def test_preformatted_words_are_one_sentence() -> None:
    assert divided(Block("preformatted", "a. B\n\nC. D")) == ["a. B\n\nC. D"]


def test_a_stumble_of_the_rules_leaves_the_block_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbles(document: str) -> object:
        raise IndexError(document)

    monkeypatch.setattr("syntok.segmenter.analyze", stumbles)
    assert divided(Block("paragraph", "One. Two.")) == ["One. Two."]


def test_sentences_are_worked_out_once() -> None:
    text = invented_text(Random(1), 2_000)
    assert sentences(text) is sentences(text)
    assert len(sentences(text)) > 10


spoken = st.lists(
    st.sampled_from(
        [
            "The",
            "clerk",
            "said",
            ".",
            "?",
            "!",
            " ",
            "  ",
            "\n",
            "\n\n",
            "Mr.",
            "3.5",
            "“",
            "”",
            "(",
            ")",
            "[12]",
            "...",
            "don't",
            "well-known",
            "\u00a0",
            "\u200b",
            "\u00ad",
            "_",
            "é",
            "И",
            ":",
            ";",
            "-",
            "U.S.",
            "a",
            "e.g.",
        ]
    ),
    min_size=1,
    max_size=40,
).map("".join)


@settings(deadline=None)
@given(st.lists(st.one_of(spoken, st.text(min_size=1, max_size=40)), max_size=4))
def test_every_character_but_space_is_in_exactly_one_sentence(paragraphs: list[str]) -> None:
    text = Text(tuple(Block("paragraph", words) for words in paragraphs))
    covered = [0] * len(text.shown)
    edges = [(start, start + len(block.text)) for start, block in zip(text.starts, text.blocks, strict=True)]
    for sentence in sentences(text):
        assert any(start <= sentence.start < sentence.end <= end for start, end in edges)
        assert text.words(sentence) == text.words(sentence).strip()
        for at in range(sentence.start, sentence.end):
            covered[at] += 1
    for at, character in enumerate(text.shown):
        assert covered[at] <= 1
        assert covered[at] == 1 or character.isspace()
