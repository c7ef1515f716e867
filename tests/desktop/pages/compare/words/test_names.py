"""Names that the program finds in own articles, side by side: with the reason, and the way to the text."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crossread.base.errors import Expected
from crossread.desktop.pages.compare.words.words_part import WordsPart
from crossread.texts.text import Text
from tests.desktop.pages.compare.own_articles import own_pack
from tests.desktop.pages.conftest import EVERY, Opened, words_of

Key = Qt.Key
ARTICLES = {
    "The goat": (
        "In Little Marl a goat stood on a roof, Hanna Birk said. The goat of Little Marl came down by itself."
    ),
    "The roof": "The goat stayed an hour, H. Birk wrote. Nobody in Little Marl knew whose it was.",
    "From the county": "From Little Marl we hear of a goat.",
}


def names(opened: Opened, pack: str) -> WordsPart:
    """Turn to the names by keyboard, from the lists of words."""
    opened.go("compare", pack)
    opened.desk.front.show("words")
    area = opened.desk.front.area
    assert area is not None
    part = area.part
    assert isinstance(part, WordsPart)
    part.lists.pick("loaded").setFocus()
    opened.press(Key.Key_End)
    opened.press(Key.Key_Space)
    assert part.lists.value() == "named"
    return part


def rows(part: WordsPart) -> dict[str, list[str]]:
    cells = [
        [cell.words if (cell := part.table.cell(row, column)) else "" for column in range(4)]
        for row in range(part.table.rowCount())
    ]
    return {what: told for what, *told in cells}


def test_each_article_has_its_form_of_a_name_and_what_differs_comes_first(
    opened: Opened, heard: list[str]
) -> None:
    part = names(opened, own_pack(opened, ARTICLES))
    opened.wait(lambda: part.table.rowCount() > 0)
    told = rows(part)
    assert next(iter(told.values())) == ["Hanna Birk", "H. Birk", "–"]
    assert told["Little Marl"] == ["Little Marl"] * 3
    assert "found by the program" in words_of(part) or "found by the program" in part.about_list.text()
    assert any(one.endswith("names that several texts write were found.") for one in heard)
    assert opened.focus() in part.lists.picks()  # what came has not moved it


def test_a_name_says_why_it_is_here_and_leads_to_its_text_and_back(opened: Opened) -> None:
    part = names(opened, own_pack(opened, ARTICLES))
    opened.wait(lambda: part.table.rowCount() > 0)
    part.enter()
    words = words_of(part.card)
    assert "H. Birk, in A" in words
    assert "“Hanna Birk”: Taken for “H. Birk”" in words
    assert "Found by the program. " in words
    assert "one has the initial of the first name" in words
    opened.press(Key.Key_Return)
    opened.press(Key.Key_Return)
    pane = opened.desk.panes.in_hand
    shown = pane.view.shown_range()
    assert shown is not None
    assert "Birk" in pane.text.words(shown)
    about = part.about()
    opened.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.desk.front.here() == f"words/{about}"


def test_what_could_not_be_worked_out_is_told_as_that_and_looked_for_again(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, heard: list[str]
) -> None:
    pack = own_pack(opened, ARTICLES)
    find = opened.session.find_names
    held: list[Callable[[Any], None]] = []

    def hold(_texts: Mapping[str, Text], done: Callable[[Any], None]) -> None:
        held.append(done)

    monkeypatch.setattr(opened.session, "find_names", hold)
    part = names(opened, pack)
    assert "Looking for names" in words_of(part)
    held.pop()(Expected("unexpected", "This could not be worked out. Try again."))
    QApplication.processEvents()
    assert "This could not be worked out. Try again." in words_of(part)
    assert heard[-1] == "This could not be worked out. Try again."
    monkeypatch.setattr(opened.session, "find_names", find)
    part.again.setFocus()
    opened.press(Key.Key_Space)
    opened.wait(lambda: part.table.rowCount() > 0)
    assert not part.again.isVisible()
    assert opened.focus() in part.lists.picks()


def test_names_that_authors_list_stand_alone(every: Opened) -> None:
    every.go("read-words", EVERY)
    every.desk.front.show("words/named")
    area = every.desk.front.area
    assert area is not None
    assert isinstance(area.part, WordsPart)
    assert list(rows(area.part)) == [one.what for one in every.desk.opened.pack.wording.named]
    assert "found by the program" not in area.part.about_list.text()


def test_digests_are_not_looked_through_for_names(opened: Opened) -> None:
    opened.go("read-night")
    opened.desk.front.show("words/named")
    area = opened.desk.front.area
    assert area is not None
    assert isinstance(area.part, WordsPart)
    assert area.part.table.rowCount() == 0
    assert "In two originals or more the program looks for names" in words_of(area.part)
