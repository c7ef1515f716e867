"""What the processes do that are killed: each begins something that must hold wherever it is cut."""

import json
from pathlib import Path

from crossread.base.clock import SystemClock
from crossread.base.entries import NewEntry
from crossread.base.files import write_atomically
from crossread.base.folders import DataFolders
from crossread.operations.handing_on.writing_files import write_pieces
from crossread.operations.learners.deleting import delete_learner
from crossread.operations.noting.layers import take_in
from crossread.operations.opening.attaching import attach_files
from crossread.operations.opening.opening import open_shelved, shelved_library
from crossread.packs.library.originals import Originals
from crossread.packs.making.from_articles_folder import keep_pack
from crossread.packs.pack_files import read_files
from crossread.packs.problems import Problems
from crossread.record.record import Record
from tests.record.making import answer, of_any_kind
from tests.torture.children import Say
from tests.torture.oracle import seal

PACK = "two-accounts"
EXPORTED = 400_000  # bytes


def append(say: Say, folder: str) -> None:
    """Open a record and append lists of one to three entries of all kinds for ever, with drafts between."""
    record = Record.open(Path(folder), SystemClock())
    record.check()
    number = record.check().entries
    while True:
        number += 1
        _append(say, record, [of_any_kind(number + part) for part in range(number % 3 + 1)])
        record.set_draft("typing", "x" * (number % 500))


def _append(say: Say, record: Record, new: list[NewEntry]) -> None:
    say("begun", [entry.id for entry in new])
    say("saved", [[entry.id, seal(entry)] for entry in record.append(new)])


def back_up(say: Say, folder: str) -> None:
    """Append and back up for ever."""
    record = Record.open(Path(folder), SystemClock())
    number = record.check().entries
    while True:
        number += 1
        _append(say, record, [answer(number)])
        for _made in record.backup_steps():
            if number % 2:
                number += 1
                _append(say, record, [answer(number)])


def open_and_append(say: Say, folder: str) -> None:
    """Open a record, which repairs or upgrades it where that is needed, append one entry, and close."""
    say("begun", [])
    record = Record.open(Path(folder), SystemClock())
    record.check()
    _append(say, record, [answer(7)])
    record.close()


def restore(say: Say, folder: str, name: str) -> None:
    """Put a backup in the record's place, and append an entry."""
    record = Record.open(Path(folder), SystemClock())
    record.check()
    say("begun", [])
    for _share in record.restore_steps(name):
        pass
    say("restored", name)
    _append(say, record, [answer(7)])
    record.close()


def delete(say: Say, root: str, learner: str, handed_on: str) -> None:
    """Delete a learner, and a file that they had handed on."""
    say("begun", [])
    delete_learner(DataFolders(Path(root)), learner, [Path(root) / handed_on])
    say("deleted", learner)


def take_pack_in(say: Say, pack: str, packs: str) -> None:
    """Keep a pack with the library."""
    files = read_files(Path(pack), Problems())
    say("begun", [])
    say("taken", keep_pack(files, Path(packs)).name)


def import_notes(say: Say, root: str, file: str) -> None:
    """Take a set of notes by others in, and put that into the record."""
    folders = DataFolders(Path(root))
    opened = open_shelved(shelved_library(folders), folders, PACK)
    record = Record.open(folders.learners / "one", SystemClock())
    record.check()
    say("begun", [])
    taken = take_in(folders.layers, Path(file), opened)
    payload = {"layer": taken.layer.digest, "title": taken.layer.title, "count": taken.layer.count}
    _append(say, record, [NewEntry(kind="layer-added", pack=PACK, payload=payload)])
    say("taken", taken.layer.digest)
    record.close()


def import_original(say: Say, root: str, file: str) -> None:
    """Add an author's own text to a pack."""
    folders = DataFolders(Path(root))
    opened = open_shelved(shelved_library(folders), folders, PACK)
    say("begun", [])
    (attached,) = attach_files(opened.pack, Originals(folders.originals), [Path(file)])
    if attached.source:
        say("taken", attached.source)


def export(say: Say, path: str) -> None:
    """Write a file anew for ever; each content says which it is."""
    number = 0
    while True:
        number += 1
        say("begun", number)
        if number % 2:
            write_atomically(Path(path), exported(number))
        else:  # as long files are written
            text = exported(number).decode()
            write_pieces(Path(path), (text[at : at + 1000] for at in range(0, len(text), 1000)), replace=True)
        say("written", number)


def exported(number: int) -> bytes:
    """Return what is exported the `number`-th time."""
    return json.dumps({"export": number, "text": "só " * (EXPORTED // 4)}).encode()
