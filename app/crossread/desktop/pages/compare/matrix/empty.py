"""What stands in the place of the claim matrix where it has no rows: why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.compare.told.no_claims import NoClaims
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame


class MatrixEmpty(QWidget):
    """`acted` asks for all claims again, where a filter leaves none."""

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.no_claims = NoClaims(self)
        self._card = card = CardFrame(self, look="dashed")
        self.all = plain(_("Show all claims"), card)
        self.all.clicked.connect(self.acted)
        card.body.addWidget(labels.heading(_("No claim fits"), card))
        card.body.addWidget(labels.body(_("None of the claims is about what you ask for above."), card))
        card.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.no_claims)
        column.addWidget(card)
        column.addStretch(1)

    def say(self, *, any_claims: bool) -> None:
        """Say why there is nothing: a filter leaves none, or the pack has none."""
        self._card.setVisible(any_claims)
        self.no_claims.setVisible(not any_claims)

    def focus(self) -> None:
        """Put the focus on what there is to do."""
        target = self.no_claims if self._card.isHidden() else self.all
        target.setFocus(Qt.FocusReason.OtherFocusReason)
