"""Who rests on whom, while what originals share is looked for: told when it comes, and when it cannot."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from crossread.base.errors import Expected
from crossread.desktop.pages.compare.origins.origins import OriginsPart
from crossread.operations.opening.opened import OpenPack
from tests.desktop.pages.compare.own_articles import own_pack
from tests.desktop.pages.conftest import Opened, words_of

Key = Qt.Key
SHARED = "the goat had drawn a cart up the wall of the old bakery before dawn"
ARTICLES = {
    "The goat": f"Some say that {SHARED}. Others had slept.",
    "The roof": f"It was written that {SHARED}, and nobody knew whose it was.",
}
Held = list[Callable[[Any], None]]


@pytest.fixture
def held(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> Held:
    """Keep what is found until the test lets it come."""
    waiting: Held = []

    def hold(_opened: OpenPack, done: Callable[[Any], None]) -> None:
        waiting.append(done)

    monkeypatch.setattr(opened.session, "find_wording", hold)
    return waiting


def origins(opened: Opened) -> OriginsPart:
    opened.go("compare", own_pack(opened, ARTICLES))
    opened.desk.front.show("origins")
    area = opened.desk.front.area
    assert area is not None
    assert isinstance(area.part, OriginsPart)
    area.part.enter()
    return area.part


def test_what_two_articles_share_is_told_when_it_comes_and_moves_no_focus(
    opened: Opened, held: Held, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    part = origins(opened)
    assert "Looking for words that the originals share" in words_of(part)
    focus = opened.focus()
    monkeypatch.undo()
    opened.session.find_wording(part.opened, held.pop())
    opened.wait(lambda: "1 run of words that originals share was found." in heard)
    assert opened.focus() is focus
    assert "shared words, found by the program" in words_of(part)


def test_what_could_not_be_worked_out_is_told_as_that_and_looked_for_again(
    opened: Opened, held: Held, heard: list[str]
) -> None:
    part = origins(opened)
    held.pop()(Expected("unexpected", "This could not be worked out. Try again."))
    QApplication.processEvents()
    words = words_of(part)
    assert "This could not be worked out. Try again." in words
    assert "found no seven words" not in words
    assert heard[-1] == "This could not be worked out. Try again."
    part.again.setFocus()
    opened.press(Key.Key_Space)
    assert "Looking for words that the originals share" in words_of(part)
    assert not part.again.isVisible()
    assert opened.focus().isVisible()
    held.pop()(())
    QApplication.processEvents()
    assert "This could not be worked out" not in words_of(part)
    assert heard[-1] == "No run of words was found that originals share."
