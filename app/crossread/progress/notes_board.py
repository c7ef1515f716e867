"""The board: every highlight and note as a row, with where it stands now; what pages and files show."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.base.translation import _
from crossread.inquiry.claim_places import ClaimPlaces
from crossread.inquiry.comparison import CellId
from crossread.inquiry.noted import Noted, beneath_notes, spot_of
from crossread.inquiry.notes import Highlight, Layer, Meaning, Note, NotedPassage
from crossread.inquiry.placing_notes import Place, TextsNow
from crossread.inquiry.typed_words import folded_tag
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Source
from crossread.packs.sources.text_names import text_name
from crossread.questions.passages import ShownText
from crossread.texts.finding.search_folding import fold_words
from crossread.texts.passages.paragraphs import note_in, numbers_in

OWN = "own"  # the learner's own, among the layers to choose from
_LAST = 10**8  # behind the sources of any pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One passage of a row.

    `index` is its source's place in the pack, -1 where the pack has no such source; `name` is the source's
    short name, else the title that it had. `place` is None where the passage is not placed. `words` are
    those that stand there now, else those that were noted: "" where nobody here has them. `cited` says in
    a line where it is from; `meaning` is what it is highlighted as in this row.
    """

    passage: NotedPassage
    letter: str
    index: int
    name: str
    place: Place | None
    words: str
    cited: str
    highlight: Highlight | None = None

    @property
    def meaning(self) -> Meaning | None:
        """What it is highlighted as in this row."""
        return self.highlight.meaning if self.highlight else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A highlight, or a note with its passages.

    `claim` is the words of the claim that the note is on. `suggested` are the claims of the pack that speak
    of one of its passages, by id, without that one, as far as this gives no answer away. `layer` is the set
    that it belongs to, None for the learner's own.
    """

    key: str
    pieces: tuple[Piece, ...]
    highlight: Highlight | None = None
    note: Note | None = None
    claim: str = ""
    suggested: tuple[str, ...] = ()
    layer: Layer | None = None

    @property
    def text(self) -> str:
        """The words of the note, "" for a highlight."""
        return self.note.text if self.note else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of the note."""
        return self.note.tags if self.note else ()

    @property
    def own(self) -> bool:
        """Whether the learner may change it."""
        return self.layer is None

    @property
    def seq(self) -> int:
        """The entry that it was last put by."""
        if self.note is not None:
            return self.note.seq
        return self.highlight.seq if self.highlight else 0

    @property
    def meanings(self) -> frozenset[Meaning]:
        """What its passages are highlighted as."""
        return frozenset(piece.meaning for piece in self.pieces if piece.meaning)

    @property
    def sources(self) -> frozenset[str]:
        """The sources of its passages."""
        return frozenset(piece.passage.source for piece in self.pieces)

    @property
    def placed(self) -> bool:
        """Whether all of its passages are placed."""
        return all(piece.place for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of all rows is to be shown; what is left empty asks for nothing.

    `layer` is OWN or the digest of a set; `sources` None for all.
    """

    words: str = ""
    tag: str = ""
    meaning: str = ""
    layer: str = ""
    sources: frozenset[str] | None = None


def rows_of(
    pack: Pack,
    noted: Noted,
    texts: TextsNow,
    claims: ClaimPlaces | None = None,
    withheld: Collection[CellId] = frozenset(),
) -> tuple[Row, ...]:
    """Return every highlight and note as a row, in the order of the texts.

    Sources come in the pack's order; what is not placed stands after its source's others, and what has no
    passage at the very end. A highlight on the very passage of a note of the same hand is part of its row.
    `claims` says where claims of the pack stand; without it none is suggested, and none that is `withheld`
    for a source, as an open question asks for it.
    """
    making = _Making(pack, texts, claims, withheld)
    layers = {layer.digest: layer for layer in noted.layers}
    beneath = beneath_notes(noted.highlights, noted.notes)
    rows: list[Row] = []
    for one in noted.highlights:
        highlight, place = one.highlight, one.place
        spot = spot_of(highlight.passage, place, highlight.layer)
        if spot is not None and beneath.get(spot) is highlight:
            continue
        rows.append(
            Row(
                key=f"highlight/{highlight.layer}/{highlight.id}",
                pieces=(making.piece(highlight.passage, place, highlight),),
                highlight=highlight,
                suggested=making.suggested(((highlight.passage, place),)),
                layer=layers.get(highlight.layer),
            )
        )
    for placed in noted.notes:
        note = placed.note
        there = tuple(zip(note.passages, placed.places, strict=True))
        spots = (spot_of(passage, place, note.layer) for passage, place in there)
        pieces = (
            making.piece(passage, place, beneath.get(spot) if spot else None)
            for (passage, place), spot in zip(there, spots, strict=True)
        )
        rows.append(
            Row(
                key=f"note/{note.layer}/{note.id}",
                pieces=tuple(pieces),
                note=note,
                claim=making.claims.get(note.claim, ""),
                suggested=tuple(claim for claim in making.suggested(there) if claim != note.claim),
                layer=layers.get(note.layer),
            )
        )
    return tuple(sorted(rows, key=_order))


def pieces_of(
    pack: Pack, passages: Iterable[tuple[NotedPassage, Place | None]], texts: TextsNow
) -> tuple[Piece, ...]:
    """Return passages, each with its place, as pieces that belong to no highlight."""
    making = _Making(pack, texts, None, frozenset())
    return tuple(making.piece(passage, where, None) for passage, where in passages)


def matching(rows: Sequence[Row], wanted: Wanted) -> tuple[Row, ...]:
    """Return the rows that fit; each of the words must stand somewhere in a row, in any spelling of letters.

    A note without passages belongs to every choice of sources.
    """
    asked = fold_words(wanted.words).split()
    return tuple(
        row for row in rows if _fits(row, wanted) and (not asked or _says(fold_words(_said(row)), asked))
    )


def all_tags(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return every tag that is used, in alphabetical order; of one spelt in several ways the first in it."""
    found: dict[str, str] = {}
    for tag in sorted({tag for row in rows for tag in row.tags}):
        found.setdefault(folded_tag(tag), tag)
    return tuple(found[folded] for folded in sorted(found))


def _fits(row: Row, wanted: Wanted) -> bool:
    whose = row.layer.digest if row.layer else OWN
    tags = {folded_tag(tag) for tag in row.tags}
    return (
        (not wanted.tag or folded_tag(wanted.tag) in tags)
        and (not wanted.meaning or wanted.meaning in row.meanings)
        and (not wanted.layer or wanted.layer == whose)
        and (wanted.sources is None or not row.sources or bool(row.sources & wanted.sources))
    )


def _said(row: Row) -> str:
    pieces = (f"{piece.words} {piece.name}" for piece in row.pieces)
    return "\n".join((row.text, row.claim, *row.tags, *pieces))


def _says(said: str, asked: Sequence[str]) -> bool:
    return all(one in said for one in asked)


class _Making:
    """Makes the pieces of one pack."""

    def __init__(
        self, pack: Pack, texts: TextsNow, claims: ClaimPlaces | None, withheld: Collection[CellId]
    ) -> None:
        self._sources = {source.id: (index, source) for index, source in enumerate(pack.sources)}
        self._texts: Mapping[tuple[str, str], ShownText] = {
            (source, shown.which): shown for source, there in texts.items() for shown in there
        }
        self._on: Callable[[str, Place], tuple[str, ...]] | None = claims.on if claims else None
        self._withheld = withheld
        self.claims = {claim.id: claim.claim for claim in pack.claims}

    def piece(self, passage: NotedPassage, place: Place | None, highlight: Highlight | None) -> Piece:
        index, source = self._sources.get(passage.source, (-1, None))
        letter = source.letter if source else passage.letter
        title = source.card.title if source else passage.title or passage.source
        shown = self._texts.get((passage.source, place.which)) if place else None
        return Piece(
            passage=passage,
            letter=letter or "?",
            index=index,
            name=source.card.short if source else title,
            place=place,
            words=shown.text.words(place.range) if shown and place else passage.quote.quote,
            cited=_cited(letter or "?", _named(title, source, passage, place), shown, place),
            highlight=highlight,
        )

    def suggested(self, there: Iterable[tuple[NotedPassage, Place | None]]) -> tuple[str, ...]:
        if self._on is None:
            return ()
        found = (
            claim
            for passage, place in there
            if place
            for claim in self._on(passage.source, place)
            if (claim, passage.source) not in self._withheld
        )
        return tuple(dict.fromkeys(found))


def _named(title: str, source: Source | None, passage: NotedPassage, place: Place | None) -> str:
    """Return the title of a source, between quotation marks, and which text of it the words are from."""
    if source is None:
        return _("“{title}”").format(title=title)
    kind = text_name(source, place.which if place else passage.which)
    return _("“{title}” ({kind})").format(title=title, kind=kind)


def _cited(letter: str, named: str, shown: ShownText | None, place: Place | None) -> str:
    numbers = numbers_in(shown.text, place.range) if shown and place else ()
    note = note_in(shown.text, place.range) if shown and place and not numbers else ""
    if note:
        return _("{letter}, {source}, note {number}").format(letter=letter, source=named, number=note)
    if not numbers:
        return _("{letter}, {source}").format(letter=letter, source=named)
    if len(numbers) == 1:
        return _("{letter}, {source}, paragraph {number}").format(
            letter=letter, source=named, number=numbers[0]
        )
    return _("{letter}, {source}, paragraphs {first}–{last}").format(
        letter=letter, source=named, first=numbers[0], last=numbers[1]
    )


def _order(row: Row) -> tuple[int, int, str, int, int, str]:
    """Return what rows are sorted by: source, placed or not, text, place, then which was first."""
    piece = next((one for one in row.pieces if one.place), row.pieces[0] if row.pieces else None)
    if piece is None:
        return _LAST + 1, 0, "", 0, row.seq, row.key
    index = piece.index if piece.index >= 0 else _LAST
    if piece.place is None:
        return index, 1, "", 0, row.seq, row.key
    return index, 0, piece.place.which, piece.place.range.start, row.seq, row.key
