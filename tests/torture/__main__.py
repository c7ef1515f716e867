"""`python -m tests.torture [--share 0.1] [--seed 7] [FAULT …]`: every fault, a table, then JSON.

Ends with 1 where anything was lost, invented or told wrongly, or a control did not lose. The seed is printed:
with it, the share and the name of a fault the same runs can be made again.
"""

import argparse
import random
import sys
from pathlib import Path

from tests.torture.faults import FAULTS
from tests.torture.figures import Figures, as_json, table


def main() -> int:
    """Do what was asked for, or everything."""
    parser = argparse.ArgumentParser(prog="make torture", description=__doc__)
    parser.add_argument("faults", nargs="*", choices=[[], *FAULTS], help="what to do (all)")
    parser.add_argument("--share", type=float, default=1.0, help="how much of it, 0 to 1 (1)")
    parser.add_argument("--seed", type=int, default=None, help="where chance begins (anew each time)")
    parser.add_argument("--json", type=Path, default=None, help="also write the JSON to this file")
    given = parser.parse_args()
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    print(f"seed {seed}, share {given.share:g}", file=sys.stderr)
    rows: list[Figures] = []
    for name in given.faults or FAULTS:
        print(f"{name} …", file=sys.stderr, flush=True)
        rows.append(FAULTS[name].do(given.share, seed))
        for line in () if rows[-1].as_it_must else rows[-1].wrong:
            print(f"  {line}", file=sys.stderr, flush=True)
    print(table(rows))
    print()
    print(as_json(rows))
    if given.json is not None:
        given.json.write_text(as_json(rows), "utf-8")
    return 0 if all(row.as_it_must for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
