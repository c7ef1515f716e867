"""Behaviours: when feedback comes and how many tries there are, whatever the kind of question."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from crossread.packs.pack import Pack
from crossread.questions.kind import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """One way of asking.

    Where it `checks`, each question is submitted by itself and marked at once, up to `tries` times in an
    attempt; each try after the first earns `penalty` (0 to 1) less of what it is worth. Where not, an
    answer may be changed until its stage is handed in, and is marked then. Marks that it `holds_back`
    are made but not shown until they are released.
    """

    name: str
    checks: bool = False
    tries: int = 0
    penalty: Fraction = Fraction(0)
    holds_back: bool = False

    def share(self, number: int) -> Fraction:
        """Return what share of its worth the try of this number earns, from 1."""
        return max(Fraction(0), 1 - self.penalty * (number - 1))


DEFERRED = Behaviour(name="deferred")
EXAM = Behaviour(name="exam", holds_back=True)
IMMEDIATE = Behaviour(name="immediate", checks=True, tries=1)
# Three tries, a third less for each: the usual setting of Moodle's "interactive with multiple tries".
TRIES = Behaviour(name="tries", checks=True, tries=3, penalty=Fraction(1, 3))

BEHAVIOURS: Mapping[str, Behaviour] = {one.name: one for one in (DEFERRED, EXAM, IMMEDIATE, TRIES)}


def behaviour_of(pack: Pack, question: Question) -> Behaviour:
    """Return how a question is asked: as it says itself, else as its stage, else as its pack says.

    A name that is not known counts as deferred, the one that gives nothing away.
    """
    stage = next((stage for stage in pack.stages if stage.id == question.stage), None)
    name = question.behaviour or (stage.behaviour if stage else "") or pack.behaviour
    return BEHAVIOURS.get(name, DEFERRED)
