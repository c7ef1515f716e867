"""One line of the table: how often a fault was done, and what came of it."""

import json
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

_SAMPLES = 5  # of what went wrong, each told in a line


@dataclass(kw_only=True)
class Figures:
    """What came of a fault that was done `runs` times.

    `acknowledged` entries (or files) were promised in all; `lost` of them were not there afterwards as they
    were, `invented` were there without ever having been given, `wrong_message` is how often what the user is
    told did not fit. `repaired` is how often damage was found, told and mended, `untouched` how often all was
    proven to be as it was. A `control` is less careful than the program and must lose, or the harness is
    blind. `lacks` says why a fault could not be done here.
    """

    fault: str
    seed: int
    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    invented: int = 0
    repaired: int = 0
    untouched: int = 0
    wrong_message: int = 0
    seconds: float = 0.0
    control: bool = False
    lacks: str = ""
    how: str = ""  # which of several ways was open here
    wrong: list[str] = field(default_factory=list)

    def complain(self, what: str) -> None:
        """Keep a line on something that went wrong, with what is needed to see it again."""
        if len(self.wrong) < _SAMPLES:
            self.wrong.append(what)

    @property
    def as_it_must(self) -> bool:
        """Tell whether nothing was lost, invented or told wrongly; of a control, whether it lost."""
        if self.lacks:
            return True
        if self.control:
            return self.lost > 0
        return self.runs > 0 and not (self.lost or self.invented or self.wrong_message)

    def add(self, other: "Figures") -> None:
        """Take in the numbers of another run of the same fault."""
        for name in ("runs", "acknowledged", "lost", "invented", "repaired", "untouched", "wrong_message"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.lacks, self.how = self.lacks or other.lacks, self.how or other.how
        for line in other.wrong:
            self.complain(line)


Run = Callable[[int, int, Path], Figures]

_HEADS = (
    "fault",
    "runs",
    "acknowledged",
    "lost",
    "invented",
    "repaired",
    "untouched",
    "wrong message",
    "s",
    "",
)


def table(rows: Sequence[Figures]) -> str:
    """Set the figures as a table in plain text."""
    lines = [
        (
            row.fault,
            *(str(value) for value in (row.runs, row.acknowledged, row.lost, row.invented)),
            *(str(value) for value in (row.repaired, row.untouched, row.wrong_message)),
            f"{row.seconds:.1f}",
            _verdict(row),
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (_HEADS, *lines)) for column in range(len(_HEADS))]
    return "\n".join(
        "  ".join(
            text.ljust(width) if column in (0, len(_HEADS) - 1) else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in (_HEADS, *lines)
    )


def _verdict(row: Figures) -> str:
    if row.lacks:
        return f"not run: {row.lacks}"
    if row.control:
        return "lost, as it must" if row.as_it_must else "DID NOT LOSE: the harness is blind"
    return row.how if row.as_it_must else "FAILED"


def as_json(rows: Iterable[Figures]) -> str:
    """Give the figures as JSON, with the machine they were taken on."""
    rows = list(rows)
    usual = [row for row in rows if not row.control]
    told: dict[str, Any] = {
        "machine": {
            "system": platform.system(),
            "python": platform.python_version(),
            "machine": platform.machine(),
        },
        "runs": sum(row.runs for row in usual),
        "acknowledged": sum(row.acknowledged for row in usual),
        "lost": sum(row.lost for row in usual),
        "invented": sum(row.invented for row in usual),
        "wrong_message": sum(row.wrong_message for row in usual),
        "rows": [{**asdict(row), "as_it_must": row.as_it_must} for row in rows],
    }
    return json.dumps(told, indent=1, ensure_ascii=False)
