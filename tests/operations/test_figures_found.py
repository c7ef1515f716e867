"""Figures that the program finds in texts: looked for in the background, and once for the same texts."""

from collections.abc import Callable
from typing import Any

import pytest

from crossread.base.errors import Expected
from crossread.operations import figures_found
from crossread.operations.background import Background
from crossread.operations.figures_found import FiguresFound
from crossread.texts.figure import Quantity
from crossread.texts.plain_reader import read_plain
from crossread.texts.text import Text


def text(words: str) -> Text:
    return read_plain(words.encode()).text


ONE = text("On Saturday 14 musicians were left on the quay.")
OTHER = text("Some 24 musicians were left on the quay that Saturday.")


class Waiting(Background):
    """Keeps jobs until they are asked for."""

    def __init__(self) -> None:
        super().__init__(lambda job: job())
        self.jobs: list[Callable[[], Any]] = []

    def run(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.jobs.append(lambda: done(job()))


@pytest.fixture
def background() -> Waiting:
    return Waiting()


def test_the_same_texts_are_looked_through_once(background: Waiting) -> None:
    found: list[tuple[Quantity, ...] | Expected] = []
    figures = FiguresFound(background)
    figures.find({"a": ONE, "b": OTHER}, found.append)
    figures.find({"b": OTHER, "a": ONE}, found.append)
    assert found == []
    assert len(background.jobs) == 1
    background.jobs[0]()
    figures.find({"a": ONE, "b": OTHER}, found.append)  # known by now: given at once
    assert len(found) == 3
    assert found[0] == found[1] == found[2]
    assert isinstance(found[0], tuple)
    assert [one.sources for one in found[0]] == [("a", "b")]
    assert len(background.jobs) == 1


def test_another_text_of_a_source_is_looked_through_anew(background: Waiting) -> None:
    figures = FiguresFound(background)
    figures.find({"a": ONE, "b": OTHER}, lambda _found: None)
    background.jobs.pop()()
    figures.find({"a": ONE, "b": text("Nobody was left.")}, lambda _found: None)
    assert len(background.jobs) == 1


def test_what_could_not_be_worked_out_is_tried_again(
    background: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = Expected("too-long", "That is too long.")
    monkeypatch.setattr(figures_found, "_find", lambda _texts: trouble)
    figures = FiguresFound(background)
    found: list[tuple[Quantity, ...] | Expected] = []
    figures.find({"a": ONE}, found.append)
    background.jobs.pop()()
    assert found == [trouble]
    figures.find({"a": ONE}, found.append)
    assert len(background.jobs) == 1
