"""The model of a list that paints its rows: each is one thing, and a screen reader hears it in whole."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole

RowT = TypeVar("RowT")


def _no_head(_row: object) -> bool:
    return False


class SpokenRows(QAbstractListModel, Generic[RowT]):
    """Rows for a list; `spoken` says one as it is heard, `is_head` tells of one that cannot be picked."""

    def __init__(
        self, spoken: Callable[[RowT], str], parent: QWidget, is_head: Callable[[RowT], bool] = _no_head
    ) -> None:
        super().__init__(parent)
        self._spoken, self._is_head = spoken, is_head
        self.rows: tuple[RowT, ...] = ()

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def row(self, index: Index) -> RowT | None:
        """Return what stands at an index; None outside of the rows."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or its words."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let arrow keys pass over heads."""
        row = self.row(index)
        head = row is not None and self._is_head(row)
        return Qt.ItemFlag.NoItemFlags if head else super().flags(index)
