"""The list of the backups: a row each, the newest first, some of them at first and more when asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.clock import Clock
from crossread.base.translation import _
from crossread.desktop.pages.backups.backup_row import BackupRow
from crossread.desktop.pages.backups.no_backups import no_backups
from crossread.desktop.widgets.buttons import plain
from crossread.operations.backups.backups import BackupSeen

SHOWN = 8  # rows at first, and with each "Show more"


class BackupList(QWidget):
    """`restore_asked` and `copy_asked` give the name of a backup; `longer`: more rows are shown."""

    restore_asked = Signal(str)
    copy_asked = Signal(str)
    longer = Signal()

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self.there: tuple[BackupSeen, ...] = ()
        self.rows: list[BackupRow] = []
        self._none: QWidget | None = None
        self._possible = self._restorable = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column.addLayout(self._list)
        self.more = plain(_("Show more"), self)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_backups(self, there: Sequence[BackupSeen]) -> None:
        """Show these backups, as many rows as before."""
        shown = max(SHOWN, len(self.rows))
        gone: list[QWidget] = [*self.rows, *([self._none] if self._none is not None else [])]
        for widget in gone:
            self._list.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.rows, self.there, self._none = [], tuple(there), None
        if not there:
            self._none = no_backups(self)
            self._list.addWidget(self._none)
            self._none.show()
        self._add_rows(shown)

    def set_possible(self, *, possible: bool, restorable: bool = True) -> None:
        """Let something be done with the backups, or not; `restorable`: there is a record to put one in."""
        self._possible, self._restorable = possible, restorable
        for row in self.rows:
            row.set_possible(possible, restorable=restorable)

    def show_row(self, name: str) -> BackupRow | None:
        """Return the row of a backup, with as many others shown as it takes; None where it is not there."""
        while all(row.one.name != name for row in self.rows) and len(self.rows) < len(self.there):
            self._add_rows(len(self.rows) + SHOWN)
        return next((row for row in self.rows if row.one.name == name), None)

    def stop_asking(self) -> None:
        """Put away what is asked in any row."""
        for row in self.rows:
            row.stop_asking()

    def _show_more(self) -> None:
        first = len(self.rows)
        self._add_rows(first + SHOWN)
        self.rows[first].restore.setFocus(Qt.FocusReason.OtherFocusReason)
        self.longer.emit()

    def _add_rows(self, up_to: int) -> None:
        for one in self.there[len(self.rows) : up_to]:
            row = BackupRow(one, self._clock.now(), self)
            row.restore_asked.connect(self.restore_asked)
            row.copy_asked.connect(self.copy_asked)
            row.set_possible(self._possible, restorable=self._restorable)
            self._list.addWidget(row)
            self.rows.append(row)
            row.show()
        self.more.setVisible(len(self.rows) < len(self.there))
