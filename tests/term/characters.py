"""Who takes part in the term: how often each comes, what each knows, and how sure each is of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from crossread.inquiry.commands import Certainty
from tests.term.calendar import is_lesson

# Whether someone is there on a day, by chance.
Comes = Callable[[int, Random], bool]


def _fitting(knows: bool, chance: Random) -> Certainty:
    steps: Sequence[Certainty] = ("certain", "fairly sure", "guess", "")
    weights = (6, 3, 0.5, 1) if knows else (0.5, 3, 5, 1)
    return chance.choices(steps, weights)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """A kind of learner. All chances run from 0 to 1.

    `knows` is that of a right answer, `says_not` of "I don't know" where they do not know it; `changes` of
    another answer before the hand-in, `again` of another attempt at a stage, `notes` of something put on the
    texts. `home` is that of a sitting of review or practice on a day without a lesson.
    """

    name: str
    comes: Comes
    knows: float
    says_not: float = 0.1
    sure: Callable[[bool, Random], Certainty] = _fitting
    changes: float = 0.1
    again: float = 0.2
    notes: float = 0.4
    home: float = 0.4


def _always(day: int, chance: Random) -> bool:
    return chance.random() < (0.95 if is_lesson(day) else 0.5)


def _rarely(day: int, chance: Random) -> bool:
    return chance.random() < (0.4 if is_lesson(day) else 0.05)


CHARACTERS: tuple[Character, ...] = (
    Character(name="steady", comes=_always, knows=0.85, home=0.8),
    Character(name="rare", comes=_rarely, knows=0.7, home=0.1),
    Character(
        name="guessing",
        comes=_always,
        knows=0.35,
        says_not=0.3,
        sure=lambda _knows, chance: chance.choices(("guess", "fairly sure", ""), (6, 2, 2))[0],
        notes=0.1,
    ),
    Character(
        name="sure-and-wrong",
        comes=_always,
        knows=0.45,
        says_not=0.0,
        sure=lambda _knows, _chance: "certain",
        changes=0.02,
    ),
    Character(
        name="dropping-out", comes=lambda day, chance: day <= 18 and _always(day, chance), knows=0.6, home=0.1
    ),
    Character(
        name="coming-back",
        comes=lambda day, chance: not 15 <= day <= 36 and _always(day, chance),
        knows=0.7,
        home=0.6,
    ),
)
