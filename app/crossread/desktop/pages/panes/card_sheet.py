"""A source's card in place of its text, with the learner's notes on it and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.around.source_card import SourceCard
from crossread.desktop.pages.around.source_notes import SourceNotes
from crossread.desktop.widgets.buttons import plain
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Source


class CardSheet(QScrollArea):
    """The card and the three notes on it, which scroll; `back_asked`: the text is wanted again."""

    back_asked = Signal()

    def __init__(self, pack: Pack, source: Source, notes: SourceNotes | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._notes = notes
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        self._back = plain(_("‹ Back to the text"), page)
        self._back.clicked.connect(self.back_asked)
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 16, 32, 24)
        column.setSpacing(16)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(SourceCard(pack, source, page))
        if notes is not None:
            column.addWidget(notes)
            notes.open_source(source.id)
        column.addStretch(1)
        self.setWidget(page)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed."""
        super().hideEvent(event)
        if self._notes is not None:
            self._notes.keep()

    def focus_target(self) -> QWidget:
        """Return what takes the focus: the way back."""
        return self._back

    def focus(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
