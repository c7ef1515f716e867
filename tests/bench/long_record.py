"""Records of many entries, as of someone who works through packs for years; written in one go."""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import apsw

from crossread.base.canonical import canonical_json, digest
from crossread.base.folders import DataFolders
from crossread.record import schema
from crossread.record.database import Database
from crossread.record.rows import NO_ROW, Row, StoredRow, checksum
from crossread.record.second_log import LoggedEntry, log_path, spell_line
from crossread.record.start import note_clean_exit, note_open
from tests.bench.one_way import OneWay, one_way

LEARNER = "0" * 32
PACKS = 300  # gone through again and again, each under a name of its own
_A_SITTING = 400  # entries: an hour or two of work
_BEGUN = datetime(2020, 1, 1, 9, tzinfo=UTC)
_NAMING = {"marked", "handed-in"}  # their payloads name entries before them


def long_record(folders: DataFolders, count: int, *, clean: bool) -> Path:
    """Write a record of so many entries for the one learner of a data folder, with its second logs.

    Where it is not `clean` it is as a kill would leave it. Returns the learner's folder.
    """
    folder = folders.learners / LEARNER
    folder.mkdir(parents=True)
    with closing(apsw.Connection(str(folder / "record.sqlite"))) as connection:
        connection.pragma("synchronous", "OFF")
        connection.pragma("journal_mode", "OFF")
        database = Database(connection)
        with database.transaction():
            schema.create(connection)
            database.set_note("schema", schema.VERSION)
            for number, (stored, seen) in enumerate(_sittings(one_way(folders.originals), count), 1):
                database.add(stored, seen)
                log_path(folder, f"{number:032x}").write_bytes(_lines(stored, seen))
            database.set_compared_logs({one.name: one.stat().st_size for one in folder.glob("answers-*")})
            note_open(database)
            if clean:
                note_clean_exit(database)
    return folder


def _sittings(way: OneWay, count: int) -> Iterator[tuple[list[StoredRow], dict[str, str]]]:
    """Yield what is written in each sitting: rows, chained to those before, and what was seen with them."""
    before, sitting = NO_ROW, 1
    rows: list[StoredRow] = []
    seen: dict[str, str] = {}
    for seq, (row, new) in enumerate(_again_and_again(way), 1):
        at = _BEGUN + timedelta(days=sitting / 4, seconds=20 * len(rows))
        told = row._replace(seq=seq, session=f"{sitting:032x}", at=at.isoformat(timespec="microseconds"))
        before = checksum(told, before)
        rows.append(StoredRow(told, before))
        seen.update(new)
        if len(rows) == _A_SITTING or seq == count:
            yield rows, seen
            rows, seen, sitting = [], {}, sitting + 1
        if seq == count:
            return


def _again_and_again(way: OneWay) -> Iterator[tuple[Row, dict[str, str]]]:
    """Go the same way through one pack after another, each of which shows questions of its own."""
    chance, attempt = Random(1), 0
    own: dict[str, dict[str, str]] = {}
    while True:
        attempt += 1
        for number in range(PACKS):
            pack = f"pack-{number}"
            new: dict[str, str] = {}
            if attempt == 1:
                new, own[pack] = _seen_in(pack, way.seen)
            ids = {row.id: f"{chance.getrandbits(128):032x}" for row in way.rows}
            for row in way.rows:
                yield _as_in(row, pack, attempt, ids, own[pack]), new
                new = {}


def _seen_in(pack: str, seen: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is seen in a pack, by its digest there, and that digest by the one on the first way."""
    told = {name: canonical_json({**json.loads(text), "pack": pack}) for name, text in seen.items()}
    own = {name: digest(text) for name, text in told.items()}
    return {own[name]: text for name, text in told.items()}, own


def _as_in(row: Row, pack: str, attempt: int, ids: dict[str, str], own: dict[str, str]) -> Row:
    payload = row.payload
    if row.kind in _NAMING:
        values = json.loads(payload)
        answers = values.get("answers")
        named = [values.get("answer"), *(answers.values() if isinstance(answers, dict) else ())]
        for name in named:
            if name in ids:
                payload = payload.replace(name, ids[name])
    return row._replace(
        id=ids[row.id],
        pack=pack if row.pack else "",
        attempt=attempt if row.attempt else 0,
        payload=payload,
        seen_digest=own.get(row.seen_digest, ""),
        key_digest=own.get(row.key_digest, ""),
    )


def _lines(stored: Sequence[StoredRow], seen: dict[str, str]) -> bytes:
    """Spell the second log of a sitting."""
    told: set[str] = set()
    lines = []
    for one in stored:
        names = ({one.row.seen_digest, one.row.key_digest} & seen.keys()) - told
        told |= names
        lines.append(spell_line(LoggedEntry(one, {name: seen[name] for name in names})))
    return b"".join(lines)
