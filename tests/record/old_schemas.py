"""Records of every older schema, kept as they were written then, and what each holds."""

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

from crossread.base.entries import Entry

PLACE = Path(__file__).parent.parent / "fixtures" / "records"
OLD = sorted(place.name for place in PLACE.iterdir() if place.is_dir())


def copy_of(schema: str, folder: Path) -> Path:
    """Copy a record of an older schema to a folder where it may be changed."""
    shutil.copytree(PLACE / schema, folder)
    return folder


def held_by(schema: str) -> list[dict[str, Any]]:
    """Return the entries of such a record, as JSON."""
    held: list[dict[str, Any]] = json.loads((PLACE / f"{schema}.json").read_text(encoding="utf-8"))
    return held


def as_held(entry: Entry) -> dict[str, Any]:
    """Spell an entry as `held_by` does."""
    return {**asdict(entry), "at": entry.at.isoformat()}
