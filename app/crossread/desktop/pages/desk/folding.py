"""How the desk folds when there is less room than its panes and a question column need."""

from collections.abc import Sequence
from typing import Literal

Fold = Literal["wide", "square", "tabs", "drawer", "single"]

MOST_BESIDE = 3  # panes side by side, as long as there is the height for two rows


def fold(width: int, height: int, panes: Sequence[int], row: int, column: int) -> Fold:
    """Choose the desk's form for a window, all in pixels (design, section 5).

    `panes` are the least widths of the panes (38 characters each), `row` is the least height of one,
    `column` the least width of the questions. Up to three panes stand side by side, four in two rows of
    two, and so do three where there is not the width. First the panes become tabs, then the questions a
    drawer at the bottom; where not even one pane has its characters there is one pane and no tabs.
    """
    beside = width - column
    may_stack = len(panes) > 2 and height >= 2 * row and beside >= square_width(panes)
    if len(panes) > MOST_BESIDE and may_stack:
        return "square"
    if beside >= sum(panes):
        return "wide"
    if may_stack:
        return "square"
    if beside >= max(panes):
        return "tabs"
    return "drawer" if width >= max(panes) else "single"


def square_width(panes: Sequence[int]) -> int:
    """Return the least width of three or four panes in two rows, the first two above."""
    left = max(panes[0], panes[2]) if len(panes) > 3 else panes[0]
    right = max(panes[1], panes[3]) if len(panes) > 3 else panes[1]
    return max(left + right, *panes)
