"""The library's index in SQLite: a row a pack, and its words; disposable, thrown away at the first doubt."""

import json
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from crossread.base.canonical import canonical_json
from crossread.packs.library.library_passages import MAKE_WORDS, NO_WORDS, PackWords, drop_words, put_words

if TYPE_CHECKING:
    import apsw

T = TypeVar("T")

SCHEMA = 3  # raise it also where other words of a pack are kept than before
BUNDLED = "bundled"  # the place of what comes with the program
PATIENCE_S = 5.0  # while another program writes

_MAKE = f"""{MAKE_WORDS}
CREATE TABLE pack (
    place TEXT NOT NULL, folder TEXT NOT NULL, signature TEXT NOT NULL, id TEXT NOT NULL, shelf TEXT NOT NULL,
    first INTEGER NOT NULL, past INTEGER NOT NULL,
    PRIMARY KEY (place, folder)
) STRICT, WITHOUT ROWID;
CREATE INDEX pack_by_id ON pack (id);
PRAGMA user_version = {SCHEMA};
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPack:
    """A pack as the library shows it, without opening it.

    `letters` are each source's letter and short name; `questions` counts the required ones that each
    learner is asked; `minutes` is the time planned for all stages, `ages` the age from which it is
    written, or 0; `begin_here` marks a pack to begin with. `broken` is empty, or a sentence on why the pack
    cannot be opened. `taken_in` tells those of the user from those that the program brings.
    """

    id: str
    title: str
    central_question: str = ""
    version: str = ""
    language: str = ""
    letters: tuple[tuple[str, str], ...] = ()
    questions: int = 0
    minutes: int = 0
    ages: int = 0
    begin_here: bool = False
    digest: str = ""
    broken: str = ""
    taken_in: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One folder with a pack: in which place, its name there, what its files looked like, and its shelf.

    Its words are only written with it, never read back.
    """

    place: str
    folder: str
    signature: str
    shelf: ShelfPack
    words: PackWords = NO_WORDS


def rank(row: Row) -> tuple[bool, Sequence[int], bool]:
    """Rank copies of a pack: sound ones after broken ones, then by version; the last one is shown."""
    version = tuple(int(part) for part in row.shelf.version.split(".") if part.isdecimal())
    return not row.shelf.broken, version, row.place == BUNDLED


class Index:
    """Rows in a file that may be deleted at any time.

    Each call opens the file for itself, so that any thread may make it. A damaged file, or one of
    another schema, is replaced by an empty one. Where the disk refuses (full, write-protected) the rows
    are kept in memory from then on, until the program ends: packs can be read all the same.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._one_at_a_time = Lock()
        self._in_memory: apsw.Connection | None = None

    def rows(self, pack_id: str | None = None) -> list[Row]:
        """Return all rows, or those of one id."""
        if pack_id is None:
            return self.read(lambda index: _rows(index, "", ()))
        return self.read(lambda index: _rows(index, " WHERE id = ?", (pack_id,)))

    def read(self, job: "Callable[[apsw.Connection], T]") -> T:
        """Do something that only reads; nobody changes anything before all of it is done."""

        def at_once(index: "apsw.Connection") -> T:
            with _one_state(index):
                return job(index)

        return self._do(at_once)

    def change(self, put: Sequence[Row] = (), drop: Collection[tuple[str, str]] = ()) -> None:
        """Put rows in, in the place of those of the same folder, and drop others by place and folder."""

        def job(index: "apsw.Connection") -> None:
            with index:
                _drop(index, [*drop, *((row.place, row.folder) for row in put)])
                _put(index, put)

        self._do(job)

    def _do(self, job: "Callable[[apsw.Connection], T]") -> T:
        import apsw

        with self._one_at_a_time:
            if self._in_memory is None:
                try:
                    return self._sound(job)
                except (apsw.Error, OSError):
                    self._in_memory = self._without_disk()
            return job(self._in_memory)

    def _without_disk(self) -> "apsw.Connection":
        """Make an index in memory of the rows that can still be read."""
        import apsw

        rows: list[Row] = []
        with suppress(apsw.Error, OSError, ValueError, TypeError, KeyError):
            rows = self._once(lambda index: _rows(index, "", ()))
        index = apsw.Connection(":memory:")
        _make(index)
        # Without its words and with no signature each pack is looked at once more, which brings them back.
        _put(index, [replace(row, signature="") for row in rows])
        return index

    def _sound(self, job: "Callable[[apsw.Connection], T]") -> T:
        import apsw

        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                return self._once(job)
            except apsw.BusyError:
                # Another program is at it. SQLite's own waiting gives up at once where two would wait for
                # each other.
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)
            except (apsw.NotADBError, apsw.CorruptError, apsw.SQLError, ValueError, TypeError, KeyError):
                self._throw_away()
                return self._once(job)

    def _once(self, job: "Callable[[apsw.Connection], T]") -> T:
        import apsw

        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(apsw.Connection(str(self._path))) as index:
            index.set_busy_timeout(1_000)
            index.pragma("trusted_schema", False)
            index.pragma("synchronous", 0)  # nothing in here that could not be found again
            if index.pragma("user_version") != SCHEMA:
                _make(index)
            return job(index)

    def _throw_away(self) -> None:
        for name in (self._path.name, f"{self._path.name}-journal"):
            with suppress(FileNotFoundError):
                self._path.with_name(name).unlink()


@contextmanager
def _one_state(index: "apsw.Connection") -> Iterator[None]:
    with index:
        yield


def _make(index: "apsw.Connection") -> None:
    """Make the table, unless another thread was quicker; apsw.SQLError where an older one is in its place."""
    index.execute("BEGIN IMMEDIATE")
    try:
        if index.pragma("user_version") != SCHEMA:
            index.execute(_MAKE)
    except BaseException:
        index.execute("ROLLBACK")
        raise
    index.execute("COMMIT")


def _drop(index: "apsw.Connection", folders: Collection[tuple[str, str]]) -> None:
    for folder in sorted(set(folders)):
        numbers = index.execute("SELECT first, past FROM pack WHERE place = ? AND folder = ?", folder)
        for first, past in list(numbers):
            drop_words(index, first, past)
        index.execute("DELETE FROM pack WHERE place = ? AND folder = ?", folder)


def _put(index: "apsw.Connection", rows: Sequence[Row]) -> None:
    ((first,),) = index.execute("SELECT coalesce(max(past), 1) FROM pack")
    for row in rows:
        past = put_words(index, first, row.words)
        shelf = canonical_json(asdict(row.shelf))
        values = (row.place, row.folder, row.signature, row.shelf.id, shelf, first, past)
        index.execute("INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        first = past


def numbered_rows(index: "apsw.Connection") -> list[tuple[int, Row]]:
    """Return all rows, each with the number of its first passage, by that."""
    found = index.execute("SELECT first, place, folder, signature, shelf FROM pack ORDER BY first")
    return [
        (first, Row(place, folder, signature, _shelf_pack(shelf)))
        for first, place, folder, signature, shelf in found
    ]


def _rows(index: "apsw.Connection", where: str, bindings: tuple[str, ...]) -> list[Row]:
    found = index.execute(f"SELECT place, folder, signature, shelf FROM pack{where}", bindings)  # noqa: S608  (ours)
    return [Row(place, folder, signature, _shelf_pack(shelf)) for place, folder, signature, shelf in found]


def _shelf_pack(written: str) -> ShelfPack:
    read = json.loads(written)
    return ShelfPack(**{**read, "letters": tuple((letter, short) for letter, short in read["letters"])})
