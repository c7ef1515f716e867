"""Comparing backups with what is there now, one after another, while somebody looks at them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from crossread.base.errors import Expected
from crossread.base.record_difference import Difference
from crossread.desktop.pages.backups.backup_row import BackupRow
from crossread.operations.sessions.session import Session
from crossread.operations.sessions.session_backups import AtWork


class ComparingBackups(QObject):
    """Fills rows with how their backups differ, those that `rows` gives and that were not compared yet."""

    def __init__(self, session: Session, rows: Callable[[], Sequence[BackupRow]], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._rows = session, rows
        self._at: tuple[str, AtWork] | None = None  # which backup is compared
        self._goes_on = False

    def go_on(self) -> None:
        """Compare whatever is left to be compared, until `stop`."""
        self._goes_on = True
        self._next()

    def stop(self) -> None:
        """Compare no more for now: nobody looks, or something else is under way."""
        self._goes_on = False
        if self._at is not None:
            self._at[1].stop()

    def _next(self) -> None:
        if self._at is not None or not self._goes_on:
            return
        for row in self._rows():
            if row.difference is None and row.one.answers is not None and not row.is_compared:
                row.is_compared = True
                work = self._session.backup_difference(row.one.name, self._compared)
                self._at = row.one.name, work
                return

    def _compared(self, result: Difference | Expected) -> None:
        """Show what came of comparing a backup, and go on with the next."""
        name = self._at[0] if self._at else ""
        self._at = None
        for row in self._rows():
            if row.one.name == name:
                _show(row, result)
        self._next()


def _show(row: BackupRow, result: Difference | Expected) -> None:
    if not isinstance(result, Expected):
        row.show_difference(result)
    elif result.code == "backup-damaged":
        row.show_damaged(result.message)
    elif result.code == "backup-stopped":
        row.is_compared = False
    else:
        row.show_unknown(result.message)
