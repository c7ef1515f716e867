"""The foot of the conclusion: one button that leads on, to the questions of the stage or to the next one."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets.buttons import primary, rename
from crossread.desktop.widgets.tips import set_tip


class WayOn(QWidget):
    """`asked` tells that the way on was chosen; `leads` is "questions" or "stage", or "" for no way."""

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.leads = ""
        self._words = ""
        self.button = primary("", self)
        self.button.clicked.connect(self.asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 10, 20, 14)
        self._row.addStretch(1)
        self._row.addWidget(self.button)
        self.lead_nowhere()

    def lead_nowhere(self) -> None:
        """Offer nothing."""
        self.leads = ""
        self.hide()

    def lead_to_questions(self) -> None:
        """Offer the questions of the stage."""
        self._lead("questions", _("To the questions ›"))

    def lead_onward(self, words: str) -> None:
        """Offer what comes after the stage, in `words` for a button."""
        self._lead("stage", words)

    def _lead(self, leads: str, words: str) -> None:
        self.leads, self._words = leads, words
        self.show()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say where it leads in more or fewer words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the title of a stage to the tip where there is no room for it on the button."""
        rename(self.button, self._words)
        around = self._row.contentsMargins()
        fits = self.button.sizeHint().width() <= self.width() - around.left() - around.right()
        short = self.leads == "stage" and not fits
        set_tip(self.button, self._words if short else "")
        if short:
            self.button.setText(_("Next stage ›"))
