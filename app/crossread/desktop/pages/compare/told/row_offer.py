"""Where a row of the claim matrix is not told yet: fill it in, or have it shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, quiet_button
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout


class RowOffer(CardFrame):
    """`fill_asked` leads to the row in the table, `show_asked` has its author's key told."""

    fill_asked = Signal()
    show_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, look="dashed")
        self.title = labels.heading("", self)
        self.words = labels.body("", self)
        self.fill = plain(_("Fill in this row"), self)
        self.fill.clicked.connect(self.fill_asked)
        self.show_row = quiet_button(_("Show it"), self)
        self.show_row.clicked.connect(self.show_asked)
        buttons = QWidget(self)
        row = FlowLayout(buttons, across=12, down=4)
        row.addWidget(self.fill)
        row.addWidget(self.show_row)
        for part in (self.title, self.words, buttons):
            self.body.addWidget(part)

    def offer(self, claim: str, words: str, *, fill: bool, show: bool) -> None:
        """Offer what can be done for a claim, which is named where nothing else names it."""
        self.title.setText(claim)
        self.title.setVisible(bool(claim))
        self.words.setText(words)
        self.fill.setVisible(fill)
        self.show_row.setVisible(show)
        self.setVisible(fill or show)

    def focus(self) -> bool:
        """Put the focus on what can be done; False where that is nothing."""
        for button in (self.fill, self.show_row):
            if not self.isHidden() and not button.isHidden():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False
