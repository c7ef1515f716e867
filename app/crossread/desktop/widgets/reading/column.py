"""The column that a text stands in: how wide it is, where it begins, and which of its sides comes first."""

from dataclasses import dataclass

LEAST = 38  # characters of the reading column (design, section 5)
EDGE = 40  # pixels left free beside the column, where numbers stand, as long as there is room
NARROW_EDGE = 16


@dataclass(frozen=True, slots=True)
class Page:
    """The column within a view `width` pixels wide; `mirrored` where its text runs from right to left."""

    left: int
    column: int
    mirrored: bool = False

    @property
    def right(self) -> int:
        """Where the column ends, in pixels from the view's left edge."""
        return self.left + self.column

    @property
    def outer(self) -> int:
        """The edge at which lines end, where notes stand."""
        return self.left if self.mirrored else self.right


def column_page(width: int, character: float, measure: int, *, mirrored: bool) -> Page:
    """Set a column of at most `measure` characters into the middle of a view.

    `width` and `character` are in pixels: of the view, and of a character as they come on the average.
    """
    edge = EDGE if width - 2 * EDGE >= LEAST * character else NARROW_EDGE
    column = max(1, min(round(measure * character), width - 2 * edge))
    return Page((width - column) // 2, column, mirrored)
