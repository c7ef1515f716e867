"""`python -m tests.bench [NAME …]`: a table, then JSON; ends with 1 where a budget is missed."""

import argparse
import json
import platform
import sys
from collections.abc import Mapping

from tests.bench.rows import Measure, Row, as_json, table


def _measures() -> Mapping[str, Measure]:
    from tests.bench import (
        comparing,
        figures,
        hostile,
        making,
        marking,
        opening,
        placing,
        remembering,
        restyling,
        saving,
        scrolling,
        searching,
        starting,
        stepping,
        walking,
    )

    return {
        "start": starting.measure,
        "open": opening.measure,
        "save": saving.measure,
        "record": remembering.measure,
        "mark": marking.measure,
        "search": searching.measure,
        "notes": placing.measure,
        "compare": comparing.measure,
        "figures": figures.measure,
        "matrix": walking.measure,
        "hostile": hostile.measure,
        "new": making.measure,
        "step": stepping.measure,
        "scroll": scrolling.measure,
        "looks": restyling.measure,
    }


def main() -> int:
    """Measure what was asked for, or everything."""
    measures = _measures()
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *measures], help="what to measure (all)")
    names = parser.parse_args().names or list(measures)
    rows: list[Row] = []
    for name in names:
        print(f"measuring {name} …", file=sys.stderr)
        rows.extend(measures[name]())
    print(table(rows))
    print()
    machine = {
        "system": platform.system(),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }
    print(json.dumps({"machine": machine, "rows": as_json(rows)}, indent=1))
    return 0 if all(row.kept is not False for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
