"""From one question to the next: how long until it is drawn, whatever its kind."""

from collections import defaultdict
from collections.abc import Sequence

from tests.bench.in_window import told_by
from tests.bench.rows import Row, median


def measure() -> Sequence[Row]:
    """Go through the pack of every kind in a window of its own."""
    by_kind: dict[str, list[float]] = defaultdict(list)
    for kind, taken in told_by("stepped"):
        by_kind[kind].append(taken)
    typical = {kind: median(taken) for kind, taken in by_kind.items()}
    slowest = max(typical, key=lambda kind: typical[kind])
    everything = [taken for each in by_kind.values() for taken in each]
    return (
        Row(what="next question, all kinds, p50", value=median(everything), unit="ms", budget=50),
        Row(
            what=f"next question, the slowest kind ({slowest}), p50",
            value=typical[slowest],
            unit="ms",
            budget=50,
        ),
    )
