"""The second log: what was written is read back, and what is damaged is left out and counted."""

import random
from pathlib import Path

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.canonical import canonical_json, digest
from crossread.record.rows import NO_ROW, Row, StoredRow, checksum
from crossread.record.second_log import (
    LoggedEntry,
    SecondLog,
    log_files,
    log_path,
    read_line,
    read_log,
    spell_line,
)
from tests.record.faulty_disk import every_change, faulty_disk
from tests.record.test_rows import chained, payloads, rows

SESSION = "5e5510"


def some_rows(number: int) -> list[StoredRow]:
    row = Row(
        0, "", SESSION, "2026-03-01T09:30:00+00:00", 1.5, "answered", "p", "1", "q", "", "", 1, '{"v":1}'
    )
    return chained(*(row._replace(id=f"{seq:032x}") for seq in range(number)))


@given(rows, payloads)
def test_a_line_is_read_as_it_was_spelt(row: Row, shown: dict[str, object]) -> None:
    text = canonical_json(shown)
    entry = LoggedEntry(StoredRow(row, checksum(row, NO_ROW)), {digest(text): text})
    line = spell_line(entry)
    assert line.endswith(b"\n")
    assert b"\n" not in line[:-1]
    assert read_line(line[:-1]) == entry


@given(rows, st.data())
def test_a_line_with_any_bit_flipped_is_not_read(row: Row, data: st.DataObject) -> None:
    line = bytearray(spell_line(LoggedEntry(StoredRow(row, NO_ROW), {}))[:-1])
    bit = data.draw(st.integers(0, len(line) * 8 - 1))
    line[bit // 8] ^= 1 << bit % 8
    assert read_line(bytes(line)) is None


@pytest.mark.parametrize("line", [b"", b"00000000 ", b"00000000 {}", b"x", b"\xff" * 40])
def test_what_is_no_line_is_not_read(line: bytes) -> None:
    assert read_line(line) is None


def test_a_log_cut_off_anywhere_gives_all_lines_before_the_cut(tmp_path: Path) -> None:
    log = SecondLog(tmp_path, SESSION, None)
    stored = some_rows(5)
    log.append(stored, {})
    log.close()
    path = log_path(tmp_path, SESSION)
    whole = path.read_bytes()
    for cut in range(len(whole) + 1):
        path.write_bytes(whole[:cut])
        content = read_log(path)
        # A last line that lacks only its newline is whole.
        complete = sum(1 for end in _ends(whole) if end <= cut)
        assert [entry.stored for entry in content.entries] == stored[:complete]
        torn = cut - max([0, *(end for end in _ends(whole) if end <= cut)])
        assert content.damaged == (1 if torn > 1 or (torn == 1 and whole[cut - 1 : cut] != b"\n") else 0)


def _ends(whole: bytes) -> list[int]:
    return [at for at, byte in enumerate(whole) if byte == ord("\n")]


def test_a_damaged_line_costs_only_itself(tmp_path: Path) -> None:
    log = SecondLog(tmp_path, SESSION, None)
    log.append(some_rows(9), {})
    log.close()
    path = log_path(tmp_path, SESSION)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[4] = lines[4].replace(b"answered", b"answersd")
    path.write_bytes(b"".join(lines))
    content = read_log(path)
    assert [entry.stored.row.seq for entry in content.entries] == [1, 2, 3, 4, 6, 7, 8, 9]
    assert content.damaged == 1


def test_what_was_seen_is_written_once_a_session(tmp_path: Path) -> None:
    text = canonical_json({"prompt": "How many?"})
    name = digest(text)
    one, two = (stored._replace(row=stored.row._replace(seen_digest=name)) for stored in some_rows(2))
    log = SecondLog(tmp_path, SESSION, None)
    log.append([one], {name: text})
    log.append([two], {name: text})
    log.close()
    first, second = read_log(log_path(tmp_path, SESSION)).entries
    assert first.seen == {name: text}
    assert second.seen == {}


def test_a_failed_write_leaves_nothing_behind_once_the_next_succeeds(tmp_path: Path) -> None:
    before, rest = some_rows(3)[:1], some_rows(3)[1:]
    for at in every_change():
        with faulty_disk() as disk:
            log = SecondLog(tmp_path, f"{at:06x}", disk.name)
            log.append(before, {})
            disk.fail(at)
            try:
                log.append(rest, {})
                break
            except apsw.IOError:
                pass
            disk.heal()
            log.append(rest, {})
            log.close()
        content = read_log(log_path(tmp_path, f"{at:06x}"))
        assert [entry.stored for entry in content.entries] == before + rest
        assert content.damaged == 0
    assert at > 2


def test_lines_that_were_refused_are_gone_when_fewer_are_written_after_them(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        log = SecondLog(tmp_path, SESSION, disk.name)
        disk.fail(2)  # written, but the sync is refused
        with pytest.raises(apsw.IOError):
            log.append(some_rows(3), {})
        disk.heal()
        log.append(some_rows(1), {})
        log.close()
    content = read_log(log_path(tmp_path, SESSION))
    assert [entry.stored for entry in content.entries] == some_rows(1)
    assert content.damaged == 0


def test_a_line_is_synced_before_append_returns(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        log = SecondLog(tmp_path, SESSION, disk.name)
        log.append(some_rows(1), {})
        assert [operation.what for operation in disk.operations] == ["write", "sync"]
        log.close()


def test_a_list_of_any_length_is_written_whole(tmp_path: Path) -> None:
    line = len(spell_line(LoggedEntry(some_rows(1)[0], {})))
    stored = some_rows((1 << 18) // line + 10)
    log = SecondLog(tmp_path, SESSION, None)
    log.append(stored, {})
    log.close()
    assert [entry.stored for entry in read_log(log_path(tmp_path, SESSION)).entries] == stored


def test_only_second_logs_are_taken_for_second_logs(tmp_path: Path) -> None:
    for name in ("answers-0a.log", "answers-.log", "answers-0a.log.bak", "record.sqlite", "notes.log"):
        (tmp_path / name).write_bytes(b"12345")
    assert log_files(tmp_path) == {"answers-0a.log": 5}


def test_random_bytes_in_a_log_are_damaged_lines_and_nothing_else(tmp_path: Path) -> None:
    chance = random.Random(7)
    path = tmp_path / "answers-0a.log"
    for _round in range(50):
        path.write_bytes(chance.randbytes(300))
        content = read_log(path)
        assert content.entries == ()
        assert content.damaged > 0
