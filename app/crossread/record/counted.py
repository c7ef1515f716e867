"""A look into a record that nobody has open: how many answers, when it was last used, what was handed on."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw

from crossread.record import schema
from crossread.record.errors import Damaged, damaged, told
from crossread.record.lock import FolderLock

_FILE = "record.sqlite"


def count_answers(folder: Path) -> tuple[int, datetime | None]:
    """Return how many answers a record holds and when it was last written to.

    Nothing is changed or checked. Raises Expected `record-locked` where it is open, and what else keeps it
    from being read.
    """
    with _looked_into(folder) as connection:
        answers = connection.execute("SELECT count(*) FROM entries WHERE kind = 'answered'").get
        last = connection.execute("SELECT at FROM entries ORDER BY seq DESC LIMIT 1").get
    try:
        return int(answers), datetime.fromisoformat(str(last)) if last else None
    except ValueError:
        return int(answers), None


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
