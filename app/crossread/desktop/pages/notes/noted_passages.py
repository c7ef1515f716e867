"""The passages of the note that is being written: each shown by a click, and taken out again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.passages.passage_row import PassageButton
from crossread.desktop.pages.notes.noted_words import not_placed, shortened
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import quiet_button
from crossread.inquiry.notes import NotedPassage
from crossread.progress.notes_board import Piece


class NotedPassageRow(QWidget):
    """One passage of a note; `shown` and `removed` give its Piece, `take_out` is what the button does."""

    shown = Signal(object)
    removed = Signal(object)

    def __init__(self, piece: Piece, take_out: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.piece = piece
        words = piece.words.replace("“", "‘").replace("”", "’")
        self.passage = PassageButton(piece.letter, max(piece.index, 0), words, self)
        self.passage.setEnabled(piece.place is not None)
        self.passage.clicked.connect(self._show)
        self.remove: QPushButton = quiet_button("✕", self)
        self.remove.setAccessibleName(take_out.format(quote=shortened(words)))
        self.remove.clicked.connect(self._remove)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.passage)
        if piece.place is None:
            beside.addWidget(labels.quiet(not_placed(), self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(beside, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def _show(self) -> None:
        self.shown.emit(self.piece)

    def _remove(self) -> None:
        self.removed.emit(self.piece)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the passage out by Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)


class NotedPassages(QWidget):
    """The passages of a note in their order; `shown` gives a Piece, `removed` a NotedPassage.

    Where they are of something else than a note, `name` says what they are, and `take_out`, with {quote},
    what its button does to one.
    """

    shown = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget, *, name: str = "", take_out: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name or _("Passages of the note"))
        self._take_out = take_out or _("Take out of the note: {quote}")
        self._pieces: tuple[Piece, ...] = ()
        self.rows: list[NotedPassageRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def fill(self, pieces: Sequence[Piece]) -> None:
        """Show these passages."""
        if tuple(pieces) == self._pieces:
            return
        self._pieces = tuple(pieces)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [NotedPassageRow(piece, self._take_out, self) for piece in pieces]
        for row in self.rows:
            row.shown.connect(self.shown)
            row.removed.connect(self._removed)
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))

    def _removed(self, piece: object) -> None:
        if isinstance(piece, Piece):
            passage: NotedPassage = piece.passage
            self.removed.emit(passage)
