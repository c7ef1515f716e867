"""Entries that stay as they are, and what they are stored as.

The entries are of every kind that the fold knows; a new kind is added behind them, and none is ever changed.
`python -m tests.inquiry.golden_state` writes down what they are stored as under a new version.
"""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from crossread.base.entries import Entry
from crossread.inquiry.fold import fold_all
from crossread.inquiry.state_storing import VERSION, state_json

FOLDER = Path(__file__).parent / "golden"
_ENTRIES, _STATE = FOLDER / "entries.json", FOLDER / "state.json"
_SETS = {"cards", "flags", "given", "left_open", "waiting"}  # have no order of their own

WHAT_TO_DO = (
    "What the fold makes of an entry, or how a state is stored, has changed: a learner's old states must not "
    "be taken up. Raise VERSION in app/crossread/inquiry/state_storing.py, then run "
    "`python -m tests.inquiry.golden_state` and commit what it writes."
)


def entries() -> list[Entry]:
    """Read the entries, oldest first."""
    told = json.loads(_ENTRIES.read_text(encoding="utf-8"))
    return [Entry(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in told]


def stored_now() -> Any:
    """Return what the entries are stored as by now, with what has no order put in one."""
    found = entries()
    state = fold_all(found[1].pack, found, "ada")
    return _in_order(json.loads(state_json(state)))


def stored_then() -> tuple[int, Any]:
    """Return the version that was written last, and what the entries were stored as under it."""
    told = json.loads(_STATE.read_text(encoding="utf-8"))
    return told["version"], told["state"]


def _in_order(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: sorted(one) if name in _SETS and isinstance(one, list) else _in_order(one)
            for name, one in value.items()
        }
    return [_in_order(one) for one in value] if isinstance(value, list) else value


def main() -> int:
    """Write what the entries are stored as, unless that has changed and the version has not."""
    now = stored_now()
    if _STATE.exists() and stored_then()[0] == VERSION and stored_then()[1] != now:
        sys.stderr.write(WHAT_TO_DO + "\n")
        return 1
    told = json.dumps({"version": VERSION, "state": now}, indent=1, ensure_ascii=False)
    _STATE.write_text(told + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
