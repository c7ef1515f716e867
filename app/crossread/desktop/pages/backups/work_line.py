"""What is under way with backups: in words, as a bar, and with a button that ends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.labels import Look
from crossread.desktop.widgets.telling.bar import Bar


class WorkLine(CardFrame):
    """Shows what is done, and then what came of it. `cancelled`: it is to end."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.body.setSpacing(8)
        self._said = labels.body("", self)
        self.body.addWidget(self._said)
        self._bar = Bar(0.0, parent=self, name=_("Done"))
        self.body.addWidget(self._bar)
        self.cancel = plain(_("Cancel"), self)
        self.cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout()
        line.addWidget(self.cancel)
        line.addStretch(1)
        self.body.addLayout(line)
        self.hide()

    def words(self) -> str:
        """Return what is said; "" where nothing is."""
        return "" if self.isHidden() else self._said.text()

    def begin(self, sentence: str, *, can_end: bool) -> None:
        """Say what is under way; `can_end` where it can be cancelled."""
        self._say(sentence, "body")
        self._bar.set_share(0.0)
        self._bar.show()
        self.cancel.setVisible(can_end)

    def show_share(self, share: float, sentence: str = "") -> None:
        """Show how much is done, from 0 to 1, and what is done now."""
        if sentence and sentence != self._said.text():
            self._say(sentence, "body")
        self._bar.set_share(share)

    def end(self, sentence: str, look: Look = "body") -> None:
        """Say what came of it; "" says nothing more."""
        self._bar.hide()
        self.cancel.hide()
        if sentence:
            self._say(sentence, look)
        else:
            self.hide()

    def _say(self, sentence: str, look: Look) -> None:
        self._said.set_look(look)
        self._said.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)
