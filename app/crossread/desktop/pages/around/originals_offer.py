"""The offer to add the authors' own texts, and what became of the files."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.opening.attaching import Attached
from crossread.packs.sources.source import Source


class OriginalsOffer(CardFrame):
    """A card that explains digests and takes files; files may also be dropped anywhere on the page."""

    add_asked = Signal()
    dismissed = Signal()

    def __init__(self, lacking: Sequence[Source], results: Sequence[Attached]) -> None:
        super().__init__(padding=24, look="dashed" if not results else "plain")
        self.results = tuple(results)
        if results:
            self._tell(results)
        else:
            self.body.addWidget(labels.heading(_("Have you got the authors’ own texts?")))
            self.body.addWidget(
                labels.body(
                    _(
                        "The texts here are digests: what each source says, told by the pack’s authors, and "
                        "shorter. The pack does not bring the authors’ own texts. If "
                        "you have them as text files, add them or drop them here: Crossread sees which "
                        "source each one is. You can read and answer without them."
                    )
                )
            )
        ways = QWidget(self)
        row = FlowLayout(ways)
        if lacking:
            self.add = plain(_("Add text files…"), self)
            self.add.clicked.connect(self.add_asked)
            row.addWidget(self.add)
        self.later = plain(_("Done") if results else _("Not now"), self)
        self.later.clicked.connect(self.dismissed)
        row.addWidget(self.later)
        self.body.addSpacing(8)
        self.body.addWidget(ways)

    def _tell(self, results: Sequence[Attached]) -> None:
        self.body.addWidget(labels.heading(_("What became of the files")))
        for result in results:
            sign = "✓" if result.match == "same" else "≈" if result.match == "version" else "✗"
            row = QHBoxLayout()
            row.setSpacing(10)
            mark = labels.Label(sign, "right" if result.match else "wrong", self)
            mark.setWordWrap(False)
            row.addWidget(mark)
            row.addWidget(labels.body(result.message), 1)
            self.body.addLayout(row)
