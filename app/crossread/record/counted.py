"""A look into a record: how many answers, when it was last used, what was handed on."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from crossread.record import schema
from crossread.record.database import Database
from crossread.record.errors import Damaged, damaged, told
from crossread.record.lock import FolderLock
from crossread.record.open_copy import copy_of_open

_FILE = "record.sqlite"


def count_answers(folder: Path) -> tuple[int, datetime | None]:
    """Return how many answers a record holds and when it was last written to.

    Nothing is changed or checked. Raises Expected `record-locked` where it is open, and what else keeps it
    from being read.
    """
    with _looked_into(folder) as connection:
        return _counted(Database(connection))


def count_open_answers(folder: Path) -> tuple[int, datetime | None]:
    """Return the same of a record that a window has open, as it is at this moment; Expected as above."""
    try:
        copy = copy_of_open(folder / _FILE)
    except Damaged as error:
        raise damaged(str(error)) from error
    try:
        return _counted(copy)
    finally:
        copy.close()


def _counted(database: Database) -> tuple[int, datetime | None]:
    seq, _checksum = database.last()
    last = next((page[0].row.at for page in database.pages(seq - 1, 1)), "") if seq else ""
    answers = database.count_answers()
    try:
        return answers, datetime.fromisoformat(last) if last else None
    except ValueError:
        return answers, None


def files_handed_on(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield what was noted of files that were handed on, oldest first; raises as `count_answers` does."""
    with _looked_into(folder) as connection:
        found = [
            payload
            for (payload,) in connection.execute(
                "SELECT payload FROM entries WHERE kind = 'exported' ORDER BY seq"
            )
        ]
    for payload in found:
        try:
            noted = json.loads(payload)
        except (ValueError, TypeError):
            continue
        if isinstance(noted, dict):
            yield noted


@contextmanager
def _looked_into(folder: Path) -> Iterator[apsw.Connection]:
    try:
        with told(saving=False):
            lock = FolderLock(folder)
            try:
                connection = schema.read_only(folder / _FILE, None)
                try:
                    yield connection
                finally:
                    connection.close(force=True)
            finally:
                lock.release()
    except Damaged as error:
        raise damaged(str(error)) from error
