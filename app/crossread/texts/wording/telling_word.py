"""A telling word: one that judges, leaves open, or says how far a writer stands behind what another says."""

from dataclasses import dataclass
from typing import Literal

from crossread.texts.text import Range

WordKind = Literal[
    "loaded",  # judges strongly: slaughter, shameless
    "hedging",  # leaves open: reportedly, up to
    "saying",  # gives another's words and stays neutral: said, wrote
    "doubting",  # gives another's words and doubts them: claimed, so-called
    "endorsing",  # gives another's words and takes them for true: admitted, confirmed
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingWord:
    """A telling word or phrase where a text has it.

    `words` is what stands there, `entry` the form in the list that it was found by, `group` the part of the
    list, for the reason to be told (`telling_reasons.why_telling`); `quoted` tells whether it stands in
    quotation marks or in a block set as a quotation.
    """

    where: Range
    words: str
    kind: WordKind
    entry: str
    group: str
    quoted: bool = False
