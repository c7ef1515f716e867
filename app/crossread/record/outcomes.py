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
    """What a record holds when it is opened, or opened again after a repair; or why it cannot be.

    With an error (`record-locked`, `record-newer`, `record-unreadable`, `record-beyond-repair`) there
    are no entries and no drafts.
    """

    entries: tuple[Entry, ...] = ()
    drafts: Mapping[str, Any] | None = None
    error: Expected | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of the check; writing is open if there is a report.

    `reopened` holds all entries and drafts anew where the check changed what was handed over before.
    """

    report: CheckReport | None
    error: Expected | None = None
    reopened: OpenResult | None = None
