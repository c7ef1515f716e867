"""The table of faults and messages: what a learner may be told of each, and how a sentence must be."""

import platform
import re
from collections.abc import Mapping, Sequence

from crossread.base.errors import Expected
from crossread.record import backup_errors, errors, schema

# What may be told, by its stable code, while a fault lasts. docs/reliability.md shows the same table.
FITTING: Mapping[str, frozenset[str]] = {
    "I/O error": frozenset(
        {"not-saved", "record-unreadable", "backup-not-made", "nothing-restored", "upgrade-not-backed-up"}
    ),
    "disk full": frozenset(
        {"disk-full", "backup-no-room", "nothing-restored", "upgrade-not-backed-up", "not-written"}
    ),
    # A limit on the size of files reads as an I/O error to SQLite: the disk did not take it.
    "file limit": frozenset({"not-saved", "record-unreadable", "backup-not-made", "not-written"}),
    "read-only": frozenset({"not-saved", "record-unreadable", "backup-not-made"}),
    "in use": frozenset({"record-locked"}),
    "newer": frozenset({"record-newer"}),
    "beyond repair": frozenset({"record-beyond-repair", "record-damaged"}),
    "file not written": frozenset({"not-written", "not-kept"}),
}

# One of each, as the program makes it: docs/reliability.md shows their sentences.
SHOWN: Sequence[tuple[Expected, str]] = (
    (errors.not_saved("…"), "an answer could not be written"),
    (errors.disk_full(saving=True), "the disk is full while an answer is written"),
    (errors.disk_full(saving=False), "the disk is full at the start"),
    (errors.unreadable("…"), "the record cannot be opened"),
    (errors.locked("…", platform.node()), "another program has the record"),
    (errors.locked("…", "…"), "a program on another computer has the record"),
    (errors.newer(9, schema.VERSION), "a newer version wrote the record"),
    (errors.damaged("…"), "damage is met; it is repaired at once"),
    (errors.beyond_repair(), "nothing whole is left"),
    (backup_errors.no_room(0, 0), "there is no room for a backup"),
    (backup_errors.not_backed_up("…"), "a backup could not be written"),
    (backup_errors.backup_damaged("…"), "a backup that was chosen is damaged"),
)

_LONGEST = 400
# What no learner should have to read: paths, the words of libraries and of this harness.
_TECHNICAL = re.compile(
    r"/(tmp|home|dev|work|root|proc)\b|Traceback|\w*Error\b|errno|Errno|SQLite|SQLITE|apsw|injected|None\b|0x|[{}]|\?\?"
)


def complaints_on(sentence: str) -> list[str]:
    """Return what is wrong with a sentence for a learner; empty where nothing is."""
    said = []
    if found := _TECHNICAL.search(sentence):
        said.append(f"{found[0]!r} is no word for a learner")
    if not sentence.endswith((".", "”")) or not (sentence[:1].isupper() or sentence[:1].isdigit()):
        said.append("it is no sentence")
    if len(sentence) > _LONGEST:
        said.append("it is too long")
    return [f"{one}: {sentence}" for one in said]


def complaints_of(fault: str, error: Expected) -> list[str]:
    """Return what is wrong with what is told of a fault; empty where it fits."""
    said = complaints_on(error.message)
    if error.code not in FITTING[fault]:
        said.append(f"{error.code} does not fit {fault}: {error.message}")
    return said
