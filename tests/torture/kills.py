"""Kill -9 at random moments: at work, while backing up, repairing, taking in, handing on and upgrading."""

import json
import random
import shutil
from pathlib import Path

from crossread.base.canonical import digest
from crossread.base.clock import SystemClock
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.operations.noting.layers import contents_of
from crossread.operations.opening.opening import open_shelved, shelved_library
from crossread.record.backups import list_backups
from crossread.record.record import DATABASE_FILE, Record
from tests.record.making import write_history
from tests.record.old_schemas import OLD
from tests.torture import jobs
from tests.torture.beginnings import held_by_backup, older
from tests.torture.children import Job, Pace, child
from tests.torture.figures import Figures
from tests.torture.oracle import Promise, judge

FIXTURES = Path(__file__).parent.parent / "fixtures"
ROUNDS = 10  # kills of one folder, one after the other, before a fresh one is taken


def _kill_often(figures: Figures, job: Job, count: int, seed: int, place: Path) -> None:
    """Kill a job that never ends, many times in one folder; what was there after a kill is to stay."""
    chance = random.Random(seed)
    promise, folder = Promise(), place
    for number in range(count):
        if number % ROUNDS == 0:
            folder, promise = place / str(number), Promise()
        with child(job, str(folder)) as one:
            if number % 4 == 3:  # while it starts, too
                one.process.join(chance.uniform(0.005, 0.04))
            elif one.wait_for("saved"):
                one.process.join(chance.uniform(0.0, 0.02))
            else:
                raise AssertionError(f"the child of kill {number} ended by itself")
            one.kill()
        promise.hear(one.said)
        found = judge(figures, folder, promise, f"kill {number}", writes=number % 5 == 0)
        promise = Promise()
        promise.keep(found.entries)


def run_append(count: int, seed: int, place: Path) -> Figures:
    """Kill a learner's program while entries of every kind and drafts are written."""
    figures = Figures(fault="kill -9: at work", seed=seed)
    _kill_often(figures, jobs.append, count, seed, place)
    return figures


def run_backup(count: int, seed: int, place: Path) -> Figures:
    """Kill while backups are made and entries come in between: what counts as a backup is whole."""
    figures = Figures(fault="kill -9: while backing up", seed=seed)
    _kill_often(figures, jobs.back_up, count, seed, place)
    for folder in sorted(place.iterdir()):
        for backup in list_backups(folder):
            single = place / "single"
            shutil.rmtree(single, ignore_errors=True)
            single.mkdir()
            shutil.copy(backup.path, single / DATABASE_FILE)
            judge_backup(figures, single, backup.path.name)
    return figures


def judge_backup(figures: Figures, folder: Path, name: str) -> None:
    """Hold that a file that counts as a backup is a whole record by itself."""
    record = Record.open(folder, SystemClock())
    try:
        report = record.check()
        whole = not report.repaired and bool(list(record.entries()))
    except Expected:
        whole = False
    finally:
        record.close()
    if not whole:
        figures.lost += 1
        figures.complain(f"the backup {name} is not whole")


def run_repair(count: int, seed: int, place: Path) -> Figures:
    """Kill while a damaged record is put together again from its backup and its second logs."""
    figures = Figures(fault="kill -9: while restoring", seed=seed)
    promise = Promise()
    promise.keep(write_history(place / "start", (60, 40), backup_after=1))
    damaged = (place / "start" / DATABASE_FILE).read_bytes()[:9000]
    (place / "start" / DATABASE_FILE).write_bytes(damaged)
    pace = Pace(random.Random(seed))
    for number in range(count):
        folder, this = _fresh(place), promise.copy()
        with child(jobs.open_and_append, str(folder)) as one:
            pace.kill_within(one)
        this.hear(one.said)
        judge(figures, folder, this, f"kill {number}")
        if damaged not in [path.read_bytes() for path in folder.glob(f"{DATABASE_FILE}.damaged-*")]:
            figures.lost += 1
            figures.complain(f"kill {number}: the damaged file was not kept")
    return figures


def run_restore(count: int, seed: int, place: Path) -> Figures:
    """Kill while a backup that was asked for is put in the record's place: the one is there, or the other."""
    figures = Figures(fault="kill -9: while restoring as asked", seed=seed)
    promise = Promise()
    promise.keep(write_history(place / "start", (60, 40, 30), backup_after=2))
    backup = list_backups(place / "start")[-1]
    pace = Pace(random.Random(seed))
    for number in range(count):
        folder, this = _fresh(place), promise.copy()
        with child(jobs.restore, str(folder), backup.name) as one:
            pace.kill_within(one)
        held = held_by_backup(backup.path)
        if one.told("restored"):
            this = held
            this.hear(one.said)
        else:
            this.or_else = held
        judge(figures, folder, this, f"kill {number}")
    return figures


def run_upgrade(count: int, seed: int, place: Path) -> Figures:
    """Kill while the record of an older schema is upgraded."""
    figures = Figures(fault="kill -9: while upgrading", seed=seed)
    paces = [Pace(random.Random(seed)) for _old in OLD]
    for number in range(count):
        shutil.rmtree(place / "start", ignore_errors=True)
        this = older(place / "start", number)
        folder = _fresh(place)
        with child(jobs.open_and_append, str(folder)) as one:
            paces[number % len(OLD)].kill_within(one)
        this.hear(one.said)
        judge(figures, folder, this, f"kill {number}")
    return figures


def _fresh(place: Path) -> Path:
    """Return a fresh copy of what a run starts from."""
    folder = place / "learner"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place / "start", folder)
    return folder


def _data(place: Path) -> DataFolders:
    folders = DataFolders(place / "data")
    shutil.copytree(FIXTURES / jobs.PACK, folders.packs / jobs.PACK)
    open_shelved(shelved_library(folders), folders, jobs.PACK)
    return folders


def _notes(path: Path) -> Path:
    """Write a set of notes as another program might."""
    target = {
        "source": "https://example.org/",
        "selector": {"type": "TextQuoteSelector", "exact": "She counted three planks gone"},
    }
    body = {"type": "TextualBody", "value": "Who counted? " * 40}
    notes = [{"type": "Annotation", "motivation": "commenting", "body": body, "target": target}] * 60
    path.write_text(json.dumps(notes), "utf-8")
    return path


def run_import_notes(count: int, seed: int, place: Path) -> Figures:
    """Kill while a set of notes is taken in: it is there whole, or it is not there."""
    figures = Figures(fault="kill -9: while taking notes in", seed=seed)
    folders, file = _data(place), _notes(place / "set.json")
    pace, promise = Pace(random.Random(seed)), Promise()
    name = digest(file.read_bytes())
    for number in range(count):
        with child(jobs.import_notes, str(folders.root), str(file)) as one:
            pace.kill_within(one)
        promise.hear(one.said)
        found = judge(figures, folders.learners / "one", promise, f"kill {number}", writes=False)
        promise = Promise()
        promise.keep(found.entries)
        kept = folders.layers / f"{name}.json"
        added = any(entry.kind == "layer-added" for entry in found.entries)
        if (added or kept.exists()) and (not kept.exists() or digest(kept.read_bytes()) != name):
            figures.lost += 1
            figures.complain(f"kill {number}: the set is in the record and not on the disk")
        elif added:
            opened = open_shelved(shelved_library(folders), folders, jobs.PACK)
            contents_of(folders.layers, name, opened)
        if number % 4 == 3:  # and from the start, where nothing of it is there
            shutil.rmtree(folders.layers, ignore_errors=True)
            shutil.rmtree(folders.learners)
            promise = Promise()
    return figures


def run_import_original(count: int, seed: int, place: Path) -> Figures:
    """Kill while an author's own text is added to a pack: it is there whole, or it is not there."""
    figures = Figures(fault="kill -9: while adding a text", seed=seed)
    folders, pace = _data(place), Pace(random.Random(seed))
    for number in range(count):
        with child(
            jobs.import_original, str(folders.root), str(FIXTURES / "originals" / "warden.txt")
        ) as one:
            pace.kill_within(one)
        promised = bool(one.told("taken"))
        figures.runs += 1
        figures.acknowledged += promised
        try:
            opened = open_shelved(shelved_library(folders), folders, jobs.PACK)
        except Expected as error:
            figures.lost += 1
            figures.complain(f"kill {number}: the pack does not open any more: {error.code}")
            continue
        here = opened.has_original("warden")
        figures.lost += promised and not here
        figures.untouched += not here or not opened.originals["warden"].missing
        shutil.rmtree(folders.originals, ignore_errors=True)
        if number % 4 == 3:  # the library's index and the compiled copy are made anew, and cut as well
            folders.library.unlink(missing_ok=True)
            shutil.rmtree(folders.cache, ignore_errors=True)
    return figures


def run_export(count: int, seed: int, place: Path) -> Figures:
    """Kill while a file is handed on: it is the old one or the new one, and whole."""
    figures = Figures(fault="kill -9: while exporting", seed=seed)
    chance = random.Random(seed)
    place.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = place / f"{number % 10}.json"
        with child(jobs.export, str(path)) as one:
            one.wait_for("written")
            one.process.join(chance.uniform(0.0, 0.03))
            one.kill()
        figures.runs += 1
        last = one.told("written")[-1]
        figures.acknowledged += 1
        if path.read_bytes() not in (jobs.exported(last), jobs.exported(last + 1)):
            figures.lost += 1
            figures.complain(f"kill {number}: the file is neither the last nor the one being written")
        figures.untouched += 1
    return figures
