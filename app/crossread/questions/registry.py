"""All kinds of question, one line each."""

from collections.abc import Mapping

from crossread.questions import choice, evidence, numerical, short_answer, verdict
from crossread.questions.kind import AnyKind

KINDS: Mapping[str, AnyKind] = {
    "choice": choice.KIND,
    "verdict": verdict.KIND,
    "numerical": numerical.KIND,
    "short-answer": short_answer.KIND,
    "evidence": evidence.KIND,
}
