"""Recognising real originals, where CROSSREAD_ORIGINALS names a folder of them as .txt files."""

import os
import textwrap
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from crossread.texts.passages.anchors import all_places, anchor_words, place_words
from crossread.texts.passages.fingerprint import containment, judge, sketch
from crossread.texts.passages.runs import run_hashes
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Range, Text
from crossread.texts.words.normal import text_words

FOLDER = os.environ.get("CROSSREAD_ORIGINALS", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="CROSSREAD_ORIGINALS names no folder")

PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2009": " ", "—": "-", "–": "-"}
)


def _originals() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path(FOLDER).glob("*.txt"))}


def _with_menu(words: str) -> str:
    random = Random(5)
    menu = ["".join(random.choices("abcdefghilmnoprstu", k=random.randint(3, 9))) for _ in range(2_400)]
    lines = [" ".join(menu[at : at + 6]) for at in range(0, len(menu), 6)]
    return "\n".join([*lines[:200], words, *lines[200:]])


def _wrapped(words: str) -> str:
    lines = [line for line in words.split("\n") if line.strip()]
    return "\n\n".join(
        textwrap.fill(line, 72, break_long_words=False, break_on_hyphens=False) for line in lines
    )


DAMAGE: dict[str, Callable[[str], str]] = {
    "a menu of 2,400 words": _with_menu,
    "plain quotation marks": lambda words: words.translate(PLAIN),
    "lines broken by hand": _wrapped,
    "all of it": lambda words: _wrapped(_with_menu(words).translate(PLAIN)),
}


def _damaged(data: bytes, how: str) -> Text:
    return read_plain(DAMAGE[how](data.decode()).encode()).text


@pytest.mark.parametrize("how", DAMAGE)
def test_every_original_is_known_again_and_only_itself(how: str) -> None:
    originals = _originals()
    sketches = {name: sketch(read_plain(data).text) for name, data in originals.items()}
    for name, data in originals.items():
        damaged = _damaged(data, how)
        shares = {other: containment(sketches[other], damaged) for other in sketches}
        assert judge(shares.pop(name)) == "same"
        assert all(judge(share) == "other" for share in shares.values())


def test_any_two_share_at_most_four_in_a_hundred_of_their_runs() -> None:
    runs = [set(run_hashes(read_plain(data).text, 5)) for data in _originals().values()]
    assert all(len(one & other) / len(one) <= 0.04 for one, other in permutations(runs, 2))


@pytest.mark.parametrize("how", DAMAGE)
def test_hashed_words_are_found_where_they_were(how: str) -> None:
    random = Random(7)
    for data in _originals().values():
        text, damaged = read_plain(data).text, _damaged(data, how)
        words = text_words(text)
        for _ in range(50):
            length = random.randint(5, 25)
            first = random.randrange(len(words) - length)
            anchor = anchor_words(text, Range(words[first].start, words[first + length - 1].end))
            if len(all_places(text, anchor)) == 1:
                placed = place_words(damaged, anchor)
                assert placed is not None
                found = [word.text for word in text_words(damaged) if placed.start <= word.start < placed.end]
                assert found == [word.text for word in words[first : first + length]]
