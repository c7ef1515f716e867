"""A process to be killed: it appends entries of all kinds for ever and prints each id when acknowledged."""

import sys
from pathlib import Path

from crossread.base.clock import SystemClock
from crossread.base.entries import KINDS, NewEntry
from crossread.record.record import Record


def append_for_ever(folder: Path) -> None:
    """Open, check, and append lists of one to three entries, with drafts and backups in between."""
    record = Record.open(folder, SystemClock())
    record.check()
    kinds = list(KINDS)
    number = 0
    while True:
        number += 1
        made = record.append(
            [
                NewEntry(
                    kind=kinds[number % len(kinds)],
                    payload={"n": number, "part": part},
                    seen={"prompt": number % 5},
                )
                for part in range(number % 3 + 1)
            ]
        )
        sys.stdout.write(" ".join(entry.id for entry in made) + "\n")
        sys.stdout.flush()
        record.set_draft("typing", "x" * number)
        if number % 7 == 0:
            record.backup()


if __name__ == "__main__":
    append_for_ever(Path(sys.argv[1]))
