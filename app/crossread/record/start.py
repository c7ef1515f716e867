"""What happens when a record is opened: how much is checked, what is put back, what is repaired."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from crossread.record.check import CheckReport, Progress, check_all, check_rows
from crossread.record.database import Database
from crossread.record.recovery import Rebuilt, Replay, read_logs, replay
from crossread.record.second_log import log_files


def check_and_complete(
    database: Database,
    folder: Path,
    now: datetime,
    progress: Progress | None,
    wanted: Callable[[], bool] | None = None,
    *,
    full: bool,
) -> CheckReport:
    """Check what must be checked and put back what only the second logs have.

    After a clean exit that is what was added since the last verified entry, and the second logs that are
    not as they were; with `full`, or after any other exit, everything. Raises Damaged, and what apsw and
    the system raise.
    """
    state = database.note("state") or {}
    last = database.last()
    mark = int(state.get("verified", 0))
    clean = (
        not full
        and bool(state.get("clean"))
        and (state["seq"], state["checksum"]) == (last[0], last[1].hex())
        and database.checksum_at(mark).hex() == state["verified_checksum"]
        and _is_compared(database, folder)
    )
    if clean:
        check_rows(database, mark, database.checksum_at(mark), progress)
    else:
        check_all(database, progress, wanted)
    _drafts, drafts_lost = database.drafts()
    if drafts_lost:
        with database.transaction():
            database.forget_damaged_drafts()  # told once
    # What a database that was not closed says about itself may be older than what the logs hold.
    compared = database.compared_logs() if clean else {}
    logged, damaged_lines, files = read_logs(folder, compared, database, partial(_told, progress, last[0]))
    done = Replay()
    if files:
        with database.transaction():
            done = replay(database, logged)
            database.set_compared_logs(files)
    return CheckReport(
        checked=last[0] - mark if clean else last[0],
        entries=database.last()[0],
        full=not clean,
        at=now,
        replayed=done.count,
        renumbered=done.renumbered,
        damaged_lines=damaged_lines,
        drafts_lost=drafts_lost,
    )


def _told(progress: Progress | None, total: int) -> None:
    if progress is not None:
        progress(total, total)


def _is_compared(database: Database, folder: Path) -> bool:
    """Tell whether the second logs are as a clean exit leaves them.

    Where they are not, the exit was none, or a disk kept only a part of it: ids are not to be looked up in
    an index that was never checked, or what is known is put in a second time.
    """
    compared = database.compared_logs()
    return all(compared.get(name) == size for name, size in log_files(folder).items())


def report_of(rebuilt: Rebuilt, database: Database, damage: str, now: datetime) -> CheckReport:
    """Tell what a rebuilt record was rebuilt from and what it holds."""
    entries = database.last()[0]
    return CheckReport(
        checked=entries,
        entries=entries,
        full=True,
        at=now,
        damage=damage,
        kept_as=rebuilt.kept_as,
        backup_of=rebuilt.backup_of,
        replayed=rebuilt.replay.count,
        renumbered=rebuilt.replay.renumbered,
        missing=rebuilt.missing,
        damaged_lines=rebuilt.damaged_lines,
        drafts_lost=rebuilt.drafts_lost,
        answers=database.count_answers(),
    )


def note_open(database: Database) -> None:
    """Write down that all there is has been verified, and that it is in use; call inside a transaction."""
    seq, checksum = database.last()
    state = {"clean": False, "verified": seq, "verified_checksum": checksum.hex()}
    database.set_note("state", {**state, "seq": seq, "checksum": checksum.hex()})


def note_clean_exit(database: Database) -> None:
    """Write down where a clean exit left the record; what was verified stays what it was.

    What was added since is read back from the disk, and verified, at the next start.
    """
    seq, checksum = database.last()
    state = database.note("state") or {}
    database.set_note("state", {**state, "clean": True, "seq": seq, "checksum": checksum.hex()})
