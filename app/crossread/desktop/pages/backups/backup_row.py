"""One backup: when, how many answers, why, how it differs from now, and what can be done with it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from crossread.base.record_difference import Difference
from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.pages.backups.backup_words import (
    about_words,
    asking_words,
    difference_words,
    moment_words,
)
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, primary
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.backups.backups import BackupSeen

NARROW = 600  # pixels at the default text size: below this the buttons stand under the words


class BackupRow(CardFrame):
    """A backup with its buttons. `restore_asked` comes once the learner has agreed; both give its name."""

    restore_asked = Signal(str)
    copy_asked = Signal(str)

    def __init__(self, one: BackupSeen, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, look="flat")
        self.one = one
        self.difference: Difference | None = None
        self.is_compared = False  # or is being compared
        self.body.setSpacing(4)
        moment = moment_words(one.made)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(labels.strong(moment, self))
        words.addWidget(labels.quiet(about_words(one, now), self))
        self._differs = labels.body("", self)
        words.addWidget(self._differs)
        self._buttons = QWidget(self)
        line = FlowLayout(self._buttons, across=8, down=8)
        self.restore = plain(_("Restore…"), self._buttons)
        self.restore.setAccessibleName(_("Restore the backup of {moment}…").format(moment=moment))
        self.restore.clicked.connect(self._ask)
        self.copy = plain(_("Copy to…"), self._buttons)
        self.copy.setAccessibleName(_("Copy the backup of {moment} to…").format(moment=moment))
        self.copy.clicked.connect(self._copy)
        line.addWidget(self.restore)
        line.addWidget(self.copy)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(8)
        self._across.addLayout(words, 1)
        self._across.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._across)
        self._moment = moment
        self.asking: RestoreAsking | None = None
        if one.answers is None:
            self.show_damaged(_("It cannot be read, so it cannot be restored. The others are not touched."))
        else:
            self.show_unknown("")

    def words(self) -> str:
        """Return how it is said to differ from now."""
        return self._differs.text()

    def show_difference(self, difference: Difference) -> None:
        """Say how it differs from now."""
        self.difference = difference
        self.show_unknown(difference_words(difference))
        self._renew_asking()

    def show_damaged(self, sentence: str) -> None:
        """Say what is wrong with it; it cannot be restored."""
        self._differs.set_look("wrong")
        self.show_unknown(sentence)
        self.restore.setEnabled(False)
        self.copy.setEnabled(False)

    def show_unknown(self, sentence: str) -> None:
        """Say why it is not known how it differs; "" says nothing of it."""
        self._differs.setText(sentence)
        self._differs.setVisible(bool(sentence))

    def show_comparing(self) -> None:
        """Say that it is, or is about to be, compared with what is there now."""
        if self.difference is None and self.one.answers is not None:
            self.show_unknown(_("Comparing it with now…"))

    def set_possible(self, possible: bool, *, restorable: bool = True) -> None:
        """Let something be done with it, or not as long as something else is under way."""
        whole = self._differs.look() != "wrong"
        self.restore.setEnabled(possible and whole and restorable)
        self.copy.setEnabled(possible and whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the words, or below them where there is no room."""
        super().resizeEvent(event)
        wide = self.width() >= theme.current().scaled(NARROW)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._across.setDirection(across if wide else down)

    # Asking before a restore

    def _ask(self) -> None:
        if self.asking is not None:
            return
        self.asking = RestoreAsking(self._moment, self)
        self.asking.agreed.connect(self._agree)
        self.asking.cancelled.connect(self.stop_asking)
        self.body.addWidget(self.asking)
        self._buttons.hide()
        self._renew_asking()
        self.asking.show()
        self.asking.no.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)
        announce(self.asking, self.asking.words())

    def _renew_asking(self) -> None:
        if self.asking is not None:
            self.asking.tell(asking_words(self.one, self.difference))
            bring_into_view(self)

    def stop_asking(self) -> None:
        """Put the question away again."""
        if self.asking is None:
            return
        asking, self.asking = self.asking, None
        self._buttons.show()
        if asking.isAncestorOf(self.focusWidget() or self):
            self.restore.setFocus(Qt.FocusReason.OtherFocusReason)
        self.body.removeWidget(asking)
        asking.hide()
        asking.deleteLater()

    def _agree(self) -> None:
        self.stop_asking()
        self.restore_asked.emit(self.one.name)

    def _copy(self) -> None:
        self.copy_asked.emit(self.one.name)


class RestoreAsking(CardFrame):
    """Asks whether a backup is to be restored, with what that changes. Escape cancels."""

    agreed = Signal()
    cancelled = Signal()

    def __init__(self, moment: str, parent: QWidget) -> None:
        super().__init__(parent, padding=16)
        self.body.setSpacing(4)
        self._title = labels.strong(_("Restore this backup?"), self)
        self.body.addWidget(self._title)
        self._said = labels.body("", self)
        self.body.addWidget(self._said)
        self.body.addSpacing(4)
        buttons = QWidget(self)
        line = FlowLayout(buttons, across=8, down=8)
        self.yes = primary(_("Restore"), buttons)
        self.yes.setAccessibleName(_("Restore the backup of {moment}").format(moment=moment))
        self.yes.clicked.connect(self.agreed)
        self.no = plain(_("Cancel"), buttons)
        self.no.clicked.connect(self.cancelled)
        line.addWidget(self.yes)
        line.addWidget(self.no)
        self.body.addWidget(buttons)

    def tell(self, sentences: list[str]) -> None:
        """Say what it changes, a sentence a line."""
        self._said.setText("\n".join(sentences))
        self.setAccessibleName(self.words())

    def words(self) -> str:
        """Return all that is said."""
        return f"{self._title.text()} {self._said.text()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
