"""Who rests on whom: the number first, then the graph, its lines in words, and their passages."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from crossread.desktop.pages.compare.origins.origins import OriginsPart
from crossread.desktop.pages.compare.origins.passage import ComparedPassage
from crossread.inquiry.commands import Judge
from crossread.inquiry.comparison import Judgement, matrix_given, witnesses_of
from crossread.progress.origins_told import WHOLE
from tests.desktop.pages.conftest import EVERY, Opened, words_of

Key = Qt.Key


@pytest.fixture
def blank(every: Opened) -> OriginsPart:
    """Go to a claim of which nothing is told yet, as the matrix is blank."""
    every.go("read-words", EVERY)
    every.desk.front.show("origins")
    area = every.desk.front.area
    assert area is not None
    assert isinstance(area.part, OriginsPart)
    area.part.lines.take("left-behind")
    area.part.enter()
    return area.part


@pytest.fixture
def part(every: Opened, blank: OriginsPart) -> OriginsPart:
    """Fill the matrix in."""
    given = Judgement(about=matrix_given(), chosen=("all",))
    every.session.do(every.desk.opened, Judge(judgement=given))
    return blank


def counted(opened: Opened) -> int | None:
    said = opened.session.state(EVERY).judgements.get(witnesses_of("left-behind"))
    return said.count if said else None


def test_nothing_of_the_graph_is_told_before_the_learner_has_said_a_number(
    every: Opened, part: OriginsPart
) -> None:
    words = words_of(part)
    assert "4 texts say it. How many witnesses is that?" in words
    assert "At least" not in words
    assert not part.work.graph.isVisible()
    assert not part.work.links.isVisible()
    assert len(part.work.lines.passages()) >= 4  # their words are there to judge by


def test_a_number_by_keyboard_brings_the_count_the_reasons_and_the_lines(
    every: Opened, part: OriginsPart, heard: list[str]
) -> None:
    every.press(Key.Key_Return)  # from the claim to its question
    every.press(Key.Key_Right)
    every.press(Key.Key_Space)
    assert counted(every) == 2
    words = words_of(part)
    assert "At least 2, at most 3" in words
    assert "“What passengers told The Ellory Packet”: behind B and D" in words
    assert "never for the event" in words
    assert any("At least 2, at most 3" in said for said in heard)
    assert part.work.graph.isVisible()
    every.press(Key.Key_Delete)  # taken back
    assert counted(every) is None
    assert not part.work.graph.isVisible()


def answer(part: OriginsPart) -> None:
    part.work.numbers.choose("2")


def test_the_list_says_all_that_the_picture_shows(every: Opened, part: OriginsPart) -> None:
    answer(part)
    items = [part.work.links.item(row) for row in range(part.work.links.count())]
    told = [str(item.data(Qt.ItemDataRole.AccessibleTextRole)) for item in items]
    assert told == [
        (
            "D, Davy Lorne rests on B, Newspaper: does not say so; "
            "changed: the passengers are gone; told as a memory of his own"
        ),
        "B, Newspaper rests on What passengers told The Ellory Packet: probably; changed: nobody is named",
    ]
    for line in told:
        assert line in part.work.graph.accessibleDescription()


def test_a_line_opens_its_two_passages_and_leads_to_each(every: Opened, part: OriginsPart) -> None:
    answer(part)
    part.work.focus()
    assert every.focus() is part.work.links
    every.press(Key.Key_Return)
    passage = every.focus()
    assert isinstance(passage, ComparedPassage)
    assert part.about() == "left-behind/lorne-packet"
    assert [one.side.source for one in part.work.card.passages[:2]] == ["lorne", "packet"]
    every.press(Key.Key_Down)
    every.press(Key.Key_Return)
    pane = every.desk.panes.in_hand
    assert pane.source_id == "packet"
    every.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert every.desk.front.here() == "origins/left-behind/lorne-packet"
    assert part.work.card.isVisible()


def test_escape_goes_back_step_by_step(every: Opened, part: OriginsPart) -> None:
    answer(part)
    part.work.focus()
    every.press(Key.Key_Return)
    every.press(Key.Key_Escape)
    assert every.focus() is part.work.links
    every.press(Key.Key_Escape)
    assert every.focus() is part.lines.view


def test_a_click_on_a_line_of_the_picture_opens_it(every: Opened, part: OriginsPart) -> None:
    answer(part)
    every.qtbot.waitUntil(lambda: part.work.graph.width() > 0)
    middle = part.work.graph.path("lorne-packet").pointAtPercent(0.5).toPoint()
    QTest.mouseClick(part.work.graph, Qt.MouseButton.LeftButton, pos=middle)
    assert part.work.card.link == "lorne-packet"
    part.work.close_link()
    QTest.mouseClick(part.work.graph, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert part.work.card.link == ""


def test_a_line_that_is_told_no_more_leaves_no_passages_behind(every: Opened, part: OriginsPart) -> None:
    answer(part)
    part.open_link("lorne-packet")
    assert part.work.card.isVisible()
    taken_back = Judgement(about=witnesses_of("left-behind"))
    every.session.do(every.desk.opened, Judge(judgement=taken_back))
    assert not part.work.card.isVisible()
    assert part.work.numbers.isAncestorOf(every.focus())


def test_the_work_on_a_claim_ends_where_its_last_line_ends(every: Opened, part: OriginsPart) -> None:
    every.window.resize(1700, 500)
    words_of(part)  # what was laid out just now is shown by then
    area, inside = part.split.area, part.split.area.widget()
    assert inside is not None
    needed = inside.heightForWidth(inside.width())
    assert inside.height() == max(needed, area.viewport().height())


def test_what_differs_is_told_by_sign_and_not_by_colour_alone(every: Opened, part: OriginsPart) -> None:
    answer(part)
    part.lines.take("quarter")
    answer(part)
    part.open_link("lorne-packet")
    assert part.work.card.passages
    signs = {"changed": "≠", "added": "+"}
    marked = [
        (change, side.words[where.start - 2])
        for side in (one.side for one in part.work.card.passages)
        for change, where in side.marks
    ]
    assert marked
    assert all(signs.get(change, "+") == sign for change, sign in marked)


def test_what_stands_firm_is_of_the_line_in_hand_else_of_the_claim(every: Opened, part: OriginsPart) -> None:
    claim = next(one for one in every.desk.opened.pack.claims if one.id == "left-behind")
    assert list(part.firm()) == [claim.floor]
    answer(part)
    part.open_link("lorne-packet")
    assert part.firm()[0] == "numbers"


def test_texts_as_wholes_are_never_counted(every: Opened, part: OriginsPart) -> None:
    part.lines.take(WHOLE)
    assert not part.work.numbers.isVisible()
    assert "never for the event" in words_of(part)


def test_the_claims_are_narrowed_by_typing(every: Opened, part: OriginsPart) -> None:
    part.lines.field.setFocus()
    every.type("bell")
    assert part.lines.shown_keys() == ["bell"]
    every.press(Key.Key_Down)
    assert part.lines.key == "bell"
    assert "bell" in words_of(part.work)


def test_a_claim_that_an_open_question_asks_about_keeps_its_count(every: Opened) -> None:
    every.go("read-know", EVERY)
    every.desk.front.show("origins")
    area = every.desk.front.area
    assert area is not None
    part = area.part
    assert isinstance(part, OriginsPart)
    held = [key for key in part.lines.shown_keys() if _below(part, key) == "a question asks about it"]
    assert held
    part.lines.take(held[0])
    part.work.numbers.choose("3")
    assert not part.work.graph.isVisible()
    assert not part.work.lines.isVisible()
    assert "asks about" in words_of(part)


def test_what_is_not_asked_of_such_a_claim_may_be_shown(every: Opened) -> None:
    every.go("read-know", EVERY)
    every.desk.front.show("origins")
    part = every.desk.front.area.part if every.desk.front.area else None
    assert isinstance(part, OriginsPart)
    asked = [key for key in part.lines.shown_keys() if _below(part, key) == "a question asks about it"]
    offered = [key for key in asked if _offers(part, key)]
    assert offered
    part.lines.take(offered[0])
    every.click(part.work.offer.show_row)
    assert not part.work.offer.isVisible()
    assert not part.work.count.isVisible()
    assert "asks about" in words_of(part)


def test_of_a_blank_matrix_nobody_is_named_and_the_witnesses_can_still_be_counted(
    every: Opened, blank: OriginsPart
) -> None:
    assert "However many texts say it" in words_of(blank)
    assert _below(blank, "left-behind") == "not filled in"
    assert not blank.work.lines.isVisible()
    answer(blank)
    assert counted(every) == 2
    assert not blank.work.graph.isVisible()
    assert "With your number, you then see who rests on whom" in words_of(blank)


def test_a_row_that_is_shown_tells_who_says_it_and_with_a_number_the_graph(
    every: Opened, blank: OriginsPart, heard: list[str]
) -> None:
    answer(blank)
    every.click(blank.work.offer.show_row)
    assert blank.work.graph.isVisible()
    assert not blank.work.offer.isVisible()
    assert any(said.startswith("Shown: A, B") for said in heard)
    assert blank.isAncestorOf(every.focus())
    every.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not blank.work.graph.isVisible()
    assert blank.work.offer.isVisible()


def test_filling_in_leads_to_the_row_in_the_table(every: Opened, blank: OriginsPart) -> None:
    every.click(blank.work.offer.fill)
    assert every.desk.front.here().startswith("matrix/left-behind/")


def _offers(part: OriginsPart, key: str) -> bool:
    part.lines.take(key)
    return part.work.offer.isVisible()


def _below(part: OriginsPart, key: str) -> str:
    from crossread.desktop.widgets.lists.pair_list import PairDelegate

    return str(part.lines.view.item(part.lines.shown_keys().index(key)).data(PairDelegate.below))
