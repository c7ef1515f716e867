"""A sound question of each kind, and a right response to it."""

from typing import Any

from crossread.questions.choice import Choice, ChoiceResponse, Option
from crossread.questions.evidence import Evidence, EvidenceResponse
from crossread.questions.kind import Question
from crossread.questions.numerical import Numerical, NumericalResponse
from crossread.questions.short_answer import AcceptedAnswer, ShortAnswer, ShortAnswerResponse
from crossread.questions.verdict import Verdict, VerdictResponse
from tests.questions.texts_told import (
    ALREADY_GONE,
    GAZETTE,
    GAZETTE_ORIGINAL,
    PILOT,
    ROPE_STORE,
    SHARED,
    SHOWN,
    TEXTS,
    anchor,
    place_of,
    select,
    select_range,
    text_of,
)

__all__ = [
    "ALREADY_GONE",
    "CHOICE",
    "EVIDENCE",
    "GAZETTE",
    "GAZETTE_ORIGINAL",
    "NUMERICAL",
    "PILOT",
    "ROPE_STORE",
    "SAMPLES",
    "SHARED",
    "SHORT_ANSWER",
    "SHOWN",
    "TEXTS",
    "VERDICT",
    "anchor",
    "place_of",
    "select",
    "select_range",
    "text_of",
]

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
