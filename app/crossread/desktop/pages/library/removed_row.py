"""A pack that was removed and lies aside: until when, and the ways to have it back or to delete it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.library.own_packs import title_of
from crossread.desktop.pages.progress.history_words import day_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, quiet_button
from crossread.desktop.widgets.frames.flow import FlowLayout

if TYPE_CHECKING:
    from crossread.operations.opening.removed_packs import RemovedPack


class RemovedRow(QWidget):
    """One line on the pack and its two ways; deleting for good, which nothing takes back, asks first.

    `put_back`, `deleted`: that is to be done with the pack given. `unfolded`: it asks.
    """

    put_back = Signal(object)
    deleted = Signal(object)
    unfolded = Signal()

    def __init__(self, removed: RemovedPack, parent: QWidget, *, may_delete: bool) -> None:
        super().__init__(parent)
        self.removed = removed
        title = title_of(removed)
        told = _("“{pack}” is removed. It goes for good after {day}.")
        self.told = labels.quiet(told.format(pack=title, day=day_words(removed.goes_at)), self)
        self.back = quiet_button(_("Put it back"), self)
        self.back.setAccessibleName(_("Put back: {pack}").format(pack=title))
        self.back.clicked.connect(self._put_back)
        self.delete = quiet_button(_("Delete for good…"), self)
        self.delete.setAccessibleName(_("Delete for good: {pack}").format(pack=title))
        self.delete.clicked.connect(self._ask)
        self.delete.setVisible(may_delete)
        question = _("Delete the copies of its articles now? Nothing brings them back.")
        self._question = labels.body(question, self)
        self.sure, self.keep = plain(_("Delete"), self), plain(_("Keep it"), self)
        self.sure.clicked.connect(self._delete)
        self.keep.clicked.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.told)
        column.addWidget(self._line(self.back, self.delete))
        column.addWidget(self._question)
        self._answers = self._line(self.sure, self.keep)
        column.addWidget(self._answers)
        self._show_question(shown=False)

    def _line(self, *buttons: QPushButton) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, across=8, down=6)
        for button in buttons:
            flow.addWidget(button)
        return holder

    def _show_question(self, *, shown: bool) -> None:
        self._question.setVisible(shown)
        self._answers.setVisible(shown)

    def _put_back(self) -> None:
        self.put_back.emit(self.removed)

    def _delete(self) -> None:
        self.deleted.emit(self.removed)

    def _ask(self) -> None:
        self._show_question(shown=True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._question.text())
        self.unfolded.emit()

    def _leave(self) -> None:
        self._show_question(shown=False)
        self.delete.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all as it is by Escape."""
        if event.key() == Qt.Key.Key_Escape and not self._question.isHidden():
            self._leave()
        else:
            super().keyPressEvent(event)
