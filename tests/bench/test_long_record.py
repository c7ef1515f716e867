"""The long records of the bench: records like any other, so that what is measured is what a learner has."""

from pathlib import Path

from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.record.record import Record
from tests.bench.long_record import long_record

ENTRIES = 1_000


def test_a_long_record_passes_its_check_with_all_that_was_seen(tmp_path: Path) -> None:
    for clean in (True, False):
        folder = long_record(DataFolders(tmp_path / str(clean)), ENTRIES, clean=clean)
        record = Record.open(folder, SystemClock())
        try:
            report = record.check()
            assert (report.repaired, report.replayed, report.damaged_lines) == (False, 0, 0)
            assert report.full is not clean
            entries = list(record.entries())
            assert len(entries) == ENTRIES
            assert len({entry.pack for entry in entries}) > 2
            assert all(record.seen(entry.seen_digest) for entry in entries if entry.seen_digest)
        finally:
            record.close()
