"""Single values in a record's database: drafts, its notes to itself, the logs that it was compared with."""

import json
from collections.abc import Mapping
from typing import Any

import apsw

from crossread.record.errors import Damaged
from crossread.record.rows import storable_json, value_checksum, value_fits


class KeptValues:
    """The values, each with a checksum of its own. Raises what apsw raises."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    # Drafts

    def drafts(self, prefix: str = "") -> tuple[dict[str, str], int]:
        """Return the drafts whose key starts with `prefix`, as JSON, and how many were damaged."""
        rows: list[tuple[Any, ...]] = self._connection.execute(
            "SELECT key, value, checksum FROM drafts WHERE substr(key, 1, ?) = ?", (len(prefix), prefix)
        ).fetchall()
        whole = {key: value for key, value, kept in rows if value_fits(key, value, kept)}
        return whole, len(rows) - len(whole)

    def forget_damaged_drafts(self) -> None:
        """Remove the drafts that are damaged; call inside a transaction."""
        rows = self._connection.execute("SELECT rowid, key, value, checksum FROM drafts").fetchall()
        damaged = [(rowid,) for rowid, *kept in rows if not value_fits(*kept)]
        self._connection.executemany("DELETE FROM drafts WHERE rowid = ?", damaged)

    def set_drafts(self, drafts: Mapping[str, str | None]) -> None:
        """Overwrite drafts, or remove those that are None; call inside a transaction."""
        for key, value in drafts.items():
            if value is None:
                self._connection.execute("DELETE FROM drafts WHERE key = ?", (key,))
            else:
                self._put("drafts", key, value)

    # The record's notes to itself

    def note(self, key: str) -> Any:
        """Return a note, or None where there is none or it is damaged: both only mean more checking."""
        found = self._connection.execute("SELECT value, checksum FROM meta WHERE key = ?", (key,)).fetchone()
        if found is None or not value_fits(key, *found):
            return None
        return json.loads(found[0])

    def sure_note(self, key: str) -> Any:
        """Return a note, or None where there is none; raises Damaged for one that is damaged."""
        if (found := self.note(key)) is None:
            looked = "SELECT value = 'null' FROM meta WHERE key = ?"
            if self._connection.execute(looked, (key,)).get == 0:
                raise Damaged(f"the note {key!r} does not fit its checksum")
        return found

    def set_note(self, key: str, value: object) -> None:
        """Write a note; call inside a transaction."""
        self._put("meta", key, storable_json(value))

    def compared_logs(self) -> dict[str, int]:
        """Return the second logs that this database was compared with: name and size then, in bytes."""
        return dict(self._connection.execute("SELECT name, bytes FROM logs"))

    def set_compared_logs(self, logs: Mapping[str, int]) -> None:
        """Remember second logs as compared; call inside a transaction."""
        self._connection.executemany("INSERT OR REPLACE INTO logs VALUES (?, ?)", logs.items())

    def _put(self, table: str, key: str, value: str) -> None:
        self._connection.execute(
            f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)",  # noqa: S608  (one of our two names)
            (key, value, value_checksum(key, value)),
        )
