"""The comparison from outside: the claim matrix, filled by keys, a claim opened, words sent to it."""

import pyatspi

from tests.access.walk import Walk
from tests.access.walks.desk import nothing_covered, to_desk
from tests.access.walks.inquiry import welcome

TABLE = "Claims by sources"


def go(walk: Walk) -> None:
    """Look at the comparison in its states."""
    welcome(walk)
    to_desk(walk)
    matrix(walk)
    filled(walk)
    claim(walk)
    sent(walk)


def table_of(walk: Walk) -> pyatspi.Table:
    """Return the table interface of the matrix."""
    return walk.find("table", TABLE).it.queryTable()


def cell_of(walk: Walk) -> str:
    """Return how the cell of the first claim and the second source is told."""
    cell = table_of(walk).getAccessibleAt(0, 1)
    return cell.name if cell is not None else ""


def matrix(walk: Walk) -> None:
    """Turn to it: rows, columns and cells have names."""
    walk.keys("ctrl+e")
    walk.look("claim matrix", "What stands firm")
    table = table_of(walk)
    walk.expect(table.nColumns == 5, f"matrix: {table.nColumns} columns are told")
    walk.expect(table.nRows >= 30, f"matrix: {table.nRows} rows are told")
    head, row = table.getColumnHeader(0), table.getRowHeader(0)
    walk.expect(head is not None and head.name.startswith("Source A"), "matrix: no source heads its column")
    walk.expect(row is not None and row.name, "matrix: no claim heads its row")
    name = cell_of(walk)
    walk.expect(name.endswith(", source B: empty"), f"matrix: a cell is told as {name!r}")


def filled(walk: Walk) -> None:
    """Walk and fill by keys; what became of a cell is announced."""
    walk.keys("Right")
    walk.announced.clear()
    walk.keys("2")
    said = [one for one in walk.announced if "source B: reports others" in one]
    walk.expect(said, f"matrix: filling a cell is announced as {walk.announced}")
    name = cell_of(walk)
    walk.expect("reports others" in name, f"matrix: the filled cell is told as {name!r}")
    walk.keys("Down", "5")
    walk.look("cell found silent", "Could it have known")
    walk.press("radio button", "Filled in")
    walk.look("claim matrix, filled in")
    nothing_covered(walk, "matrix")
    walk.press("radio button", "Blank")


def claim(walk: Walk) -> None:
    """Open a claim, say how the sources stand, and come back."""
    walk.focus("table", TABLE)
    walk.keys("space")
    walk.look("claim opened", "How do they stand to each other?")
    walk.press("radio button", "differ")
    walk.keys("Escape")
    focused = walk.focused()
    walk.expect(focused is not None and "table" in focused.role, f"matrix: Escape leads to {focused}")


def sent(walk: Walk) -> None:
    """Send words to a cell from a text."""
    walk.keys("ctrl+e")
    walk.read_at("A, ", "The event itself")
    walk.keys("s", "ctrl+shift+e")
    walk.look("which claim", "Which claim are these words about?")
    walk.keys("Return")
    walk.look("which stance", "How does A stand to it?")
    walk.announced.clear()
    walk.keys("1")
    walk.look("words sent")
    said = [one for one in walk.announced if "In the cell of A" in one]
    walk.expect(said, f"matrix: sending words is announced as {walk.announced}")
