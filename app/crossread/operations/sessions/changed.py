"""What an operation changed, and how the record is doing: all that a view needs to know to redraw."""

from dataclasses import dataclass
from typing import Literal

# "looks" are settings that change only how things look; all others are "settings". "restoring": the record is
# about to be another one, and nothing unfinished may be kept over it.
What = Literal["status", "library", "state", "originals", "settings", "looks", "report", "restoring"]

StatusKind = Literal["opening", "checking", "ready", "saving", "not-saved", "failed", "closed"]


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed, and in which pack where it concerns one."""

    what: frozenset[What]
    pack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How the record is doing.

    `message` is a sentence for the user where something is wrong, `code` that of the error where the record
    could not be opened. `done` of `total` parts are checked while it is checking, or while it is opening are
    backed up before an upgrade, or repaired. `since` is when it began to be so, in the clock's monotonic
    seconds.
    """

    kind: StatusKind
    message: str = ""
    done: int = 0
    total: int = 0
    since: float = 0.0
    code: str = ""
