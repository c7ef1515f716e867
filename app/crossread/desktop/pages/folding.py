"""How the desk folds when there is less width than two panes and a question column need."""

from typing import Literal

Fold = Literal["wide", "tabs", "drawer", "single"]


def fold(width: int, pane: int, column: int, panes: int) -> Fold:
    """Choose the desk's form for a width, all in pixels (design, section 5).

    `pane` is the least width of a pane (38 characters), `column` that of the questions, `panes` how
    many there are. First the panes become tabs, then the questions a drawer at the bottom; where not
    even one pane has its characters there is one pane and no tabs.
    """
    if width >= panes * pane + column:
        return "wide"
    if width >= pane + column:
        return "tabs"
    return "drawer" if width >= pane else "single"
