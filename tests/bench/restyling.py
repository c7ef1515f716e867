"""Another theme, size or typography with four texts beside a question: how long until all of it is drawn."""

from collections.abc import Sequence

from tests.bench.in_window import told_by
from tests.bench.rows import Row, median

WHAT = {
    "theme": "another theme, four panes and a question",
    "size": "another text size, four panes and a question",
    "setting": "another line height or typeface, four panes and a question",
    "preset": "another preset of the texts, four panes and a question",
    "visited": "another theme or text size, after all pages were visited",
}


def measure() -> Sequence[Row]:
    """Change looks in a window of its own."""
    told = told_by("restyled")
    return [
        Row(what=f"{what}, p50", value=median(told[name]), unit="ms", budget=100)
        for name, what in WHAT.items()
    ]
