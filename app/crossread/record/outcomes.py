"""What the writer answers with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossread.base.entries import Entry, NewEntry
from crossread.base.errors import Expected
from crossread.record.check import CheckReport


@dataclass(frozen=True, slots=True)
class Saved:
    """Entries that are durable in both copies, with their numbers."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class NotSaved:
    """Entries that are not saved, and why; the writer keeps them and `retry` tries again."""

    entries: tuple[NewEntry, ...]
    error: Expected


@dataclass(frozen=True, slots=True)
class OpenResult:
    """What was taken from a record when it is opened, or opened again after a repair; or why it cannot be.

    `taken` is what the job given to `Writer.start` found. With an error (`record-locked`, `record-newer`,
    `record-unreadable`, `record-beyond-repair`) nothing was taken, and there are no drafts.
    """

    taken: Any = None
    drafts: Mapping[str, Any] | None = None
    error: Expected | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the check; writing is open if there is a report.

    `reopened` holds what is taken from the record anew, where the check changed what it holds.
    """

    report: CheckReport | None
    error: Expected | None = None
    reopened: OpenResult | None = None
