"""What a learner puts on the texts: highlights with a meaning, and notes on one passage or on several."""

from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_
from crossread.questions.passages import Which
from crossread.texts.passages.anchors import QuoteAnchor, WordsAnchor

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
    it is found in another copy of it as well; a set made by others may name such a passage by that alone,
    with an empty quote. `letter` and `title` are the source's as it was then, so that the passage can be
    cited when its pack is gone; decide fills them in.
    """

    source: str
    which: Which
    quote: QuoteAnchor
    original: WordsAnchor | None = None
    letter: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A passage with a meaning; `id` is given once and stays.

    `seq` is the entry that it was last put by, for sorting. `layer` names the set that it came with, "" for
    the learner's own.
    """

    id: str
    meaning: Meaning
    passage: NotedPassage
    seq: int = 0
    layer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words of the learner's own on one passage, on several in any sources, or on a claim of the pack.

    A note on none of these is on the pack as a whole. `tags` are short words, without their order. `seq` is
    the entry that it was last written by, for sorting; `layer` as for a highlight.
    """

    id: str
    text: str
    passages: tuple[NotedPassage, ...] = ()
    tags: tuple[str, ...] = ()
    claim: str = ""
    seq: int = 0
    layer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A set of highlights and notes that someone else made, laid over the texts; it can be switched off.

    `digest` names its stored file (64 hex digits) and is its id, `author` is as its maker gave it, `count`
    how many highlights and notes it holds.
    """

    digest: str
    title: str
    author: str = ""
    count: int = 0
    on: bool = True
