"""Figures in the order of time: as each was so, or was said, else as its source was written."""

from collections.abc import Mapping
from dataclasses import replace

from crossread.packs.pack import Pack
from crossread.packs.sources.edtf import span
from crossread.progress.figures_shown import QuantityShown, ValueShown

FEWEST = 2  # values with dates of their own that make an order in time


def written(pack: Pack) -> Mapping[str, str]:
    """Return when each source was written, in EDTF, by its id; those without a date are left out."""
    return {source.id: source.card.published for source in pack.sources if span(source.card.published)}


def in_time(quantity: QuantityShown, values: tuple[ValueShown, ...], pack: Pack) -> tuple[ValueShown, ...]:
    """Return values in the order of their dates, each with the date that put it there.

    What has no date goes. Nothing comes back where no two dates differ, or of what is a date itself.
    """
    if quantity.measure != "number":
        return ()
    dates = written(pack)
    told = [replace(value, when=value.when or dates.get(value.source, "")) for value in values]
    known = [(days, value) for value in told if (days := span(value.when)) is not None]
    if len({days for days, _value in known}) < FEWEST:
        return ()
    known.sort(key=lambda one: (one[0], one[1].order))
    return tuple(value for _days, value in known)
