"""Hints on a question, one step after the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button, rename


class Hints(QWidget):
    """The hints that are open, and the way to the next one; `opened` gives how many are open by now."""

    opened = Signal(int)

    def __init__(self, hints: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._hints = tuple(hints)
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.button = link_button("", self)
        self.button.clicked.connect(self.open_next)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._offered = self._usable = True
        self._say()

    def count(self) -> int:
        """Return how many hints are open."""
        return self._shown

    def set_usable(self, usable: bool) -> None:
        """Show the hints as long as they are of use: the question can be answered."""
        self._usable = usable
        self._say()

    def set_open(self, count: int, *, offered: bool, aloud: bool) -> None:
        """Have so many hints open, the new ones said `aloud`; `offered`: the next may be asked for."""
        self._offered = offered
        while self._shown < min(count, len(self._hints)):
            self._open(aloud=aloud)
        self._say()

    def open_next(self) -> None:
        """Open the next hint, where one may be asked for."""
        if self._offered and self._shown < len(self._hints):
            self._open(aloud=True)
            self._say()
            self.opened.emit(self._shown)

    def _open(self, *, aloud: bool) -> None:
        hint = labels.body(_("Hint: {hint}").format(hint=self._hints[self._shown]), self)
        self._column.insertWidget(self._shown, hint)
        self._shown += 1
        if aloud:
            announce(self, hint.text())

    def _say(self) -> None:
        left = len(self._hints) - self._shown
        rename(self.button, ngettext("Show a hint", "Show a hint ({count} left)", left).format(count=left))
        self.button.setVisible(self._offered and left > 0)
        self.setVisible(self._usable and (self._shown > 0 or (self._offered and left > 0)))
