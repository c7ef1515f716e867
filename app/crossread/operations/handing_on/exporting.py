"""Handing on what is kept of learners: of the one who reads in this window, and of all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.base.collecting import without_collecting
from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.operations.handing_on.covered_answers import CoveredAnswers
from crossread.operations.handing_on.exported_pieces import OF_ONE, Around, Kept, Order, pieces
from crossread.operations.handing_on.handed_on_file import exported
from crossread.operations.handing_on.kept_of import kept_of, who_reads
from crossread.operations.handing_on.running import LeftOut, Running
from crossread.operations.handing_on.writing_files import write_pieces
from crossread.operations.learners.learners import Learner, all_learners, has_begun, read_learner

if TYPE_CHECKING:
    from crossread.base.clock import Clock
    from crossread.base.entries import Entry
    from crossread.base.folders import DataFolders
    from crossread.base.settings import Settings
    from crossread.operations.remembering.reading import SeenLookup
    from crossread.operations.sessions.session import Session
    from crossread.packs.library.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporting:
    """Writes files. `learners` are all whose entries go into a file that is about several.

    Where one of several cannot be read, the others are written, and `running` says who is left out.
    """

    folders: DataFolders
    settings: Settings
    clock: Clock
    learners: Sequence[Learner]
    running: Running = field(default_factory=Running)

    def write(self, order: Order, path: Path, open_now: Kept | None = None, *, replace: bool = False) -> Path:
        """Write a file, on the thread it is called on, and return its place.

        `open_now` is what is kept of the learner whose record is open here. Raises Expected as `write_pieces`
        does, and as `pieces`.
        """
        with without_collecting():  # of a long record it would hold up the window, and find nothing
            return write_pieces(
                path, self.pieces(order, open_now), replace=replace, stopped=lambda: self.running.stopped
            )

    def pieces(self, order: Order, open_now: Kept | None = None) -> Iterator[str]:
        """Give the same piece by piece.

        Raises Expected where the one record that it is about cannot be read, and `nobody-read` where a table
        of several would have no row for that reason.
        """
        from crossread.operations.opening.opening import shelved_library

        library = shelved_library(self.folders)
        if order.pack not in {"", *(pack.id for pack in library.shelf())} or not library.shelf():
            library.refresh()  # it may have come since
        given = pieces(order, self._kept(open_now), around(self.folders, self.settings, self.clock, library))
        return self._with_rows(given) if order.what in ("answers", "learners") else given

    def _with_rows(self, given: Iterator[str]) -> Iterator[str]:
        """Give a table once it has a row, or is empty because nobody has done anything."""
        first, second = next(given), next(given, None)
        if second is None and self.running.left_out:
            left = self.running.left_out[0]
            raise Expected(
                "nobody-read",
                N_("Nothing was written, as there would be no row in it. Left out: {name}. {why}"),
                name=", ".join(one.name for one in self.running.left_out),
                why=left.why,
            )
        self.running.is_empty = second is None
        yield first
        if second is not None:
            yield second
            yield from given

    def _kept(self, open_now: Kept | None) -> Iterator[Kept]:
        for learner in self.learners:
            if open_now is not None and open_now.who.id == learner.id:
                yield open_now
                continue
            with ExitStack() as opened:
                try:
                    kept = opened.enter_context(kept_of(learner, self.clock, self.running))
                except Expected as error:
                    if error.code == "stopped" or len(self.learners) == 1:
                        raise
                    self.running.left_out.append(LeftOut(learner.shown, error))
                else:
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


def remember_file(exporting: Exporting, order: Order, path: Path) -> None:
    """Remember a file on one learner in their record, for “delete me”; where that cannot be, say so."""
    from crossread.record.record import Record

    (learner,) = exporting.learners
    if not has_begun(learner):
        return
    try:
        noted = exported(form_of(order), path)
        record = Record.open(learner.folder, exporting.clock)
        try:
            record.check()
            record.append([noted])
        finally:
            record.close()
    except Expected as error:
        exporting.running.not_remembered = LeftOut(learner.shown, error)


def form_of(order: Order) -> str:
    """Name what was handed on and how."""
    return f"{order.what}.{order.form}"


def meant(folders: DataFolders, settings: Settings, order: Order, asked: str) -> Sequence[Learner]:
    """Return the learners that a file is about: the one asked for, by name or id, else all or who reads here.

    Raises Expected as `all_learners` and `find_learner`, and `which-learner` where a file on one needs to be
    told whose it is.
    """
    if not asked and order.what not in OF_ONE:
        return () if order.what == "data-sheet" else all_learners(folders)
    from crossread.operations.learners.who import who_is_meant

    return (who_is_meant(folders, settings, asked),)


def is_of_one(order: Order, learners: Sequence[Learner]) -> bool:
    """Tell whether a file is about one learner alone, so that it goes when they are deleted."""
    return order.what in OF_ONE or (order.what != "data-sheet" and len(learners) == 1)


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

    only_they = [one.id for one in exporting.learners] == [reader.id]
    goes_with_them = only_they and is_of_one(order, exporting.learners)

    def job(entries: Iterable[Entry], seen: SeenLookup) -> tuple[Path, NewEntry | Expected | None]:
        kept = Kept(
            who=who_reads(reader),
            entries=lambda: exporting.running.watched(entries),
            seen=seen,
            drafts=lambda: drafts,
        )
        place = exporting.write(order, path, kept, replace=replace)
        if not goes_with_them:
            return place, None
        try:
            return place, exported(form_of(order), place)
        except Expected as error:  # the file is there all the same
            return place, error

    session.at_close(exporting.running.stop)  # it reads other records too, and would go on without a window
    session.read_entries(job, partial(_written, session, exporting, done))


def _written(
    session: Session,
    exporting: Exporting,
    done: Callable[[Path | Expected], None],
    result: tuple[Path, NewEntry | Expected | None] | Expected,
) -> None:
    if isinstance(result, Expected):
        done(result)
        return
    place, noted = result
    if noted is not None and (error := session.note_file(noted)) is not None:
        exporting.running.not_remembered = LeftOut(exporting.learners[0].shown, error)
    done(place)
