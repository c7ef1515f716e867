"""Backups: a row each, the newest first; one more now, a copy elsewhere, one put back."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.desktop.pages.backups.backup_list import BackupList
from crossread.desktop.pages.backups.backup_row import BackupRow
from crossread.desktop.pages.backups.backup_words import moment_words
from crossread.desktop.pages.backups.comparing_backups import ComparingBackups
from crossread.desktop.pages.backups.last_restore import LastRestoreCard
from crossread.desktop.pages.backups.work_line import WorkLine
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.save_as import ask_where
from crossread.desktop.place import LIBRARY
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.centred_column import CentredColumn
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.backups.backups import BackupSeen, LastRestore
from crossread.operations.sessions.changed import Changed
from crossread.operations.sessions.session_backups import AtWork

WIDEST = 760  # pixels at the default text size


class BackupsPage(Page):
    """The learner's backups, compared with what is there now while one looks at them."""

    name = "backups"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = around.session
        self._work: AtWork | None = None
        self._busy = self._looking = False
        self._wanted = ""  # the backup that is asked about once the list is read anew
        self._area = CentredColumn(_("Backups"), self, widest=WIDEST)
        inside, column = self._area.inside, self._area.column
        self._back = plain(_("‹ Library"), inside)
        self._back.clicked.connect(self._to_library)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.display(_("Backups"), inside))
        column.addWidget(
            labels.muted(
                _(
                    "Crossread makes them by itself: at a start when something changed, and before all that "
                    "changes much. Those that grow old are thinned out. They stay on this machine."
                ),
                inside,
            )
        )
        column.addSpacing(8)
        column.addWidget(self._actions(inside))
        self.not_open = labels.Label("", "wrong", inside)
        self.not_open.hide()
        column.addWidget(self.not_open)
        self.work = WorkLine(inside)
        self.work.cancelled.connect(self._cancel)
        column.addWidget(self.work)
        self.last = LastRestoreCard(inside)
        self.last.asked.connect(self._ask_to_go_back)
        column.addWidget(self.last)
        column.addSpacing(8)
        self.list = BackupList(around.clock, inside)
        self.list.restore_asked.connect(self._restore)
        self.list.copy_asked.connect(self._copy)
        self.list.longer.connect(self._compare)
        column.addWidget(self.list)
        column.addStretch(1)
        self._area.put_together()
        self._comparing = ComparingBackups(self._session, self._all_rows, self)

    def _actions(self, inside: QWidget) -> QWidget:
        buttons = QWidget(inside)
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

    @property
    def rows(self) -> list[BackupRow]:
        """The rows shown."""
        return self.list.rows

    def _all_rows(self) -> list[BackupRow]:
        return self.list.rows

    def enter(self) -> None:
        """Look anew which backups there are."""
        self._area.fit()
        if not self._busy:
            self.work.end("")
        self._look()
        (self.now if self.now.isEnabled() else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Compare no more: nobody looks."""
        self._wanted = ""
        self._comparing.stop()
        self.list.stop_asking()

    def changed(self, what: Changed) -> None:
        """Look anew once the record is open, or is not any more."""
        if "status" in what.what and not self._busy and self._is_open() != self.not_open.isHidden():
            self._look()

    def _is_open(self) -> bool:
        """Tell whether there is a record to compare with and to put something in, and say so where not."""
        return self._session.status.kind != "failed"

    def _look(self) -> None:
        self._comparing.stop()
        self._looking = True
        self._settle()
        self._session.backups(self._show)
        if self._is_open():
            self._session.last_restore(self._show_last)

    def _settle(self) -> None:
        """Let be done what can be done now, and say once what cannot, and why."""
        is_open, free = self._is_open(), not self._busy
        not_open = _("Your record is not open: nothing can be backed up, compared or restored until it is.")
        told = "" if is_open else not_open
        if told and told != self.not_open.text():
            announce(self, told)
        self.not_open.setText(told)
        self.not_open.setVisible(not is_open)
        for button in (self.now, self.bring, self.last.back):
            button.setEnabled(free and is_open)
        self.list.set_possible(possible=free, restorable=is_open)

    def _show(self, result: tuple[BackupSeen, ...] | Expected) -> None:
        self._looking = False
        if isinstance(result, Expected):
            self._wanted = ""
            self.work.end(result.message, "wrong")
            return
        self.list.show_backups(result)
        self.folder.setEnabled(bool(result))
        self._compare()
        self._ask_for_wanted()

    def _compare(self) -> None:
        """Go on comparing, where there is somebody to look at it and something to compare with."""
        if self.isVisible() and not self._busy and self._is_open():
            for row in self.rows:
                row.show_comparing()
            self._comparing.go_on()

    def _show_last(self, last: LastRestore | None) -> None:
        self.last.show_restore(last)

    def is_ready(self) -> bool:
        """Tell whether all that is shown is compared with what is there now."""
        whole = [row for row in self.rows if row.restore.isEnabled()]
        return not self._looking and all(row.difference is not None for row in whole)

    # What can be done

    def _begin(self, sentence: str, *, can_end: bool) -> None:
        self._comparing.stop()
        self._busy = True
        self._settle()
        self.work.begin(sentence, can_end=can_end)
        self._area.ensureWidgetVisible(self.work)
        if can_end:
            self.work.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, sentence: str, result: object) -> None:
        """Say what came of it; `result` is why it was not done, where it was not."""
        self._busy, self._work = False, None
        self._settle()
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
        self._wanted = name
        if not self._looking:
            self._ask_for_wanted()

    def _ask_for_wanted(self) -> None:
        """Ask whether the backup that was wanted is to be put back, now that its row is known."""
        name, self._wanted = self._wanted, ""
        row = self.list.show_row(name) if name else None
        if row is not None:
            row.restore.click()
            self._area.ensureWidgetVisible(row)
        elif name:
            self.work.end(_("This backup is not there any more."), "wrong")

    def _restore(self, name: str) -> None:
        self._begin(_("Restoring: what is there now is backed up first…"), can_end=True)
        self._work = self._session.restore(name, self._restored, self._show_restoring)

    def _show_restoring(self, share: float) -> None:
        said = "" if share < 0.5 else _("Restoring: the backup is copied and verified…")
        self.work.show_share(share, said)

    def _restored(self, result: bool | Expected) -> None:
        self._end(_("Restored, and verified."), result)
        if not isinstance(result, Expected) and self.list.there:
            self._session.last_restore(self._want_back)
        if self.isVisible():
            self._look()

    def _want_back(self, last: LastRestore | None) -> None:
        """Put the focus on what takes the restore back."""
        self.last.show_restore(last)
        if last is not None and last.before and self.isVisible():
            self.last.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self, name: str) -> None:
        one = next(seen for seen in self.list.there if seen.name == name)
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
        self._compare()

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
