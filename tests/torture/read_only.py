"""Folders that may be read and not written: what is told fits, what can be read is read, nothing is changed.

Bound read-only by `bwrap`, which holds for root as well; where that is not there, SQLite's layer refuses.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw

from crossread.base.declared import THEME
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.record.record import DATABASE_FILE, Record
from tests.record.faulty_disk import faulty_disk
from tests.record.making import SetClock, answer, write_history
from tests.torture.figures import Figures
from tests.torture.messages import complaints_of, complaints_on
from tests.torture.oracle import Promise, judge, seal

# What may only be read, below the data folder, and what must then still be possible.
PLACES: dict[str, str] = {
    "": "nothing",
    "learners/one": "nothing",
    f"learners/one/{DATABASE_FILE}": "reading",
    "learners/one/backups": "saving",
    "packs": "saving",
    "settings.toml": "saving",
}


_BWRAP = ("bwrap", "--dev-bind", "/", "/")


def run(count: int, seed: int, place: Path) -> Figures:
    """Bind each place read-only, `count` times in all, and sit down to work."""
    figures = Figures(fault="read-only places", seed=seed)
    bound = bwrap_lacks() == ""
    figures.how = "bound by bwrap" if bound else f"refused under SQLite ({bwrap_lacks()})"
    for number in range(count):
        where, possible = list(PLACES.items())[number % len(PLACES)]
        folders, promise = _data(place / str(number))
        what = f"run {number}, {where or 'all'}"
        if bound:
            said = _elsewhere(folders, where)
        elif where in (DATABASE_FILE, "learners/one"):
            said = _refused(folders)
        else:
            continue
        _hold(figures, said, possible, what)
        promise.hear(said)
        judge(figures, folders.learners / "one", promise, what)
    return figures


def _data(root: Path) -> tuple[DataFolders, Promise]:
    folders = DataFolders(root)
    promise = Promise()
    promise.keep(write_history(folders.learners / "one", (4, 3), backup_after=1))
    folders.packs.mkdir()
    Settings(folders.settings).set(THEME, "night")
    return folders, promise


def bwrap_lacks() -> str:
    """Say why nothing can be bound read-only here; empty where it can."""
    if shutil.which("bwrap") is None:
        return "bwrap is not installed"
    tried = subprocess.run([*_BWRAP, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "bwrap is not allowed here"


def _elsewhere(folders: DataFolders, where: str) -> list[list[Any]]:
    path = str(folders.root / where)
    done = subprocess.run(
        [*_BWRAP, "--ro-bind", path, path, sys.executable, "-m", __name__],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env={**os.environ, "CROSSREAD_READ_ONLY": str(folders.root)},
        cwd=Path(__file__).parents[2],
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _refused(folders: DataFolders) -> list[list[Any]]:
    said: list[list[Any]] = []
    with faulty_disk() as disk:
        disk.fail(1, apsw.ReadOnlyError, for_ever=True)
        sit(folders, lambda word, what=None: said.append([word, what]), disk.name)
    return said


def sit(folders: DataFolders, say: Callable[..., None], vfs: str | None = None) -> None:
    """Open the record, read, write and back up, and keep a setting; say how far it went and what was told."""
    record: Record | None = None
    try:
        record = Record.open(folders.learners / "one", SetClock(), vfs)
        say("read", len(list(record.entries())))
        record.check()
        say("saved", [[entry.id, seal(entry)] for entry in record.append([answer(9)])])
        record.backup()
        say("backed-up")
    except Expected as error:
        say("told", [error.code, error.message])
    finally:
        if record is not None:
            record.close()
    try:
        Settings(folders.settings).set(THEME, "sepia")
        say("set")
    except OSError:  # the window tells of it in its bar
        say("not-set")


def _hold(figures: Figures, said: list[list[Any]], possible: str, what: str) -> None:
    words = [word for word, _value in said]
    must = {"nothing": [], "reading": ["read"], "saving": ["read", "saved"]}[possible]
    if not set(must) <= set(words) or (possible != "saving" and "saved" in words):
        figures.lost += 1
        figures.complain(f"{what}: went as far as {words}")
    if possible != "saving" and "told" not in words:
        figures.wrong_message += 1
        figures.complain(f"{what}: nothing was told")
    for code, message in (value for word, value in said if word == "told"):
        if wrong := complaints_of("read-only", Expected(code, message)) or complaints_on(message):
            figures.wrong_message += 1
            figures.complain(f"{what}: {wrong[0]}")


def main() -> None:
    """Sit down at the data folder in CROSSREAD_READ_ONLY and print what came of it."""
    sit(
        DataFolders(Path(os.environ["CROSSREAD_READ_ONLY"])),
        lambda word, what=None: print(json.dumps([word, what])),
    )


if __name__ == "__main__":
    main()
