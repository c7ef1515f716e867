"""What stands in the place of a page on claims where a pack has none: why, and a way to the help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.place import Place
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.frames.card_frame import CardFrame

HELP = "articles"  # the page that says how claims are added


class NoClaims(CardFrame):
    """Whose pack it is may add claims. `asked` gives the Place that says how."""

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, look="dashed")
        self.body.addWidget(labels.heading(_("No claims in this pack"), self))
        self.body.addWidget(
            labels.body(
                _(
                    "This page lays sources side by side by what they say on claims. The program finds no "
                    "claims by itself: whoever makes a pack writes them, in its file claims.yaml. The pages "
                    "on figures, words and dates work without."
                ),
                self,
            )
        )
        self.how = link_button(_("How claims are added"), self)
        self.how.clicked.connect(self._ask)
        self.body.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self.how)

    def _ask(self) -> None:
        self.asked.emit(Place("help", about=HELP))
