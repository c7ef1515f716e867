"""Companions beside the texts: shown by tab and by other code, told what they need, and left again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from crossread.desktop.pages.desk import companions
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.place import Place, Spot
from crossread.operations.opening.opened import OpenPack
from crossread.operations.sessions.changed import Changed
from tests.desktop.pages.conftest import EVERY, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier


class Listener(Companion):
    """A companion that writes down what it is told."""

    name = "words"

    def __init__(self, around: Surroundings, opened: OpenPack, parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self.told: list[str] = []
        self.here: Spot | None = None
        self.field = QLineEdit(self)
        self.field.setAccessibleName("A field")
        QVBoxLayout(self).addWidget(self.field)

    def set_view(self, here: Spot | None) -> None:
        self.here = here

    def changed(self, what: Changed) -> None:
        self.told.append("changed" if what.what else "nothing")

    def set_opened(self, opened: OpenPack) -> None:
        super().set_opened(opened)
        self.told.append("opened")

    def enter(self) -> None:
        self.field.setFocus()

    def leave(self) -> None:
        self.told.append("left")


@pytest.fixture
def only_listener(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one companion, of these tests' own."""
    monkeypatch.setattr(companions, "COMPANIONS", {"words": lambda: Listener})
    monkeypatch.setattr("crossread.desktop.pages.desk.desk_side.COMPANIONS", {"words": lambda: Listener})


@pytest.fixture
def desk(only_listener: None, every: Opened) -> Opened:
    """Open a desk with that companion, wide enough for all."""
    every.go("read-know", EVERY)
    every.desk.panes.focus(0)
    return every


def listener(opened: Opened) -> Listener:
    companion = opened.desk.companion
    assert isinstance(companion, Listener)
    return companion


def test_escape_leads_back_to_the_text_that_one_came_from(desk: Opened) -> None:
    view = desk.desk.panes.in_hand.view
    desk.desk.panes.focus(0)
    desk.desk.show_companion("words")
    assert listener(desk).field.hasFocus()
    desk.press(Key.Key_Escape)
    assert view.hasFocus()
    assert desk.desk.column.isVisible()
    desk.desk.side.focus()
    question = desk.focus()
    desk.desk.show_companion("words")
    desk.press(Key.Key_Escape)
    assert desk.focus() is question, "who came from the question is there again"


def test_without_companions_there_are_no_tabs(monkeypatch: pytest.MonkeyPatch, every: Opened) -> None:
    monkeypatch.setattr("crossread.desktop.pages.desk.desk_side.COMPANIONS", {})
    every.go("read-know", EVERY)
    assert not every.desk.side.tabs.isVisible()


def test_a_tab_shows_its_companion_and_escape_brings_the_questions_back(desk: Opened) -> None:
    assert desk.desk.companion is None
    desk.click(desk.desk.side.tabs.pick("words"))
    companion = listener(desk)
    assert companion.isVisible()
    assert not desk.desk.column.isVisible()
    companion.enter()
    desk.press(Key.Key_Escape)
    assert desk.desk.companion is None
    assert desk.desk.column.isVisible()
    assert desk.desk.column.isAncestorOf(desk.focus())
    assert "left" in companion.told


def test_who_clicks_a_tab_types_in_what_it_opens_and_who_goes_there_by_arrow_keys_stays_on_the_tab(
    desk: Opened,
) -> None:
    tab = desk.desk.side.tabs.pick("words")
    whole = desk.window.windowHandle()
    assert whole is not None
    QTest.mouseClick(
        whole, Qt.MouseButton.LeftButton, Mod.NoModifier, tab.mapTo(desk.window, tab.rect().center())
    )
    desk.wait(lambda: desk.desk.companion is not None)
    desk.type("night")
    assert listener(desk).field.text() == "night"
    desk.press(Key.Key_Escape)
    desk.desk.side.tabs.pick("questions").setFocus()
    desk.press(Key.Key_Right)
    assert desk.desk.companion is not None
    assert desk.focus() is tab


def test_a_companion_is_made_once_and_lives_as_long_as_the_desk(desk: Opened) -> None:
    desk.desk.show_companion("words")
    first = listener(desk)
    desk.desk.show_companion("questions")
    desk.go("read-sort", EVERY)
    desk.desk.show_companion("words")
    assert listener(desk) is first
    assert first.field.hasFocus()


def test_showing_without_focus_leaves_the_focus_in_the_text(desk: Opened) -> None:
    view = desk.desk.panes.panes[0].view
    desk.desk.show_companion("words", focus=False)
    assert view.hasFocus()
    desk.desk.show_companion("nothing of the kind")
    assert isinstance(desk.desk.companion, Listener)


def test_it_is_told_what_is_chosen_in_the_pane_in_hand(desk: Opened) -> None:
    desk.desk.show_companion("words", focus=False)
    companion = listener(desk)
    assert companion.here is not None
    assert companion.here.source == desk.desk.panes.panes[0].source_id
    desk.desk.panes.panes[0].view.setFocus()
    desk.type("s")
    desk.type("s")
    chosen = desk.desk.panes.panes[0].view.selected_range()
    assert chosen is not None
    desk.wait(lambda: companion.here is not None and companion.here.end == chosen.end)
    desk.desk.panes.focus(1)
    second = desk.desk.panes.panes[1].source_id
    desk.wait(lambda: companion.here is not None and companion.here.source == second)


def test_it_is_told_of_changes_and_of_originals_even_out_of_view(desk: Opened) -> None:
    desk.desk.show_companion("words")
    companion = listener(desk)
    desk.desk.show_companion("questions")
    desk.desk.changed(Changed(frozenset({"state"})))
    desk.desk.set_opened(desk.pages.opened)
    assert companion.told == ["left", "changed", "opened"]


def test_a_spot_it_asks_for_is_shown_beside_what_is_being_read(desk: Opened) -> None:
    desk.desk.show_companion("words")
    companion = listener(desk)
    reading = desk.desk.panes.panes[0].source_id
    companion.show_spot(Spot("diary", "digest", 10, 40))
    panes = {pane.source_id: pane for pane in desk.desk.panes.panes}
    assert reading in panes
    shown = panes["diary"].view.shown_range()
    assert shown is not None
    assert (shown.start, shown.end) == (10, 40)
    assert companion.field.hasFocus(), "whoever walks along what was found stays there"
    assert desk.desk.panes.in_hand.source_id == "diary"


@pytest.mark.parametrize(
    "spot", [Spot("nobody", "digest", 0, 4), Spot("diary", "original", 0, 4), Spot("diary", "version/x", 0)]
)
def test_a_spot_in_a_text_that_is_not_there_is_refused_in_a_sentence(desk: Opened, spot: Spot) -> None:
    said: list[str] = []
    desk.desk.refused.connect(said.append)
    before = desk.desk.panes.places()
    desk.desk.show_companion("words")
    listener(desk).show_spot(spot)
    assert len(said) == 1
    assert desk.desk.panes.places() == before


def test_what_it_asks_for_elsewhere_and_what_it_refuses_goes_on_to_the_page(desk: Opened) -> None:
    asked: list[Place] = []
    desk.desk.asked.connect(asked.append)
    refused: list[str] = []
    desk.desk.refused.connect(refused.append)
    desk.desk.show_companion("words")
    listener(desk).refused.emit("Not now.")
    listener(desk).go(Place("progress"))
    assert refused == ["Not now."]
    assert asked == [Place("progress")]


def test_in_a_narrow_window_it_opens_the_drawer(
    only_listener: None, open_window: Callable[..., Opened]
) -> None:
    opened = open_window(640, 800)
    opened.go("read-night")
    assert not opened.desk.side.isVisible()
    opened.desk.show_companion("words")
    assert listener(opened).isVisible()
    assert listener(opened).field.hasFocus()
    opened.press(Key.Key_Escape)
    assert not opened.desk.side.isVisible(), "it would stand before the text that one came from"
    assert opened.focus() is opened.desk.panes.in_hand.view
    opened.desk.layout_.toggle_drawer()
    assert opened.desk.column.isVisible()


def test_it_comes_into_view_though_a_pane_stood_alone(desk: Opened) -> None:
    desk.type("z")
    desk.desk.show_companion("words")
    assert not desk.desk.layout_.alone
    assert listener(desk).isVisible()


def test_a_key_that_answers_shows_the_questions_first(desk: Opened) -> None:
    given = desk.desk.column.given()
    desk.desk.show_companion("words", focus=False)
    desk.press(Key.Key_1)
    assert desk.desk.companion is None
    assert desk.desk.column.given() == given
    desk.press(Key.Key_1)


def test_the_tab_that_was_open_is_found_again(
    only_listener: None, open_window: Callable[..., Opened]
) -> None:
    first = open_window()
    first.go("read-night")
    first.desk.show_companion("words")
    first.close()
    again = open_window()
    again.go("read-night")
    assert isinstance(again.desk.companion, Listener)


def test_f6_comes_to_the_companion_in_view(desk: Opened) -> None:
    desk.desk.show_companion("words", focus=False)
    for _press in range(2):
        desk.press(Key.Key_F6)
    assert listener(desk).field.hasFocus()
