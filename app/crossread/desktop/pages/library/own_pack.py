"""What can be done with a pack of one's own: another title, and taking it out of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, quiet_button
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from crossread.desktop.learners.asking_teacher import TeacherField
    from crossread.packs.library.library import ShelfPack


class OwnPack(QWidget):
    """Two quiet buttons, and below them the field for another title.

    `renamed` gives the new title; `removed`: the pack is to go, which can be taken back. `unfolded`: it asks
    something. Where it is guarded, either asks for the teacher word first.
    """

    renamed = Signal(str)
    removed = Signal()
    unfolded = Signal()

    def __init__(self, pack: ShelfPack, parent: QWidget) -> None:
        super().__init__(parent)
        self._pack, self.pack_id, self.title = pack, pack.id, pack.title
        self._asking: QWidget | None = None
        self._guarded_by: Callable[[QWidget], TeacherField] | None = None
        self.teacher: TeacherField | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        ways, self._flow = self._line()
        self.rename = self._button(quiet_button(_("Rename…"), ways), _("Rename: {pack}"))
        self.rename.clicked.connect(self._ask_title)
        self.remove = self._button(quiet_button(_("Remove"), ways), _("Remove: {pack}"))
        self.remove.clicked.connect(self._ask_to_remove)
        self._asked_by = self.rename  # where the focus goes back to
        for button in (self.rename, self.remove):
            self._flow.addWidget(button)
        self._column.addWidget(ways)
        self.told = labels.Label("", "wrong", self)
        self.told.hide()
        self._column.addWidget(self.told)

    def guard(self, asks: Callable[[QWidget], TeacherField]) -> None:
        """Ask for the teacher word before anything is done: the pack stands in everybody's library."""
        self._guarded_by = asks
        self.remove.setText(_("Remove…"))

    def say(self, sentence: str) -> None:
        """Say what could not be done."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
        announce(self, sentence)

    def _button(self, button: QPushButton, words: str) -> QPushButton:
        button.setAccessibleName(words.format(pack=self._pack.title))
        return button

    def _line(self) -> tuple[QWidget, FlowLayout]:
        holder = QWidget(self)
        return holder, FlowLayout(holder, across=8, down=6)

    def _ask_title(self) -> None:
        asking, column = self._begin(self.rename)
        self.field = Field(_("New title of the pack"), "", asking)
        self.field.setText(self._pack.title)
        self.field.selectAll()
        self.field.returnPressed.connect(self._rename)
        column.addWidget(self.field)
        why = _("This pack stands in the library of all who read here: the teacher word changes its title.")
        self._ask_word(asking, column, why, self._rename)
        self._offer(column, _("Rename"), _("Leave it"), self._rename)
        self._show(asking, self.field)

    def _ask_to_remove(self) -> None:
        """Ask for the teacher word, or let the pack go at once: that can be taken back."""
        if self._guarded_by is None:
            self.removed.emit()
            return
        asking, column = self._begin(self.remove)
        why = _(
            "This pack stands in the library of all who read here: the teacher word removes it. It lies "
            "aside for two weeks, and what was done in it stays in the records."
        )
        teacher = self._ask_word(asking, column, why, self._remove)
        self._offer(column, _("Remove"), _("Leave it"), self._remove)
        self._show(asking, teacher.field if teacher is not None else self.sure)

    def _ask_word(
        self, asking: QWidget, column: QVBoxLayout, why: str, deed: Callable[[], None]
    ) -> TeacherField | None:
        """Ask for the teacher word where the pack is guarded, and say why; Enter there does the deed."""
        if self._guarded_by is None:
            return None
        column.addWidget(labels.body(why, asking))
        teacher = self.teacher = self._guarded_by(asking)
        teacher.field.setAccessibleDescription(why)
        teacher.field.returnPressed.connect(deed)
        column.addWidget(teacher)
        return teacher

    def _may(self) -> bool:
        """Tell whether what is asked may be done; says at the field why not."""
        return self.teacher is None or self.teacher.is_right()

    def _begin(self, asked_by: QPushButton) -> tuple[QWidget, QVBoxLayout]:
        self._put_away()
        self._asked_by = asked_by
        self._asking = QWidget(self)
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        return self._asking, column

    def _show(self, asking: QWidget, first: QWidget) -> None:
        """Show what is asked, now that all of it stands there, with the focus on what comes first."""
        self._column.addWidget(asking)
        asking.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.unfolded.emit()

    def _offer(self, column: QVBoxLayout, yes: str, no: str, deed: object) -> QPushButton:
        ways, flow = self._line()
        self.sure, leave = plain(yes, ways), plain(no, ways)
        self.sure.clicked.connect(deed)
        leave.clicked.connect(self._leave)
        flow.addWidget(self.sure)
        flow.addWidget(leave)
        column.addWidget(ways)
        return leave

    def _rename(self) -> None:
        title = self.field.text().strip()
        if not title or title == self._pack.title:
            self._leave()
        elif self._may():
            self.renamed.emit(title)

    def _remove(self) -> None:
        if self._may():
            self.removed.emit()

    def _leave(self) -> None:
        self._put_away()
        self._asked_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        if self._asking is not None:
            self._column.removeWidget(self._asking)
            self._asking.hide()
            self._asking.deleteLater()
            self._asking = self.teacher = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all as it is by Escape."""
        if event.key() == Qt.Key.Key_Escape and self._asking is not None:
            self._leave()
        else:
            super().keyPressEvent(event)
