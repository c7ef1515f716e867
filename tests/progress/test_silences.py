"""What a source leaves out while others report it."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.inquiry.comparison import Cell, CellStatement
from crossread.progress.silences import silences_of
from crossread.questions.claims import STANCES, Claim, Stance, Statement

SOURCES = ("a", "b", "c")


def claim(name: str, **stances: Stance) -> Claim:
    cells = {source: (Statement(stance=said),) for source, said in stances.items()}
    return Claim(id=name, claim=name, relation="differ", cells=cells)


def test_a_source_leaves_out_what_others_report() -> None:
    claims = [claim("toll", a="silent", b="asserts", c="reports"), claim("day", a="asserts", b="silent")]
    found = silences_of("a", claims, SOURCES, {})
    assert [(one.claim.id, one.speaking) for one in found] == [("toll", ("b", "c"))]
    assert found[0].key is not None
    assert silences_of("c", claims, SOURCES, {}) == ()  # of the day nothing is known of it


def test_what_nobody_reports_is_no_silence() -> None:
    assert silences_of("a", [claim("toll", a="silent", b="silent")], SOURCES, {}) == ()


def test_without_a_key_the_learners_own_cells_tell() -> None:
    cells = {
        ("toll", "a"): Cell(claim="toll", source="a", statements=(CellStatement(stance="silent"),)),
        ("toll", "b"): Cell(claim="toll", source="b", statements=(CellStatement(stance="hedges"),)),
    }
    (found,) = silences_of("a", [claim("toll")], SOURCES, cells)
    assert (found.speaking, found.key) == (("b",), None)
    keyed = claim("toll", a="asserts", b="asserts")
    assert silences_of("a", [keyed], SOURCES, cells) == ()  # the author's word goes before


def test_what_an_open_question_asks_is_kept_back() -> None:
    claims = [claim("toll", a="silent", b="asserts", c="reports")]
    assert silences_of("a", claims, SOURCES, {}, held={("toll", "a")}) == ()
    (found,) = silences_of("a", claims, SOURCES, {}, held={("toll", "b")})
    assert found.speaking == ("c",)
    assert silences_of("a", claims, SOURCES, {}, held={("toll", "b"), ("toll", "c")}) == ()


@given(st.lists(st.lists(st.sampled_from(list(STANCES)), min_size=3, max_size=3), max_size=5))
def test_no_source_is_silent_and_speaking_at_once(rows: list[list[Stance]]) -> None:
    claims = [claim(f"c{number}", **dict(zip(SOURCES, row, strict=True))) for number, row in enumerate(rows)]
    silent = {(one.claim.id, one.source) for s in SOURCES for one in silences_of(s, claims, SOURCES, {})}
    speaking = {
        (one.claim.id, other)
        for s in SOURCES
        for one in silences_of(s, claims, SOURCES, {})
        for other in one.speaking
    }
    assert not silent & speaking
