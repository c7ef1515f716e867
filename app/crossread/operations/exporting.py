"""Handing on what is kept of learners: from the record that is open, and from those that nobody has open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossread.base.collecting import without_collecting
from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.operations.covered_answers import CoveredAnswers
from crossread.operations.exported_pieces import OF_ONE, Around, Kept, Order, pieces
from crossread.operations.learners import RECORD, Learner, learners, read_learner
from crossread.operations.writing_files import write_pieces
from crossread.reports.answers_csv import WhoReads

if TYPE_CHECKING:
    from crossread.base.clock import Clock
    from crossread.base.entries import Entry
    from crossread.base.folders import DataFolders
    from crossread.base.settings import Settings
    from crossread.operations.reading import SeenLookup
    from crossread.operations.session import Session
    from crossread.packs.library import Library

_AT_ONCE = 500  # entries between two looks whether to go on
_SEEN_KEPT = 2_000  # questions as they were seen that are held at once


@dataclass(slots=True)
class Running:
    """A file on its way: how many entries were read by now, and the way to stop it. For any thread."""

    entries: int = 0
    stopped: bool = False

    def stop(self) -> None:
        """Let it stop soon; nothing is written then."""
        self.stopped = True

    def watched(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Count entries as they pass, and stop between two of them. Raises Expected("stopped")."""
        for number, entry in enumerate(entries, 1):
            if number % _AT_ONCE == 0:
                self.entries += _AT_ONCE
                if self.stopped:
                    raise Expected("stopped", N_("Stopped. Nothing was written."))
            yield entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporting:
    """Writes files. `learners` are all whose entries go into a file that is about several."""

    folders: DataFolders
    settings: Settings
    clock: Clock
    learners: Sequence[Learner]
    running: Running = field(default_factory=Running)

    def write(self, order: Order, path: Path, open_now: Kept | None = None, *, replace: bool = False) -> Path:
        """Write a file, on the thread it is called on, and return its place.

        `open_now` is what is kept of the learner whose record is open here. Raises Expected as `write_pieces`
        does, and where a record cannot be read.
        """
        with without_collecting():  # of a long record it would hold up the window, and find nothing
            return write_pieces(
                path, self.pieces(order, open_now), replace=replace, stopped=lambda: self.running.stopped
            )

    def pieces(self, order: Order, open_now: Kept | None = None) -> Iterator[str]:
        """Give the same piece by piece."""
        from crossread.operations.opening import shelved_library

        library = shelved_library(self.folders)
        if not library.shelf():
            library.refresh()
        return pieces(order, self._kept(open_now), around(self.folders, self.settings, self.clock, library))

    def _kept(self, open_now: Kept | None) -> Iterator[Kept]:
        for learner in self.learners:
            if open_now is not None and open_now.who.id == learner.id:
                yield open_now
            else:
                with kept_of(learner, self.clock, self.running) as kept:
                    yield kept


def around(folders: DataFolders, settings: Settings, clock: Clock, library: Library) -> Around:
    """Gather what files need besides the entries."""
    from crossread.base.declared import LANGUAGE

    covered = CoveredAnswers(folders, settings, library)
    return Around(
        made=clock.now(),
        titles={pack.id: pack.title for pack in library.shelf()},
        stages=covered,
        schema=schema_of_record(),
        language=settings[LANGUAGE] or "en",
        telling=covered.telling(),
    )


def schema_of_record() -> Mapping[str, Sequence[str]]:
    """Return the columns of each table of a record, as they are made."""
    import apsw

    from crossread.record.schema import create

    connection = apsw.Connection(":memory:")
    try:
        create(connection)
        tables = [
            str(name)
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"
            )
        ]
        return {
            table: [
                str(row[0]) for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            ]
            for table in tables
        }
    finally:
        connection.close()


# From a record that nobody has open


@contextmanager
def kept_of(learner: Learner, clock: Clock, running: Running) -> Iterator[Kept]:
    """Open a learner's record to read it, checked first; nobody else may have it open.

    Raises Expected "record-of-another-open" where somebody has, and what else keeps it from being read.
    """
    who = who_reads(learner)
    if not (learner.folder / RECORD).exists():
        yield Kept(who=who, entries=tuple, seen=_nothing)
        return
    from crossread.record.record import Record

    try:
        record = Record.open(learner.folder, clock)
    except Expected as error:
        if error.code != "record-locked":
            raise
        raise Expected(
            "record-of-another-open",
            N_("The pages of {name} are open in another window. Close them there, then try again."),
            name=learner.shown,
        ) from error
    try:
        record.check()
        yield Kept(
            who=who,
            entries=lambda: running.watched(record.entries()),
            seen=seen_once(record.seen),
            drafts=record.drafts,
        )
    finally:
        record.close()


def remember_file(learner: Learner, clock: Clock, order: Order, path: Path) -> None:
    """Remember a file on one learner in their record, which nobody has open, for “delete me”."""
    from crossread.record.record import Record

    if not (learner.folder / RECORD).exists():
        return
    record = Record.open(learner.folder, clock)
    try:
        record.check()
        record.append([exported(order, path)])
    finally:
        record.close()


def exported(order: Order, path: Path) -> NewEntry:
    """Return the entry that a file was handed on."""
    return NewEntry(
        kind="exported", payload={"form": f"{order.what}.{order.form}", "to": str(path.absolute())}
    )


def who_reads(learner: Learner) -> WhoReads:
    """Name a learner as files do."""
    return WhoReads(learner.shown or learner.name, learner.id)


def meant(folders: DataFolders, settings: Settings, order: Order, asked: str) -> Sequence[Learner]:
    """Return the learners that a file is about: the one asked for, by name or id, else all or who reads here.

    Raises Expected `no-such-learner`, and `which-learner` where a file on one needs to be told whose it is.
    """
    if not asked and order.what not in OF_ONE:
        return () if order.what == "data-sheet" else learners(folders)
    from crossread.operations.learner import current_learner
    from crossread.operations.who import folder_of

    folder = folder_of(folders, settings, asked)
    return (read_learner(folder or folders.learners / current_learner(folders, settings)),)


def is_of_one(order: Order, learners: Sequence[Learner]) -> bool:
    """Tell whether a file is about one learner alone, so that it goes when they are deleted."""
    return order.what in OF_ONE or (order.what != "data-sheet" and len(learners) == 1)


def _nothing(_name: str) -> None:
    """Know nothing of what was on the screen."""


def seen_once(look: Callable[[str], Mapping[str, Any] | None]) -> SeenLookup:
    """Look up what was on the screen, each once as long as it is used again."""
    from functools import lru_cache

    return lru_cache(maxsize=_SEEN_KEPT)(look)


# From the record that is open in this window


def export(
    session: Session,
    exporting: Exporting,
    order: Order,
    path: Path,
    done: Callable[[Path | Expected], None],
    *,
    replace: bool = False,
) -> None:
    """Write a file off the main thread; `done` gets its place or what was in the way, on the main thread.

    Of a file on this learner alone it is remembered where it was written. What is there is replaced only
    where whoever chose the place was asked (`replace`).
    """
    reader = read_learner(session.learner_folder)
    drafts = session.all_drafts()

    def job(entries: Iterable[Entry], seen: SeenLookup) -> Path:
        kept = Kept(
            who=who_reads(reader),
            entries=lambda: exporting.running.watched(entries),
            seen=seen,
            drafts=lambda: drafts,
        )
        return exporting.write(order, path, kept, replace=replace)

    session.read_entries(job, partial(_written, session, exporting, order, reader.id, done))


def _written(
    session: Session,
    exporting: Exporting,
    order: Order,
    reader: str,
    done: Callable[[Path | Expected], None],
    result: Path | Expected,
) -> None:
    only_they = [one.id for one in exporting.learners] == [reader]
    if isinstance(result, Path) and only_they and is_of_one(order, exporting.learners):
        session.give_outside("", [exported(order, result)])
    done(result)
