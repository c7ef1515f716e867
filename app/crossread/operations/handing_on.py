"""Handing on: what a learner takes along as a file, written whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from crossread.base.errors import N_, Expected
from crossread.base.files import write_atomically
from crossread.packs.pack import Pack
from crossread.progress.notes_board import Row
from crossread.reports.notes_annotation import ForOthers


def notes_as(
    pack: Pack, rows: Sequence[Row], form: Literal["md", "html", "json"], for_others: ForOthers | None = None
) -> str:
    """Return the learner's own of the rows in a format; raises Expected("no-notes") where there are none."""
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

    return notes_annotation(pack, rows, for_others)


def hand_on_notes(
    pack: Pack,
    rows: Sequence[Row],
    path: Path,
    form: Literal["md", "html", "json"],
    for_others: ForOthers | None = None,
) -> Path:
    """Write the learner's own of the rows to a file and return its place.

    Raises Expected: "no-notes", or "not-written" where the disk refuses; an older file is then as it was.
    """
    content = notes_as(pack, rows, form, for_others)
    try:
        write_atomically(path, content.encode())
    except OSError as error:
        raise Expected(
            "not-written",
            N_(
                "{name} could not be written ({why}). Check that the folder is there and has room, or choose "
                "another place."
            ),
            name=path.name,
            why=error.strerror or type(error).__name__,
        ) from error
    return path
