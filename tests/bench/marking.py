"""Marking: what handing in costs."""

from collections.abc import Sequence

from tests.bench.many_marks import measure_marking, measure_selection
from tests.bench.rows import Row


def measure() -> Sequence[Row]:
    """Mark 10,000 responses of mixed kinds, and one very long selection."""
    return (
        Row(
            what="marking 10,000 responses of mixed kinds",
            value=measure_marking(10_000) * 1000,
            unit="ms",
            budget=1000,
        ),
        Row(
            what="marking a selection of 2,000 words across four sources",
            value=measure_selection() * 1000,
            unit="ms",
            budget=10,
        ),
    )
