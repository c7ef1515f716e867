"""Figures as they may be told: without what open questions ask for, and without words that are covered."""

from dataclasses import replace

from crossread.inquiry.held_back import HeldBack
from crossread.progress.claim_words import Told
from crossread.progress.figures_shown import QuantityShown, ValueShown


def is_held(held: HeldBack, quantity: QuantityShown, value: ValueShown) -> bool:
    """Tell whether a value must not be seen: a question asks in whose words, or where, it stands."""
    figure = quantity.figure
    if figure is not None:
        if (figure.claim, value.source) in held.cells:
            return True
        mine = (one for one in figure.figures if one.source == value.source and one.bounds == value.bounds)
        if any(held.holds_passage(one.passage) for one in mine):
            return True
    return any(held.holds(value.source, which, where) for which, where in value.places)


def seen(held: HeldBack, quantity: QuantityShown) -> tuple[ValueShown, ...]:
    """Return the values that may be seen, in their order."""
    return tuple(value for value in quantity.values if not is_held(held, quantity, value))


def as_told(quantity: QuantityShown, told: Told) -> QuantityShown:
    """Return a quantity of the authors with their words as they may be told."""
    figure = quantity.figure
    if figure is None:
        return quantity
    values = []
    for value in quantity.values:
        here = [one.passage for one in figure.figures if one.source == value.source]
        hedge, whom, counted = (told(words, here) for words in (value.hedge, value.whom, value.counted))
        values.append(replace(value, hedge=hedge, whom=whom, counted=counted))
    every = [one.passage for one in figure.figures]
    return replace(
        quantity,
        name=told(quantity.name, every),
        values=tuple(values),
        figure=replace(figure, explanation=told(figure.explanation, every)),
    )
