"""The question back where a response is nearly one that counts: "Did you mean …?"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout


class DidYouMean(CardFrame):
    """Asks about what may have been meant; `agreed` or `declined`. Nothing is changed without a yes."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, meant: str, parent: QWidget) -> None:
        super().__init__(parent, look="dashed", padding=12, radius=6)
        self._question = _("Did you mean “{meant}”?").format(meant=meant)
        self.body.addWidget(labels.strong(self._question, self))
        self.yes, self.no = plain(_("Yes"), self), plain(_("No, leave it"), self)
        for button in (self.yes, self.no):
            button.setAccessibleDescription(self._question)
        buttons = QWidget(self)
        row = FlowLayout(buttons)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.body.addWidget(buttons)
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.declined)

    def ask(self) -> None:
        """Have the question said; Tab goes to the two ways on."""
        announce(self, _("{question} Tab goes to Yes and No.").format(question=self._question))
