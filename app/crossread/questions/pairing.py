"""Pairing two rows of things one to one so that the pairs together are worth most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


def best_pairs(worth: Sequence[Sequence[int]]) -> Mapping[int, int]:
    """Pair rows with columns: `worth[row][column]`, 0 or more, is what a pair is worth.

    Gives the column by row; pairs worth nothing are left out. The result is exact (the Hungarian
    method, Kuhn 1955, with Munkres' prices: one row more at a time along the cheapest way of
    exchanges). It takes rows² x columns steps, so the shorter side should be the rows.
    """
    rows, columns = len(worth), max((len(row) for row in worth), default=0)
    pairing = _Pairing(
        # Each row also gets a column worth nothing, so that it may stay alone. Column 0 is where the
        # newest row waits; rows and columns count from 1 here.
        [[], *([0, *(-value for value in row), *[0] * (columns - len(row) + rows)] for row in worth)],
        [0] * (rows + 1),
        [0] * (columns + rows + 1),
        [0] * (columns + rows + 1),
    )
    for row in range(1, rows + 1):
        pairing.add(row)
    found = {row - 1: column - 1 for column, row in enumerate(pairing.row_at) if row and column}
    return {row: column for row, column in sorted(found.items()) if _worth(worth[row], column) > 0}


def _worth(row: Sequence[int], column: int) -> int:
    return row[column] if column < len(row) else 0


@dataclass(slots=True)
class _Pairing:
    """The pairs so far: the row at each column (0: none), and the prices that keep them the cheapest."""

    costs: list[list[int]]
    row_prices: list[int]
    column_prices: list[int]
    row_at: list[int]

    def add(self, row: int) -> None:
        """Bring in one more row, and let others change places where that is cheaper."""
        self.row_at[0] = row
        column = 0
        reached = [False] * len(self.row_at)
        cheapest: dict[int, int] = {}
        came_from: dict[int, int] = {}
        while self.row_at[column]:
            reached[column] = True
            self._look_from(column, reached, cheapest, came_from)
            column = min(cheapest, key=cheapest.__getitem__)
            self._reprice(cheapest.pop(column), reached, cheapest)
        while column:
            self.row_at[column] = self.row_at[came_from[column]]
            column = came_from[column]

    def _look_from(
        self, column: int, reached: list[bool], cheapest: dict[int, int], came_from: dict[int, int]
    ) -> None:
        row = self.row_at[column]
        costs, row_price = self.costs[row], self.row_prices[row]
        for other in range(1, len(self.row_at)):
            if reached[other]:
                continue
            cost = costs[other] - row_price - self.column_prices[other]
            if other not in cheapest or cost < cheapest[other]:
                cheapest[other] = cost
                came_from[other] = column

    def _reprice(self, step: int, reached: list[bool], cheapest: dict[int, int]) -> None:
        for column, is_reached in enumerate(reached):
            if is_reached:
                self.row_prices[self.row_at[column]] += step
                self.column_prices[column] -= step
        for column in cheapest:
            cheapest[column] -= step
