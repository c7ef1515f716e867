"""The page on what is taken back names every kind of entry and every command, and says what is so."""

from pathlib import Path
from types import UnionType
from typing import get_args

import pytest

from crossread.base.entries import KINDS
from crossread.inquiry import commands
from crossread.inquiry.commands import Command
from crossread.inquiry.comparison import Cell, Conclusion, Judgement
from crossread.inquiry.notes import Layer
from crossread.inquiry.undoing import inverse, stays
from tests.inquiry.making import Learner
from tests.inquiry.noting_samples import highlight, note

PAGE = Path(__file__).parents[2] / "docs" / "undo.md"

# Which entry a command leads to.
LEADS_TO = {
    "EnterStage": "stage-entered",
    "Answer": "answered",
    "Check": "answered",
    "Withdraw": "withdrawn",
    "HandIn": "handed-in",
    "TryAgain": "stage-entered",
    "OpenCard": "card-opened",
    "SetExpectation": "expectation",
    "SetNote": "note-set",
    "Flag": "flagged",
    "Rate": "rated",
    "Release": "released",
    "PutHighlight": "highlight-set",
    "RemoveHighlight": "highlight-removed",
    "PutNote": "note-set",
    "RemoveNote": "note-removed",
    "AddLayer": "layer-added",
    "SwitchLayer": "layer-switched",
    "RemoveLayer": "layer-removed",
    "PutCell": "cell-set",
    "CheckCells": "cells-checked",
    "Judge": "judgement-set",
    "PutConclusion": "conclusion-set",
}
LAYER = Layer(digest="a" * 64, title="One", on=True)

# One of each that the page says is undone by the key, on a state in which it changes something.
UNDONE: dict[str, Command] = {
    "SetExpectation": commands.SetExpectation(stage="before", text="They part."),
    "SetNote": commands.SetNote(key="meet/pilot/who", text="A pilot."),
    "PutHighlight": commands.PutHighlight(highlight=highlight("new")),
    "RemoveHighlight": commands.RemoveHighlight(highlight="old"),
    "PutNote": commands.PutNote(note=note("new")),
    "RemoveNote": commands.RemoveNote(note="old"),
    "AddLayer": commands.AddLayer(layer=Layer(digest="b" * 64, title="Two", on=True)),
    "SwitchLayer": commands.SwitchLayer(layer=LAYER.digest, on=False),
    "RemoveLayer": commands.RemoveLayer(layer=LAYER.digest),
    "PutCell": commands.PutCell(cell=Cell(claim="one", source="pilot", statements=())),
    "Judge": commands.Judge(judgement=Judgement(about="figure/one")),
    "PutConclusion": commands.PutConclusion(conclusion=Conclusion(stage="conclude")),
}


def told() -> dict[str, str]:
    """Return how each entry is taken back, as the page says."""
    rows = [line.split("|") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    return {row[1].strip().strip("`"): row[2].strip() for row in rows}


def names() -> list[str]:
    assert isinstance(Command, UnionType)
    return [one.__name__ for one in get_args(Command)]


def test_every_kind_of_entry_has_its_row_and_no_other() -> None:
    assert list(told()) == list(KINDS)
    assert all(told().values())


def test_every_command_leads_to_an_entry_of_the_page() -> None:
    assert set(names()) == set(LEADS_TO)
    assert set(LEADS_TO.values()) <= set(told())


@pytest.mark.parametrize("name", sorted(LEADS_TO))
def test_what_the_page_says_is_undone_has_its_way_back_and_nothing_else_has(name: str) -> None:
    undone = told()[LEADS_TO[name]].startswith("undo")
    assert undone == (name in UNDONE)
    if not undone:
        return
    learner = Learner()
    for command in (
        commands.PutHighlight(highlight=highlight("old")),
        commands.PutNote(note=note("old")),
        commands.AddLayer(layer=LAYER),
    ):
        learner.do(command)
    assert inverse(learner.state, UNDONE[name]) is not None


def test_a_check_is_what_stays_in_the_way_of_undo() -> None:
    assert [name for name in names() if stays(_bare(name))] == ["CheckCells"]


def _bare(name: str) -> Command:
    made: Command = object.__new__(getattr(commands, name))
    return made
