"""The comparison in front of the texts: a key turns to it and back, and each way to a text leads out."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.desktop.pages.compare import compare_area, parts
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.panes.pane_menu import PaneMenu
from crossread.desktop.place import Spot
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed, What
from tests.desktop.pages.conftest import EVERY, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier


class Counted(ComparePart):
    """A part with something in hand."""

    name = "figures"

    def __init__(self, around: Surroundings, opened: OpenPack, parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self.button = QPushButton("Show it", self)
        QVBoxLayout(self).addWidget(self.button)
        self.in_hand = ""
        self.lines: Sequence[str] = ()

        self.shown_again: list[frozenset[What]] = []
        self.covers_shown = 0

    def show_again(self, what: Changed) -> None:
        self.shown_again.append(what.what)

    def show_covers(self) -> None:
        self.covers_shown += 1

    def about(self) -> str:
        return self.in_hand

    def go_to(self, about: str) -> None:
        self.in_hand = about

    def firm(self) -> Sequence[str]:
        return self.lines

    def enter(self) -> None:
        self.button.setFocus()


class Told(Counted):
    name = "words"


@pytest.fixture
def desk(every: Opened, monkeypatch: pytest.MonkeyPatch) -> Opened:
    made = {"figures": lambda: Counted, "words": lambda: Told}
    for module in (parts, compare_area):
        monkeypatch.setattr(module, "PARTS", made)
    every.go("read-words", EVERY)
    return every


def area(opened: Opened) -> compare_area.CompareArea:
    found = opened.desk.front.area
    assert found is not None
    return found


def part(opened: Opened) -> Counted:
    found = area(opened).part
    assert isinstance(found, Counted)
    return found


def test_a_key_turns_to_the_comparison_and_back_to_the_very_text(desk: Opened) -> None:
    desk.desk.panes.focus(1)
    view = desk.desk.panes.in_hand.view
    desk.press(Key.Key_E, Mod.ControlModifier)
    assert part(desk).button.hasFocus()
    assert not view.isVisible()
    assert desk.desk.column.isVisible()  # the questions stay beside it
    desk.press(Key.Key_E, Mod.ControlModifier)
    assert view.hasFocus()
    assert not part(desk).isVisible()


def test_a_passage_that_it_leads_to_is_shown_in_the_texts_and_back_leads_to_it_again(desk: Opened) -> None:
    desk.press(Key.Key_E, Mod.ControlModifier)
    part(desk).in_hand = "boats"
    part(desk).turned.emit()
    part(desk).spot_asked.emit(Spot("diary", "digest", 0, 12))
    pane = desk.desk.panes.in_hand
    assert (pane.source_id, pane.view.isVisible()) == ("diary", True)
    assert pane.view.hasFocus()
    desk.press(Key.Key_Left, Mod.AltModifier)
    assert desk.desk.front.here() == "figures/boats"
    assert part(desk).isVisible()


def test_another_part_is_chosen_by_its_tab_and_found_again_after_the_stage_was_left(desk: Opened) -> None:
    desk.press(Key.Key_E, Mod.ControlModifier)
    desk.click(area(desk).tabs.pick("words"))
    part(desk).in_hand = "tide"
    assert desk.desk.front.here() == "words/tide"
    desk.go("read-say", EVERY)
    assert not desk.desk.front.on  # each stage is as it was left
    desk.go("read-words", EVERY)
    assert desk.desk.front.here() == "words/tide"


def test_every_part_ends_with_what_stands_firm_its_own_line_or_the_first(desk: Opened) -> None:
    firm = desk.desk.opened.pack.floor
    desk.press(Key.Key_E, Mod.ControlModifier)
    assert area(desk).firm.text() == f"What stands firm. {firm[0].text}"
    assert area(desk).firm.isVisible()
    part(desk).lines = (firm[-1].id,)
    part(desk).turned.emit()
    assert area(desk).firm.text() == f"What stands firm. {firm[-1].text}"


def test_a_part_out_of_sight_shows_what_changed_once_it_is_looked_at(desk: Opened) -> None:
    desk.press(Key.Key_E, Mod.ControlModifier)
    figures = part(desk)
    desk.click(area(desk).tabs.pick("words"))
    words, state = part(desk), Changed(frozenset({"state"}), EVERY)
    figures.shown_again.clear()
    for _time in range(3):
        area(desk).changed(state)
    desk.desk.around.veiling.changed.emit()
    assert (len(words.shown_again), words.covers_shown) == (3, 1)
    assert (figures.shown_again, figures.covers_shown) == ([], 0)
    desk.click(area(desk).tabs.pick("figures"))
    assert (figures.shown_again, figures.covers_shown) == ([frozenset({"state"})], 1)
    desk.press(Key.Key_E, Mod.ControlModifier)  # the texts
    area(desk).changed(state)
    assert len(figures.shown_again) == 1
    desk.press(Key.Key_E, Mod.ControlModifier)
    assert len(figures.shown_again) == 2


def test_what_stands_firm_is_said_anew_when_the_pack_is_another(desk: Opened) -> None:
    desk.press(Key.Key_E, Mod.ControlModifier)
    opened = desk.desk.opened
    floor = opened.pack.floor[1:]
    desk.desk.set_opened(replace(opened, pack=replace(opened.pack, floor=floor)))
    assert area(desk).firm.text() == f"What stands firm. {floor[0].text}"


def test_keys_of_the_texts_bring_them_back_first(desk: Opened) -> None:
    desk.press(Key.Key_E, Mod.ControlModifier)
    desk.press(Key.Key_B)
    assert not desk.desk.front.on
    assert desk.desk.panes.in_hand.source.letter == "B"
    desk.press(Key.Key_E, Mod.ControlModifier)
    desk.press(Key.Key_H, Mod.ControlModifier)
    assert not desk.desk.front.on
    state = desk.session.state(EVERY)
    assert not state.highlights  # nothing is done to words that one does not see
    desk.press(Key.Key_E, Mod.ControlModifier)
    desk.press(Key.Key_Z)
    assert not desk.desk.front.on
    assert desk.desk.layout_.alone


def test_a_narrow_window_has_the_comparison_too_and_no_tabs_of_panes(desk: Opened) -> None:
    desk.window.resize(700, 560)
    desk.press(Key.Key_E, Mod.ControlModifier)
    assert part(desk).isVisible()
    assert not desk.desk.layout_.tab(0).isVisible()
    desk.press(Key.Key_E, Mod.ControlModifier)
    assert desk.desk.panes.in_hand.view.isVisible()


def test_the_mouse_turns_to_the_comparison_and_back_too(every: Opened) -> None:
    every.go("read-words", EVERY)
    pane = every.desk.panes.panes[0]
    menu = PaneMenu(every.desk.panes, every.desk.layout_, every.desk.deeds(), pane)
    entry = next(one for one in menu.actions() if one.data() == "compare")
    entry.trigger()
    assert every.desk.front.on
    area = every.desk.front.area
    assert area is not None
    every.click(area.to_texts)
    assert every.desk.front.here() == ""
    assert every.desk.panes.in_hand.isAncestorOf(every.focus())
    every.desk.front.toggle()
    every.window.resize(700, 560)
    every.wait(lambda: not area.to_texts.isVisible())  # the tabs need the room
