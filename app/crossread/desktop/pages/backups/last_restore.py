"""What was restored last, and the way back: the backup that was made before it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.backups.backup_words import moment_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.operations.backups.backups import LastRestore


class LastRestoreCard(CardFrame):
    """Says when something was restored last; `asked` gives the name of the backup made before it."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.body.setSpacing(8)
        self._before = ""
        self._said = labels.body("", self)
        self.body.addWidget(self._said)
        self.back = plain(_("Restore what was there before…"), self)
        self.back.clicked.connect(self._ask)
        line = QHBoxLayout()
        line.addWidget(self.back)
        line.addStretch(1)
        self.body.addLayout(line)
        self.hide()

    def words(self) -> str:
        """Return what is said; "" where nothing is."""
        return "" if self.isHidden() else self._said.text()

    def show_restore(self, last: LastRestore | None) -> None:
        """Say what was restored last; None: nothing was."""
        self.setVisible(last is not None)
        if last is None:
            return
        self._before = last.before
        told = _("A backup was restored on {moment}.").format(moment=moment_words(last.at))
        if last.before:
            told += " " + _("What was there before is a backup of its own: restoring that takes this back.")
        self._said.setText(told)
        self.back.setVisible(bool(last.before))

    def _ask(self) -> None:
        self.asked.emit(self._before)
