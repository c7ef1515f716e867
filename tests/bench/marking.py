"""Marking: what handing in costs."""

from collections.abc import Sequence

from tests.bench.rows import Row
from tests.questions.timings import measure_marking


def measure() -> Sequence[Row]:
    """Mark 10,000 responses of mixed kinds."""
    return (
        Row(
            what="marking 10,000 responses of mixed kinds",
            value=measure_marking(10_000) * 1000,
            unit="ms",
            budget=1000,
        ),
    )
