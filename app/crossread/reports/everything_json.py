"""Everything about one learner as JSON, for other programs: docs/data-sheet.md says what each key means."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from crossread.base.canonical import canonical_json
from crossread.base.entries import Entry
from crossread.progress.answer_standing import Standings
from crossread.progress.history import Seen
from crossread.reports.answers_csv import WhoReads
from crossread.reports.told_entries import ToldEntries, told_question

FORMAT = "crossread-everything"
VERSION = 1


def everything_json(
    who: WhoReads,
    made: datetime,
    drafts: Mapping[str, Any],
    entries: Iterable[Entry],
    standings: Standings,
    seen: Seen,
) -> Iterator[str]:
    """Write everything that is kept of a learner, line by line: one an entry, then one for each thing seen.

    `standings` are those of the same entries. What an exam holds back, and keys that were not told yet, stay
    held back, and say so.
    """
    told = ToldEntries(standings)
    head = {"format": FORMAT, "version": VERSION, "made_at": made.isoformat(timespec="seconds")}
    yield "{\n"
    for name, value in head.items():
        yield f"{json.dumps(name)}: {json.dumps(value)},\n"
    yield f'"learner": {canonical_json({"id": who.id, "name": who.name})},\n'
    yield f'"drafts": {canonical_json(drafts)},\n'
    yield '"entries": ['
    yield from _listed(canonical_json(told.entry(entry)) for entry in entries)
    yield '],\n"seen": {'
    yield from _listed(_seen(digest, seen(digest), told=all_of) for digest, all_of in told.seen().items())
    yield "}\n}\n"


def _seen(digest: str, seen: Mapping[str, Any] | None, *, told: bool) -> str:
    return f"{json.dumps(digest)}: {canonical_json(seen if told or seen is None else told_question(seen))}"


def _listed(items: Iterable[str]) -> Iterator[str]:
    between = "\n"
    for item in items:
        yield between + item
        between = ",\n"
    yield "\n"
