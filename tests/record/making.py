"""Making records for tests: a clock that can be set, entries, a folder with a history."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crossread.base.entries import KINDS, Entry, NewEntry
from crossread.record.check import CheckReport
from crossread.record.record import Record


@dataclass
class SetClock:
    """A clock that stands where it is set and goes on by a second a look."""

    at: datetime = field(default_factory=lambda: datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
    ticks: float = 100.0

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def monotonic(self) -> float:
        self.ticks += 1
        return self.ticks


def answer(number: int = 0) -> NewEntry:
    """Return an answer, different for each number; every third was shown the same question."""
    return NewEntry(
        kind="answered",
        pack="khojaly-1992",
        pack_version="1.2.0",
        question=f"question-{number % 3}",
        attempt=1,
        payload={"response": f"Antwort {number} – “só”", "score": number / 7},
        seen={"prompt": f"How many? {number % 3}", "options": [1, 2, 3]},
        key={"answer": number % 3},
    )


def of_any_kind(number: int) -> NewEntry:
    """Return an entry whose kind goes through all that there are, so that a new one joins by itself."""
    kinds = list(KINDS)
    return NewEntry(
        kind=kinds[number % len(kinds)],
        pack="khojaly-1992",
        pack_version="1.2.0",
        question=f"question-{number % 3}",
        attempt=1,
        payload={
            "stage": "read",
            "on": number % 2 == 0,
            "rating": {"level": f"Stufe {number}", "ideas": ["só", number]},
            "score": None if number % 2 else number / 7,
            "key": f"passage/{number}",
            "text": f"Wer sah es? {number}",
            "tags": ["só", f"Brücke {number}"],
            "passages": [{"source": "karcic", "which": "digest", "quote": "só", "position": number}],
            "digest": f"{number:064x}",
        },
        seen={"texts": {f"{number:064x}": "A text that something was noted in."}}
        if number % 4 == 0
        else None,
    )


def opened(folder: Path, vfs: str | None = None) -> tuple[Record, CheckReport]:
    """Open a record for writing."""
    record = Record.open(folder, SetClock(), vfs)
    try:
        return record, record.check()
    except BaseException:
        record.close()
        raise


def write_history(folder: Path, sessions: tuple[int, ...], *, backup_after: int = 0) -> list[Entry]:
    """Make a record of several sessions, so many answers each, backed up after the first few sessions."""
    made: list[Entry] = []
    for number, answers in enumerate(sessions, 1):
        record, _report = opened(folder)
        for _answer in range(answers):
            made += record.append([answer(len(made))])
        record.set_draft(f"draft/{number}", {"text": f"half a thought {number}"})
        if number <= backup_after:
            record.backup()
        record.close()
    return made


def written(folder: Path, sessions: list[int]) -> list[list[Entry]]:
    """Make a record of sessions of so many entries, each backed up; return what each backup holds."""
    held: list[list[Entry]] = []
    made: list[Entry] = []
    for count in sessions:
        record, _report = opened(folder)
        for _one in range(count):
            made += record.append([of_any_kind(len(made))])
        record.set_draft("typing", {"text": len(made)})
        record.backup()
        held.append(list(made))
        record.close()
    return held


def all_entries(folder: Path) -> list[Entry]:
    """Open a record, check it and return all its entries."""
    record, _report = opened(folder)
    try:
        return list(record.entries())
    finally:
        record.close()


def crash(record: Record) -> None:
    """Let go of a record as a killed process would: nothing is marked, nothing is flushed."""
    record._disconnect()
    record._lock.release()
