"""Telling words in a text: they judge, leave open, or say how far a writer stands behind others' words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crossread.texts.text import Range, Text
from crossread.texts.wording.quotation_marks import is_quoted
from crossread.texts.wording.telling_word import TellingWord
from crossread.texts.wording.word_lists import TellingEntry, english
from crossread.texts.words.normal import Word, text_words

_PARTING = re.compile(r"[.!?:;\n()\[\]]")  # no phrase reaches beyond these


def find_words(text: Text, *, quoted_only: bool = False) -> tuple[TellingWord, ...]:
    """Find the telling words of a text in order, by the lists for English.

    `quoted_only` leaves out what does not stand in quotation: of a digest only words that it quotes are its
    source's. The longest entry counts where several fit, and no word counts twice.
    """
    known: tuple[TellingWord, ...] | None = text.known.get("telling words")
    if known is None:
        known = text.known["telling words"] = tuple(_found(text))
    return tuple(word for word in known if word.quoted) if quoted_only else known


def _found(text: Text) -> Iterator[TellingWord]:
    words = text_words(text)
    number = 0
    while number < len(words):
        word = words[number].text
        entries = _beginning_with(word)
        entry = (
            next((one for one in entries if _stands_at(text, words, number, one)), None) if entries else None
        )
        if entry is None:
            number += 1
            continue
        past = number + len(entry.words)
        where = Range(words[number].start, words[past - 1].end)
        yield TellingWord(
            where=where,
            words=text.words(where),
            kind=entry.kind,
            entry=" ".join(entry.words),
            group=entry.group,
            quoted=is_quoted(text, where),
        )
        number = past


@lru_cache(maxsize=16_384)
def _beginning_with(word: str) -> Sequence[TellingEntry]:
    """Return the entries whose first word this may be, those of most words first."""
    lists = english()
    found = [*lists.by_first_word.get(word, ())]
    for length in range(lists.shortest_stem, len(word) + 1):
        found += lists.by_first_stem.get(word[:length], ())
    return sorted(found, key=lambda entry: (-len(entry.words), entry.words))


def _stands_at(text: Text, words: Sequence[Word], number: int, entry: TellingEntry) -> bool:
    past = number + len(entry.words)
    if past > len(words):
        return False
    for wanted, word in zip(entry.words, words[number:past], strict=True):
        if word.text != wanted and not (wanted.endswith("*") and word.text.startswith(wanted[:-1])):
            return False
    between = text.shown[words[number].end : words[past - 1].start]
    return len(entry.words) == 1 or not _PARTING.search(between)
