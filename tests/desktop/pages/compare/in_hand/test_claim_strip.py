"""A claim of the matrix as a strip: every source's words, the learner's relation and reason, the author's."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from crossread.desktop.answers.passages.passage_row import PassageRow
from crossread.desktop.pages.compare.in_hand.claim_strip import ClaimStrip
from crossread.inquiry.comparison import relation_of
from crossread.questions.passages import PassageKey
from tests.desktop.pages.compare.matrix_hands import Key, Matrix, Mod
from tests.desktop.pages.conftest import words_of


def strip(matrix: Matrix) -> ClaimStrip:
    return matrix.part.panel.strip


def test_the_authors_reason_comes_once_every_cell_of_the_claim_is_checked(matrix: Matrix) -> None:
    matrix.fill_wind()
    matrix.press(Key.Key_Space)
    assert "what firm ground looks like" not in words_of(matrix.part.panel)
    matrix.opened.click(matrix.part.panel.check)
    assert len(matrix.state.cell_checks) == 4
    assert "what firm ground looks like" in words_of(matrix.part.panel)
    assert matrix.part.table.cells.rows[2].relation == "agree"


def test_a_claim_opens_as_a_strip_with_the_learners_words_and_leads_to_the_text(matrix: Matrix) -> None:
    matrix.opened.click(matrix.part.head.given.pick("all"))
    matrix.go("wind", "diary")
    matrix.press(Key.Key_Space)
    told = words_of(matrix.part.panel)
    assert "says nothing on this · could have known" in told
    matrix.press(Key.Key_Return)  # the focus is on the first passage
    assert not matrix.in_front()
    assert matrix.desk.panes.in_hand.source_id == "log"
    matrix.opened.press(Key.Key_Left, Mod.AltModifier)
    assert matrix.desk.front.here() == "matrix/wind/diary"


def test_the_learners_relation_and_why_are_kept_as_they_are_made(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_Space)
    matrix.opened.click(strip(matrix).relation.pick("agree"))
    said = matrix.state.judgements[relation_of("wind")]
    assert said.chosen == ("agree",)
    strip(matrix).why.setFocus()
    matrix.opened.type("Each of them felt it")
    matrix.opened.press(Key.Key_Escape)
    assert matrix.part.table.hasFocus()
    assert matrix.state.judgements[relation_of("wind")].text == "Each of them felt it"
    assert "as you see it: agree" in matrix.part.table.cells.rows[2].name


def test_what_is_typed_is_kept_when_one_turns_to_the_texts_at_once(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_Space)
    strip(matrix).why.setFocus()
    matrix.opened.type("Three felt it")
    matrix.turn()
    assert matrix.state.judgements[relation_of("wind")].text == "Three felt it"


def test_a_row_shows_the_learners_relation_and_beside_it_the_authors_where_they_part(matrix: Matrix) -> None:
    matrix.go("wind", "log")
    matrix.press(Key.Key_Space)
    matrix.opened.click(strip(matrix).relation.pick("contradict"))
    at = [row.claim for row in matrix.part.table.cells.rows].index("wind")
    assert matrix.part.table.cells.rows[at].relation == "contradict"
    matrix.opened.click(matrix.part.head.given.pick("all"))
    shown = matrix.part.table.cells.rows[at]
    assert shown.relation.startswith("contradict · the pack’s authors: ")
    assert not shown.told


def test_a_click_on_a_claim_opens_it(matrix: Matrix) -> None:
    header = matrix.part.table.verticalHeader()
    where = QPoint(10, header.sectionViewportPosition(1) + 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert matrix.part.panel.shows_claim
    assert strip(matrix).claim == matrix.part.matrix.claims[1].id


def test_covered_words_stay_covered_until_they_are_asked_for(matrix: Matrix) -> None:
    opened = matrix.desk.opened
    quote = PassageKey(source="diary", quote="The wind had got up.")
    matrix.part.set_opened(replace(opened, pack=replace(opened.pack, graphic=(quote,))))
    matrix.opened.click(matrix.part.head.given.pick("all"))
    matrix.go("wind", "diary")
    matrix.press(Key.Key_Space)
    lines = [row.passage.accessibleName() for row in strip(matrix).findChildren(PassageRow)]
    assert not any("got up" in line for line in lines)
    assert any("C: " in line and "covered" in line for line in lines)


def test_the_whole_claim_ends_where_its_last_line_ends(matrix: Matrix) -> None:
    matrix.opened.click(matrix.part.head.given.pick("all"))
    matrix.go("quarter", "diary")
    matrix.press(Key.Key_Space)
    area = next(one for one in matrix.part.panel.findChildren(QScrollArea) if one.widget() is strip(matrix))
    matrix.opened.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    needed = strip(matrix).heightForWidth(strip(matrix).width())
    assert strip(matrix).height() == max(needed, area.viewport().height())


def test_the_card_of_a_cell_is_no_higher_than_the_cell_asks_for(matrix: Matrix) -> None:
    editor = matrix.part.panel.editor
    matrix.go("wind", "log")
    low = editor.minimumHeight()
    matrix.press(Key.Key_1)
    matrix.opened.qtbot.waitUntil(editor.another.isVisible)
    matrix.go("wind", "diary")
    words_of(matrix.part.panel)
    assert editor.minimumHeight() == low == 0
