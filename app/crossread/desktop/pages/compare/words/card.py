"""A word, or what a source calls something: what it does, on whose word, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.told.source_lines import SourceLines
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.progress.strip_lines import StripLine


@dataclass(frozen=True, slots=True)
class CardShown:
    """All that the card shows: a title, sentences on it, and its passages."""

    title: str
    sentences: Sequence[str]
    lines: Sequence[StripLine]


class WordCard(QFrame):
    """`shown` gives a passage to show in its text; `left` goes back to the table."""

    shown = Signal(object)
    left = Signal()

    def __init__(self, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("The word in hand"))
        self.title = labels.heading("", self)
        self.said = labels.body("", self)
        self.lines = SourceLines(letters, self)
        self.lines.shown.connect(self.shown)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self.area)
        column = QVBoxLayout(inside)
        set_margins(column, 0, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addWidget(self.lines)
        column.addStretch(1)
        self.area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def show_card(self, what: CardShown) -> None:
        """Show a word."""
        self.title.setText(what.title)
        said = "\n".join(one for one in what.sentences if one)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.lines.set_lines(what.lines)
        self.area.verticalScrollBar().setValue(0)

    def focus(self) -> bool:
        """Put the focus on the first passage; False where there is none."""
        passages = self.lines.passages()
        if passages:
            passages[0].passage.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(passages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from passage to passage by the arrows, back to the table by Escape."""
        rows = self.lines.passages()
        at = next((n for n, one in enumerate(rows) if one.passage.hasFocus()), -1)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and at >= 0:
            to = min(max(0, at + steps[Qt.Key(event.key())]), len(rows) - 1)
            rows[to].passage.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(rows[to])
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)
