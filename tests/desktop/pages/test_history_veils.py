"""Answers looked back on: what their pack names as graphic is covered, also while that pack is not open."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crossread.base.declared import VEIL
from crossread.base.folders import content_folder
from crossread.desktop.pages.progress.history_page import HistoryPage
from crossread.desktop.place import Place
from crossread.desktop.widgets.layers.covers import covered_sign
from crossread.inquiry.commands import Answer
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json
from tests.desktop.pages.conftest import EVERY, Opened, words_of

GRAPHIC = "some two dozen players and a drum like a cartwheel"
HARMLESS = "the wind is south-west and rising"


@pytest.fixture
def opened(open_window: Callable[[], Opened], library: Path) -> Opened:
    """Open a window where passages were marked in a pack that names some of their words graphic."""
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    head = library / EVERY / "pack.yaml"
    graphic = ", ".join(f'{{source: {source}, quote: "{GRAPHIC}"}}' for source in ("packet", "lorne"))
    head.write_text(f"{head.read_text('utf-8')}\ngraphic: [{graphic}]\n", "utf-8")
    one = open_window()
    one.go("read-know", EVERY)
    pack = one.desk.opened
    for question in pack.pack.questions:
        if question.kind == "evidence" and question.stage == "read-know":
            response = KINDS["evidence"].solve(question, pack.texts)
            one.session.do(pack, Answer(question=question.id, response=response_json(response)))
    one.saved()
    return one


def history(opened: Opened) -> HistoryPage:
    opened.window.go(Place("history"))
    page = opened.window.pages.page()
    assert isinstance(page, HistoryPage)
    opened.wait(lambda: bool(page.rows()))
    return page


def test_until_its_pack_was_looked_into_no_quote_is_told(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, ...]] = []
    look_into = opened.session.open_pack
    monkeypatch.setattr(opened.session, "open_pack", lambda *what: asked.append(what))
    page = history(opened)
    shown = words_of(page)
    assert GRAPHIC not in shown
    assert HARMLESS not in shown
    assert covered_sign() in shown
    assert [what[0] for what in asked] == [EVERY], "each pack once"
    look_into(*asked[0])
    opened.wait(lambda: HARMLESS in words_of(page))
    assert GRAPHIC not in words_of(page), "what is graphic stays covered"
    assert covered_sign() in words_of(page)


def test_with_the_veil_off_answers_are_told_as_they_were_given(opened: Opened) -> None:
    opened.settings.set(VEIL, False)
    shown = words_of(history(opened))
    assert GRAPHIC in shown
    assert covered_sign() not in shown


def test_answers_of_a_pack_that_is_gone_are_told_as_they_were_given(opened: Opened, library: Path) -> None:
    opened.window.go_home()
    opened.window.put_pack_away()
    shutil.rmtree(library / EVERY)
    page = history(opened)
    opened.wait(lambda: GRAPHIC in words_of(page))


def test_who_veils_again_meanwhile_comes_back_to_what_is_covered(opened: Opened) -> None:
    opened.settings.set(VEIL, False)
    page = history(opened)
    assert GRAPHIC in words_of(page)
    opened.window.go_home()
    opened.settings.set(VEIL, True)
    assert history(opened) is page
    opened.wait(lambda: HARMLESS in words_of(page))
    assert GRAPHIC not in words_of(page)
