from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.answers.matrix.filling import (
    Statements,
    filled,
    offered,
    place_for_passage,
    statements_in,
    with_cell,
    with_offered,
    with_passage,
    with_stance,
)
from crossread.questions.claims import STANCES, Stance
from crossread.questions.matrix import CellGiven, MatrixResponse, StatementGiven, asked_cells
from tests.desktop.answers.asking_open import BARE, LETTERS, MATRIX, PROVED, passage

WORDS = passage("herald", "83 lambs")
STANCE = st.sampled_from(tuple(STANCES))
ACTS = st.lists(st.tuples(st.integers(0, 3), st.none() | STANCE), max_size=12)


def stated(*stances: Stance) -> Statements:
    return tuple(StatementGiven(stance=stance) for stance in stances)


@given(ACTS)
def test_silence_always_stands_alone(acts: list[tuple[int, Stance | None]]) -> None:
    statements: Statements = ()
    for at, stance in acts:
        statements = with_stance(statements, at, stance)
        stances = [one.stance for one in statements]
        assert "silent" not in stances or stances == ["silent"]
        assert stance is None or stance in stances


@given(st.permutations(asked_cells(MATRIX)), STANCE)
def test_cells_come_row_by_row_in_whatever_order_they_are_filled(
    places: list[tuple[str, str]], stance: Stance
) -> None:
    response = MatrixResponse()
    for claim, source in places:
        response = with_cell(MATRIX, response, claim, source, stated(stance))
    assert tuple((cell.claim, cell.source) for cell in response.cells) == asked_cells(MATRIX)
    assert filled(MATRIX, response) == (4, 4)


def test_a_cell_that_is_cleared_is_left_out() -> None:
    response = with_cell(MATRIX, MatrixResponse(), "lambs", "herald", stated("reports"))
    assert statements_in(response, "lambs", "herald") == stated("reports")
    assert with_cell(MATRIX, response, "lambs", "herald", ()) == MatrixResponse()


def test_what_an_older_version_asked_is_kept() -> None:
    old = CellGiven(claim="gone", source="herald", statements=stated("denies"))
    response = with_cell(MATRIX, MatrixResponse((old,)), "lambs", "herald", stated("reports"))
    assert response.cells[-1] == old
    assert filled(MATRIX, response) == (1, 4)


def test_another_stance_keeps_the_passage_and_silence_has_none() -> None:
    shown = with_passage(stated("reports"), 0, WORDS)
    assert with_stance(shown, 0, "hedges") == (StatementGiven(stance="hedges", selection=WORDS),)
    assert with_stance(shown, 0, "silent") == stated("silent")


def test_a_passage_goes_where_one_is_missing_first_at_hand() -> None:
    assert place_for_passage((), 0) is None
    assert place_for_passage(stated("silent"), 0) is None
    two = stated("reports", "hedges")
    assert place_for_passage(two, 1) == 1
    assert place_for_passage(with_passage(two, 1, WORDS), 1) == 0
    both = with_passage(with_passage(two, 0, WORDS), 1, WORDS)
    assert place_for_passage(both, 1) == 1
    assert place_for_passage(both, 3) == 0


def test_only_empty_cells_that_are_asked_are_offered() -> None:
    asked = asked_cells(MATRIX)
    response = with_cell(MATRIX, MatrixResponse(), *asked[0], stated("denies"))
    known = {
        place: stated("reports") for claim in MATRIX.claims for place in ((claim, one) for one in LETTERS)
    }
    assert offered(MATRIX, response, known) == list(asked[1:])
    after = with_offered(MATRIX, response, known)
    assert statements_in(after, *asked[0]) == stated("denies")
    assert [statements_in(after, *place) for place in asked[1:]] == [stated("reports")] * 3
    assert {(cell.claim, cell.source) for cell in after.cells} == set(asked)
    assert offered(MATRIX, after, known) == []


def test_a_cell_emptied_in_the_comparison_is_not_offered() -> None:
    assert offered(MATRIX, MatrixResponse(), {asked_cells(MATRIX)[0]: ()}) == []


def test_passages_are_taken_over_only_where_they_have_to_be_shown() -> None:
    known = {("lambs", "herald"): (StatementGiven(stance="reports", selection=WORDS),)}
    shown = with_offered(PROVED, MatrixResponse(), known)
    assert statements_in(shown, "lambs", "herald")[0].selection == WORDS
    bare = with_offered(BARE, MatrixResponse(), known)
    assert statements_in(bare, "lambs", "herald") == stated("reports")
