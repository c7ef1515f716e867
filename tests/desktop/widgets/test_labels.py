import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.theme.looks import LOOKS
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.labels import Label
from tests.desktop.widgets.seeing import colours_of, ink_rows

LONG = "Two accounts of one night give the same total and differ on the lambs, and neither says who counted. "


@pytest.mark.parametrize("look", list(LOOKS))
def test_markup_is_shown_as_it_is_typed(qtbot: QtBot, look: labels.Look) -> None:
    label = Label("<b>613</b> &amp; more", look)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>613</b> &amp; more"


def test_each_factory_gives_its_look(qtbot: QtBot) -> None:
    for make, look in (
        (labels.display, "display"), (labels.title, "title"), (labels.heading, "heading"),
        (labels.prompt, "prompt"), (labels.strong, "strong"), (labels.body, "body"),
        (labels.muted, "muted"), (labels.quiet, "quiet"), (labels.serif, "serif"),
        (labels.question, "question"),
    ):  # fmt: skip
        label = make("words")
        qtbot.addWidget(label)
        assert label.look() == look


@pytest.mark.parametrize("look", ["body", "serif", "prompt", "display"])
@pytest.mark.parametrize("size", [12, 17, 28, 34])
def test_nothing_of_a_wrapped_text_is_cut_off(
    qtbot: QtBot, qapp: QApplication, look: labels.Look, size: int
) -> None:
    theme.apply(qapp, theme.load_theme("paper"), size)
    label = Label(LONG * 2, look)
    qtbot.addWidget(label)
    label.resize(360, label.heightForWidth(360))
    label.show()
    first, last = ink_rows(label)
    assert first > 0
    assert last < label.height() - 1
    taller = Label(LONG * 2, look)
    qtbot.addWidget(taller)
    taller.setAlignment(Qt.AlignmentFlag.AlignTop)
    taller.resize(360, label.height() * 2)
    taller.show()
    assert abs(ink_rows(taller)[1] - last) <= 1  # more room shows no more words


def test_a_word_wider_than_the_column_is_broken_and_not_cut(qtbot: QtBot) -> None:
    label = Label("W" * 80)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 120
    assert label.heightForWidth(200) > 4 * label.heightForWidth(4000)


def test_a_column_in_a_scroll_area_gives_labels_all_the_height_they_need(qtbot: QtBot) -> None:
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inside)
    shown = [labels.serif(LONG * 5) for _number in range(6)]
    for label in shown:
        column.addWidget(label)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(360, 300)
    area.show()
    qtbot.waitUntil(lambda: inside.height() > 600)
    assert all(label.height() >= label.heightForWidth(label.width()) for label in shown)


def test_a_look_can_change(qtbot: QtBot) -> None:
    label = labels.body("not saved")
    qtbot.addWidget(label)
    label.show()
    label.set_look("wrong")
    assert label.look() == "wrong"
    assert theme.current().roles["wrong"].lower() in colours_of(label)


def test_a_label_takes_on_another_theme(qtbot: QtBot, qapp: QApplication) -> None:
    label = labels.body("Review")
    qtbot.addWidget(label)
    label.show()
    theme.apply(qapp, theme.load_theme("night"))
    assert theme.load_theme("night").roles["ink"].lower() in colours_of(label)


def test_a_selectable_label_is_left_to_qt(qtbot: QtBot) -> None:
    label = labels.body(LONG)
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.resize(300, label.heightForWidth(300))
    label.show()
    QTest.mouseDClick(label, Qt.MouseButton.LeftButton, pos=label.rect().center() / 4)
    assert label.hasSelectedText()
