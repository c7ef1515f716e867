"""An entry as a row: one spelling, and a checksum that chains it to the row before."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from json.encoder import encode_basestring
from math import isfinite
from typing import Any, NamedTuple

import msgspec

from crossread.base.canonical import canonical_json, digest
from crossread.base.clock import Clock
from crossread.base.entries import KINDS, Entry, NewEntry
from crossread.record.errors import Damaged

CHECKSUM_BYTES = 8
NO_ROW = bytes(CHECKSUM_BYTES)  # stands before the first row

_text = encode_basestring  # the json module's own spelling of a string, in C


class Row(NamedTuple):
    """The values of one entry as SQLite holds them; `at` is ISO 8601 in UTC, `payload` canonical JSON."""

    seq: int
    id: str
    session: str
    at: str
    monotonic: float
    kind: str
    pack: str
    pack_version: str
    question: str
    seen_digest: str
    key_digest: str
    attempt: int
    payload: str


class StoredRow(NamedTuple):
    """A row with the checksum that was stored beside it."""

    row: Row
    checksum: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry with its id and time but no number yet (`row.seq` is 0).

    `seen` holds what was on the screen, and the key, as canonical JSON by digest. Writing the same
    prepared entry again changes nothing, because its id is known.
    """

    row: Row
    seen: Mapping[str, str]


def prepare(new: NewEntry, session: str, clock: Clock) -> Prepared:
    """Give an entry its time.

    Raises ValueError for a kind that is not in `KINDS`, ValueError or TypeError for a payload that is
    not JSON: those are bugs of the caller.
    """
    if new.kind not in KINDS:
        raise ValueError(f"{new.kind!r} is not a kind of entry")
    seen: dict[str, str] = {}
    row = Row(
        seq=0,
        id=new.id,
        session=session,
        at=clock.now().astimezone(UTC).isoformat(timespec="microseconds"),
        monotonic=float(clock.monotonic()),
        kind=new.kind,
        pack=new.pack,
        pack_version=new.pack_version,
        question=new.question,
        seen_digest=_keep(new.seen, seen),
        key_digest=_keep(new.key, seen),
        attempt=new.attempt,
        payload=storable_json({**new.payload, "v": KINDS[new.kind]}),
    )
    canonical_row(row)  # an id that is not text fails here, before anything is written
    return Prepared(row, seen)


def _keep(shown: Mapping[str, Any] | None, seen: dict[str, str]) -> str:
    if shown is None:
        return ""
    text = storable_json(shown)
    name = digest(text)
    seen[name] = text
    return name


def storable_json(value: object) -> str:
    """Spell a JSON value so that it can be stored as UTF-8.

    Half of a surrogate pair, which a text field can yield when it cuts an emoji in two, becomes U+FFFD:
    an answer is worth more than the broken half of a character.
    """
    text = canonical_json(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return canonical_json(json.loads(text))  # what is read back must be spelt the same again


def canonical_row(row: Row) -> bytes:
    """Spell a row in one way only: a JSON array of its values in the order of `Row`, as UTF-8.

    Written out because a check spells every row: this takes a third of the time of `canonical_json`,
    whose result it equals. Raises TypeError or ValueError for values of other types.
    """
    if not isfinite(row.monotonic):
        raise ValueError("a time that is no number")
    return (
        f"[{row.seq:d},{_text(row.id)},{_text(row.session)},{_text(row.at)},{float.__repr__(row.monotonic)},"
        f"{_text(row.kind)},{_text(row.pack)},{_text(row.pack_version)},{_text(row.question)},"
        f"{_text(row.seen_digest)},{_text(row.key_digest)},{row.attempt:d},{_text(row.payload)}]"
    ).encode()


def checksum(row: Row, before: bytes) -> bytes:
    """Return 8 bytes of BLAKE2b over the checksum of the row before and the canonical row."""
    return blake2b(before + canonical_row(row), digest_size=CHECKSUM_BYTES).digest()


def fits(row: Row, kept: bytes, before: bytes) -> bool:
    """Tell whether a row fits the checksum kept with it; a damaged row may hold values of any type."""
    try:
        return checksum(row, before) == kept
    except (TypeError, ValueError):
        return False


def value_fits(key: object, value: object, kept: object) -> bool:
    """Tell whether a value fits the checksum kept with it; damaged ones may be of any type."""
    return isinstance(key, str) and isinstance(value, str) and value_checksum(key, value) == kept


def value_checksum(key: str, value: str) -> bytes:
    """Return the checksum of a single value kept under a key (a draft, a note of the record's own)."""
    return blake2b(f"[{_text(key)},{_text(value)}]".encode(), digest_size=CHECKSUM_BYTES).digest()


def verify(stored: Iterable[StoredRow], after: int, before: bytes) -> tuple[int, bytes]:
    """Check that rows follow `after` without gaps and that each fits its checksum and the row before.

    `before` is the checksum of row `after`. Returns the number and checksum of the last row. Raises
    Damaged naming the first row that does not fit.
    """
    for row, kept in stored:
        if row.seq != after + 1:
            raise Damaged(f"entry {after + 1} is missing")
        if not fits(row, kept, before):
            raise Damaged(f"entry {row.seq} does not fit its checksum")
        after, before = row.seq, kept
    return after, before


def entry_of(row: Row) -> Entry:
    """Return the entry that a verified row holds."""
    return Entry(
        seq=row.seq,
        id=row.id,
        session=row.session,
        at=datetime.fromisoformat(row.at),
        monotonic=row.monotonic,
        kind=row.kind,
        pack=row.pack,
        pack_version=row.pack_version,
        question=row.question,
        seen_digest=row.seen_digest,
        key_digest=row.key_digest,
        attempt=row.attempt,
        payload=msgspec.json.decode(row.payload),  # as json.loads, in a quarter of the time
    )
