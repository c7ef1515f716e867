"""The honest range of a share: where it may well lie, for all that so few items can tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

Z = 1.959964  # of the normal distribution: 95 % lie within so many standard deviations


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both from 0 to 1."""

    low: float
    high: float


def wilson(share: float, items: float) -> Range:
    """Return Wilson's 95 % interval of a share that rests on `items`; all there is where these are none.

    It was made for what is right or wrong. Where answers earn parts of a point they vary less than that, so
    that the range is rather too wide than too narrow. (E. B. Wilson, JASA 22, 1927.)
    """
    if items <= 0:
        return Range(0.0, 1.0)
    share = min(1.0, max(0.0, share))
    square = Z * Z
    middle = (share + square / (2 * items)) / (1 + square / items)
    half = Z / (1 + square / items) * sqrt(share * (1 - share) / items + square / (4 * items * items))
    return Range(max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half)))


def items_weighed(weights: Iterable[float]) -> float:
    """Return how many items of one weight tell as much as these do (Kish); 0 where there are none."""
    known = [weight for weight in weights if weight > 0]
    squares = sum(weight * weight for weight in known)
    return sum(known) ** 2 / squares if squares else 0.0


def differs(before: float, before_range: Range, now: float, now_range: Range) -> bool:
    """Tell whether two shares differ by more than chance would have it (Newcombe's 95 % interval)."""
    if now < before:
        before, before_range, now, now_range = now, now_range, before, before_range
    return now - before > sqrt((now - now_range.low) ** 2 + (before_range.high - before) ** 2)
