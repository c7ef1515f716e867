"""Figures that part, as a learner meets them: predicted, seen, explained, and each a way to its passage."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crossread.desktop.pages.compare.compare_area import CompareArea
from crossread.desktop.pages.compare.figures.card import FigureCard
from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.inquiry.commands import Judge
from crossread.inquiry.comparison import Judgement, parting_of, prediction_of
from crossread.progress.figures_predicted import Prediction, prediction
from tests.desktop.pages.conftest import EVERY, Opened, words_of

Key, Mod = Qt.Key, Qt.KeyboardModifier

STAYED, EARLY = "stayed-behind", "minutes-early"


def area(opened: Opened) -> CompareArea:
    found = opened.desk.front.area
    assert found is not None
    return found


def figures(opened: Opened, stage: str = "read-words", about: str = STAYED) -> FiguresPart:
    opened.go(stage, EVERY)
    opened.desk.front.show(f"figures/{about}")
    part = area(opened).part
    assert isinstance(part, FiguresPart)
    opened.wait(part.progress.isHidden)
    part.enter()
    QApplication.processEvents()  # what was laid out just now is shown by then
    return part


def card(part: FiguresPart, quantity: str = STAYED) -> FigureCard:
    return next(one for one in part.cards if one.quantity.id == quantity)


def chosen(opened: Opened, about: str) -> tuple[str, ...]:
    judgement = opened.session.state(EVERY).judgements.get(about)
    return judgement.chosen if judgement else ()


def test_no_value_is_seen_before_the_learner_has_predicted(every: Opened) -> None:
    mine = card(figures(every))
    words = words_of(mine)
    assert "Do the sources agree here?" in words
    assert "How many of the band stayed behind" in words
    assert "14" not in words
    assert not mine.axis.isVisible()
    assert not mine.table.isVisible()
    assert not mine.why.isVisible()


def test_a_prediction_by_keyboard_shows_the_values_with_the_focus_on_them(
    every: Opened, heard: list[str]
) -> None:
    mine = card(figures(every))
    assert every.focus() in mine.asking.pick.picks()
    every.press(Key.Key_Right)
    every.press(Key.Key_Space)
    assert chosen(every, prediction_of(STAYED)) in (("agree",), ("part",))
    assert mine.axis.isVisible()
    assert mine.axis.hasFocus()
    assert any("You predicted" in one and "The figures differ." in one for one in heard)


def test_one_may_mark_who_will_stand_apart_and_hears_who_does(every: Opened, heard: list[str]) -> None:
    mine = card(figures(every))
    apart = mine.asking.apart
    assert apart is not None
    every.press(Key.Key_Backtab, Mod.ShiftModifier)
    assert every.focus() is apart.checks()[-1]
    every.press(Key.Key_Left)
    every.press(Key.Key_Space)
    assert not mine.axis.isVisible()
    marked = apart.value_in_order()
    assert marked == (apart.checks()[-2].key,)
    every.press(Key.Key_Tab)
    every.press(Key.Key_Tab)
    every.press(Key.Key_Right)
    assert "They part" in every.focus().accessibleName()
    every.press(Key.Key_Space)
    assert prediction(every.session.state(EVERY), STAYED) == Prediction("part", marked)
    letter = every.desk.opened.pack.source(marked[0]).letter
    assert f"You predicted that they part, and marked {letter}. The figures differ." in heard[-1]
    assert "what no other source gives" in heard[-1]
    every.press(Key.Key_Z, Mod.ControlModifier)
    assert apart.value_in_order() == marked  # what was marked is not lost with it


def test_who_expects_all_to_agree_marks_nobody(every: Opened) -> None:
    mine = card(figures(every))
    assert mine.asking.apart is not None
    every.click(mine.asking.apart.checks()[0])
    every.click(mine.asking.pick.pick("agree"))
    assert prediction(every.session.state(EVERY), STAYED) == Prediction("agree")


def test_of_two_sources_none_can_be_marked_to_stand_apart(every: Opened) -> None:
    part = figures(every)
    for one in part.cards:
        assert (one.asking.apart is None) == (len(one.quantity.sources) == 2)
    assert any(one.asking.apart is None for one in part.cards)


def test_control_z_takes_the_prediction_back(every: Opened) -> None:
    mine = card(figures(every))
    every.click(mine.asking.pick.picks()[0])
    assert mine.axis.isVisible()
    every.press(Key.Key_Z, Mod.ControlModifier)
    assert not mine.axis.isVisible()
    assert mine.asking.isVisible()
    assert chosen(every, prediction_of(STAYED)) == ()


def test_one_may_look_without_predicting_at_one_or_at_all(every: Opened) -> None:
    part = figures(every)
    every.click(card(part).asking.skip)
    assert card(part).axis.isVisible()
    assert "You predicted" not in words_of(card(part))
    assert not card(part, EARLY).axis.isVisible()
    every.click(part.skip)
    assert all(one.axis.isVisible() or one.table.isVisible() for one in part.cards)
    assert not part.skip.isVisible()


def test_the_arrows_go_from_value_to_value_and_enter_leads_to_the_passage(
    every: Opened, heard: list[str]
) -> None:
    mine = card(figures(every))
    every.click(mine.asking.skip)
    mine.axis.setFocus()
    assert "14 people" in mine.axis.accessibleDescription()
    every.press(Key.Key_Right)
    assert "15 people" in mine.axis.accessibleDescription()
    assert "15 people" in heard[-1]
    assert "15 people" in mine.in_hand.text()
    every.press(Key.Key_Return)
    pane = every.desk.panes.in_hand
    assert pane.source_id == "diary"
    shown = pane.view.shown_range()
    assert shown is not None
    assert pane.text.words(shown).startswith("There were fifteen of them")


def test_a_click_on_a_badge_leads_to_its_passage_and_back_leads_to_the_figure(every: Opened) -> None:
    part = figures(every)
    mine = card(part)
    every.click(mine.asking.skip)
    where = mine.axis.where(0).toPoint()
    QTest.mouseClick(mine.axis, Qt.MouseButton.LeftButton, pos=where)
    assert every.desk.panes.in_hand.source_id == "log"
    every.press(Key.Key_Left, Mod.AltModifier)
    assert area(every).here() == f"figures/{STAYED}"


def test_a_click_beside_all_values_opens_nothing(every: Opened) -> None:
    mine = card(figures(every))
    every.click(mine.asking.skip)
    QTest.mouseClick(mine.axis, Qt.MouseButton.LeftButton, pos=QPoint(2, mine.axis.height() - 2))
    assert every.desk.front.on


def test_reasons_are_kept_as_they_are_chosen_and_open_those_of_the_authors(every: Opened) -> None:
    mine = card(figures(every))
    every.click(mine.asking.skip)
    assert not mine.why.ask.isVisible()
    mine.why.reasons.setFocus()
    every.press(Key.Key_Space)
    every.press(Key.Key_Right)
    every.press(Key.Key_Space)
    assert chosen(every, parting_of(STAYED)) == ("who-counted", "what-is-counted")
    assert "the bandmaster carries no instrument" not in words_of(mine)
    every.click(mine.why.ask)
    words = words_of(mine)
    assert "The pack’s authors: who counted, what is counted, rounding." in words
    assert "the bandmaster carries no instrument" in words


def test_own_words_are_kept_when_the_focus_goes_elsewhere(every: Opened) -> None:
    mine = card(figures(every))
    every.click(mine.asking.skip)
    mine.why.words.setFocus()
    every.type("One of them guessed")
    mine.why.reasons.setFocus()
    assert every.session.state(EVERY).judgements[parting_of(STAYED)].text == "One of them guessed"


def test_the_table_says_what_the_axis_shows_and_leads_on_too(every: Opened) -> None:
    part = figures(every)
    mine = card(part)
    every.click(mine.asking.skip)
    part.form.choose("table")
    assert not mine.axis.isVisible()
    rows = [
        [item.text() for column in range(3) if (item := mine.table.item(row, column))]
        for row in range(mine.table.rowCount())
    ]
    assert [row[1] for row in rows][:2] == ["14 people", "15 people"]
    assert "hedged: “some two dozen”" in rows[-1][1]
    mine.table.setCurrentCell(0, 1)
    mine.table.setFocus()
    every.press(Key.Key_Return)
    assert every.desk.panes.in_hand.source_id == "log"


def test_in_the_order_of_time_the_figures_say_which_way_they_go(every: Opened) -> None:
    part = figures(every)
    mine = card(part)
    every.click(mine.asking.skip)
    part.form.choose("time")
    assert "In order of time: the last gives more than the first." in mine.told.text()


def test_an_open_question_keeps_back_what_it_asks_for(every: Opened) -> None:
    part = figures(every, "read-say")
    every.click(part.skip)
    hidden = [one for one in part.cards if one.kept_back.isVisible()]
    assert hidden
    for one in hidden:
        assert not one.why.ask.isVisible()
        assert not one.why.question.isVisible()  # no one can say why what is not shown parts


def test_nothing_is_asked_of_figures_that_a_question_keeps_back(every: Opened) -> None:
    part = figures(every, "read-say")
    held = [one for one in part.cards if one.standing == "held"]
    assert held
    for one in held:
        assert not one.asking.isVisible()
        assert not one.axis.isVisible()
        assert "then predict here" in one.kept_back.text()


def test_a_prediction_is_answered_though_figures_are_kept_back(every: Opened) -> None:
    part = figures(every, "read-say")
    held = next(one for one in part.cards if one.standing == "held").quantity.id
    said = Judgement(about=prediction_of(held), chosen=("agree",))
    every.session.do(every.desk.opened, Judge(judgement=said))
    words = card(part, held).told.text()
    assert "You predicted that they agree. Whether that is so, shows once" in words
    assert "differ" not in words


def test_of_a_single_source_nothing_is_asked(every: Opened) -> None:
    part = figures(every)
    opened = every.desk.opened
    first = opened.pack.figures[0]
    lone = replace(first, figures=tuple(replace(one, source="log") for one in first.figures[:2]))
    part.set_opened(replace(opened, pack=replace(opened.pack, figures=(lone,))))
    mine = card(part, first.id)
    words = words_of(mine)
    assert "Only A gives it, twice" in words
    assert not mine.asking.isVisible()
    assert not mine.why.question.isVisible()


def test_what_was_answered_out_of_sight_shows_when_one_comes_back(every: Opened) -> None:
    part = figures(every)
    every.desk.front.hide()
    said = Judgement(about=prediction_of(STAYED), chosen=("part",))
    every.session.do(every.desk.opened, Judge(judgement=said))
    every.desk.front.show()
    assert card(part).axis.isVisible()
    assert "You predicted that they part." in card(part).told.text()


def test_what_stands_firm_follows_the_figure_in_hand(every: Opened) -> None:
    part = figures(every)
    assert not part.firm()  # it would answer what is asked
    every.click(part.skip)
    card(part).enter()
    assert list(part.firm())[:1] == ["numbers"]
    card(part, EARLY).enter()
    assert list(part.firm())[:1] == ["timetable"]


def test_what_the_program_found_says_so_and_why(every: Opened) -> None:
    part = figures(every)
    every.click(part.skip)
    found = [one for one in part.cards if one.quantity.quantity is not None]
    assert found
    assert part.heading.isVisible()
    assert "found by the program" in words_of(found[0])
    assert not found[0].explained.isVisible()
    every.click(found[0].reason)
    assert "They " in found[0].explained.text()
    assert not card(part).reason.isVisible()
