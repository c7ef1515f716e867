"""The head of the board: where one is, what the cards are grouped by, and which are asked for."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.notes.noted_filter import NotedFilter
from crossread.desktop.pages.notes.noted_words import count_words
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.inquiry.notes import Layer
from crossread.progress.notes_board import Wanted
from crossread.progress.notes_groups import By


class BoardHead(QWidget):
    """`changed` tells that other cards or groups are asked for, `files_asked` where the menu is to open."""

    changed = Signal()
    back_asked = Signal()
    files_asked = Signal(object)

    def __init__(self, parent: QWidget, *, claims: bool) -> None:
        super().__init__(parent)
        back = plain(_("‹ Overview"), self)
        back.clicked.connect(self.back_asked)
        self.count = labels.quiet("", self)
        self.files = plain(_("Export and import ▾"), self)
        self.files.setAccessibleName(_("Export and import"))
        self.files.clicked.connect(self._ask_files)
        ways = [("source", _("Source")), ("tag", _("Tag")), ("claim", _("Claim")), ("meaning", _("Meaning"))]
        self.groups = Segmented(
            [way for way in ways if claims or way[0] != "claim"], self, look="pills", name=_("Grouped by")
        )
        self.groups.set_value("source")
        self.groups.chosen.connect(self._grouped)
        self.filter = NotedFilter(self, flat=True)
        self.filter.changed.connect(self.changed)
        names = QWidget(self)
        flow = FlowLayout(names, across=16, down=4)
        for widget in (back, labels.title(_("Your highlights and notes"), names), self.count):
            flow.addWidget(widget)
        below = QWidget(self)
        row = FlowLayout(below, across=24, down=8)
        row.addWidget(self.groups)
        row.addWidget(self.filter)
        row.addWidget(self.files)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(names)
        column.addWidget(below)
        self.set_inset(32)

    def set_inset(self, pixels: int) -> None:
        """Stand so far from both sides."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(pixels, 20, pixels, 12)

    def by(self) -> By:
        """Return what the cards are grouped by."""
        return cast("By", self.groups.value() or "source")

    def wanted(self) -> Wanted:
        """Return which cards are asked for."""
        return self.filter.wanted()

    def offer(self, tags: Sequence[str], layers: Sequence[Layer]) -> None:
        """Offer the tags and sets that there are."""
        self.filter.offer(tags, layers)

    def say(self, shown: int, of: int) -> None:
        """Say how many cards there are."""
        self.count.setText(count_words(shown, of) if of else "")

    def clear(self) -> None:
        """Ask for all cards again."""
        self.filter.clear()

    def focus_words(self) -> None:
        """Put the focus into the field for words."""
        self.filter.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.words.selectAll()

    def _grouped(self, _by: str) -> None:
        self.changed.emit()

    def _ask_files(self) -> None:
        self.files_asked.emit(self.files)
