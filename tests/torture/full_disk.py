"""A full disk, by the ways that this system offers; the words fit, nothing is lost, and room heals it.

SQLite's own limit on pages; a limit on the size of files; a small disk in memory, in a name space of its own;
a layer under SQLite that says "full"; and /dev/full for what is written plainly.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from crossread.base.errors import Expected
from crossread.operations.handing_on.handing_on import write_file
from crossread.operations.handing_on.writing_files import write_pieces
from crossread.record.record import Record
from crossread.record.rows import Prepared
from tests.record.making import SetClock, answer, of_any_kind
from tests.torture.children import Say, child
from tests.torture.figures import Figures
from tests.torture.messages import complaints_of, complaints_on
from tests.torture.oracle import Promise, judge, seal

_MOST = 3000  # entries until a disk that should be full is given up
SMALL = 600  # kilobytes


def run_pages(count: int, seed: int, place: Path) -> Figures:
    """Let SQLite refuse further pages, and then allow them again."""
    figures = Figures(fault="full disk: no more pages", seed=seed)
    chance = random.Random(seed)
    for number in range(count):
        folder, promise = place / str(number), Promise()
        record = Record.open(folder, SetClock())
        record.check()
        promise.keep(record.append([answer(0)]))
        pages = _pragma(record, "page_count")
        _pragma(record, "max_page_count", pages + chance.randrange(1, 12))
        prepared, told = _fill(record, promise)
        _hold(figures, told, "disk full", f"run {number}")
        # The connection was given up with the failure: a new one knows of no limit.
        promise.keep(record.write(prepared))
        record.close()
        judge(figures, folder, promise, f"run {number}")
    return figures


def _pragma(record: Record, name: str, value: int | None = None) -> int:
    database = record._database
    if database is None:
        raise AssertionError("the record has no connection")
    return int(database._connection.pragma(name, value) if value else database._connection.pragma(name))


def _fill(record: Record, promise: Promise) -> tuple[Sequence[Prepared], Expected]:
    for number in range(_MOST):
        prepared = record.prepare([answer(number), of_any_kind(number)])
        try:
            promise.keep(record.write(prepared))
        except Expected as error:
            return prepared, error
    raise AssertionError("the disk never was full")


def _hold(figures: Figures, told: Expected, fault: str, what: str) -> None:
    if wrong := complaints_of(fault, told):
        figures.wrong_message += 1
        figures.complain(f"{what}: {wrong[0]}")


def fill_with_limit(say: Say, folder: str, most: int) -> None:
    """Append, back up and set drafts until no file may grow beyond `most` bytes; then see that it heals."""
    import resource

    record = Record.open(Path(folder), SetClock())
    record.check()
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    fill(say, record, Path(folder))
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    say("saved", [[entry.id, seal(entry)] for entry in record.append([answer(1)])])
    record.close()


def fill(say: Say, record: Record, place: Path) -> None:
    """Append until the disk refuses, then try a draft, a backup and exports beside the learner's folder.

    Says what was saved, and what was told.
    """
    for number in range(_MOST):
        prepared = record.prepare([answer(number), of_any_kind(number)])
        say("begun", [entry.row.id for entry in prepared])
        try:
            made = record.write(prepared)
        except Expected as error:
            say("told", [error.code, error.message])
            break
        say("saved", [[entry.id, seal(entry)] for entry in made])
    export = place.parent / "Answers.csv"
    for step in (
        lambda: record.set_draft("a", "x" * 100_000),
        record.backup,
        lambda: write_file(export, bytes(200_000)),
        lambda: write_pieces(export, ["x" * 200_000]),
    ):
        try:
            step()
        except Expected as error:
            say("told", [error.code, error.message])


def run_limit(count: int, seed: int, place: Path) -> Figures:
    """Let the system limit the size of every file (SQLite takes that for an error of the disk)."""
    figures = Figures(fault="full disk: files may not grow", seed=seed)
    if sys.platform == "win32":
        figures.lacks = "this system has no limit on the size of files"
        return figures
    chance = random.Random(seed)
    for number in range(count):
        folder, promise = place / str(number), Promise()
        with child(fill_with_limit, str(folder), chance.randrange(60_000, 140_000)) as one:
            one.end()
        _judge_child(figures, folder, one.said, promise, "file limit", f"run {number}")
    return figures


def _judge_child(
    figures: Figures, folder: Path, said: list[list[Any]], promise: Promise, fault: str, what: str
) -> None:
    promise.hear(said)
    _hold_all(figures, said, fault, what)
    judge(figures, folder, promise, what)


def _hold_all(figures: Figures, said: list[list[Any]], fault: str, what: str) -> None:
    told = [value for word, value in said if word == "told"]
    if not told:
        raise AssertionError("the disk never was full")
    for code, message in told:
        _hold(figures, _Told(code, message), fault, what)


class _Told(Expected):
    """What another process was told, in its words."""

    @property
    def message(self) -> str:
        """The sentence as it was shown."""
        return self.template


def run_small_disk(count: int, seed: int, place: Path) -> Figures:
    """Work on a disk of some hundred kilobytes until it is full, in a name space of its own."""
    figures = Figures(fault="full disk: a small one", seed=seed)
    if lacks := small_disk_lacks():
        figures.lacks = lacks
        return figures
    chance = random.Random(seed)
    for number in range(count):
        folder = place / str(number)
        folder.mkdir(parents=True)
        size = chance.randrange(200, SMALL)
        done = subprocess.run(
            [*_IN_SMALL, str(folder), str(size), sys.executable, "-m", "tests.torture.full_disk"],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
            env={**os.environ, "CROSSREAD_FULL": str(folder)},
            cwd=Path(__file__).parents[2],
        )
        said = [json.loads(line) for line in done.stdout.splitlines()]
        verdict = Figures(**said.pop())
        _hold_all(figures, said, "disk full", f"run {number}, {size} kB")
        figures.add(verdict)
    return figures


# The disk lives as long as the shell: what is on it is judged inside.
_MOUNT = 'mount -t tmpfs -o size="$2"k none "$1" && shift 2 && exec "$@"'
_IN_SMALL = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", _MOUNT, "sh")


def small_disk_lacks() -> str:
    """Say why there can be no small disk here; empty where there can be."""
    try:
        tried = subprocess.run(
            [*_IN_SMALL, "/mnt", "64", "true"], capture_output=True, check=False, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return "this system knows no name spaces"
    return "" if tried.returncode == 0 else "name spaces of users are not allowed here"


def main() -> None:
    """Fill the disk that the folder in CROSSREAD_FULL lies on, make room, and judge there what is left."""
    folder = Path(os.environ["CROSSREAD_FULL"])
    room = folder / "room"
    room.write_bytes(bytes(60_000))
    said: list[list[Any]] = []

    def say(word: str, what: object = None) -> None:
        said.append([word, what])

    record = Record.open(folder / "learner", SetClock())
    record.check()
    fill(say, record, folder / "learner")
    room.unlink()
    say("saved", [[entry.id, seal(entry)] for entry in record.append([answer(1)])])
    record.close()
    promise = Promise()
    promise.hear(said)
    figures = Figures(fault="", seed=0)
    judge(figures, folder / "learner", promise, "on the small disk", writes=False)
    for line in said:
        print(json.dumps(line))
    print(json.dumps(asdict(figures)))


_CHECK = "import sys; from crossread.cli import main; sys.exit(main(sys.argv[1:]))"


def run_dev_full(count: int, seed: int, place: Path) -> Figures:
    """Write what the program prints to /dev/full: it ends with a sentence and a status of its own."""
    figures = Figures(fault="full disk: /dev/full", seed=seed)
    full = Path("/dev/full")
    if not full.is_char_device():
        figures.lacks = "there is no /dev/full"
        return figures
    pack = Path(__file__).parents[1] / "fixtures" / "two-accounts"
    for number in range(count):
        with full.open("w") as nowhere:
            done = subprocess.run(
                [sys.executable, "-c", _CHECK, "--data", str(place / "data"), "check", str(pack)],
                stdout=nowhere,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
                timeout=120,
            )
        figures.runs += 1
        said = done.stderr.strip()
        if done.returncode != 1 or complaints_on(said):
            figures.wrong_message += 1
            figures.complain(f"run {number}: status {done.returncode}, told {said!r}")
        figures.untouched += 1
    return figures


if __name__ == "__main__":
    main()
