"""Asking the record from another thread: page by page, and always of one and the same record."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.operations.remembering.asking_record import AskingRecord
from crossread.record.backup_names import list_backups
from crossread.record.queries import PAGE
from crossread.record.record import Record
from crossread.record.writer import Writer
from tests.record.desk import SOON
from tests.record.making import SetClock, answer


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """Give a writer whose record has more than a page, with a backup of the first half and one of all."""
    record = Record.open(tmp_path, SetClock())
    record.check()
    for _time in range(2):
        record.append([answer(number) for number in range(PAGE)])
        record.backup()
    record.close()
    writer, checked = Writer(tmp_path, SetClock()), threading.Event()
    writer.start(lambda _opened: None, lambda _checked: checked.set())
    assert checked.wait(SOON)
    yield writer
    writer.close(SOON, discard=True)


@pytest.mark.parametrize("after", [0, PAGE + 3])
def test_what_is_read_over_a_restore_is_not_of_two_records(
    writer: Writer, tmp_path: Path, after: int
) -> None:
    """With as many answers `after` it the record is as long again as what was read."""
    ask = AskingRecord(writer, SOON)
    entries = ask.entries()
    for _entry in range(PAGE + 1):
        next(entries)
    first = list_backups(tmp_path)[-1].name
    ask(lambda record: list(record.restore_steps(first)))
    ask(lambda record: record.append([answer(number) for number in range(after)]))
    with pytest.raises(Expected) as told:
        list(entries)
    assert told.value.code == "record-changed"


def test_what_is_written_meanwhile_comes_too(writer: Writer) -> None:
    ask = AskingRecord(writer, SOON)
    entries = ask.entries()
    next(entries)
    ask(lambda record: record.append([answer(1)]))
    assert sum(1 for _entry in entries) == 2 * PAGE
