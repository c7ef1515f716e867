"""A sound question of each kind, a right response to it, and how to make others."""

from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from tests.questions.closed_samples import (
    CHOICE,
    CLOSED_IMPROVE,
    CLOSED_RESPONSES,
    CLOSED_SAMPLES,
    EVIDENCE,
    NUMERICAL,
    SHORT_ANSWER,
    VERDICT,
)
from tests.questions.open_samples import OPEN_IMPROVE, OPEN_RESPONSES, OPEN_SAMPLES
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
    "IMPROVE",
    "NUMERICAL",
    "PILOT",
    "RESPONSES",
    "ROPE_STORE",
    "SAMPLES",
    "SCORED",
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

SAMPLES: dict[str, tuple[Question, Any]] = {name: {**CLOSED_SAMPLES, **OPEN_SAMPLES}[name] for name in KINDS}
RESPONSES: dict[str, st.SearchStrategy[Any]] = {**CLOSED_RESPONSES, **OPEN_RESPONSES}
IMPROVE: dict[str, Callable[[Any], Iterator[Any]]] = {**CLOSED_IMPROVE, **OPEN_IMPROVE}
SCORED = [name for name, kind in KINDS.items() if kind.scored]
