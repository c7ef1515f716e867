"""Anchors: how a passage is found again after its text has changed or has been put aside."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuoteAnchor:
    """A passage by its words (W3C Web Annotation: text quote and text position selectors together).

    `prefix` and `suffix` are up to 32 characters around it; `position` is its start in code points and
    `text_digest` the text that this was true of.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    position: int = -1
    text_digest: str = ""


@dataclass(frozen=True, slots=True)
class WordsAnchor:
    """A passage of an original by the hash of its normal words, so that no words need be carried.

    `words` is how many there are (5 or more), `hash` the first 12 hex digits of SHA-256 over the words
    joined by one space, `nth` which of several places, from 1.
    """

    words: int
    hash: str
    nth: int = 1
