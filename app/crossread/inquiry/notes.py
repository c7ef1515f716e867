"""What a learner puts on the texts: highlights with a meaning, and notes on one passage or on several."""

from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.questions.passages import Which
from crossread.texts.anchors import QuoteAnchor, WordsAnchor

Meaning = Literal["evidence", "question", "doubt", "loaded"]

MEANINGS: dict[Meaning, str] = {
    "evidence": N_("Evidence"),
    "question": N_("Question"),
    "doubt": N_("Doubt"),
    "loaded": N_("Loaded word"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedPassage:
    """A passage that a highlight or a note is on, to be found again where its text has changed.

    `which` is the text that it was made in. `original` is set where that was the author's own text, so that
    it is found in another copy of it as well.
    """

    source: str
    which: Which
    quote: QuoteAnchor
    original: WordsAnchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A passage with a meaning; `id` is given once and stays.

    `layer` names the set that it came with, "" for the learner's own.
    """

    id: str
    meaning: Meaning
    passage: NotedPassage
    layer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words of the learner's own on one passage, on several in any sources, or on a claim of the pack.

    `tags` are short words, without their order. `seq` is the entry that it was last written by, for sorting.
    """

    id: str
    text: str
    passages: tuple[NotedPassage, ...] = ()
    tags: tuple[str, ...] = ()
    claim: str = ""
    seq: int = 0
    layer: str = ""
