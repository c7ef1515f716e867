"""Passages that a question speaks of, in whichever text of a source is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from crossread.texts.passages.anchors import WordsAnchor
from crossread.texts.text import Text

# Which text of a source is meant: its digest, its original, or "version/ID" for an edition of it.
Which = str
DIGEST: Which = "digest"
ORIGINAL: Which = "original"
VERSION = "version/"


@dataclass(frozen=True, slots=True)
class ShownText:
    """A source's text as a learner sees it: the pack's digest, the author's original, or an edition."""

    which: Which
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageKey:
    """Where something stands in a source: by quote in its digest, by hashed words in its original.

    At least one of the two is given. `occurrence` counts from 1 and is needed where the quote stands
    more than once in the digest.
    """

    source: str
    quote: str = ""
    occurrence: int = 1
    original: WordsAnchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where a statement of fact comes from: a hashed run of a source's original, or a work by id."""

    source: str = ""
    words: int = 0
    hash: str = ""
    nth: int = 1
    work: str = ""

    @property
    def anchor(self) -> WordsAnchor:
        """The place in the source's original."""
        return WordsAnchor(self.words, self.hash, self.nth)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a learner marked: code points of one text of one source, with the words as they stood there."""

    source: str
    which: Which
    text_digest: str
    start: int
    end: int
    quote: str


# The texts that a response was given on: by source, then by the digest of the text.
Texts = Mapping[str, Mapping[str, ShownText]]
