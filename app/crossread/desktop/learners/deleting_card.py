"""“Delete me”: what goes, what of it lies elsewhere, what stays, and one button."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.learners.asking_teacher import TeacherField
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.tick_box import TickBox
from crossread.operations.learners.deleting import still_there, what_goes
from crossread.operations.learners.learners import Learner
from crossread.operations.learners.teacher_word import TeacherWord


class DeletingCard(CardFrame):
    """Asks before anything goes. `sure` gives the files handed on that go too; `left`: nothing goes."""

    sure = Signal(object)
    left = Signal()

    def __init__(
        self,
        learner: Learner,
        word: TeacherWord,
        needed: Callable[[], bool],
        parent: QWidget,
        *,
        yours: bool = False,
    ) -> None:
        super().__init__(parent, look="wrong")
        self.learner = learner
        goes = what_goes(learner.folder)
        question = (
            _("Delete everything about you?")
            if yours
            else _("Delete everything about {name}?").format(name=learner.shown)
        )
        self.body.addWidget(labels.heading(question, self))
        size = QLocale().formattedDataSize(goes.bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        backups = ngettext("{count} backup", "{count} backups", goes.backups).format(count=goes.backups)
        backups = backups if goes.backups else _("backups")
        self.body.addWidget(
            labels.body(
                _(
                    "What goes: every answer, note and highlight, drafts, the second log, {backups}, "
                    "name, picture "
                    "and settings; {size} in all. It cannot be taken back."
                ).format(backups=backups, size=size),
                self,
            )
        )
        self._files = QWidget(self)
        self._column = QVBoxLayout(self._files)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.ticks: list[TickBox] = []
        self.body.addWidget(self._files)
        self.body.addWidget(
            labels.body(
                _(
                    "What stays: copies on other disks or with other people, packs made here and texts "
                    "added to "
                    "them, which belong to all who read here. A disk can keep traces of what was deleted "
                    "for a "
                    "while, above all an SSD or a stick."
                ),
                self,
            )
        )
        self.teacher = TeacherField(word, needed, self)
        self.body.addWidget(self.teacher)
        ways = QWidget(self)
        flow = FlowLayout(ways, across=8, down=6)
        self.delete, self.keep = plain(_("Delete"), ways), plain(_("Keep everything"), ways)
        self.delete.clicked.connect(self._delete)
        self.keep.clicked.connect(self.left)
        flow.addWidget(self.delete)
        flow.addWidget(self.keep)
        self.body.addWidget(ways)
        self._files.hide()
        announce(self, question)

    def show_handed_on(self, handed_on: Sequence[str]) -> None:
        """Show the files that were handed on and are still there, each with a tick."""
        files = still_there(handed_on)
        if not files:
            return
        self._column.addWidget(
            labels.strong(_("Files that were handed on; those with a tick go too:"), self._files)
        )
        for path in files:
            words = _("{file} in {folder}").format(file=path.name, folder=path.parent)
            tick = TickBox(str(path), words, self._files)
            tick.setChecked(True)
            self._column.addWidget(tick)
            self.ticks.append(tick)
        self._files.show()

    def _delete(self) -> None:
        if self.teacher.is_right():
            self.sure.emit([Path(tick.key) for tick in self.ticks if tick.isChecked()])
