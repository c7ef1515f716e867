"""The second copy of every entry: a text file a session, one line an entry, each with its own CRC.

The file is written through SQLite's layer for files (its VFS), not through Python's: that one syncs the
folder of a new file, asks macOS for a full flush, says "disk full" in the same words as the database,
and lets tests put the same faults under both copies.
"""

import json
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import apsw

from crossread.base.canonical import canonical_json, digest
from crossread.record.in_place import InPlace
from crossread.record.rows import Row, StoredRow

_FLAGS = apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_MAIN_JOURNAL
_PIECE = 1 << 16  # bytes written at once: SQLite's own writes are no larger, and its VFS relies on it
# Keys are sorted, and none of the three values before this one can hold a quotation mark.
_ID = re.compile(rb'"id":"([0-9a-f]{32})"')
_NAME = re.compile(r"answers-([0-9a-f]+)\.log")


@dataclass(frozen=True, slots=True)
class LoggedEntry:
    """One line of a second log: the row, its checksum then, and what was first seen with it.

    `log` names the log, "" where the entry is from elsewhere. It is the session's own id, until a backup is
    put back in the middle of a sitting.
    """

    stored: StoredRow
    seen: Mapping[str, str]
    log: str = ""


@dataclass(frozen=True, slots=True)
class LogContent:
    """What a second log held; `damaged` counts lines that could not be trusted, a torn last one too."""

    entries: tuple[LoggedEntry, ...]
    damaged: int


def log_path(folder: Path, session: str) -> Path:
    """Return where the second log of a session is."""
    return folder / f"answers-{session}.log"


def log_files(folder: Path) -> dict[str, int]:
    """Return the second logs in a learner's folder: name and size in bytes; raises OSError."""
    found = sorted(p for p in folder.iterdir() if _NAME.fullmatch(p.name) and not p.is_dir())
    return {p.name: p.stat().st_size for p in found}


def spell_line(entry: LoggedEntry) -> bytes:
    """Spell an entry as a line: CRC-32 in eight hex digits, a space, canonical JSON, a newline."""
    values = entry.stored.row._asdict()
    values["payload"] = json.loads(entry.stored.row.payload)
    values["checksum"] = entry.stored.checksum.hex()
    values["seen"] = {name: json.loads(text) for name, text in entry.seen.items()}
    text = canonical_json(values).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def read_line(line: bytes) -> LoggedEntry | None:
    """Read a line without its newline; None where anything about it is wrong."""
    return parse(line[9:]) if is_sound(line) else None


def is_sound(line: bytes) -> bool:
    """Tell whether a line, without its newline, fits its CRC."""
    return line[8:9] == b" " and line[:8] == b"%08x" % zlib.crc32(line[9:])


def parse(text: bytes, log: str = "") -> LoggedEntry | None:
    """Read the JSON of a line of a log; None where it is not an entry."""
    try:
        values = json.loads(text)
        seen = {name: canonical_json(value) for name, value in values.pop("seen").items()}
        checksum = bytes.fromhex(values.pop("checksum"))
        values["payload"] = canonical_json(values["payload"])
        row = Row(**values)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if any(digest(value) != name for name, value in seen.items()):
        return None
    return LoggedEntry(StoredRow(row, checksum), seen, log)


def read_log(path: Path, known: Callable[[list[str]], set[str]] | None = None) -> LogContent:
    """Read a second log, leaving out and counting what is damaged; raises OSError.

    `known` tells which of some ids need not be read: most of them after a crash, and looking for the
    id alone takes a fraction of the time.
    """
    *lines, rest = path.read_bytes().split(b"\n")
    if rest:
        lines.append(rest)
    texts = [line[9:] for line in lines if is_sound(line)]
    if known is not None:
        ids = [an_id[1].decode() if (an_id := _ID.search(text)) else "" for text in texts]
        there = known(ids)
        texts_left = [text for text, entry_id in zip(texts, ids, strict=True) if entry_id not in there]
    else:
        texts_left = texts
    found = _NAME.fullmatch(path.name)
    log = found[1] if found else ""
    read = [parse(text, log) for text in texts_left]
    entries = tuple(entry for entry in read if entry is not None)
    return LogContent(entries, len(lines) - len(texts) + len(read) - len(entries))


class SecondLog:
    """The second log of this session, made with its first line."""

    def __init__(self, folder: Path, session: str, vfs: str | None) -> None:
        self._path = log_path(folder, session)
        self._vfs = vfs or ""
        self._file: apsw.VFSFile | None = None
        self._length = 0  # bytes that are durable; what lies behind is from a write that failed
        self._seen: set[str] = set()
        self._in_place: InPlace | None = None

    @property
    def name(self) -> str:
        """The name of the file."""
        return self._path.name

    @property
    def length(self) -> int:
        """How many bytes are durable."""
        return self._length

    @property
    def is_gone(self) -> bool:
        """Whether another program removed or replaced what was written; raises OSError."""
        return self._length > 0 and self._in_place is not None and not self._in_place.holds

    def begin_anew(self) -> None:
        """Begin a file in the place of one that is gone; what that held is to be written again."""
        self.close()
        self._length, self._in_place = 0, None
        self._seen.clear()

    def append(self, stored: Iterable[StoredRow], seen: Mapping[str, str]) -> None:
        """Write a line an entry, durably; raises what apsw raises, and the entries are then not written.

        `seen` is what the entries' digests name; each goes into the file once a session.
        """
        lines, new = [], set[str]()
        for entry in stored:
            names = {entry.row.seen_digest, entry.row.key_digest} & seen.keys()
            first = names - self._seen - new
            new |= first
            lines.append(spell_line(LoggedEntry(entry, {name: seen[name] for name in first})))
        content = b"".join(lines)
        try:
            if self._file is None:
                self._file = apsw.VFSFile(self._vfs, str(self._path.resolve()), [_FLAGS, 0])
                # A write that failed before may have left half a line, or lines the disk never kept:
                # cut them off, so that all of it is written again.
                if self._file.xFileSize() > self._length:
                    self._file.xTruncate(self._length)
            for start in range(0, len(content), _PIECE):
                self._file.xWrite(content[start : start + _PIECE], self._length + start)
            self._file.xSync(apsw.SQLITE_SYNC_FULL)
            self._in_place = self._in_place or InPlace(self._path)
        except BaseException:
            self.close()
            raise
        self._length += len(content)
        self._seen |= new

    def close(self) -> None:
        """Close the file; the next line opens it again."""
        if self._file is not None:
            file, self._file = self._file, None
            file.xClose()
