"""The files of a pack: which there may be, their bytes, and the digest that names their content."""

import os
import re
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from crossread.base.canonical import digest
from crossread.base.translation import _
from crossread.packs.problems import Problems, meant, nearest

MAX_FILES = 2_000
MAX_BYTES = 1_000_000  # a file of text
MAX_PICTURE_BYTES = 10_000_000
MAX_TOTAL = 200_000_000  # a pack

HEAD = "pack.yaml"
CONTEXT = "context.md"
FLOOR = "floor.yaml"
CLAIMS = "claims.yaml"
EDGES = "edges.yaml"
FIGURES = "figures.yaml"
WORKS = "works.yaml"
GLOSSARY = "glossary.yaml"
WORDS = "words.yaml"
TIMELINE = "timeline.yaml"
SOURCES = "sources"
VERSIONS = "versions"
QUESTIONS = "questions"
ORIGINALS = "originals"
IMAGES = "images"
TEACHER = "teacher"
GUIDE = "teacher/guide.md"

_TOP = (HEAD, CONTEXT, FLOOR, CLAIMS, EDGES, FIGURES, WORKS, GLOSSARY, WORDS, TIMELINE)
_INSIDE = {
    SOURCES: (".md",),
    VERSIONS: (".md",),
    QUESTIONS: (".yaml",),
    ORIGINALS: (".hashes",),
    IMAGES: (".png", ".jpg", ".jpeg", ".webp"),
    TEACHER: ("guide.md",),
}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_OTHER_FORMATS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")  # .docx and .odt, .doc, .rtf
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def read_files(folder: Path, problems: Problems) -> dict[str, bytes]:
    """Read all files of a pack, by name relative to it (with forward slashes), in order of their names.

    What is no part of a pack, a link, or beyond a cap is noted as a problem and left out. Names that
    begin with a dot and what systems leave behind (Thumbs.db) are passed over.
    """
    found: dict[str, bytes] = {}
    if folder.is_file():
        message = _("This is a file; a pack is a folder. Unpack a zipped pack first, then check its folder.")
        problems.error(HEAD, (0, 0), "not-a-folder", message)
        return found
    if not folder.exists():
        message = _("There is no folder “{name}” here. Look at how its name and the way to it are written.")
        problems.error(HEAD, (0, 0), "unreadable", message.format(name=folder.name))
        return found
    try:
        names = _names(folder, problems)
    except OSError:
        problems.error(HEAD, (0, 0), "unreadable", _("The folder of this pack cannot be read."))
        return found
    if len(names) > MAX_FILES:
        message = _("This pack has more than {count} files.").format(count=MAX_FILES)
        problems.error(HEAD, (0, 0), "too-many-files", message)
        return found
    total = 0
    for name in names:
        data = _bytes(folder, name, problems)
        if data is None:
            continue
        total += len(data)
        if total > MAX_TOTAL:
            problems.error(name, (0, 0), "too-large", _("This pack is larger than 200 MB."))
            break
        found[name] = data
    return found


def content_digest(files: Mapping[str, bytes]) -> str:
    """Name a pack's content: SHA-256 over its files' names and digests, 64 hex digits."""
    return digest("".join(f"{name}\n{digest(files[name])}\n" for name in sorted(files)))


def signature(folder: Path) -> list[tuple[str, int, int]]:
    """Return name, size and time of change (in nanoseconds) of all that lies in a pack's folder.

    Where it is the same as before, nothing was changed. Raises OSError where the folder cannot be read.
    """
    rows = []
    for entry in _entries(folder):
        rows.append(_look(entry, entry.name))
        if entry.name in _INSIDE and entry.is_dir(follow_symlinks=False):
            rows += [_look(inner, f"{entry.name}/{inner.name}") for inner in _entries(folder / entry.name)]
    return rows


def is_id(text: str) -> bool:
    """Tell whether a text may be an id: small letters, digits and dashes, 1 to 64 of them."""
    return bool(_ID.fullmatch(text))


def kind_of(name: str) -> str:
    """Return what kind of file a name stands for: its folder, or itself at the top of the pack."""
    return name.split("/", 1)[0]


def read_source(name: str, data: bytes, problems: Problems) -> str | None:
    """Decode a file of a pack: UTF-8, with or without a mark at its start; line feeds only.

    None where it is not UTF-8, with the problem noted at the line of the first wrong byte, or no text.
    """
    if data.startswith(_OTHER_FORMATS):
        message = _("This is a document of a word processor. Save it as plain text (UTF-8).")
        problems.error(name, (0, 0), "not-plain-text", message)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = _(
            "This file is not UTF-8: its first wrong letter stands here. Save it as UTF-8 in your editor."
        )
        problems.error(name, (line, column), "not-utf-8", message)
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _names(folder: Path, problems: Problems) -> list[str]:
    names: list[str] = []
    for entry in _entries(folder):
        if entry.is_symlink():
            _link(entry.name, problems)
        elif entry.is_dir(follow_symlinks=False):
            if entry.name in _INSIDE:
                names.extend(_inside(folder, entry.name, problems))
            else:
                _unknown(f"{entry.name}/", [f"{name}/" for name in _INSIDE], problems)
        elif entry.name in _TOP:
            names.append(entry.name)
        else:
            _unknown(entry.name, [*_TOP, *(f"{name}/" for name in _INSIDE)], problems)
    return sorted(names)


def _inside(folder: Path, below: str, problems: Problems) -> list[str]:
    names = []
    for entry in _entries(folder / below):
        name = f"{below}/{entry.name}"
        if entry.is_symlink():
            _link(name, problems)
        elif not _ends_well(entry.name, below) or entry.is_dir(follow_symlinks=False):
            message = _("The folder “{folder}” holds only files whose names end in {ending}.")
            message = message.format(folder=below, ending=", ".join(_INSIDE[below]))
            problems.error(_shown(name), (0, 0), "unknown-file", message)
        elif not _NAME.fullmatch(entry.name):
            message = _(
                "The name of this file may have only letters from A to Z, digits, dots, hyphens and "
                "underscores. Rename it."
            )
            problems.error(_shown(name), (0, 0), "file-name", message)
        else:
            names.append(name)
    return names


def _ends_well(name: str, below: str) -> bool:
    """Tell whether a name has an ending of its folder; cameras write those of pictures in capitals."""
    return (name.lower() if below == IMAGES else name).endswith(_INSIDE[below])


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted(
            (
                entry
                for entry in found
                if not entry.name.startswith(".") and entry.name.casefold() not in _LEFT_BY_SYSTEMS
            ),
            key=lambda entry: entry.name,
        )


def _look(entry: os.DirEntry[str], name: str) -> tuple[str, int, int]:
    status = entry.stat(follow_symlinks=False)
    return name.encode(errors="surrogateescape").decode(errors="replace"), status.st_size, status.st_mtime_ns


def _link(name: str, problems: Problems) -> None:
    message = _("This is a link to another place. Put the file itself here.")
    problems.error(_shown(name), (0, 0), "link", message)


def _unknown(name: str, known: Sequence[str], problems: Problems) -> None:
    # The endings are left out of the comparison: they are alike in all names.
    stems = {PurePosixPath(known_name).stem: known_name for known_name in known}
    close = nearest(PurePosixPath(name).stem, stems)
    hint = meant(stems.get(close, ""), known)
    message = _("This is not part of a pack as this version of Crossread knows it.")
    problems.error(_shown(name), (0, 0), "unknown-file", f"{message} {hint}")


def _shown(name: str) -> str:
    """Keep a strange name from breaking the line that tells of it."""
    return re.sub(r"[^\w./ -]", "?", name)


def _bytes(folder: Path, name: str, problems: Problems) -> bytes | None:
    most = MAX_PICTURE_BYTES if kind_of(name) == IMAGES else MAX_BYTES
    try:
        if not stat.S_ISREG((folder / name).lstat().st_mode):
            problems.error(name, (0, 0), "no-file", _("This is not an ordinary file."))
            return None
        with (folder / name).open("rb") as file:
            data = file.read(most + 1)
    except OSError:
        problems.error(name, (0, 0), "unreadable", _("This file cannot be read."))
        return None
    if len(data) > most:
        message = _("This file is larger than {most} MB.").format(most=most // 1_000_000)
        problems.error(name, (0, 0), "too-large", message)
        return None
    return data
