"""From an answer given to *saved*: in the database and in the second log, both synced."""

from collections.abc import Sequence

from tests.bench.rows import Row, percentile
from tests.bench.slow_disk import measure_drafts, measure_saving


def measure() -> Sequence[Row]:
    """Measure on this disk, and with 20 and 200 ms added to each sync."""
    rows = []
    for added, count in ((0, 500), (20, 40), (200, 8)):
        seconds = measure_saving(added, count)
        name = "an answer to saved" + (f", {added} ms added to each sync" if added else "")
        rows.append(
            Row(
                what=f"{name}, p50",
                value=percentile(seconds, 50) * 1000,
                unit="ms",
                budget=None if added else 5,
            )
        )
        rows.append(
            Row(
                what=f"{name}, p99",
                value=percentile(seconds, 99) * 1000,
                unit="ms",
                budget=None if added else 50,
            )
        )
    seconds = measure_drafts(0, 20)
    rows.append(
        Row(
            what="what is typed to saved, the pause before it included, p99",
            value=percentile(seconds, 99) * 1000,
            unit="ms",
            budget=500,
        )
    )
    return rows
