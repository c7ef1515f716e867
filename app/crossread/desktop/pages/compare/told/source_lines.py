"""What sources say, one line a passage: badge, words and a way to the text; others than passages are told."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.passages.passage_row import PassageRow
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.painting.badge import Badge
from crossread.progress.strip_lines import StripLine


class SourceLines(QWidget):
    """The lines; `shown` gives a passage that is to be shown in its text."""

    shown = Signal(object)

    def __init__(self, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = letters
        self._lines: tuple[StripLine, ...] = ()
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_lines(self, lines: Sequence[StripLine]) -> bool:
        """Show these lines; where they are the same as before, all stays, the focus too.

        True where the focus was in one that went and there is no passage now to take it.
        """
        if tuple(lines) == self._lines:
            return False
        self._lines = tuple(lines)
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(line) for line in lines]
        for row in self.rows:
            self._column.addWidget(row)
        passages = self.passages()
        if held and passages:
            passages[0].passage.setFocus(Qt.FocusReason.OtherFocusReason)
        return held and not passages

    def passages(self) -> list[PassageRow]:
        """Return the lines that lead to a text."""
        return [row for row in self.rows if isinstance(row, PassageRow)]

    def _row(self, line: StripLine) -> QWidget:
        letter, index = self._letters.get(line.source, (line.source[:1].upper(), 0))
        if line.what is not None:
            row = PassageRow(line.what, line.words, letter, index, self)
            row.passage.set_verdict(line.verdict, line.note)
            row.set_removable(False)
            row.shown.connect(self.shown)
            return row
        told = QWidget(self)
        layout = QHBoxLayout(told)
        pad = theme.current().scaled(6)
        layout.setContentsMargins(pad, 2, pad, 2)
        layout.setSpacing(theme.current().scaled(9))
        layout.addWidget(Badge(letter, index, told, side=22), 0, Qt.AlignmentFlag.AlignTop)
        words = " · ".join(one for one in (line.words, line.note) if one)
        layout.addWidget(labels.muted(words, told), 1)
        return told
