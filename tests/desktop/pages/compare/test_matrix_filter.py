"""Which claims of the matrix are in view: by words, by how the sources stand, by who speaks."""

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
