"""All kinds of question, one line each."""

from collections.abc import Mapping

from crossread.questions import (
    categorise,
    choice,
    cloze,
    discussion,
    essay,
    evidence,
    matching,
    matrix,
    multiple,
    numerical,
    ordering,
    scale,
    short_answer,
    two_part,
    verdict,
)
from crossread.questions.kind import AnyKind

KINDS: Mapping[str, AnyKind] = {
    "choice": choice.KIND,
    "multiple": multiple.KIND,
    "verdict": verdict.KIND,
    "short-answer": short_answer.KIND,
    "numerical": numerical.KIND,
    "cloze": cloze.KIND,
    "ordering": ordering.KIND,
    "matching": matching.KIND,
    "categorise": categorise.KIND,
    "evidence": evidence.KIND,
    "matrix": matrix.KIND,
    "scale": scale.KIND,
    "two-part": two_part.KIND,
    "essay": essay.KIND,
    "discussion": discussion.KIND,
}
