"""The claim matrix as rows, columns and faces: what a table shows of it, and what a screen reader hears."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from crossread.base.translation import _
from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.pages.compare.matrix.words import Column
from crossread.inquiry.comparison import CellId

Index = QModelIndex | QPersistentModelIndex
FACE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row: a claim by its id, its words, how its sources stand to each other, and what a row is called.

    `relation` is in words, "" for none; `told` says that it is its author's.
    """

    claim: str
    words: str
    relation: str = ""
    told: bool = False
    name: str = ""


class MatrixModel(QAbstractTableModel):
    """Rows and columns with a face where they meet."""

    def __init__(self, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[MatrixRow, ...] = ()
        self._faces: dict[CellId, CellFace] = {}

    def show_rows(self, rows: Sequence[MatrixRow], faces: Mapping[CellId, CellFace]) -> list[int]:
        """Show these rows and faces; return the rows that look otherwise now, all of them where others came.

        Where the same claims stand there, only what has changed is told.
        """
        same = [row.claim for row in rows] == [row.claim for row in self.rows]
        if not same:
            self.beginResetModel()
            self.rows, self._faces = tuple(rows), dict(faces)
            self.endResetModel()
            return list(range(len(rows)))
        before, was = self._faces, self.rows
        self.rows, self._faces = tuple(rows), dict(faces)
        changed = []
        for number, row in enumerate(rows):
            cells = [
                at
                for at, column in enumerate(self.columns)
                if before.get((row.claim, column.id)) != faces.get((row.claim, column.id))
            ]
            if cells:
                self.dataChanged.emit(self.index(number, cells[0]), self.index(number, cells[-1]))
            if was[number] != row:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, number, number)
            if cells or was[number] != row:
                changed.append(number)
        return changed

    def face(self, row: int, column: int) -> CellFace:
        """Return what a cell shows."""
        return self._faces.get((self.rows[row].claim, self.columns[column].id), CellFace())

    def place(self, index: Index) -> CellId | None:
        """Return the claim and the source of a cell; None for no cell."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        return self.rows[index.row()].claim, self.columns[index.column()].id

    def index_of(self, claim: str, source: str) -> QModelIndex:
        """Return the cell of a claim and a source; an invalid one where it is not shown."""
        row = next((at for at, one in enumerate(self.rows) if one.claim == claim), -1)
        column = next((at for at, one in enumerate(self.columns) if one.id == source), -1)
        return self.index(row, column)

    # What Qt asks for

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the face of a cell, or its name."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        face = self.face(index.row(), index.column())
        if role == FACE:
            return face
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return face.name
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the claim of a row, or the source of a column."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.rows[section].name if 0 <= section < len(self.rows) else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        return _("Source {letter}, {short}").format(letter=column.letter, short=column.short)
