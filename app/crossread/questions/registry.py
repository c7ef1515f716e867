"""All kinds of question, one line each."""

from collections.abc import Mapping

from crossread.questions import (
    categorise,
    choice,
    discussion,
    essay,
    evidence,
    matching,
    multiple,
    numerical,
    ordering,
    scale,
    short_answer,
    verdict,
)
from crossread.questions.kind import AnyKind

KINDS: Mapping[str, AnyKind] = {
    "choice": choice.KIND,
    "multiple": multiple.KIND,
    "verdict": verdict.KIND,
    "short-answer": short_answer.KIND,
    "numerical": numerical.KIND,
    "ordering": ordering.KIND,
    "matching": matching.KIND,
    "categorise": categorise.KIND,
    "evidence": evidence.KIND,
    "scale": scale.KIND,
    "essay": essay.KIND,
    "discussion": discussion.KIND,
}
