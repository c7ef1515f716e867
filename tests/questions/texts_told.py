"""What questions are tested on: two invented accounts of a fire in an invented harbour."""

from typing import Any

from crossread.questions.evidence_passages import EvidencePassage, OriginalPassage
from crossread.questions.passages import Selection, ShownText, Texts
from crossread.texts.passages.anchors import WordsAnchor, anchor_words, find_quote
from crossread.texts.text import Block, Range, Text

SHARED: dict[str, Any] = {
    "stage": "read",
    "skill": "close-reading",
    "sources": ("gazette", "pilot"),
    "prompt": "What burned first?",
    "explanation": "Both accounts name the rope store.",
}


def text_of(*paragraphs: str) -> Text:
    return Text(tuple(Block("paragraph", paragraph) for paragraph in paragraphs))


GAZETTE = text_of(
    "The harbour of Alder Bay burned on a windless night in March.",
    "The watchman saw smoke over the rope store at nine, and the tar sheds caught soon after. "
    "By midnight forty boats were lost.",
    "Nobody in the town remembers a louder night.",
)
PILOT = text_of(
    "I came ashore at ten. The rope store was already gone and men were cutting boats loose.",
    "Some say forty boats went down; I counted twenty-six at dawn.",
)
GAZETTE_ORIGINAL = text_of(
    "ALDER BAY, Thursday. Our correspondent writes that the great rope store by the western mole took fire "
    "towards nine in the evening, whereupon the sheds of tar were consumed with dreadful speed.",
    "Two score of fishing craft are reported lost.",
)
SHOWN = {
    "gazette": {
        GAZETTE.digest: ShownText("digest", GAZETTE),
        GAZETTE_ORIGINAL.digest: ShownText("original", GAZETTE_ORIGINAL),
    },
    "pilot": {PILOT.digest: ShownText("digest", PILOT)},
}
TEXTS: Texts = SHOWN


def place_of(text: Text, quote: str) -> Range:
    (where,) = find_quote(text, quote)
    return where


def select(source: str, text: Text, quote: str) -> Selection:
    """Mark the words of a quote, as a learner would."""
    return select_range(source, text, place_of(text, quote))


def select_range(source: str, text: Text, where: Range) -> Selection:
    which = TEXTS[source][text.digest].which if text.digest in TEXTS[source] else "digest"
    return Selection(
        source=source,
        which=which,
        text_digest=text.digest,
        start=where.start,
        end=where.end,
        quote=text.words(where),
    )


def anchor(text: Text, quote: str) -> WordsAnchor:
    return anchor_words(text, place_of(text, quote))


ROPE_STORE = EvidencePassage(
    source="gazette",
    core="smoke over the rope store at nine",
    acceptable="The watchman saw smoke over the rope store at nine, and the tar sheds caught soon after.",
    original=OriginalPassage(
        core=anchor(GAZETTE_ORIGINAL, "the great rope store by the western mole took fire"),
        acceptable=anchor(
            GAZETTE_ORIGINAL,
            "Our correspondent writes that the great rope store by the western mole took fire "
            "towards nine in the evening",
        ),
    ),
    feedback="Smoke comes before fire.",
)
ALREADY_GONE = EvidencePassage(
    source="pilot",
    core="The rope store was already gone",
    acceptable="I came ashore at ten. The rope store was already gone and men were cutting boats loose.",
)
