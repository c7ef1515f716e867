"""What a learner predicts of a quantity before its figures are seen, and which sources then stand alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.inquiry.comparison import prediction_of
from crossread.inquiry.state import InquiryState
from crossread.progress.figures_shown import QuantityShown, ValueShown

Way = Literal["", "agree", "part", "none"]

# How far a quantity is: `asked` what is expected of it, `held` until questions are answered, or `shown`.
Standing = Literal["asked", "held", "shown"]

# What a learner may say beforehand; "none": they had the values shown without saying anything.
WAYS: tuple[Way, ...] = ("agree", "part", "none")

# Stands for every quantity: a prediction on it lets all values be seen.
EVERY = "*"

_APART = "apart/"  # before the id of a source that is expected to stand apart


@dataclass(frozen=True, slots=True)
class Prediction:
    """Whether the sources are expected to agree, and the ids of those that are expected to stand apart."""

    way: Way = ""
    apart: tuple[str, ...] = ()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What a judgement that says so chooses."""
        return (self.way, *(_APART + source for source in self.apart))


def prediction(state: InquiryState, quantity: str) -> Prediction:
    """Return what a learner said beforehand on a quantity; an empty one where the values still wait."""
    for about in (quantity, EVERY):
        said = state.judgements.get(prediction_of(about))
        for way in WAYS if said else ():
            if said and way in said.chosen:
                apart = (one.removeprefix(_APART) for one in said.chosen if one.startswith(_APART))
                return Prediction(way, tuple(apart))
    return Prediction()


def standing(quantity: QuantityShown, seen: Sequence[ValueShown], predicted: Prediction) -> Standing:
    """Return how far a quantity is, of which these values may be seen.

    Nothing is asked as long as not all can be told, for that would not answer it; nor of one source alone.
    """
    if predicted.way or len(quantity.sources) < 2:
        return "shown"
    return "held" if len(seen) < len(quantity.values) else "asked"


def alone(quantity: QuantityShown) -> tuple[str, ...]:
    """Return the sources, by id, whose figures no other source gives too; in the order of the values."""
    given = {
        source: {value.says for value in quantity.values if value.source == source}
        for source in quantity.sources
    }
    return tuple(
        source
        for source, mine in given.items()
        if all(not mine & others for other, others in given.items() if other != source)
    )
