"""Highlights and notes in the order of a document: what its Markdown and its HTML both say."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.inquiry.notes import MEANINGS
from crossread.packs.pack import Pack
from crossread.progress.notes_board import Piece, Row


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage: its words ("" where nobody here has them), their language, and where they are from."""

    words: str
    language: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A highlight, or a note with its passages; `about` are lines such as its tags and its claim."""

    passages: tuple[Quoted, ...]
    text: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The items whose first passage is of one source, or those on no passage."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that is handed on: a title, sections, and the sources that are cited, a line each."""

    title: str
    language: str
    sections: tuple[Section, ...]
    sources_title: str
    sources: tuple[str, ...]
    pack: str


def document(pack: Pack, rows: Sequence[Row]) -> Document:
    """Put the learner's own of the rows in the order of a document; each stands in it once."""
    own = [row for row in rows if row.own]
    titles = {source.id: f"{source.letter} · {source.card.short}" for source in pack.sources}
    sections: dict[str, list[Row]] = {}
    for row in own:
        sections.setdefault(_section_of(row, titles), []).append(row)
    return Document(
        title=_("Notes on “{pack}”").format(pack=pack.title),
        language=pack.language,
        sections=tuple(
            Section(title, tuple(_item(pack, row) for row in there)) for title, there in sections.items()
        ),
        sources_title=_("Sources"),
        sources=_sources(pack, own),
        pack=_("{pack}, version {version}").format(pack=pack.title, version=pack.version),
    )


def _section_of(row: Row, titles: dict[str, str]) -> str:
    if not row.pieces:
        return _("On no passage")
    first = next((piece for piece in row.pieces if piece.place), row.pieces[0])
    return titles.get(first.passage.source) or f"{first.letter} · {first.name}"


def _item(pack: Pack, row: Row) -> Item:
    about = []
    if row.claim:
        about.append(_("Claim: {claim}").format(claim=row.claim))
    if row.tags:
        about.append(_("Tags: {tags}").format(tags=", ".join(row.tags)))
    return Item(tuple(_quoted(pack, piece) for piece in row.pieces), row.text, tuple(about))


def _quoted(pack: Pack, piece: Piece) -> Quoted:
    source = next((one for one in pack.sources if one.id == piece.passage.source), None)
    about = [piece.cited]
    if piece.meaning:
        about.append(_(MEANINGS[piece.meaning]))
    if piece.place is None:
        about.append(_("not placed: the text has changed, or is not here"))
    return Quoted(piece.words, (source.language if source else "") or pack.language, tuple(about))


def _sources(pack: Pack, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return a line for each source that is cited, those that have left the pack with what is known."""
    cited = {piece.passage.source: piece for row in rows for piece in row.pieces}
    lines = []
    for source in pack.sources:
        if cited.pop(source.id, None):
            card = source.card
            known = (card.author, _("“{title}”").format(title=card.title), card.outlet)
            parts = [*known, date_in_words(card.published)]
            lines.append(f"{source.letter}: {', '.join(part for part in parts if part)}")
    lines += [piece.cited for piece in cited.values()]
    return tuple(lines)
