"""How hard a text in English is to read, by the lengths of its words and sentences."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_VOWELS = re.compile(r"[aeiouyäöüéèêçăî]+")
_SHORT = re.compile(r"[’'](s|t|d|m|ll|re|ve)$")
# The e of “time”, “times” and “rolled”; not that of “table”, “noises” and “counted”.
_SILENT = re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouylszxcgh]es$|[aeiouy]les$|[^aeiouytd]ed$")
_END = re.compile(r"(?<=[.!?…])[”’)\]]*\s+(?=[“‘(\[]*[A-Z0-9])|\n+")
_ABBREVIATIONS = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|No|U\.S)\.")


@dataclass(frozen=True, slots=True)
class Level:
    """What was measured over `sentences` sentences; `ease` runs from about 0 (hard) to about 120 (easy)."""

    words: int
    sentences: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """The mean length of a sentence, in words."""
        return self.words / self.sentences

    @property
    def ease(self) -> float:
        """Reading ease: 206.835 - 1.015 (words / sentences) - 84.6 (syllables / words).

        Rudolf Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), 221-233.
        """
        return 206.835 - 1.015 * self.words_a_sentence - 84.6 * self.syllables / self.words


def level_of(texts: Iterable[str]) -> Level:
    """Measure texts together; each of them ends its last sentence."""
    sentences = [words for text in texts for words in sentences_of(text)]
    return Level(
        sum(len(words) for words in sentences),
        len(sentences),
        sum(syllables(word) for words in sentences for word in words),
    )


def sentences_of(text: str) -> Sequence[Sequence[str]]:
    """Part a text into sentences, each as its words; what has no word in it is none."""
    whole = _ABBREVIATIONS.sub(r"\1", text)
    return [words for part in _END.split(whole) if (words := _WORD.findall(part))]


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels; a number counts as two."""
    if word[0].isdigit():
        return 2
    said = _SHORT.sub("", word.casefold())
    return sum(max(1, len(_VOWELS.findall(part)) - bool(_SILENT.search(part))) for part in said.split("-"))
