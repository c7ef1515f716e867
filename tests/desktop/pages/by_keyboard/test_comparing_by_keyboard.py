"""A learner's way through the stage of the Khojaly pack that compares claims, by pressed keys only."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from crossread.base.folders import content_folder
from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.compare.matrix.matrix import MatrixPart
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.inquiry.comparison import parting_of, prediction_of, relation_of
from crossread.questions.placing import place
from tests.desktop.pages.by_keyboard.comparing import Comparer
from tests.desktop.pages.by_keyboard.hands import CTRL, SHIFT, Key, Modifier
from tests.desktop.pages.conftest import Opened
from tests.entries_at_hand import entries_at_hand

PACK, STAGE = "khojaly-1992", "Who says what?"  # the pack, and the title of its stage that compares claims
SOURCE = "ahmadzada"
SAID, LEFT_OUT = "captives", "evacuation"  # no question of the stage asks how that source stands to them
FIGURE = "countries-recognising"
ALT = Modifier.AltModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, without a screen


@pytest.fixture
def hands(open_window: Callable[..., Opened], library: Path) -> Comparer:
    """Open the pack, and the stage from its overview."""
    shutil.copytree(content_folder() / PACK, library / PACK)
    opened = open_window(1366, 768)
    opened.go("", PACK)
    found = Comparer(opened)
    found.tab_until(lambda focus: STAGE in focus.accessibleName())
    found.press(Key.Key_Return)
    opened.wait(lambda: opened.desk.front.on)
    return found


def test_a_learner_compares_predicts_and_concludes_by_keys_alone(
    hands: Comparer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quote = fill_from_a_text(hands)
    search_and_find_nothing(hands)
    check(hands)
    judge_the_relation(hands)
    predict(hands)
    go_to_a_passage_and_back(hands)
    say_why(hands)
    conclude(hands)
    paper = tmp_path / "paper.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(paper), ""))
    hands.export(1, paper)
    assert "Counted by different hands." in paper.read_text("utf-8")
    expect_entries(hands, quote)


def to_cell(hands: Comparer, claim: str) -> MatrixPart:
    """Walk to the cell of a claim by the arrow keys, from the first one."""
    part = hands.part(MatrixPart)
    assert part.table.hasFocus()
    hands.press(Key.Key_Home, CTRL)
    for _step in range([row.claim for row in part.table.cells.rows].index(claim)):
        hands.press(Key.Key_Down)
    for _step in range([column.id for column in part.table.cells.columns].index(SOURCE)):
        hands.press(Key.Key_Right)
    assert part.table.at() == (claim, SOURCE)
    return part


def fill_from_a_text(hands: Comparer) -> str:
    """Say how a source stands to a claim, and give it the words from its text; return these."""
    to_cell(hands, SAID)
    hands.digit(1)
    hands.press(Key.Key_Return)
    view = hands.focus()
    assert isinstance(view, ReadingView), "Enter leads to the text"
    desk = hands.opened.desk
    claim = next(one for one in desk.opened.pack.claims if one.id == SAID)
    passage = claim.cells[SOURCE][0].passages[0].of(SOURCE)
    shown = desk.opened.shown(SOURCE, desk.panes.in_hand.which)
    assert shown is not None
    where = place(passage, shown)
    assert where is not None
    hands.select(view, where)
    hands.press(Key.Key_Return)
    return shown.text.words(where)


def search_and_find_nothing(hands: Comparer) -> None:
    """Say that the source is silent on another claim, and that it could have known."""
    part = to_cell(hands, LEFT_OUT)
    hands.digit(5)
    hands.tab_until(part.panel.could.isAncestorOf)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Escape)
    assert part.table.hasFocus()


def check(hands: Comparer) -> None:
    """Check both cells by the key of checking."""
    for claim in (SAID, LEFT_OUT):
        to_cell(hands, claim)
        hands.press(Key.Key_X)


def judge_the_relation(hands: Comparer) -> None:
    """Open the claim as a strip, say how the sources stand to each other, and why."""
    part = to_cell(hands, SAID)
    hands.press(Key.Key_Space)
    hands.tab_until(part.panel.strip.relation.isAncestorOf)
    hands.press(Key.Key_Space)
    hands.tab_until(part.panel.strip.why.isAncestorOf)
    hands.type("Each counts other people.")
    hands.press(Key.Key_Escape)
    assert part.table.hasFocus()


def predict(hands: Comparer) -> None:
    """Say that the sources part on a figure, and which one stands apart; then the figures are seen."""
    hands.to_tab("figures")
    part = hands.part(FiguresPart)
    hands.opened.wait(part.progress.isHidden)
    card = next(one for one in part.cards if one.quantity.id == FIGURE)
    assert card.asking.apart is not None
    hands.tab_to(card.asking.apart.checks()[0])
    hands.press(Key.Key_Space)
    hands.tab_until(card.asking.pick.isAncestorOf)
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Space)
    assert card.axis.hasFocus()


def go_to_a_passage_and_back(hands: Comparer) -> None:
    """Go to the second figure, to where it stands, and back to it."""
    card = next(one for one in hands.part(FiguresPart).cards if one.quantity.id == FIGURE)
    hands.press(Key.Key_Down)
    value = card.value_in_hand()
    assert value is not None
    hands.press(Key.Key_Return)
    view = hands.focus()
    assert isinstance(view, ReadingView)
    assert hands.opened.desk.panes.in_hand.source_id == value.source
    hands.press(Key.Key_Left, ALT)
    hands.opened.wait(lambda: hands.opened.desk.front.on)
    assert card.axis.hasFocus()
    assert card.value_in_hand() == value


def say_why(hands: Comparer) -> None:
    """Choose a reason, and give one in own words."""
    card = next(one for one in hands.part(FiguresPart).cards if one.quantity.id == FIGURE)
    hands.tab_until(card.why.reasons.isAncestorOf)
    hands.press(Key.Key_Space)
    hands.tab_until(card.why.words.isAncestorOf)
    hands.type("They were written years apart.")
    hands.press(Key.Key_Escape)
    assert card.axis.hasFocus()


def conclude(hands: Comparer) -> None:
    """Write a conclusion, send a sentence of a text to it as evidence, and come to its page again."""
    hands.press(Key.Key_R, CTRL | SHIFT)
    hands.type("Counted by different hands.")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_E, CTRL)
    assert isinstance(hands.focus(), ReadingView)
    hands.press(Key.Key_S)
    hands.press(Key.Key_R, CTRL)
    hands.press(Key.Key_R, CTRL | SHIFT)


def expect_entries(hands: Comparer, quote: str) -> None:
    """Hold that the record has all of it, in its order, and nothing else of the comparison."""
    session = hands.opened.session
    hands.opened.saved()
    kinds = ("cell-set", "cells-checked", "judgement-set", "conclusion-set")
    made = [(entry.kind, dict(entry.payload)) for entry in entries_at_hand(session) if entry.kind in kinds]
    assert [kind for kind, _payload in made] == [
        *["cell-set"] * 4, *["cells-checked"] * 2, *["judgement-set"] * 5, *["conclusion-set"] * 2,
    ]  # fmt: skip
    cells = [payload for kind, payload in made if kind == "cell-set"]
    assert [(one["claim"], one["source"], one["could"]) for one in cells] == [
        (SAID, SOURCE, ""),
        (SAID, SOURCE, ""),
        (LEFT_OUT, SOURCE, ""),
        (LEFT_OUT, SOURCE, "yes"),
    ]
    assert cells[1]["statements"][0]["stance"] == "asserts"
    assert cells[1]["statements"][0]["selection"]["quote"] == quote
    assert cells[3]["statements"] == [{"stance": "silent"}]
    checked = [one for kind, payload in made if kind == "cells-checked" for one in payload["cells"]]
    assert checked == [
        {"claim": SAID, "source": SOURCE, "score": 1.0},
        {"claim": LEFT_OUT, "source": SOURCE, "score": 1.0},
    ]
    said = {payload["about"]: payload for kind, payload in made if kind == "judgement-set"}
    assert said[relation_of(SAID)]["chosen"] == ["agree"]
    assert said[relation_of(SAID)]["text"] == "Each counts other people."
    assert said[prediction_of(FIGURE)]["chosen"] == ["part", "apart/karcic"]
    assert said[parting_of(FIGURE)]["chosen"] == ["who-counted"]
    assert said[parting_of(FIGURE)]["text"] == "They were written years apart."
    conclusion: dict[str, Any] = made[-1][1]
    assert conclusion["text"] == "Counted by different hands."
    (reason,) = conclusion["reasons"]
    assert [one["source"] for one in reason["passages"]] == [SOURCE]
    assert reason["passages"][0]["quote"].startswith(quote)
