"""Differences between two passages, word by word: what stayed, what was put in place of what."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.texts.text import Range, Text
from crossread.texts.wording.word_alignment import Change, align_words, at_sentences
from crossread.texts.words.normal import Word, text_words
from crossread.texts.words.word_places import words_touched

__all__ = ["Change", "Piece", "differences"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words in one text and what stands for it in the other; ranges in each, from word to word.

    *same* words stand in both; *changed* ones in both, but others; *left-out* ones only in the one
    (`other` is None), *put-in* ones only in the other (`one` is None).
    """

    change: Change
    one: Range | None
    other: Range | None


def differences(
    one: Text, other: Text, in_one: Range | None = None, in_other: Range | None = None
) -> tuple[Piece, ...]:
    """Align two passages, or whole texts, by their normal words and return the pieces in order.

    Letter case, quotation marks and punctuation make no difference. A stray common word between two changes
    is part of the change, so that it can be read. Words that moved are left out in one place and put in at
    another.
    """
    ours, theirs = _words(one, in_one), _words(other, in_other)
    steps = list(align_words([word.text for word in ours], [word.text for word in theirs]))
    return tuple(
        Piece(change, _range(ours[first:past]), _range(theirs[into:upto]))
        for change, first, past, into, upto in at_sentences(steps, ours, theirs, (one.shown, other.shown))
    )


def _words(text: Text, where: Range | None) -> Sequence[Word]:
    words = text_words(text)
    if where is None:
        return words
    touched = words_touched(words, where)
    return words[touched.start : touched.stop]


def _range(words: Sequence[Word]) -> Range | None:
    return Range(words[0].start, words[-1].end) if words else None
