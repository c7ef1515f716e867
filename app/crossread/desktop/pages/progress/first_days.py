"""The progress page before there is anything: what will stand here, and the one next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import primary
from crossread.desktop.widgets.frames.card_frame import CardFrame


class NothingYet(QWidget):
    """Says so, offers the way to a pack, and tells what each answer will bring. `open_asked`: the way."""

    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addWidget(
            labels.body(
                _(
                    "Nothing has been answered yet. Open a pack from the library and answer a question: "
                    "what you did and what came of it then stands here, on this machine alone."
                ),
                self,
            )
        )
        self.open = primary(_("Choose a pack"), self)
        self.open.clicked.connect(self.open_asked)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        card = CardFrame(self, look="dashed")
        card.body.setSpacing(12)
        card.body.addWidget(labels.heading(_("What will stand here"), card))
        for name, told in (
            (
                _("From the first answer"),
                _("The way through each pack, and every answer to look back on, with its feedback."),
            ),
            (
                _("From the first stage handed in"),
                _("Skills, each with the range that it may well lie in. Few answers make a wide one."),
            ),
            (
                _("Once you have said how sure you are"),
                _("How well that fits, and what you were certain of that was not right."),
            ),
            (
                _("As you read"),
                _("Which texts and cards you had open before you answered, beside your own earlier times."),
            ),
        ):
            row = QVBoxLayout()
            row.setSpacing(2)
            row.addWidget(labels.strong(name, card))
            row.addWidget(labels.muted(told, card))
            card.body.addLayout(row)
        column.addWidget(card)
