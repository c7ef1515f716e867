"""A shared run: words that two texts have in common, where they stand, and what was changed around them."""

from dataclasses import dataclass
from typing import Literal

from crossread.texts.text import Range
from crossread.texts.wording.differences import Piece


@dataclass(frozen=True, slots=True)
class Credit:
    """A name that a text gives beside shared words, as the one who said or wrote them.

    `where` is the name's place, `name` how it stands there; `source` is the id of the source of the set
    that it is the name of, "" for anyone else.
    """

    where: Range
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class RunPlace:
    """One place of a shared run in one text.

    `where` reaches from the first to the last of the words, `surroundings` over the sentences they touch.
    `quoted` tells whether it stands in quotation marks or in a block set as a quotation.
    """

    where: Range
    surroundings: Range
    quoted: bool = False
    credits: tuple[Credit, ...] = ()


# What two texts say about where their shared words come from; `shared_wording_reasons` says it in words.
Credited = Literal[
    "one-names-other",  # the first credits the second
    "other-names-one",  # the second credits the first
    "both-name-third",  # both credit the same third
    "one-names-third",  # only the first credits anyone, and it is a third
    "other-names-third",  # only the second does
    "name-different",  # both credit someone, and not the same
    "neither",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRun:
    """A run of words that two texts share and that cannot be made longer on either side.

    `words` is how many normal words it has. `one` and `other` are the ids of the sources, in the order in
    which they were given; `in_one` and `in_other` all its places in each, at least one. `changed` aligns the
    surroundings of the first place in each, word by word. `also_in` are further sources that have all of it.
    """

    words: int
    one: str
    other: str
    in_one: tuple[RunPlace, ...]
    in_other: tuple[RunPlace, ...]
    changed: tuple[Piece, ...]
    credited: Credited = "neither"
    also_in: tuple[str, ...] = ()
