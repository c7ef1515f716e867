"""Runs of words by hash, sketches and containment."""

from hashlib import sha256
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.texts.passages.fingerprint import containment, judge, sketch
from crossread.texts.passages.runs import find_runs, hash_words, run_hashes
from crossread.texts.text import Block, Text
from crossread.texts.words.normal import text_words
from tests.texts.edited import invented_text


def text(*paragraphs: str) -> Text:
    return Text(tuple(Block("paragraph", words) for words in paragraphs))


def random_words(count: int, seed: int) -> str:
    random = Random(seed)
    return " ".join("".join(random.choices("abcdefghilmnoprstu", k=6)) for _ in range(count))


def test_a_hash_is_twelve_hex_digits_of_sha_256_over_words_and_spaces() -> None:
    assert (
        hash_words(["the", "old", "wall", "had", "sunk"]) == sha256(b"the old wall had sunk").hexdigest()[:12]
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(["été", "the", "wall", "и", "x1"]), max_size=12), st.integers(1, 6))
def test_run_hashes_are_the_hashes_of_all_runs(words: list[str], length: int) -> None:
    runs = [words[first : first + length] for first in range(len(words) - length + 1)]
    within = text(" ".join(words))
    assert list(run_hashes(within, length)) == [hash_words(run) for run in runs]
    for first, run in enumerate(runs):
        assert first in find_runs(within, length, hash_words(run))
        assert all(runs[number] == run for number in find_runs(within, length, hash_words(run)))


@pytest.mark.parametrize("nothing", ["", "xyz", "7f3a91c2d4", "7f3a91c2d4e8aa", "not twelve hex"])
def test_what_is_no_hash_is_found_nowhere(nothing: str) -> None:
    assert find_runs(text(random_words(50, 1)), 5, nothing) == []


def test_a_long_text_keeps_one_hash_in_sixteen_and_a_short_one_one_in_four() -> None:
    long, short = text(random_words(1_000, 1)), text(random_words(999, 1))
    assert sketch(long) == tuple(sorted(h for h in set(run_hashes(long, 5)) if int(h, 16) % 16 == 0))
    assert sketch(short) == tuple(sorted(h for h in set(run_hashes(short, 5)) if int(h, 16) % 4 == 0))


def test_runs_go_over_blocks() -> None:
    words = random_words(400, 2).split()
    assert sketch(text(" ".join(words))) == sketch(
        text(*(" ".join(words[at : at + 3]) for at in range(0, 400, 3)))
    )


def test_a_text_too_short_has_no_sketch_and_says_so() -> None:
    with pytest.raises(Expected) as raised:
        sketch(text("only four words here"))
    assert raised.value.code == "sketch-empty"
    assert "4 words" in raised.value.message


def test_an_empty_sketch_is_contained_in_nothing() -> None:
    with pytest.raises(Expected) as raised:
        containment((), text(random_words(100, 1)))
    assert raised.value.code == "sketch-empty"


def test_other_texts_are_told_apart() -> None:
    one, other = text(random_words(2_000, 1)), text(random_words(2_000, 2))
    assert containment(sketch(one), one) == 1
    assert containment(sketch(one), other) == 0


def test_a_menu_around_a_text_and_other_quotation_marks_change_nothing() -> None:
    article = invented_text(Random(3))
    damaged = text(
        random_words(1_200, 4),
        *(block.text.replace("'", "’").replace(" ", "\u00a0") for block in article.blocks),
        random_words(1_200, 5),
    )
    assert len(text_words(damaged)) > 4_000
    assert containment(sketch(article), damaged) == 1


def test_two_thirds_of_a_text_are_a_version_of_it() -> None:
    words = random_words(3_000, 6).split()
    share = containment(sketch(text(" ".join(words))), text(" ".join(words[:2_000])))
    assert share == pytest.approx(2 / 3, abs=0.1)
    assert judge(share) == "version"


def test_the_limits_of_the_judgement() -> None:
    assert [judge(share) for share in (1.0, 0.9, 0.89, 0.5, 0.49, 0.0)] == [
        "same",
        "same",
        "version",
        "version",
        "other",
        "other",
    ]
