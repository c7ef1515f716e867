"""What authors need to speak of an original without carrying its words: fingerprints and anchors."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossread.base.errors import N_, Expected
from crossread.texts.passages import anchors
from crossread.texts.passages.anchors import FEWEST_WORDS, WordsAnchor
from crossread.texts.passages.fingerprint import sketch
from crossread.texts.passages.runs import find_runs, hash_words
from crossread.texts.text import Range, Text
from crossread.texts.words.normal import Word, normal_words, text_words
from crossread.texts.words.sentences import sentences

# A block is a note where it begins with a note's mark, or stands below a heading such as "Notes".
_NOTE_MARK = re.compile(r"\s*(?:\[(?:note |nb )?\d{1,3}\]|\^|\d{1,3}\s*\^)")
_NOTES_HEADING = re.compile(
    r"\W*(?:end|foot)?notes?(?: and references)?\W*|\W*(?:references|bibliography)\W*"
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a pack says of an original: the lines of its `.hashes` file, and the card's `original` keys."""

    lines: tuple[str, ...]
    card: Mapping[str, Any]


def fingerprint_original(text: Text) -> Fingerprint:
    """Make what is needed to recognise an original and to say which of its sentences are missing.

    One line a sentence of five words or more (shorter ones cannot be told from others): its block (from
    0), how many normal words, their hash, and whether it is part of the text or of a note, as far as
    marks and headings tell; the author may change that word by hand. Raises Expected("sketch-empty") for
    a text too short to be known again.
    """
    lines = []
    words = text_words(text)
    at = 0
    block = -1
    note = below_notes = False
    for sentence in sentences(text):
        while block + 1 < len(text.blocks) and text.starts[block + 1] <= sentence.start:
            block += 1
            shown = text.blocks[block].text
            below_notes = below_notes or bool(_NOTES_HEADING.fullmatch(shown.casefold()))
            note = below_notes or bool(_NOTE_MARK.match(shown))
        at, inside = _words_of(words, sentence, at)
        if len(inside) >= FEWEST_WORDS:
            kind = "note" if note else "text"
            lines.append(f"{block} {len(inside)} {hash_words(inside)} {kind}")
    return Fingerprint(tuple(lines), {"words": len(words), "sketch": list(sketch(text))})


def anchor_words(text: Text, words: str, nth: int | None = None) -> WordsAnchor:
    """Make the hashed anchor of a run of words as an author copied it from an original.

    Raises Expected: "anchor-too-short" below five words, "anchor-absent" where they do not stand in the
    text, "anchor-ambiguous" where they stand there several times and `nth` (from 1) does not say which.
    """
    wanted = [word.text for word in normal_words(words)]
    if len(wanted) < FEWEST_WORDS:
        raise Expected(
            "anchor-too-short",
            N_("A passage of {words} words cannot be told from others. Choose at least {fewest} words."),
            words=len(wanted),
            fewest=FEWEST_WORDS,
        )
    found = find_runs(text, len(wanted), hash_words(wanted))
    if not found or (nth is not None and not 1 <= nth <= len(found)):
        raise Expected(
            "anchor-absent",
            N_("These words stand {count} times in this text. Copy them from it, in one run."),
            count=len(found),
        )
    if len(found) > 1 and nth is None:
        raise Expected(
            "anchor-ambiguous",
            N_("These words stand {count} times here. Take more of them, or say which place is meant."),
            count=len(found),
        )
    first = found[(nth or 1) - 1]
    shown = text_words(text)
    where = Range(shown[first].start, shown[first + len(wanted) - 1].end)
    return anchors.anchor_words(text, where)


def _words_of(words: tuple[Word, ...], sentence: Range, at: int) -> tuple[int, list[str]]:
    """Return the words that begin in a sentence, from word number `at` on, and where the next begin."""
    inside = []
    while at < len(words) and words[at].start < sentence.end:
        if words[at].start >= sentence.start:
            inside.append(words[at].text)
        at += 1
    return at, inside
