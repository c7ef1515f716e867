"""What a response earns: a score and feedback, part by part."""

from dataclasses import dataclass, replace
from typing import Literal

from crossread.questions.passages import PassageKey, Selection

Verdict = Literal["right", "partly", "wrong", "unscored"]
# Of a whole response also: right, at a try that no longer earns all of the points.
Whole = Verdict | Literal["later"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a mark.

    `score` runs from 0 to 1 and is None for what is not scored. `given` and `key` are what the learner
    answered and what was asked for, in words to show; `feedback` says why. `selection` and `passage`
    are where that stands, for parts that are about passages. `of` is the id of what the part is about
    (an option, an item, a gap, a cell "claim/source"), "" where the question has one part only.
    `meanwhile` stands in for feedback that tells what was asked for, as long as the question may be
    tried again; None where the feedback tells nothing of it.
    """

    score: float | None
    of: str = ""
    given: str = ""
    key: str = ""
    feedback: str = ""
    meanwhile: str | None = None
    selection: Selection | None = None
    passage: PassageKey | None = None

    @property
    def without_key(self) -> "Part":
        """The same without anything that tells what was asked for."""
        feedback = self.feedback if self.meanwhile is None else self.meanwhile
        return replace(self, key="", passage=None, feedback=feedback, meanwhile=None)

    @property
    def verdict(self) -> Verdict:
        """The score in a word."""
        if self.score is None:
            return "unscored"
        return "right" if self.score >= 1 else "partly" if self.score > 0 else "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a response earned: a score from 0 to 1, or None for kinds that are not scored.

    `later` tells that all of it is right, though at a later try, which earns less or nothing.
    """

    score: float | None
    parts: tuple[Part, ...] = ()
    later: bool = False

    @property
    def verdict(self) -> Whole:
        """The score in a word."""
        return "later" if self.later else Part(score=self.score).verdict

    @property
    def is_right(self) -> bool:
        """Whether all of it is right, at whichever try."""
        return self.verdict in ("right", "later")
