"""Figures while something else goes on: what comes from the background, and what is taken back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.errors import Expected
from crossread.desktop.pages.compare.figures.axis import FigureAxis
from crossread.desktop.pages.compare.figures.card import FigureCard
from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.compare.figures.told import FiguresTold
from crossread.inquiry.comparison import parting_of, prediction_of
from crossread.operations.opening.opened import OpenPack
from crossread.packs.library.originals import AttachedOriginal
from crossread.texts.figures.aligning import align
from crossread.texts.figures.figure import Quantity
from crossread.texts.figures.figures import find_figures
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Text
from tests.desktop.pages.conftest import EVERY, Opened, words_of

Key, Mod = Qt.Key, Qt.KeyboardModifier
STAYED, EARLY = "stayed-behind", "minutes-early"
Found = tuple[Quantity, ...]


class Held:
    """Keeps what is found until the test lets it come."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Mapping[str, Text], Callable[[Any], None]]] = []

    def find(self, texts: Mapping[str, Text], done: Callable[[Any], None]) -> None:
        self.waiting.append((texts, done))

    def come(self, found: Found | Expected | None = None) -> None:
        texts, done = self.waiting.pop(0)
        done(found_in(texts) if found is None else found)
        QApplication.processEvents()


def found_in(texts: Mapping[str, Text]) -> Found:
    return tuple(align({source: find_figures(text) for source, text in texts.items()}))


@pytest.fixture
def held(every: Opened, monkeypatch: pytest.MonkeyPatch) -> Held:
    held = Held()
    monkeypatch.setattr(every.session, "find_figures", held.find)
    return held


def figures(opened: Opened, about: str = STAYED) -> FiguresPart:
    opened.go("read-words", EVERY)
    opened.desk.front.show(f"figures/{about}")
    area = opened.desk.front.area
    assert area is not None
    part = area.part
    assert isinstance(part, FiguresPart)
    part.enter()
    QApplication.processEvents()
    return part


def card(part: FiguresPart, quantity: str = STAYED) -> FigureCard:
    return next(one for one in part.cards if one.quantity.id == quantity)


def found_ids(part: FiguresPart) -> list[str]:
    told = FiguresTold(part.opened, part.around.veiling)
    return [one.id for one in told.found(found_in(told.texts()))]


def begin_to_write(opened: Opened, mine: FigureCard, words: str) -> QWidget:
    opened.click(mine.asking.skip)
    mine.why.words.setFocus()
    opened.type(words)
    return mine.why.words


def test_what_the_program_finds_comes_while_one_goes_on_writing(
    every: Opened, held: Held, heard: list[str]
) -> None:
    part = figures(every)
    mine = card(part)
    words = begin_to_write(every, mine, "half a th")
    every.press(Key.Key_Home)
    held.come()
    assert len(part.cards) > 2
    assert card(part) is mine
    assert every.focus() is words
    every.type("Not ")
    assert mine.why.words.text() == "Not half a th"
    every.press(Key.Key_Z, Mod.ControlModifier)
    assert mine.why.words.text() == "half a th"
    every.press(Key.Key_Z, Mod.ControlModifier)
    assert mine.why.words.text() == ""
    assert mine.axis.isVisible()
    assert any(one.startswith("The program found ") for one in heard)


def with_original(opened: OpenPack, source: str, words: str) -> OpenPack:
    text = read_plain(words.encode()).text
    return replace(opened, originals={source: AttachedOriginal(text=text, share=1.0, match="same")})


def test_an_original_that_is_added_changes_figures_and_leaves_alone_what_is_written(
    every: Opened, held: Held
) -> None:
    part = figures(every)
    held.come()
    mine, before = card(part), {one.quantity.id for one in part.cards}
    words = begin_to_write(every, mine, "half a th")
    texts = with_original(part.opened, part.cards[-1].quantity.sources[0], "Nothing is counted here.\n")
    part.set_opened(texts)
    assert part.progress.isVisible()
    held.come()
    assert {one.quantity.id for one in part.cards} != before
    assert card(part) is mine
    assert every.focus() is words
    every.type("ird")
    assert every.session.state(EVERY).judgements.get(parting_of(STAYED)) is None  # nobody has left the field
    every.press(Key.Key_Tab)
    assert every.session.state(EVERY).judgements[parting_of(STAYED)].text == "half a third"


def test_the_focus_goes_to_a_card_near_by_where_its_own_goes(every: Opened, held: Held) -> None:
    part = figures(every)
    held.come()
    last = part.cards[-1]
    assert last.enter()
    every.press(Key.Key_Tab)
    assert last.isAncestorOf(every.focus())
    part.set_opened(replace(part.opened))
    assert last not in part.cards
    assert part.cards[-1].isAncestorOf(every.focus())


def test_what_is_looked_for_is_gone_to_as_soon_as_it_is_there(every: Opened, held: Held) -> None:
    part = figures(every)
    wanted = found_ids(part)[-1]
    part.go_to(wanted)
    assert part.about() == STAYED
    held.come()
    assert part.about() == wanted


def test_who_has_gone_on_to_another_card_is_not_taken_from_it(every: Opened, held: Held) -> None:
    part = figures(every)
    part.go_to(found_ids(part)[-1])
    assert card(part, EARLY).enter()
    held.come()
    assert part.about() == EARLY
    assert card(part, EARLY).isAncestorOf(every.focus())


def test_what_could_not_be_worked_out_is_told_as_that_and_looked_for_again(
    every: Opened, held: Held, heard: list[str]
) -> None:
    part = figures(every)
    held.come(Expected("unexpected", "This could not be worked out. Try again."))
    words = words_of(part)
    assert "This could not be worked out. Try again." in words
    assert "Looking for figures" not in words
    assert "No two of these texts" not in words
    assert heard[-1] == "This could not be worked out. Try again."
    part.again.setFocus()
    every.press(Key.Key_Space)
    assert "Looking for figures" in words_of(part)
    assert card(part).isAncestorOf(every.focus())
    held.come()
    assert not part.again.isVisible()
    assert len(part.cards) > 2


def test_texts_without_figures_say_so(every: Opened, held: Held) -> None:
    part = figures(every)
    held.come(())
    assert not part.heading.isVisible()
    assert not part.progress.isVisible()
    assert not part.again.isVisible()


def test_taking_a_prediction_back_leads_to_its_question_again(every: Opened, held: Held) -> None:
    part = figures(every)
    mine = card(part)
    every.press(Key.Key_Right)
    every.press(Key.Key_Space)
    assert mine.axis.hasFocus()
    every.press(Key.Key_Z, Mod.ControlModifier)
    assert every.focus() in mine.asking.pick.picks()
    assert mine.asking.pick.value() == ""
    assert part.about() == STAYED
    other = every.session.state(EVERY).judgements
    every.press(Key.Key_Space)
    now = every.session.state(EVERY).judgements
    assert set(now) - set(other) == {prediction_of(STAYED)}
    assert mine.axis.hasFocus()


def test_taking_back_what_showed_all_leads_to_the_question_of_the_card_in_hand(
    every: Opened, held: Held
) -> None:
    part = figures(every)
    every.click(part.skip)
    mine = card(part, EARLY)
    mine.axis.setFocus()
    every.press(Key.Key_Z, Mod.ControlModifier)
    assert every.focus() in mine.asking.pick.picks()
    assert part.skip.isVisible()


def test_a_name_that_comes_to_be_covered_is_covered_on_its_card_too(
    every: Opened, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = figures(every)
    held.come()
    assert card(part).enter()
    authors = FiguresTold.authors
    monkeypatch.setattr(
        FiguresTold,
        "authors",
        lambda told, stage: tuple(replace(one, name="[covered]") for one in authors(told, stage)),
    )
    part.show_covers()
    assert "How many of the band stayed behind" not in words_of(card(part))
    assert "[covered]" in words_of(card(part))
    assert every.focus() in card(part).asking.pick.picks()


def test_only_the_card_that_is_judged_is_shown_anew(
    every: Opened, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = figures(every)
    held.come()
    every.click(part.skip)
    drawn: list[FigureAxis] = []
    monkeypatch.setattr(FigureAxis, "set_values", lambda axis, *_values, **_how: drawn.append(axis))
    card(part).why.reasons.setFocus()
    every.press(Key.Key_Space)
    assert drawn == [card(part).axis]


def test_who_came_before_there_was_anything_is_led_to_what_comes(every: Opened, held: Held) -> None:
    part = figures(every)
    part.setFocus()
    assert every.focus() is part
    held.come()
    assert any(one.isAncestorOf(every.focus()) for one in part.cards)


def test_what_is_said_above_all_figures_is_in_view_at_the_first(every: Opened, held: Held) -> None:
    part = figures(every)
    held.come()
    every.window.resize(1000, 600)
    part.go_to(part.cards[0].quantity.id)
    part.enter()
    every.qtbot.wait(100)
    assert part.area.verticalScrollBar().maximum() > 0
    assert part.area.verticalScrollBar().value() == 0
