"""One figure of the bench: what was measured, what it came to, and what it may come to."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

# What is said where the authors' own texts are wanted and are not there.
NO_ORIGINALS = "CROSSREAD_ORIGINALS names no folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measured figure; `budget` is None where the design names none. `unit` is ms, MB, % or x (a ratio).

    `value` is None where it could not be measured here, and `lacks` says what that wants.
    """

    what: str
    value: float | None
    unit: str
    budget: float | None = None
    lacks: str = ""

    @property
    def kept(self) -> bool | None:
        """Tell whether the budget was kept; None where there is none, or nothing was measured."""
        return None if self.budget is None or self.value is None else self.value <= self.budget


Measure = Callable[[], Sequence[Row]]


def median(values: Sequence[float]) -> float:
    """Return the middle one of the values."""
    return percentile(values, 50)


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the least value that `percent` per cent of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * int(percent) // 100) - 1)]


def table(rows: Sequence[Row]) -> str:
    """Set rows as a table in plain text."""
    lines = []
    for row in rows:
        budget = "" if row.budget is None else f"{row.budget:g} {row.unit}"
        verdict = {None: "", True: "kept", False: "MISSED"}[row.kept]
        value = "not measured" if row.value is None else f"{row.value:.2f} {row.unit}"
        lines.append((row.what, value, budget, verdict or row.lacks))
    heads = ("what", "measured", "budget", "")
    widths = [max(len(line[column]) for line in [heads, *lines]) for column in range(4)]
    return "\n".join(
        f"{line[0]:<{widths[0]}}  {line[1]:>{widths[1]}}  {line[2]:>{widths[2]}}  {line[3]}".rstrip()
        for line in [heads, *lines]
    )


def as_json(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return rows as JSON values."""
    return [{**asdict(row), "kept": row.kept} for row in rows]
