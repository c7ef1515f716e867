"""How much room the parts of the desk need: panes beside and above one another, and a drawer below them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.desk.folding import Fold, square_width
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.questions.column_frame import LOW
from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.column import LEAST

LINES = (6, 3)  # of the text that stay in view above a drawer of more than half of the height, or at least
MOST = 0.6  # of the height, for a drawer that has little
ROW_LINES = 5  # of the text that a pane has room for where two stand above one another
ROW_HEAD = 110  # pixels at the default text size, for what stands above these lines


def leasts(panes: Sequence[Pane]) -> list[int]:
    """Return the least width of each pane, in pixels: that of 38 characters."""
    return [pane.view.width_for(LEAST) for pane in panes]


def least_beside(form: Fold, panes: Sequence[Pane]) -> int:
    """Return the least width of all panes in view, in pixels."""
    widths = leasts(panes)
    if form == "wide":
        return sum(widths)
    return square_width(widths) if form == "square" else max(widths)


def row_least(panes: Sequence[Pane]) -> int:
    """Return the least height of a row of panes where there are two, in pixels."""
    look = theme.current()
    line = look.typography.line_height * max(pane.view.text_size() for pane in panes)
    return look.scaled(ROW_HEAD) + round(ROW_LINES * line)


def is_low(height: int) -> bool:
    """Tell whether half of a height is little for a question."""
    return height // 2 < theme.current().scaled(LOW)


def drawer_height(height: int, pane: Pane, tabs: QWidget, *, low: bool) -> int:
    """Return half of a height; where that is low, more, as long as the text of a pane keeps some lines.

    Where not even half of it leaves the text its lines, all of it: of two things in pieces one is whole.
    """
    half = max(1, height // 2)
    if not low:
        return half
    above = sum(one.sizeHint().height() for one in (tabs, pane.note) if not one.isHidden())
    left = height - above - pane.header.sizeHint().height()
    line = theme.current().typography.line_height * pane.view.text_size()
    if pane.header.least_height() + above + round(LINES[-1] * line) > height - half:
        return height
    most = (left - round(lines * line) for lines in LINES)
    return next((min(one, round(MOST * height)) for one in most if one > half), half)
