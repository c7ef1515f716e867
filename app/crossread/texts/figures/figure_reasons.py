"""Why a figure was found, and why figures were put together: in words, for whoever asks."""

from collections.abc import Mapping

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.texts.figures.figure import AlignedBy, Figure, FoundBy, Quantity

_FOUND: Mapping[FoundBy, str] = {
    "digits": N_("A number in digits."),
    "number-words": N_("A number written in words."),
    "vague-words": N_("A word for a number that is not said exactly."),
    "range": N_("Two numbers that stand for the least and the most."),
    "part": N_("A number given as part of a larger one."),
    "label": N_("A number behind a label, as in a table or box."),
    "calendar": N_("A date of the calendar."),
    "year-alone": N_("Four digits that are read as a year."),
    "day-alone": N_("A day whose month is not written beside it."),
    "unit": N_("A number with a unit."),
}
_ALIGNED: Mapping[AlignedBy, str] = {
    "same-event": N_("They count what befell the same kind of thing: {shared}."),
    "same-thing": N_("They count the same kind of thing: {shared}."),
    "same-whole": N_("Each is given as a part of a larger figure: {shared}."),
    "same-date-event": N_("They date the same happening: {shared}."),
    "near-dates": N_("They are dates close to each other, in sentences that have words in common: {shared}."),
    "same-label": N_("They stand behind the same label: {shared}."),
}


def why_figure(figure: Figure) -> str:
    """Say in a sentence or two why the program took some words for a figure."""
    return _(_FOUND[figure.found_by])


def why_quantity(quantity: Quantity) -> str:
    """Say in a sentence why the program put figures of several sources together."""
    return _(_ALIGNED[quantity.aligned_by]).format(shared=", ".join(quantity.shared) or quantity.name)
