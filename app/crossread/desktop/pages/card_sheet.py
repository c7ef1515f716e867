"""A source's card in place of its text, with the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.source_card import SourceCard
from crossread.desktop.widgets.buttons import plain
from crossread.packs.pack import Pack, Source


class CardSheet(QScrollArea):
    """The card, which scrolls; `back_asked`: the text is wanted again."""

    back_asked = Signal()

    def __init__(self, pack: Pack, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        self._back = plain(_("‹ Back to the text"), page)
        self._back.clicked.connect(self.back_asked)
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(16)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(SourceCard(pack, source, page), 1)
        self.setWidget(page)

    def focus_target(self) -> QWidget:
        """Return what takes the focus: the way back."""
        return self._back

    def focus(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
