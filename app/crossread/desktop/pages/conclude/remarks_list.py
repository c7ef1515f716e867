"""The check of a conclusion: what is still open, each a sentence that leads to its field; never a score."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button, plain
from crossread.progress.conclusion_check import Remark


class RemarksList(QWidget):
    """A button that looks the conclusion over, and then what is open, kept up as it changes.

    `asked` wants the check; `chosen` gives a Remark that was picked.
    """

    asked = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.on = False  # whether it was asked for
        self._remarks: tuple[Remark, ...] | None = None
        self.look = plain(_("Look it over"), self)
        self.look.setAccessibleDescription(_("Says what is still open. Nothing here is marked."))
        self.look.clicked.connect(self._ask)
        self.told = labels.body(_("A check, not a mark: it says what is still open."), self)
        self.rows: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.told)

    def _ask(self) -> None:
        self.on = True
        self.asked.emit()
        announce(self, self.told.text())

    def fill(self, remarks: Sequence[Remark]) -> None:
        """Show what is open; a row with the focus keeps it, or leaves it to the button."""
        if tuple(remarks) == self._remarks:
            return
        self._remarks = tuple(remarks)
        focus = QApplication.focusWidget()
        held = next((place for place, row in enumerate(self.rows) if row is focus), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [link_button(remark.words, self) for remark in self._remarks]
        for row in self.rows:
            row.setAccessibleDescription(_("Leads to the field"))
            row.clicked.connect(self._choose)
            self._column.addWidget(row)
        self.told.setText(self._said())
        if held is not None:
            wanted = self.rows[min(held, len(self.rows) - 1)] if self.rows else self.look
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _said(self) -> str:
        count = len(self._remarks or ())
        if not count:
            return _("Nothing is open: each reason has its passage, and what speaks against it is there.")
        words = ngettext("One thing to look at again:", "{count} things to look at again:", count)
        return words.format(count=count)

    def _choose(self) -> None:
        for row, remark in zip(self.rows, self._remarks or (), strict=False):
            if row is self.sender():
                self.chosen.emit(remark)
