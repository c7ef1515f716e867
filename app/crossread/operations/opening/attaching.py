"""Adding the authors' own texts to a pack: recognise, keep, and say how well each file matches."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor
from pathlib import Path

from crossread.base.errors import N_, Expected, why_of
from crossread.base.folders import DataFolders
from crossread.base.translation import _
from crossread.operations.opening.opened import OpenPack
from crossread.packs.library.originals import AttachedOriginal, Originals, Recognition
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Source
from crossread.texts.passages.fingerprint import Match

# A file larger than this cannot be a text within the caps (1 MB), whatever its encoding.
LARGEST_FILE = 16 * 1024 * 1024


# What a file is beyond doubt; a guess is named, so that wrong letters can be explained.
_PLAIN_ENCODINGS = frozenset({"utf-8", "utf_8", "ascii", "utf-8-sig", "utf_8_sig", "utf-16", "utf-32"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What became of one file: which source it is, how much of it was recognised (0 to 1), and a sentence.

    `source` and `letter` are empty and `match` is None where the file was refused.
    """

    name: str
    source: str = ""
    letter: str = ""
    share: float = 0.0
    match: Match | None = None
    message: str = ""


def attach_files(
    pack: Pack,
    originals: Originals,
    files: Iterable[Path],
    wanted: str | None = None,
    encoding: str | None = None,
) -> list[Attached]:
    """Add each file to the source that it is the text of; where `wanted` is given, to that one only.

    A refused file changes nothing and does not stop the others. `encoding` is for files whose own does
    not show.
    """
    return [_attach(pack, originals, file, wanted, encoding) for file in files]


def attach_to(
    opened: OpenPack, folders: DataFolders, files: Iterable[Path], wanted: str | None
) -> tuple[OpenPack, list[Attached]]:
    """Add files to an open pack; return it as it is then, and what became of each file."""
    originals = Originals(folders.originals)
    results = attach_files(opened.pack, originals, files, wanted)
    return OpenPack.of(opened.pack, originals, opened.folder), results


def not_attached(files: Iterable[Path], error: Expected) -> list[Attached]:
    """Say of each file that it was not added, and why."""
    return [Attached(name=shown_name(file), message=error.message) for file in files]


def detach_from(opened: OpenPack, folders: DataFolders, source: str) -> OpenPack:
    """Put the original of a source away, for some days; return the pack as it is then.

    Raises Expected("not-put-away") where the disk refuses; the original then stays.
    """
    originals = Originals(folders.originals)
    try:
        originals.put_aside(opened.pack.id, source, time.time())
    except OSError as error:
        known = opened.pack.source(source)
        raise Expected(
            "not-put-away",
            N_(
                "The text of {letter}, {short} could not be put away ({why}). Check that you may write to "
                "the data folder, then try again."
            ),
            letter=known.letter,
            short=known.card.short,
            why=why_of(error),
        ) from error
    return OpenPack.of(opened.pack, originals, opened.folder)


def put_back_to(opened: OpenPack, folders: DataFolders, source: str) -> OpenPack:
    """Keep an original again that was put away some days ago; return the pack as it is then.

    Raises Expected "original-gone-for-good" where it went meanwhile, "not-put-back" where the disk refuses.
    """
    originals = Originals(folders.originals)
    try:
        originals.put_back(opened.pack.id, source)
    except FileNotFoundError as error:
        raise Expected(
            "original-gone-for-good",
            N_("This text has gone for good in the meantime. Add it anew from the same file."),
        ) from error
    except OSError as error:
        raise Expected(
            "not-put-back",
            N_("The text could not be put back ({why}). It still lies aside: try again."),
            why=why_of(error),
        ) from error
    return OpenPack.of(opened.pack, originals, opened.folder)


def attach_again(opened: OpenPack, folders: DataFolders, source: str, original: AttachedOriginal) -> OpenPack:
    """Keep an original again that was put away; return the pack as it is then.

    Raises Expected as keeping one for the first time does, where the disk refuses.
    """
    originals = Originals(folders.originals)
    known = Recognition(
        source=source,
        nearest=source,
        share=original.share,
        match=original.match,
        encoding=original.encoding,
        name=original.name,
        text=original.text,
        missing=original.missing,
    )
    try:
        originals.store(opened.pack.id, source, known)
    except OSError as error:
        raise _not_kept(original.name, error) from error
    return OpenPack.of(opened.pack, originals, opened.folder)


def _attach(
    pack: Pack, originals: Originals, file: Path, wanted: str | None, encoding: str | None
) -> Attached:
    name = shown_name(file)
    try:
        recognition = _recognised(pack, originals, file, encoding)
        source = _accepted(pack, recognition, name, wanted)
        originals.store(pack.id, source.id, recognition)
    except Expected as error:
        return Attached(name=name, message=error.message)
    except OSError as error:
        return Attached(name=name, message=_not_kept(name, error).message)
    percent = floor(recognition.share * 100)
    if recognition.match == "same":
        message = _("{name} is {letter}, {short}: the same text ({percent} %).")
    else:
        message = _(
            "{name} is another version of {letter}, {short} ({percent} %). "
            "Passages that it words differently are shown as not placed."
        )
    if recognition.encoding not in _PLAIN_ENCODINGS:
        message += " " + _(
            "It was read as {encoding}; if letters come out wrong, save it as UTF-8 and add it again."
        ).format(encoding=recognition.encoding)
    return Attached(
        name=name,
        source=source.id,
        letter=source.letter,
        share=recognition.share,
        match=recognition.match,
        message=message.format(name=name, letter=source.letter, short=source.card.short, percent=percent),
    )


def shown_name(file: Path) -> str:
    """Return the name of a file as it can be shown and kept, whatever bytes the disk has for it."""
    return (file.name or str(file)).encode(errors="replace").decode()


def _recognised(pack: Pack, originals: Originals, file: Path, encoding: str | None) -> Recognition:
    data = read_file(file)
    try:
        return originals.recognise(pack, data, shown_name(file), encoding)
    except Expected as error:  # of several files one must know which is meant
        raise Expected(error.code, N_("{name}: {why}"), name=shown_name(file), why=error.message) from error


def read_file(file: Path) -> bytes:
    """Read a file that the user chose.

    Raises Expected where it is not there, a folder, too large or not readable.
    """
    name = shown_name(file)
    try:
        if file.is_dir():
            raise Expected(
                "file-is-folder", N_("{name} is a folder. Choose the text files in it."), name=name
            )
        if not file.is_file():
            raise Expected(
                "file-gone",
                N_("{name} is not there, or is no file. Choose the file again."),
                name=name,
            )
        if file.stat().st_size > LARGEST_FILE:
            raise Expected(
                "file-too-large",
                N_("{name} is too large for a text (over 16 MB). Save the article alone as a .txt file."),
                name=name,
            )
        return file.read_bytes()
    except OSError as error:
        raise Expected(
            "file-unreadable",
            N_("{name} cannot be read ({why}). Check that you may open it, or copy it elsewhere first."),
            name=name,
            why=why_of(error),
        ) from error


def _accepted(pack: Pack, recognition: Recognition, name: str, wanted: str | None) -> Source:
    percent = floor(recognition.share * 100)
    if recognition.source is None or recognition.match == "other":
        raise Expected(
            "not-recognised",
            N_(
                "{name} is none of the sources of “{pack}”: it shares at most {percent} % with one of them, "
                "and 50 % is needed. Nothing was added."
            ),
            name=name,
            pack=pack.title,
            percent=percent,
        )
    source = pack.source(recognition.source)
    if wanted is not None and wanted != source.id:
        raise Expected(
            "another-source",
            N_("{name} is {letter}, {short} ({percent} %), not {wanted}. Add it there. Nothing was added."),
            name=name,
            letter=source.letter,
            short=source.card.short,
            percent=percent,
            wanted=pack.source(wanted).letter,
        )
    return source


def _not_kept(name: str, error: OSError) -> Expected:
    return Expected(
        "not-kept",
        N_(
            "{name} was recognised but could not be kept ({why}). Check that the disk has room and that you "
            "may write to the data folder, then add it again."
        ),
        name=name,
        why=why_of(error),
    )
