"""Behaviours: when feedback comes and how many tries there are, whatever the kind of question."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal

from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.shares import parse_share


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """One way of asking.

    Where it `checks`, each question is submitted by itself and marked at once, up to `tries` times in an
    attempt; each try after the first earns `penalty` (0 to 1) less of what it is worth. Where not, an
    answer may be changed until its stage is handed in, and is marked then. `own_tries` tells whether a
    pack may set tries and penalty. Marks that it `holds_back` are made but not shown until they are
    released. Where it `asks_back`, a near miss is asked about before it is marked. `hints` are opened when
    the learner likes ("free"), one after each wrong try ("per-try"), or not at all ("none").
    """

    name: str
    checks: bool = False
    tries: int = 0
    penalty: Fraction = Fraction(0)
    own_tries: bool = False
    holds_back: bool = False
    asks_back: bool = True
    hints: Literal["free", "per-try", "none"] = "free"

    def share(self, number: int) -> Fraction:
        """Return what share of its worth the try of this number earns, from 1."""
        return max(Fraction(0), 1 - self.penalty * (number - 1))

    def hints_open(self, wrong: int) -> int:
        """Return how many hints are open by themselves after so many wrong tries."""
        return wrong if self.hints == "per-try" else 0

    def with_tries(self, tries: int, penalty: Fraction | None) -> "Behaviour":
        """Return the same behaviour with as many tries (0: as usual) and another penalty (None: as usual)."""
        if not self.own_tries or (not tries and penalty is None):
            return self
        return replace(self, tries=tries or self.tries, penalty=self.penalty if penalty is None else penalty)


DEFERRED = Behaviour(name="deferred")
EXAM = Behaviour(name="exam", holds_back=True, asks_back=False, hints="none")
IMMEDIATE = Behaviour(name="immediate", checks=True, tries=1)
# Three tries, a third less for each: the usual setting of Moodle's "interactive with multiple tries".
TRIES = Behaviour(name="tries", checks=True, tries=3, penalty=Fraction(1, 3), own_tries=True, hints="per-try")

BEHAVIOURS: Mapping[str, Behaviour] = {one.name: one for one in (DEFERRED, EXAM, IMMEDIATE, TRIES)}


def behaviour_of(pack: Pack, question: Question) -> Behaviour:
    """Return how a question is asked: as it says itself, else as its stage, else as its pack says.

    The name, the tries and the penalty are looked up each by itself. A name that is not known counts as
    deferred, the one that gives nothing away.
    """
    behaviour = BEHAVIOURS.get(_said(pack, question, "behaviour"), DEFERRED)
    penalty = parse_share(_said(pack, question, "penalty") or "")
    return behaviour.with_tries(int(_said(pack, question, "tries") or 0), penalty)


def certainty_of(pack: Pack, question: Question) -> Literal["", "yes", "no"]:
    """Return whether the pack asks how sure the learner is; "" leaves it to the learner's setting."""
    said: Literal["", "yes", "no"] = _said(pack, question, "certainty") or ""
    return said


def holds_back(name: str) -> bool:
    """Tell whether marks made under the behaviour of a name are held back."""
    return BEHAVIOURS.get(name, DEFERRED).holds_back


def _said(pack: Pack, question: Question, key: str) -> Any:
    """Return what a key says: in the question, else in its stage, else in its pack; None where nowhere."""
    stages = [stage for stage in pack.stages if stage.id == question.stage]
    values = (getattr(level, key) for level in (question, *stages, pack))
    return next((value for value in values if value), None)
