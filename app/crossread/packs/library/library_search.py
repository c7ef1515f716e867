"""Searching all packs on the shelf by the library's index."""

import json
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crossread.packs.library.library_index import Row, ShelfPack, numbered_rows, rank
from crossread.texts.finding.search import Query, Spelling, Variants, find, read_query
from crossread.texts.finding.search_context import in_context
from crossread.texts.finding.search_folding import fold_words
from crossread.texts.passages.covering import merged, touches
from crossread.texts.text import Block, Range, Text

if TYPE_CHECKING:
    import apsw

PACKS, HITS = 20, 5  # how many packs are told, and how many hits of each
COUNTED = 10_000  # hits that are looked at; beyond them nobody can count while another types
LONGEST_NAME = 5  # words of a name that other spellings are looked up for

LibraryKind = Literal["pack", "source", "context", "floor", "glossary", "name", "timeline", "question"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryHit:
    """Words of a pack in which something was found, at `marks`; no words where they are `covered`.

    Of a text of a source `where` are the code points of the first mark, None for its title. Of a question
    `which` is its stage.
    """

    kind: LibraryKind
    source: str
    which: str
    item: str
    label: str
    words: str
    marks: tuple[Range, ...]
    where: Range | None
    covered: bool = False


@dataclass(frozen=True, slots=True)
class PackHits:
    """What was found in one pack: the first hits, and how many there are."""

    pack: ShelfPack
    hits: tuple[LibraryHit, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFindings:
    """What was found, pack by pack: those whose title says it first, then those that say it most often.

    `all_packs` counts the packs, also those not told. Where `many`, there may be more than was counted.
    """

    query: Query | None = None
    packs: tuple[PackHits, ...] = ()
    all_packs: int = 0
    count: int = 0
    many: bool = False


def search(index: "apsw.Connection", typed: str) -> LibraryFindings:
    """Find packs that say all the words typed, each perhaps only begun; or them as one, within quotes."""
    query = _read(index, typed.encode(errors="ignore").decode())  # half a character can be in no text
    expression = _expression(query) if query else ""
    if query is None or not expression:
        return LibraryFindings(query=query)
    found = index.execute("SELECT rowid FROM folded WHERE folded MATCH ? LIMIT ?", (expression, COUNTED))
    numbers = [number for (number,) in found]
    packs = _by_pack(index, numbers)
    ranked = sorted(packs, key=_rank_found)
    return LibraryFindings(
        query=query,
        packs=tuple(_told(index, query, shelf, found) for _first, shelf, found in ranked[:PACKS]),
        all_packs=len(ranked),
        count=sum(len(found) for _first, _shelf, found in ranked),
        many=len(numbers) == COUNTED,
    )


def _rank_found(found: tuple[int, ShelfPack, Sequence[int]]) -> tuple[bool, int, str]:
    first, shelf, numbers = found
    return first not in numbers[:1], -len(numbers), shelf.title.casefold()


def _read(index: "apsw.Connection", typed: str) -> Query | None:
    """Read what was typed, with the spellings of any pack."""
    words = fold_words(typed).replace('"', " ").split()
    runs = {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + LONGEST_NAME) + 1)
    }
    groups: dict[str, None] = {}
    for run in sorted(runs)[:100]:
        for (forms,) in index.execute("SELECT DISTINCT forms FROM spelling WHERE folded = ?", (run,)):
            groups[forms] = None
    return read_query(typed, Variants(json.loads(forms) for forms in groups))


def _expression(query: Query) -> str:
    """Spell a query for FTS5: nothing that a user types is ever read as its syntax."""
    if query.begins:
        typed = _quoted(query.words, begun=not query.whole)
    else:
        chunks = (_quoted(chunk, begun=True) for chunk in query.words.split())
        typed = " AND ".join(chunk for chunk in chunks if chunk)
    others = (_quoted(spelling.words, begun=False) for spelling in query.spellings[1:])
    return " OR ".join(f"({one})" for one in (typed, *others) if one)


def _quoted(words: str, *, begun: bool) -> str:
    """Return words as one phrase, whose last word may only be begun; "" where no word is in it."""
    if not any(_is_of_word(sign) for sign in words):
        return ""
    plain = words.replace("\0", " ").replace('"', " ")
    # A single letter begins thousands of words; signs of which each is a word need no more.
    long_enough = len(plain.strip()) > 1 or not plain.strip().isascii()
    return f'"{plain}"' + ("*" if begun and long_enough and _is_of_word(plain[-1]) else "")


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _by_pack(index: "apsw.Connection", numbers: Sequence[int]) -> list[tuple[int, ShelfPack, Sequence[int]]]:
    """Part numbers of passages by pack; of several copies only that on the shelf counts."""
    if not numbers:
        return []
    rows = numbered_rows(index)
    shelved: dict[str, Row] = {}
    for _first, row in sorted(rows, key=lambda one: rank(one[1])):
        shelved[row.shelf.id] = row
    found: list[tuple[int, ShelfPack, Sequence[int]]] = []
    at = 0
    for place, (first, row) in enumerate(rows):
        past = rows[place + 1][0] if place + 1 < len(rows) else numbers[-1] + 1
        begin, at = at, bisect_left(numbers, past, at)  # the index gives numbers in their order
        if at > begin and shelved[row.shelf.id] is row:
            found.append((first, row.shelf, numbers[begin:at]))
    return found


def _told(index: "apsw.Connection", query: Query, shelf: ShelfPack, numbers: Sequence[int]) -> PackHits:
    first = ", ".join(map(str, numbers[:HITS]))
    rows = index.execute(
        "SELECT kind, source, which, item, label, start, covered, words FROM passage "  # noqa: S608  (numbers)
        f"WHERE number IN ({first}) ORDER BY number"
    )
    hits = tuple(_hit(query, *row) for row in rows)
    return PackHits(shelf, hits, len(numbers))


def _hit(
    query: Query,
    kind: LibraryKind,
    source: str,
    which: str,
    item: str,
    label: str,
    start: int,
    covered: str,
    words: str,
) -> LibraryHit:
    text = Text((Block("paragraph", words),))
    marks = _marks(query, text)
    veils = [Range(*map(int, one.split("-"))) for one in covered.split()]
    seen = [mark for mark in marks if not touches(mark, veils)]
    first = next(iter(seen or marks), Range(0, 1))
    is_covered = bool(veils) and not seen
    told, at = ("", first) if is_covered else in_context(text, first, veils)
    shift = at.start - first.start
    return LibraryHit(
        kind=kind,
        source=source,
        which=which,
        item=item,
        label=label,
        words=told,
        marks=tuple(
            Range(mark.start + shift, mark.end + shift)
            for mark in ([] if is_covered else seen)
            if mark.start + shift >= 0 and mark.end + shift <= len(told)
        ),
        where=Range(start + first.start, start + first.end) if kind == "source" and start >= 0 else None,
        covered=is_covered,
    )


def _marks(query: Query, text: Text) -> Sequence[Range]:
    """Find again what the index found, in the words as they are shown."""
    queries = [query]
    if not query.begins:
        chunks = query.words.split()
        alone = [Query(query.typed, (Spelling(chunk),), begins=True) for chunk in chunks]
        phrases = [
            Query(query.typed, (spelling,), begins=True, whole=True) for spelling in query.spellings[1:]
        ]
        queries = [*alone, *phrases]
    return merged([where for one in queries for where in find(text, one)])
