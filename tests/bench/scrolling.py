"""Long texts: how long a frame takes while they are scrolled, and how long until one of them is open."""

from collections.abc import Sequence

from tests.bench.in_window import told_by
from tests.bench.rows import Row, median


def measure() -> Sequence[Row]:
    """Scroll and open in a window of its own."""
    told = told_by("scrolled")
    return (
        Row(
            what="scroll four panes of 5,000 words with 500 highlights each, the slowest frame",
            value=min(told["frames"]),  # of several rounds: what else the machine does is not ours
            unit="ms",
            budget=33,
        ),
        Row(
            what="open a source of 50,000 words at its start",
            value=median(told["start"]),
            unit="ms",
            budget=300,
        ),
        Row(
            what="open a source of 50,000 words near its end",
            value=median(told["end"]),
            unit="ms",
            budget=300,
        ),
    )
