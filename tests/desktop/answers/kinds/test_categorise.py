from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.kinds.categorise import CategoriseAnswer
from crossread.desktop.theme import theme
from crossread.questions.categorise import KIND, CategoriseResponse
from tests.desktop.answers.asking import CATEGORISE, LETTERS
from tests.desktop.answers.dragging import drag, middle


@pytest.fixture
def answer(qtbot: QtBot) -> CategoriseAnswer:
    widget = CategoriseAnswer(CATEGORISE, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(360, widget.heightForWidth(360))
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def test_a_group_takes_any_number_and_lists_them(answer: CategoriseAnswer) -> None:
    for item, number in (("log", 1), ("letter", 1), ("sermon", 2)):
        answer.row(item).setFocus()
        QTest.keyClick(answer.row(item), Qt.Key(Qt.Key.Key_0.value + number))
    assert answer.response() == CategoriseResponse({"log": "then", "sermon": "later", "letter": "then"})
    assert answer.card("then").inside() == ("the log of the lock", "a letter of that night")
    name = "1: from those days. In it: the log of the lock; a letter of that night"
    assert answer.card("then").accessibleName() == name


def test_an_empty_group_says_so(answer: CategoriseAnswer) -> None:
    assert answer.card("later").accessibleName() == "2: from later years. In it: nothing yet"


def test_an_item_is_dragged_into_a_group_and_into_another(answer: CategoriseAnswer) -> None:
    drag(answer.row("sermon"), middle(answer.card("then")))
    assert answer.card("then").inside() == ("a sermon ten years after",)
    QApplication.processEvents()
    drag(answer.row("sermon"), middle(answer.card("later")))
    assert answer.response().pairs == {"sermon": "later"}
    assert answer.card("then").inside() == ()


def test_clicks_on_groups_sort_item_by_item(answer: CategoriseAnswer) -> None:
    for group in ("then", "later", "then"):
        QTest.mouseClick(answer.card(group), Qt.MouseButton.LeftButton)
    assert answer.response().pairs == {"log": "then", "sermon": "later", "letter": "then"}


@pytest.mark.parametrize("width", [240, 360, 520])
def test_nothing_moves_while_items_are_sorted(qtbot: QtBot, width: int) -> None:
    long = "from those days, as far as anybody who was there could tell when they were asked about it"
    first, *others = CATEGORISE.targets
    question = replace(CATEGORISE, targets=(replace(first, text=long), *others))
    widget = CategoriseAnswer(question, LETTERS)
    qtbot.addWidget(widget)
    widget.resize(width, widget.heightForWidth(width))
    widget.show()
    before = widget.heightForWidth(width)
    for group in ("then", "later", "then"):
        QTest.mouseClick(widget.card(group), Qt.MouseButton.LeftButton)
        assert widget.heightForWidth(width) == before
    assert widget.response().pairs == {"log": "then", "sermon": "later", "letter": "then"}


def test_the_items_are_mixed_and_the_groups_stay_unless_shuffled(qtbot: QtBot) -> None:
    items: set[tuple[str, ...]] = set()
    groups: set[tuple[str, ...]] = set()
    mixed_groups: set[tuple[str, ...]] = set()
    for seed in range(1, 9):
        for question, orders in ((CATEGORISE, groups), (replace(CATEGORISE, shuffle=True), mixed_groups)):
            answer = CategoriseAnswer(question, LETTERS, seed=seed)
            qtbot.addWidget(answer)
            items.add(tuple(row.key for row in answer.rows()))
            orders.add(tuple(card.key for card in answer.cards()))
    assert len(items) > 1
    assert groups == {("then", "later")}
    assert len(mixed_groups) == 2


def test_sorting_is_undone(answer: CategoriseAnswer) -> None:
    answer.row("log").setFocus()
    answer.pick_number(2)
    assert answer.undo()
    assert answer.response() == CategoriseResponse()
    assert answer.card("later").inside() == ()


def test_what_is_read_only_still_shows_the_groups(answer: CategoriseAnswer) -> None:
    answer.set_response(CategoriseResponse({"log": "then"}))
    answer.set_read_only(True)
    QTest.mouseClick(answer.card("later"), Qt.MouseButton.LeftButton)
    assert answer.response().pairs == {"log": "then"}
    assert answer.card("then").isVisible()


def test_the_mark_names_the_group_that_each_belongs_to(answer: CategoriseAnswer) -> None:
    answer.set_response(CategoriseResponse({"log": "then", "sermon": "then"}))
    answer.set_read_only(True)
    answer.show_mark(KIND.mark(CATEGORISE, answer.response(), {}))
    assert answer.row("log").outcome().words() == "✓ Right"
    said = "✗ Not right. It belongs to “from later years”. It was written for Easter."
    assert answer.row("sermon").outcome().words() == said
    assert not answer.bank.isVisible()


@pytest.mark.parametrize("size", [12, 28])
@pytest.mark.parametrize("width", [240, 420])
def test_nothing_is_ever_cut_off(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, theme.load_theme("night"), size)
    answer = CategoriseAnswer(CATEGORISE, LETTERS)
    qtbot.addWidget(answer)
    answer.set_response(CategoriseResponse({"log": "then", "letter": "then"}))
    answer.resize(width, answer.heightForWidth(width))
    answer.show()
    for one in (*answer.rows(), *answer.cards()):
        assert one.height() >= one.heightForWidth(one.width())
        around = one.parentWidget()
        assert around is not None
        assert around.rect().contains(one.geometry())
