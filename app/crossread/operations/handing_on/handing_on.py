"""Handing on: what a learner takes along as a file, written whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from crossread.base.errors import N_, Expected, why_of
from crossread.base.files import write_atomically
from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row
from crossread.reports.notes_annotation import ForOthers


def notes_as(
    pack: Pack, rows: Sequence[Row], form: Literal["md", "html", "json"], for_others: ForOthers | None = None
) -> str:
    """Return the learner's own of the rows in a format.

    Raises Expected: "no-notes" where there are none, "too-many-notes" where a set of them could not be read
    back.
    """
    if not any(row.own for row in rows):
        raise Expected(
            "no-notes", N_("There are no highlights or notes of yours on “{pack}” yet."), pack=pack.title
        )
    if form == "md":
        from crossread.reports.notes_markdown import notes_markdown

        return notes_markdown(pack, rows)
    if form == "html":
        from crossread.reports.notes_html import notes_html

        return notes_html(pack, rows)
    from crossread.reports.notes_annotation import notes_annotation

    content = notes_annotation(pack, rows, for_others)
    _check_that_it_comes_back(pack, rows, len(content.encode()))
    return content


def _check_that_it_comes_back(pack: Pack, rows: Sequence[Row], size: int) -> None:
    """Refuse to write what a reader of sets would refuse; `size` is in bytes."""
    from crossread.operations.noting.annotations_read import MOST_ANNOTATIONS
    from crossread.operations.noting.json_border import LARGEST, MEGABYTE

    own = [row for row in rows if row.own]
    highlights = {piece.highlight.id for row in own for piece in row.pieces if piece.highlight is not None}
    count = len(highlights) + sum(row.note is not None for row in own)
    if size > LARGEST or count > MOST_ANNOTATIONS:
        raise Expected(
            "too-many-notes",
            N_(
                "Your highlights and notes on “{pack}” are too many for a file of web annotations: there are "
                "{count}, {size} MB in all, and {most} in {largest} MB are what can be read back. Export "
                "them as text (Markdown) or as a page (HTML), or remove some first."
            ),
            pack=pack.title,
            count=count,
            size=-(-size // MEGABYTE),
            most=MOST_ANNOTATIONS,
            largest=LARGEST // MEGABYTE,
        )


def hand_on_notes(
    pack: Pack,
    rows: Sequence[Row],
    path: Path,
    form: Literal["md", "html", "json"],
    for_others: ForOthers | None = None,
) -> Path:
    """Write the learner's own of the rows to a file and return its place.

    Raises Expected as `notes_as` does, and "not-written" where the disk refuses; an older file is then as it
    was.
    """
    return write_file(path, notes_as(pack, rows, form, for_others).encode())


def write_file(path: Path, content: bytes) -> Path:
    """Write what is handed on to a file and return its place.

    Raises Expected("not-written") where the disk refuses; an older file is then as it was.
    """
    try:
        write_atomically(path, content)
    except OSError as error:
        raise Expected(
            "not-written",
            N_(
                "{name} could not be written ({why}). Check that the folder is there and has room, or choose "
                "another place."
            ),
            name=path.name,
            why=why_of(error),
        ) from error
    return path
