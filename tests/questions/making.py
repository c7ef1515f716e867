"""Questions and texts to test with: two invented accounts of a fire in an invented harbour."""

from typing import Any

from crossread.questions.choice import Choice, ChoiceResponse, Option
from crossread.questions.evidence import Evidence, EvidenceResponse
from crossread.questions.evidence_passages import EvidencePassage, OriginalPassage
from crossread.questions.kind import Question
from crossread.questions.numerical import Numerical, NumericalResponse
from crossread.questions.passages import Selection, ShownText, Texts
from crossread.questions.short_answer import AcceptedAnswer, ShortAnswer, ShortAnswerResponse
from crossread.questions.verdict import Verdict, VerdictResponse
from crossread.texts.anchors import WordsAnchor, anchor_words, find_quote
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


CHOICE = Choice(
    id="first",
    **SHARED,
    options=(
        Option(id="rope", text="The rope store", correct=True, feedback="Smoke was seen over it at nine."),
        Option(id="tar", text="The tar sheds", feedback="They caught soon after."),
        Option(id="boats", text="The boats", feedback="They were lost by midnight."),
    ),
)
VERDICT = Verdict(
    id="forty", **SHARED, statement="Forty boats were lost.", of="pilot", answer="says-otherwise"
)
NUMERICAL = Numerical(id="boats", **SHARED, answer="40", within="2", unit="boats")
SHORT_ANSWER = ShortAnswer(
    id="who",
    **SHARED,
    answers=(
        AcceptedAnswer(text="the watchman", feedback="He stood on the mole."),
        AcceptedAnswer(text="*watch*", score=0.5, feedback="Which one of the watch?"),
        AcceptedAnswer(text="the pilot", score=0, feedback="He came ashore an hour later."),
    ),
)
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
EVIDENCE = Evidence(id="where", **SHARED, passages=(ROPE_STORE, ALREADY_GONE), choose=(2, 2))

SAMPLES: dict[str, tuple[Question, Any]] = {
    "choice": (CHOICE, ChoiceResponse("rope")),
    "verdict": (VERDICT, VerdictResponse("says-otherwise")),
    "numerical": (NUMERICAL, NumericalResponse("40")),
    "short-answer": (SHORT_ANSWER, ShortAnswerResponse("The watchman")),
    "evidence": (
        EVIDENCE,
        EvidenceResponse(
            (
                select("gazette", GAZETTE, ROPE_STORE.core),
                select("pilot", PILOT, ALREADY_GONE.core),
            )
        ),
    ),
}
