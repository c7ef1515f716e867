"""Backups: a row each, the newest first; one more now, a copy elsewhere, one put back."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.record_difference import Difference
from crossread.base.translation import _
from crossread.desktop.pages.backups.backup_row import BackupRow
from crossread.desktop.pages.backups.backup_words import moment_words
from crossread.desktop.pages.backups.last_restore import LastRestoreCard
from crossread.desktop.pages.backups.no_backups import no_backups
from crossread.desktop.pages.backups.work_line import WorkLine
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.save_as import ask_where
from crossread.desktop.place import LIBRARY
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.flow import FlowLayout
from crossread.operations.backups import BackupSeen, LastRestore
from crossread.operations.session_backups import AtWork

WIDEST = 760  # pixels at the default text size
SHOWN = 8  # rows at first, and with each "Show more"


class BackupsPage(Page):
    """The learner's backups, compared with what is there now while one looks at them."""

    name = "backups"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._session = around, around.session
        self._there: tuple[BackupSeen, ...] = ()
        self.rows: list[BackupRow] = []
        self._comparing: tuple[str, AtWork] | None = None  # which backup is compared
        self._work: AtWork | None = None
        self._busy = self._looking = False
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(_("Backups"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(32, 32, 32, 40)
        column.setSpacing(8)
        self._back = plain(_("‹ Library"), self._inside)
        self._back.clicked.connect(self._to_library)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.display(_("Backups"), self._inside))
        column.addWidget(
            labels.muted(
                _(
                    "Crossread makes them by itself: at a start when something changed, and before all that "
                    "changes much. Those that grow old are thinned out. They stay on this machine."
                ),
                self._inside,
            )
        )
        column.addSpacing(8)
        column.addWidget(self._actions())
        self.work = WorkLine(self._inside)
        self.work.cancelled.connect(self._cancel)
        column.addWidget(self.work)
        self.last = LastRestoreCard(self._inside)
        self.last.asked.connect(self._ask_to_go_back)
        column.addWidget(self.last)
        column.addSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column.addLayout(self._list)
        self.more = plain(_("Show more"), self._inside)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self._holder = QWidget()
        row = QHBoxLayout(self._holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._inside, 1000)
        row.addStretch(1)
        self._area.setWidget(self._holder)
        self._none: QWidget | None = None

    def _actions(self) -> QWidget:
        buttons = QWidget(self._inside)
        line = FlowLayout(buttons, across=8, down=8)
        self.now = plain(_("Back up now"), buttons)
        self.now.clicked.connect(self._back_up)
        self.folder = plain(_("Show in folder"), buttons)
        self.folder.clicked.connect(self._show_folder)
        self.bring = plain(_("Bring a copy back…"), buttons)
        self.bring.clicked.connect(self._bring)
        line.addWidget(self.now)
        line.addWidget(self.folder)
        line.addWidget(self.bring)
        return buttons

    def _to_library(self) -> None:
        self.asked.emit(LIBRARY)

    # The list

    def enter(self) -> None:
        """Look anew which backups there are."""
        self._inside.setMaximumWidth(theme.current().scaled(WIDEST) + 64)
        if not self._busy:
            self.work.end("")
        self._look()
        self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Compare no more: nobody looks."""
        self._stop_comparing()
        for row in self.rows:
            row.stop_asking()

    def _look(self) -> None:
        self._stop_comparing()
        self._looking = True
        self._session.backups(self._show)
        self._session.last_restore(self._show_last)

    def _show(self, result: tuple[BackupSeen, ...] | Expected) -> None:
        self._looking = False
        if isinstance(result, Expected):
            self.work.end(result.message, "wrong")
            return
        shown = max(SHOWN, len(self.rows))
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self._there = [], result
        if self._none is not None:
            self._list.removeWidget(self._none)
            self._none.deleteLater()
            self._none = None
        if not result:
            self._none = no_backups(self._inside)
            self._list.addWidget(self._none)
            self._none.show()
        self.folder.setEnabled(bool(result))
        self._add_rows(shown)
        self._compare_next()

    def _show_more(self) -> None:
        first = len(self.rows)
        self._add_rows(first + SHOWN)
        self.rows[first].restore.setFocus(Qt.FocusReason.OtherFocusReason)
        self._compare_next()

    def _add_rows(self, up_to: int) -> None:
        for one in self._there[len(self.rows) : up_to]:
            row = BackupRow(one, self._around.clock.now(), self._inside)
            row.restore_asked.connect(self._restore)
            row.copy_asked.connect(self._copy)
            row.set_possible(not self._busy)
            self._list.addWidget(row)
            self.rows.append(row)
            row.show()
        self.more.setVisible(len(self.rows) < len(self._there))

    def _show_last(self, last: LastRestore | None) -> None:
        self.last.show_restore(last)

    def is_ready(self) -> bool:
        """Tell whether all that is shown is compared with what is there now."""
        whole = [row for row in self.rows if row.restore.isEnabled()]
        return not self._looking and all(row.difference is not None for row in whole)

    # Comparing, one backup after another

    def _compare_next(self) -> None:
        if self._comparing is not None or not self.isVisible() or self._busy:
            return
        for row in self.rows:
            if row.difference is None and row.one.answers is not None and not row.property("compared"):
                row.setProperty("compared", True)
                work = self._session.backup_difference(row.one.name, self._compared)
                self._comparing = row.one.name, work
                return

    def _compared(self, result: Difference | Expected) -> None:
        """Show what came of comparing a backup, and go on with the next."""
        name = self._comparing[0] if self._comparing else ""
        self._comparing = None
        for row in self.rows:
            if row.one.name == name:
                if not isinstance(result, Expected):
                    row.show_difference(result)
                elif result.code == "backup-damaged":
                    row.show_damaged(result.message)
                elif result.code == "backup-stopped":
                    row.setProperty("compared", False)
                else:
                    row.show_unknown(result.message)
        self._compare_next()

    def _stop_comparing(self) -> None:
        if self._comparing is not None:
            self._comparing[1].stop()

    # What can be done

    def _begin(self, sentence: str, *, can_end: bool) -> None:
        self._stop_comparing()
        self._busy = True
        self.now.setEnabled(False)
        self.bring.setEnabled(False)
        self.last.back.setEnabled(False)
        for row in self.rows:
            row.set_possible(False)
        self.work.begin(sentence, can_end=can_end)
        self._area.ensureWidgetVisible(self.work)
        if can_end:
            self.work.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, sentence: str, result: object) -> None:
        """Say what came of it; `result` is why it was not done, where it was not."""
        self._busy, self._work = False, None
        self.now.setEnabled(True)
        self.bring.setEnabled(True)
        self.last.back.setEnabled(True)
        for row in self.rows:
            row.set_possible(True)
        focus_in = self.work.cancel.hasFocus()
        if isinstance(result, Expected):
            self.work.end(result.message, "body" if result.code == "backup-stopped" else "wrong")
        else:
            self.work.end(sentence)
        if focus_in:
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _back_up(self) -> None:
        self._begin(_("Making a backup…"), can_end=False)
        self._session.back_up(self._backed_up, self._show_share)

    def _show_share(self, share: float) -> None:
        if share < 1:
            self.work.show_share(0.5 * share)
        else:
            self.work.show_share(0.5, _("Verifying what was written…"))

    def _backed_up(self, result: bool | Expected) -> None:
        made = _("A backup was made and verified.") if result else _("There is nothing to back up yet.")
        self._end(made, result)
        if self.isVisible():
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)
            self._look()

    def _ask_to_go_back(self, name: str) -> None:
        while all(row.one.name != name for row in self.rows) and len(self.rows) < len(self._there):
            self._add_rows(len(self.rows) + SHOWN)
        for row in self.rows:
            if row.one.name == name:
                row.restore.click()
                self._area.ensureWidgetVisible(row)

    def _restore(self, name: str) -> None:
        self._begin(_("Restoring: what is there now is backed up first…"), can_end=True)
        self._work = self._session.restore(name, self._restored, self._show_restoring)

    def _show_restoring(self, share: float) -> None:
        said = "" if share < 0.5 else _("Restoring: the backup is copied and verified…")
        self.work.show_share(share, said)

    def _restored(self, result: bool | Expected) -> None:
        self._end(_("Restored, and verified."), result)
        if not isinstance(result, Expected) and self._there:
            self._session.last_restore(self._want_back)
        if self.isVisible():
            self._look()

    def _want_back(self, last: LastRestore | None) -> None:
        """Put the focus on what takes the restore back."""
        self.last.show_restore(last)
        if last is not None and last.before and self.isVisible():
            self.last.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self, name: str) -> None:
        one = next(seen for seen in self._there if seen.name == name)
        offered = Path.home() / _("Crossread backup {day}.sqlite").format(
            day=f"{one.made.astimezone():%Y-%m-%d}"
        )
        to = ask_where(self, _("Copy the backup to"), offered, _("Backups of Crossread (*.sqlite)"))
        if to is None:
            return
        told = _("Copying the backup of {moment}…").format(moment=moment_words(one.made))
        self._begin(told, can_end=True)
        self._work = self._session.copy_backup(name, to, self._copied, self.work.show_share)

    def _copied(self, result: Path | Expected) -> None:
        name = "" if isinstance(result, Expected) else result.name
        self._end(_("Copied to {name}, and verified there.").format(name=name), result)
        self._compare_next()

    def _bring(self) -> None:
        kinds = _("Backups of Crossread (*.sqlite)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Bring a copy back"), str(Path.home()), kinds)
        if chosen:
            self._begin(_("Copying {name} and verifying it…").format(name=Path(chosen).name), can_end=True)
            self._work = self._session.take_in_backup(Path(chosen), self._brought, self.work.show_share)

    def _brought(self, result: str | Expected) -> None:
        self._end(_("It stands first in the list now. Nothing was restored yet."), result)
        if self.isVisible():
            self._look()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.backups_folder)))

    # Where the keys go

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        back = [self.last.back] if self.last.back.isVisible() else []
        return [self.now, *back, *(row.restore for row in self.rows[:1])]
