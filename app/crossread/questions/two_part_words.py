"""Saying which half of an answer in two parts failed."""

from collections.abc import Mapping

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.mark import Whole

# By the verdict on the answer, then on the evidence; None where there is none.
_BOTH: Mapping[tuple[Whole | None, Whole | None], str] = {
    ("right", "right"): N_("The answer is right, and the evidence shows it."),
    ("right", "partly"): N_("The answer is right; the evidence shows it only in part."),
    ("right", "wrong"): N_("The answer is right; what you marked does not show it."),
    ("right", None): N_("The answer is right; the evidence for it is missing."),
    ("partly", "right"): N_("The answer is right in part; the evidence is what it takes."),
    ("partly", "partly"): N_("The answer is right in part, and so is the evidence."),
    ("partly", "wrong"): N_("The answer is right in part; what you marked does not show it."),
    ("partly", None): N_("The answer is right in part; the evidence for it is missing."),
    ("wrong", "right"): N_("You found the evidence, but the answer is not what it says."),
    ("wrong", "partly"): N_("You found part of the evidence, but the answer is not what it says."),
    ("wrong", "wrong"): N_("Neither the answer nor the evidence is right."),
    ("wrong", None): N_("The answer is not right, and the evidence is missing."),
    (None, "right"): N_("You found the evidence; the answer itself is missing."),
    (None, "partly"): N_("You found part of the evidence; the answer itself is missing."),
    (None, "wrong"): N_("The answer is missing, and what you marked does not show it."),
    (None, None): N_("Both the answer and the evidence are missing."),
}
_EVIDENCE: Mapping[Whole | None, str] = {
    "right": N_("What you marked is the evidence."),
    "partly": N_("What you marked is the evidence in part."),
    "wrong": N_("What you marked is not the evidence."),
    None: N_("No evidence is marked."),
}


def about_both(answer: Whole | None, evidence: Whole | None) -> str:
    """Say in a sentence which half is right and which is not; None where that half is missing."""
    unscored = _("What this rests on has changed since it was answered, so it is not scored.")
    said = _BOTH.get((answer, evidence))
    return _(said) if said else unscored


def about_evidence(evidence: Whole | None) -> str:
    """Say in a sentence how the evidence is; None where there is none."""
    said = _EVIDENCE.get(evidence)
    return _(said) if said else _("The text of the evidence has changed since, so it is not scored.")
