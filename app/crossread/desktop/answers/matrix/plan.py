"""Where the parts of a matrix stand at a width: claims above their cells, or beside them given the room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from crossread.desktop.theme import theme

_GAP, _ROW_GAP = 4, 10  # pixels between cells, and between rows
_LEAST = 32  # of a narrow cell, at the default text size
_WIDE_CELL, _WIDE_CLAIM, _WIDEST_CLAIM = 104, 180, 320  # where claims stand beside their cells
_HEAD = 26  # the badges of the columns

Heights = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row: where its claim stands, and how far down and how tall its cells are."""

    claim: QRect
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class MatrixPlan:
    """All measures at one width, in pixels: cells of `cell` width begin at `left` and take `across`."""

    wide: bool
    left: int
    cell: int
    across: int
    head: int
    rows: tuple[RowPlan, ...]
    height: int

    def column(self, number: int) -> int:
        """Return where a column begins, from 0."""
        return self.left + number * (self.cell + _GAP)


def is_wide(width: int, columns: int) -> bool:
    """Tell whether claims have room beside so many columns."""
    now = theme.current()
    return width >= now.scaled(_WIDE_CLAIM) + columns * (now.scaled(_WIDE_CELL) + _GAP)


def cell_width(width: int, columns: int) -> int:
    """Return the width of a cell; all of them together may then be wider than what there is."""
    now = theme.current()
    if is_wide(width, columns):
        return (width - _claim_width(width) - columns * _GAP) // max(1, columns)
    return max(now.scaled(_LEAST), (width - _GAP * (columns - 1)) // max(1, columns))


def _claim_width(width: int) -> int:
    now = theme.current()
    return min(now.scaled(_WIDEST_CLAIM), max(now.scaled(_WIDE_CLAIM), width * 3 // 10))


def plan(width: int, columns: int, claims: Sequence[Heights], cells: Sequence[int]) -> MatrixPlan:
    """Lay out a matrix: `claims` give each claim's height for a width, `cells` that of each row's cells."""
    now = theme.current()
    wide, cell = is_wide(width, columns), cell_width(width, columns)
    left = _claim_width(width) + _GAP if wide else 0
    across = columns * (cell + _GAP) - _GAP if columns else 0
    head = now.scaled(_HEAD)
    top, rows = head + _GAP + 2, []
    for claim, height in zip(claims, cells, strict=True):
        if wide:
            tall = max(height, claim(left - 2 * _GAP))
            rows.append(RowPlan(QRect(0, top, left - 2 * _GAP, tall), top, tall))
            top += tall + _GAP
        else:
            tall = claim(width)
            rows.append(RowPlan(QRect(0, top, width, tall), top + tall + _GAP, height))
            top += tall + _GAP + height + _ROW_GAP
    bottom = rows[-1].top + rows[-1].height if rows else head
    return MatrixPlan(wide, left, cell, across, head, tuple(rows), bottom + 1)
