"""What stands in the place of the claim matrix where it has no rows: why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.card_frame import CardFrame


class MatrixEmpty(QWidget):
    """`acted` asks for all claims again, where a filter leaves none."""

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card = CardFrame(self, look="dashed")
        self._title = labels.heading("", card)
        self._words = labels.body("", card)
        self.all = plain(_("Show all claims"), card)
        self.all.clicked.connect(self.acted)
        card.body.addWidget(self._title)
        card.body.addWidget(self._words)
        card.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)

    def say(self, *, any_claims: bool) -> None:
        """Say why there is nothing: a filter leaves none, or the pack has none."""
        if any_claims:
            self._title.setText(_("No claim fits"))
            self._words.setText(_("None of the claims is about what you ask for above."))
        else:
            self._title.setText(_("No claims in this pack"))
            self._words.setText(
                _(
                    "Its authors list no claims to compare the sources by. Who writes a pack adds them in "
                    "claims.yaml; the other pages here work without."
                )
            )
        self.all.setVisible(any_claims)

    def focus(self) -> None:
        """Put the focus on what there is to do."""
        target = self if self.all.isHidden() else self.all
        target.setFocus(Qt.FocusReason.OtherFocusReason)
