"""The pack that a new user opens first: where it stands, and whose its texts are."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.base.folders import content_folder
from tests.desktop.pages.conftest import Opened, words_of

CORRIDOR = "corridor"


@pytest.fixture
def corridor(open_window: Callable[[], Opened], library: Path) -> Opened:
    """Open the window on the packs that come with the program."""
    shutil.rmtree(library)
    shutil.copytree(content_folder(), library)
    opened = open_window()
    opened.wait(lambda: len(opened.window.library.cards) >= 3)
    return opened


def test_of_the_packs_that_come_along_a_new_user_is_offered_the_corridor(corridor: Opened) -> None:
    first = corridor.window.library.cards[0]
    assert first.pack_id == CORRIDOR
    assert "Begin here · 40 minutes" in words_of(first)
    assert first.main is not None
    corridor.wait(lambda: corridor.focus() is first.main)


def test_texts_that_were_made_up_are_called_neither_digest_nor_article(corridor: Opened) -> None:
    corridor.go("told", CORRIDOR)
    shown = words_of(corridor.desk)
    assert "Written for this pack" in shown
    assert not any(word in shown.casefold() for word in ("digest", "article"))
    pane = corridor.desk.panes.panes[0]
    assert pane.source_id == "paper"
    assert pane.text_label() == "text"
    corridor.type("o")
    assert pane.text_label() == "Corrected copy"
