"""Counting words by their place: what a selection shares with a passage."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from crossread.texts.text import Range
from crossread.texts.words.normal import Word


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words that follow each other in a text, from number `first` up to `end`, counted from 0."""

    first: int
    end: int

    def __len__(self) -> int:
        return max(0, self.end - self.first)

    def shared(self, other: "WordRun") -> int:
        """Return how many words two runs have in common."""
        return max(0, min(self.end, other.end) - max(self.first, other.first))

    def hull(self, other: "WordRun") -> "WordRun":
        """Return the shortest run that holds both."""
        return WordRun(min(self.first, other.first), max(self.end, other.end))


def words_in(words: Sequence[Word], where: Range) -> WordRun:
    """Return the words of a text that a range holds.

    A word at either end counts where half of it or more lies within, so that a mouse that slips by a
    letter changes nothing; where no word counts in that way, those that are touched do.
    """
    if where.start >= where.end:
        return WordRun(0, 0)
    first = bisect_right(words, where.start, key=lambda word: word.end)
    end = bisect_left(words, where.end, key=lambda word: word.start)
    touched = WordRun(first, max(first, end))
    while first < end and _is_slip(words[first], where):
        first += 1
    while first < end and _is_slip(words[end - 1], where):
        end -= 1
    return WordRun(first, end) if first < end else touched


def _is_slip(word: Word, where: Range) -> bool:
    within = min(word.end, where.end) - max(word.start, where.start)
    return 2 * within < word.end - word.start


@dataclass(frozen=True, slots=True)
class PassageRuns:
    """A passage by its words: the `core` that answers, inside the most that is `acceptable`."""

    core: WordRun
    acceptable: WordRun


ENOUGH_OF_CORE = Fraction(80, 100)
LEAST_PARTIAL = Fraction(50, 100)
MOST_TIMES_ACCEPTABLE = 2
# What a hand that slips takes in beyond the acceptable words: a word for every eight of them, two at most.
WORDS_TO_A_SLIP = 8
LARGEST_SLIP = 2


def overlap_score(selected: WordRun, passage: PassageRuns) -> Fraction:
    """Say how well a selection hits a passage, from 0 to 1 (design, section 4, but for the slip).

    1 where it holds at least 80 % of the core's words and no more outside the acceptable ones than a slip of
    the hand. Otherwise F1, the harmonic mean of two shares: of the words selected, those that are
    acceptable; of the core's words, those that are selected. Nothing below 0.5, and nothing for more than
    twice the acceptable words.
    """
    in_core, acceptable = selected.shared(passage.core), selected.shared(passage.acceptable)
    if not in_core or len(selected) > MOST_TIMES_ACCEPTABLE * len(passage.acceptable):
        return Fraction(0)
    recall, precision = Fraction(in_core, len(passage.core)), Fraction(acceptable, len(selected))
    slip = min(LARGEST_SLIP, len(passage.acceptable) // WORDS_TO_A_SLIP)
    if recall >= ENOUGH_OF_CORE and len(selected) - acceptable <= slip:
        return Fraction(1)
    f1 = 2 * precision * recall / (precision + recall)
    return f1 if f1 >= LEAST_PARTIAL else Fraction(0)
