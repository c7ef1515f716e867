"""Where rows of highlights and notes stand in the texts, and the words of theirs that may be shown."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crossread.desktop.pages.desk.veiling import Veiling
from crossread.desktop.place import Spot
from crossread.inquiry.notes import Note, NotedPassage
from crossread.progress.notes_board import Piece, Row
from crossread.questions.passages import PassageKey

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack


def spot_of(piece: Piece) -> Spot | None:
    """Return where a passage is, to be shown there; None where it is not placed."""
    if piece.place is None:
        return None
    where = piece.place.range
    return Spot(piece.passage.source, piece.place.which, where.start, where.end)


def first_spot(row: Row, source: str = "") -> Spot | None:
    """Return where the first passage of a row is that is placed, one in a source before others."""
    spots = [spot for piece in row.pieces if (spot := spot_of(piece))]
    return next((spot for spot in spots if spot.source == source), spots[0] if spots else None)


def lost_piece(row: Row) -> Piece | None:
    """Return the first passage of a row that is not placed."""
    return next((piece for piece in row.pieces if piece.place is None), None)


def is_at(row: Row, here: Spot) -> bool:
    """Tell whether a row has a passage where one reads."""
    end = max(here.end, here.start + 1)
    return any(
        (spot.source, spot.which) == (here.source, here.which) and spot.start < end and here.start < spot.end
        for piece in row.pieces
        if (spot := spot_of(piece))
    )


def veiled(veiling: Veiling, opened: "OpenPack", rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows with a sign in the place of words that may not be told now."""
    if not opened.pack.graphic:
        return tuple(rows)
    return tuple(replace(row, pieces=veiled_pieces(veiling, opened, row.pieces)) for row in rows)


def veiled_pieces(veiling: Veiling, opened: "OpenPack", pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return passages with a sign in the place of words that may not be told now."""
    return tuple(replace(piece, words=_words(veiling, opened, piece)) for piece in pieces)


def _words(veiling: Veiling, opened: "OpenPack", piece: Piece) -> str:
    source, place = piece.passage.source, piece.place
    if not any(one.id == source for one in opened.pack.sources):
        return piece.words
    shown = opened.shown(source, place.which) if place else None
    if place is None or shown is None:
        return veiling.quote(opened, PassageKey(source=source, quote=piece.words), piece.words)
    return veiling.words(opened, source, shown, place.range)


def pieces_of(note: Note, rows: Sequence[Row], opened: "OpenPack") -> tuple[Piece, ...]:
    """Return the passages of a note that may not be among the others yet: those are where they were made."""
    known = {piece.passage: piece for row in rows for piece in row.pieces}
    return tuple(known.get(passage) or _made_just_now(passage, opened) for passage in note.passages)


def _made_just_now(passage: NotedPassage, opened: "OpenPack") -> Piece:
    from crossread.inquiry.placing_notes import place_passage

    ids = [source.id for source in opened.pack.sources]
    index = ids.index(passage.source) if passage.source in ids else -1
    return Piece(
        passage=passage,
        letter=passage.letter,
        index=index,
        name=opened.pack.sources[index].card.short if index >= 0 else passage.title,
        place=place_passage(passage, opened.shown_now.get(passage.source, ())),
        words=passage.quote.quote,
        cited="",
    )
