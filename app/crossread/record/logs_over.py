"""Second logs that a restore put an end to: what they hold was given up, and is not put back unasked."""

from collections.abc import Iterable

from crossread.record.database import Database

_NOTE = "logs-over"


def logs_over(database: Database) -> frozenset[str]:
    """Return the names of the second logs that do not count for this record.

    Raises Damaged where the note on them is wrong: taken for none, a restore would be undone by itself.
    """
    return frozenset(database.sure_note(_NOTE) or ())


def end_logs(database: Database, names: Iterable[str]) -> None:
    """Have second logs count no more for this record; call inside a transaction."""
    database.set_note(_NOTE, sorted(names))
