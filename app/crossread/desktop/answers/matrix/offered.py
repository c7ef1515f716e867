"""The offer to take cells of the comparison over into the answer, so that nothing is filled in twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.widgets.buttons import wrapping
from crossread.desktop.widgets.labels import Label


class CellsOffered(QWidget):
    """Says how many empty cells stand filled in the comparison; `taken`: they are wanted here too."""

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Label("", "muted", self)
        self.take = wrapping(_("Take over from the comparison"), self)
        self.take.clicked.connect(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def offer(self, count: int) -> None:
        """Offer this many cells; nothing is shown of none."""
        said = ngettext(
            "You have filled {count} of these cells in the comparison.",
            "You have filled {count} of these cells in the comparison.",
            count,
        )
        self.words.setText(said.format(count=count))
        self.setVisible(count > 0)
