"""Compiled packs: a checked pack as JSON in the cache, opened without YAML, Markdown or any check."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from crossread.base.canonical import canonical_json, digest
from crossread.base.collecting import without_collecting
from crossread.base.errors import N_, Expected
from crossread.base.files import write_atomically
from crossread.packs import pack_files
from crossread.packs.checker import check_files
from crossread.packs.pack import (
    FloorLine,
    GlossaryTerm,
    NameForms,
    Pack,
    Picture,
    Pool,
    Stage,
    TimelineEntry,
    Work,
)
from crossread.packs.problems import Problems
from crossread.packs.sources.compare_parts import AuthorsQuantity, Edge, Wording
from crossread.packs.sources.source import OriginalSentence, Source
from crossread.questions.claims import Claim
from crossread.questions.passages import PassageKey
from crossread.questions.storing import question_from_json, question_json
from crossread.texts.text import Text

# Raise this where the shape of a pack or of what stands in it changes: older copies are then made anew.
SHAPE = 10

# What is more than a text or a number, but for the questions, which say themselves how they are read.
_TYPES: Mapping[str, Any] = {
    "stages": tuple[Stage, ...],
    "sources": tuple[Source, ...],
    "pools": tuple[Pool, ...],
    "claims": tuple[Claim, ...],
    "context": Text,
    "guide": Text,
    "floor": tuple[FloorLine, ...],
    "works": tuple[Work, ...],
    "glossary": tuple[GlossaryTerm, ...],
    "names": tuple[NameForms, ...],
    "edges": tuple[Edge, ...],
    "figures": tuple[AuthorsQuantity, ...],
    "wording": Wording,
    "timeline": tuple[TimelineEntry, ...],
    "graphic": tuple[PassageKey, ...],
    "pictures": tuple[Picture, ...],
    "sentences": dict[str, tuple[OriginalSentence, ...]],
}


def keep_compiled(copy: Path, pack: Pack) -> None:
    """Write a pack's compiled copy; a cache that cannot be written costs time, nothing else."""
    with suppress(OSError):
        write_atomically(copy, compile_pack(pack))


def load_pack(folder: Path, cache: Path, keep: Callable[[Path, Pack], None] = keep_compiled) -> Pack:
    """Return the pack in a folder, from its compiled copy where the cache has one.

    A compiled copy that is damaged, old or missing is made anew: `keep` is given where and of what, and may
    do it later. Raises Expected("pack-gone") where the folder is no more, "pack-unreadable" where it cannot
    be read, "pack-broken" where the pack has errors.
    """
    if not folder.is_dir():
        raise Expected("pack-gone", N_("This pack is no longer where it was. Add it to the library again."))
    problems = Problems()
    files = pack_files.read_files(folder, problems)
    if pack_files.HEAD in files and not problems.has_errors:
        copy = cache / f"{pack_files.content_digest(files)}.json"
        pack = read_compiled(copy)
        if pack is not None:
            return pack
        pack = _check(files, problems)
        keep(copy, pack)
        return pack
    return _check(files, problems)


def _check(files: Mapping[str, bytes], problems: Problems) -> Pack:
    if not files:
        raise Expected(
            "pack-unreadable", N_("This pack cannot be read. Look whether its folder is open to you.")
        )
    result = check_files(files, problems)
    if result.pack is None:
        first = next(problem for problem in result.problems if problem.severity == "error")
        if result.errors == 1:
            template = N_(
                "This pack has an error. In {file}, line {line}: {problem} Run crossread check on it."
            )
        else:
            template = N_(
                "This pack has {count} errors. The first, in {file}, line {line}: {problem} "
                "Run crossread check on it to see all."
            )
        raise Expected(
            "pack-broken",
            template,
            count=result.errors,
            file=first.file,
            line=first.line,
            problem=first.message,
        )
    return result.pack


def compile_pack(pack: Pack) -> bytes:
    """Spell a checked pack as canonical JSON, after a line with the shape and the digest of what follows."""
    rest: dict[str, Any] = msgspec.to_builtins(pack, str_keys=True)
    body = canonical_json({**rest, "questions": [question_json(question) for question in pack.questions]})
    return f"{SHAPE} {digest(body)}\n{body}".encode()


def read_compiled(path: Path) -> Pack | None:
    """Read a compiled pack; None where there is none, or one that is damaged or of another shape."""
    try:
        head, _line_feed, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != f"{SHAPE} {digest(body)}".encode():
        return None
    try:
        with without_collecting():  # looking for garbage takes three times as long as reading does
            return _pack(msgspec.json.decode(body))
    except (ValueError, TypeError, KeyError):  # msgspec's own errors are ValueErrors
        return None


def _pack(read: Mapping[str, Any]) -> Pack:
    made = {
        name: msgspec.convert(value, _TYPES[name]) if name in _TYPES else value
        for name, value in read.items()
    }
    return Pack(
        **{**made, "questions": tuple(question_from_json(question) for question in read["questions"])}
    )
