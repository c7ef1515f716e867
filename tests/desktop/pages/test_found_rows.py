"""Rows of what was found, and what was searched for before."""

from dataclasses import replace

from crossread.desktop.pages.finding.found_rows import FoundRow, rows_of
from crossread.desktop.pages.finding.recent_queries import RecentQueries
from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.operations.opening.searching import Searcher
from crossread.packs.pack import NameForms, TimelineEntry
from crossread.texts.text import Block, Text
from tests.inquiry.making import PACK

STATE = InquiryState(pack=PACK.id)
FULL = replace(
    PACK,
    names=(NameForms(id="bay", forms=("Alder Bay", "Erlenbucht"), about="German."),),
    timeline=(TimelineEntry(id="fire", date="1911-03~", what="Alder Bay burns."),),
)


def rows(typed: str, pack: OpenPack | None = None) -> tuple[FoundRow, ...]:
    opened = pack or OpenPack(FULL)
    return rows_of(Searcher(opened).find(typed, STATE), opened.pack)


def test_a_head_names_the_source_and_which_text_of_it_with_its_badge_and_count() -> None:
    head = rows("boats")[0]
    assert (head.role, head.words, head.letter, head.index, head.beside) == (
        "head",
        "Gazette, digest",
        "A",
        0,
        "1",
    )


def test_a_hit_in_another_spelling_says_in_which() -> None:
    other = replace(PACK.sources[1], digest=Text((Block("paragraph", "Erlenbucht burned."),)))
    opened = OpenPack(replace(FULL, sources=(PACK.sources[0], other)))
    labels = {row.words: row.label for row in rows("alder bay", opened) if row.role == "hit"}
    assert labels["Erlenbucht burned."] == "as “Erlenbucht”"


def test_what_happened_stands_beside_its_date_in_words() -> None:
    row = next(row for row in rows("bay burns") if row.role == "hit")
    assert row.label == "about March 1911"
    assert "about March 1911" in row.spoken


def test_hits_that_are_not_told_are_counted() -> None:
    many = replace(PACK.sources[0], digest=Text(tuple(Block("paragraph", f"bell {n}") for n in range(342))))
    found = rows("bell", OpenPack(replace(FULL, sources=(many,))))
    assert found[-1].role == "more"
    assert found[-1].words == "and 312 more"


def test_the_newest_query_comes_first_and_what_it_was_typed_on_from_is_forgotten() -> None:
    recent = RecentQueries()
    for query in ("ferry", "br", "brid", "Bridge", "  ", "ferry"):
        recent.add(query)
    assert recent.all() == ("ferry", "Bridge")
    assert recent.last == "ferry"
    for number in range(20):
        recent.add(f"{number}.")
    assert len(recent.all()) == 6
