"""Rows as JSON, for programs: the same cells as in the table, each under the name of its column."""

import json
from collections.abc import Iterable, Iterator, Sequence

from crossread.reports.spreadsheet import Cell


def rows_json(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Write a list of objects, one a line; nothing is rounded or guarded, as this is no spreadsheet."""
    between = "[\n"
    for row in rows:
        yield between + json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"
