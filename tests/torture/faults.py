"""Every fault by its name: how it is done, and how often in all."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryDirectory

from tests.torture import (
    clocks,
    damage,
    deleting,
    full_disk,
    io_errors,
    keeping_packs,
    kills,
    open_elsewhere,
    power_cuts,
    read_only,
    restore_drill,
    settings_file,
    shown,
    taken_away,
    two_programs,
)
from tests.torture.figures import Figures, Run

MEMORY = Path("/dev/shm")  # noqa: S108  (Linux's disk in memory; elsewhere the usual folder serves)
ROOM = 500_000_000  # bytes
LEAST = 3  # runs, however small the share


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault, and how often it is done where all of it is done."""

    run: Run
    count: int

    def do(self, share: float, seed: int) -> Figures:
        """Do a share (0 to 1) of it, in a folder of its own."""
        count = max(LEAST, round(self.count * share))
        start = time.monotonic()
        with TemporaryDirectory(dir=_place()) as folder:
            figures = self.run(count, seed, Path(folder))
        return replace(figures, seconds=time.monotonic() - start)


def _place() -> Path | None:
    """Return where to do it: in memory where that has room for all of it; containers often give it little."""
    return MEMORY if MEMORY.is_dir() and disk_usage(MEMORY).free > ROOM else None


FAULTS: Mapping[str, Fault] = {
    "kills-at-work": Fault(kills.run_append, 300),
    "kills-backing-up": Fault(kills.run_backup, 115),
    "kills-restoring": Fault(kills.run_repair, 125),
    "kills-restoring-as-asked": Fault(kills.run_restore, 100),
    "kills-upgrading": Fault(kills.run_upgrade, 100),
    "kills-taking-notes-in": Fault(kills.run_import_notes, 60),
    "kills-adding-a-text": Fault(kills.run_import_original, 40),
    "kills-taking-a-pack-in": Fault(keeping_packs.run_kills, 40),
    "kills-exporting": Fault(kills.run_export, 60),
    "kills-deleting": Fault(deleting.run_kills, 60),
    "power-at-work": Fault(power_cuts.run_whole, 5000),
    "power-database-alone": Fault(power_cuts.run_database_alone, 4000),
    "power-log-alone": Fault(power_cuts.run_log_alone, 3000),
    "power-repairing": Fault(power_cuts.run_repair, 2000),
    "power-restoring-as-asked": Fault(power_cuts.run_restore, 1500),
    "power-upgrading": Fault(power_cuts.run_upgrade, 1500),
    "power-deleting": Fault(deleting.run_power, 500),
    "power-taking-a-pack-in": Fault(keeping_packs.run_power, 500),
    "power-lying-disk": Fault(power_cuts.run_lying_database, 1000),
    "power-files": Fault(power_cuts.run_files, 1000),
    "control-no-syncs": Fault(power_cuts.control_no_syncs, 500),
    "control-deleted-journal": Fault(power_cuts.control_deleted_journal, 500),
    "control-log-without-syncs": Fault(power_cuts.control_log_without_syncs, 500),
    "io-errors": Fault(io_errors.run, 6000),
    "shown": Fault(shown.run, 300),
    "full-pages": Fault(full_disk.run_pages, 100),
    "full-file-limit": Fault(full_disk.run_limit, 60),
    "full-small-disk": Fault(full_disk.run_small_disk, 30),
    "full-dev-full": Fault(full_disk.run_dev_full, 6),
    "flips-in-database": Fault(partial(damage.run, "database", "flip"), 1500),
    "pages-in-database": Fault(partial(damage.run, "database", "page"), 300),
    "cuts-in-database": Fault(partial(damage.run, "database", "cut"), 80),
    "answers-in-database": Fault(partial(damage.run, "database", "answer"), 100),
    "flips-in-log": Fault(partial(damage.run, "log", "flip"), 500),
    "cuts-in-log": Fault(partial(damage.run, "log", "cut"), 40),
    "flips-in-backup": Fault(partial(damage.run, "backup", "flip"), 500),
    "pages-in-backup": Fault(partial(damage.run, "backup", "page"), 100),
    "cuts-in-backup": Fault(partial(damage.run, "backup", "cut"), 40),
    "journals": Fault(damage.run_journal, 200),
    "flips-in-settings": Fault(partial(settings_file.run, "flip"), 500),
    "pages-in-settings": Fault(partial(settings_file.run, "page"), 60),
    "cuts-in-settings": Fault(partial(settings_file.run, "cut"), 60),
    "control-no-checksums": Fault(damage.control_no_checksums, 100),
    "read-only": Fault(read_only.run, 12),
    "clocks": Fault(clocks.run, 200),
    "taken-away": Fault(taken_away.run, 300),
    "open-elsewhere": Fault(open_elsewhere.run, 100),
    "races": Fault(two_programs.run_races, 50),
    "stale-locks": Fault(two_programs.run_stale, 40),
    "restore-drills": Fault(restore_drill.run, 100),
}
