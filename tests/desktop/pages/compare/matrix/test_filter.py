"""Which claims of the matrix are in view: by words, by how the sources stand, by who speaks."""

from crossread.desktop.pages.compare.matrix.filter import UNSAID
from crossread.inquiry.comparison import relation_of
from tests.desktop.pages.compare.matrix_hands import Key, Matrix, Mod


def test_rows_are_filtered_by_words_by_relation_and_by_who_speaks(matrix: Matrix) -> None:
    filter_ = matrix.part.head.filter
    filter_.words.setFocus()
    matrix.opened.type("wind")
    assert [row.claim for row in matrix.part.table.cells.rows] == ["wind"]
    matrix.opened.press(Key.Key_Escape)
    assert len(matrix.part.table.cells.rows) == len(matrix.part.matrix.claims)
    filter_.relation.show_value("agree")
    filter_.changed.emit()
    assert matrix.part.empty.isVisible()  # nothing is known of any relation yet
    matrix.opened.click(matrix.part.empty.all)
    matrix.opened.click(matrix.part.head.given.pick("all"))
    filter_.relation.show_value("contradict")
    filter_.changed.emit()
    assert "bell" in [row.claim for row in matrix.part.table.cells.rows]
    assert "wind" not in [row.claim for row in matrix.part.table.cells.rows]
    filter_.clear()
    filter_.source.show_value("packet")
    filter_.changed.emit()
    assert "wind" not in [row.claim for row in matrix.part.table.cells.rows]  # it is silent there


def test_the_finding_key_leads_to_the_filter_and_enter_back_to_the_table(matrix: Matrix) -> None:
    matrix.opened.press(Key.Key_F, Mod.ControlModifier)
    assert matrix.part.head.filter.words.hasFocus()
    matrix.opened.type("bell")
    matrix.opened.press(Key.Key_Return)
    assert matrix.part.table.hasFocus()
    assert matrix.part.table.at() == ("bell", "log")
    matrix.turn()
    matrix.opened.press(Key.Key_F, Mod.ControlModifier)
    assert not matrix.in_front()  # in the texts it is of the text again


def rows(matrix: Matrix) -> list[str]:
    return [row.claim for row in matrix.part.table.cells.rows]


def say(matrix: Matrix, relation: str) -> None:
    """Choose how the sources stand to each other, by keys, with the strip of a claim in view."""
    matrix.part.panel.strip.relation.pick(relation).setFocus()
    matrix.press(Key.Key_Space)


def test_a_claim_that_is_judged_stays_in_hand_among_those_not_said_yet_until_one_goes_on(
    matrix: Matrix,
) -> None:
    filter_, panel = matrix.part.head.filter, matrix.part.panel
    filter_.relation.show_value(UNSAID)
    filter_.changed.emit()
    everything = rows(matrix)
    matrix.go("wind", "diary")
    matrix.press(Key.Key_Space)
    say(matrix, "differ")
    assert matrix.part.table.at() == ("wind", "diary")
    assert panel.strip.relation.isAncestorOf(matrix.opened.focus())
    panel.strip.why.setFocus()
    matrix.opened.type("Nobody says how strong")
    matrix.opened.press(Key.Key_Escape)
    said = matrix.state.judgements[relation_of("wind")]
    assert (said.chosen, said.text) == (("differ",), "Nobody says how strong")
    assert len(matrix.state.judgements) == 1
    assert rows(matrix) == everything
    after = everything[everything.index("wind") + 1]
    matrix.press(Key.Key_Down)
    matrix.opened.wait(lambda: "wind" not in rows(matrix))
    assert matrix.part.table.at() == (after, "diary")
    assert panel.strip.claim == after
    assert matrix.part.table.hasFocus()


def test_a_cell_that_is_emptied_stays_in_hand_among_those_that_a_source_speaks_of(matrix: Matrix) -> None:
    for claim in ("wind", "bell"):
        matrix.go(claim, "log")
        matrix.press(Key.Key_1)
    filter_ = matrix.part.head.filter
    filter_.source.show_value("log")
    filter_.changed.emit()
    matrix.go("wind", "log")
    matrix.press(Key.Key_Delete)
    assert matrix.part.table.at() == ("wind", "log")
    matrix.press(Key.Key_3)
    assert matrix.stances("wind", "log") == ["hedges"]
    matrix.press(Key.Key_Delete)
    matrix.go("bell", "log")
    matrix.opened.wait(lambda: rows(matrix) == ["bell"])
    assert matrix.stances("bell", "log") == ["asserts"]


def test_whoever_filters_anew_gets_what_was_asked_for_alone(matrix: Matrix) -> None:
    filter_ = matrix.part.head.filter
    filter_.relation.show_value(UNSAID)
    filter_.changed.emit()
    matrix.go("wind", "log")
    matrix.press(Key.Key_Space)
    say(matrix, "agree")
    assert "wind" in rows(matrix)
    filter_.words.setFocus()
    matrix.opened.type("the")
    assert "wind" not in rows(matrix)
    assert rows(matrix)
