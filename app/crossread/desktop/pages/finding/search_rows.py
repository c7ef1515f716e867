"""What was found in the library as rows of a list: pack by pack, in its words, and where each leads."""

from collections.abc import Iterator

from crossread.base.dates import date_in_words
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.finding.found_rows import PARTS, FoundRow, covered_words
from crossread.desktop.place import Place, Spot
from crossread.packs.library.library_search import LibraryFindings, LibraryHit, PackHits


def library_rows(findings: LibraryFindings) -> tuple[FoundRow, ...]:
    """Return rows; each leads to a Place."""
    words = findings.query.typed if findings.query else ""
    return tuple(row for pack in findings.packs for row in _rows_of_pack(pack, words))


def _rows_of_pack(pack: PackHits, typed: str) -> Iterator[FoundRow]:
    title, count = pack.pack.title, str(pack.count)
    spoken = _("{name}: {count}").format(name=title, count=count)
    yield FoundRow(role="head", words=title, spoken=spoken, beside=count)
    before = ""
    for hit in pack.hits:
        part = hit.label if hit.kind == "source" else _(PARTS[hit.kind])
        beside = _label(hit)
        label = " · ".join(one for one in ("" if part == before else part, beside) if one)
        before = part
        words = covered_words() if hit.covered else hit.words
        yield FoundRow(
            role="hit",
            words=words,
            spoken=". ".join(one for one in (title, part, beside, words) if one),
            marks=hit.marks,
            label=label,
            covered=hit.covered,
            leads_to=_place(pack, hit, typed),
        )
    more = pack.count - len(pack.hits)
    if more > 0:
        words = ngettext("and {count} more in this pack", "and {count} more in this pack", more)
        yield FoundRow(
            role="more",
            words=words.format(count=more),
            spoken=f"{title}: {words.format(count=more)}",
            leads_to=_all_of(pack, typed),
        )


def _label(hit: LibraryHit) -> str:
    """Return what stands beside the words of a hit, besides the part of the pack."""
    if hit.kind == "source":
        return ""
    return date_in_words(hit.label) if hit.kind == "timeline" else hit.label


def _place(pack: PackHits, hit: LibraryHit, typed: str) -> Place:
    name = pack.pack.id
    if hit.kind == "source":
        start, end = (hit.where.start, hit.where.end) if hit.where else (0, 0)
        return Place("stage", name, spot=Spot(hit.source, hit.which, start, end), about=typed)
    if hit.kind == "question":
        return Place("stage", name, hit.which, question=hit.item)
    if hit.kind == "timeline":
        return Place("timeline", name, about=hit.item)
    if hit.kind == "pack" or not hit.which:
        return Place("overview", name)
    return Place("stage", name, hit.which, about=typed)


def _all_of(pack: PackHits, typed: str) -> Place:
    """Return where all that was found in a pack is listed: beside its texts."""
    places = [_place(pack, hit, typed) for hit in pack.hits]
    return next((place for place in places if place.spot is not None), places[0])
