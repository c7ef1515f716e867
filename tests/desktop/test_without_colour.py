"""Nothing is told by colour alone: in black and white, without any grey, each state still looks different."""

from dataclasses import replace
from typing import Any, cast, get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.matrix.face import CellFace
from crossread.desktop.answers.matrix.grid import GridColumn, GridRow, MatrixGrid
from crossread.desktop.answers.options.option_face import Fate, OptionFace, fate_word
from crossread.desktop.answers.registry import answer_widget
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.picking.segmented import Segmented, SegmentedLook
from crossread.desktop.widgets.pressing.flag import FlagToggle
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.desktop.widgets.telling.status import SavedKind, SavedStatus
from crossread.progress.verdict_words import verdict_words
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.registry import KINDS
from tests.desktop.answers.asking_open import LETTERS
from tests.desktop.answers.fitting import settle
from tests.desktop.widgets.texts import FLOOD
from tests.questions.making import SAMPLES

Shape = bytes

DARK = 150  # of 255: the shade below which a pixel counts as black


def shape(image: QImage) -> Shape:
    """Return a picture in black and white, so that two that differ in their colours alone are the same."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(shade < DARK for shade in bytes(grey.constBits()))


def shape_of(widget: QWidget) -> Shape:
    QApplication.processEvents()
    return shape(widget.grab().toImage())


# Answers


SCORED = {name: sample for name, sample in SAMPLES.items() if KINDS[sample[0].kind].scored}
WHOLE = frozenset({"choice", "verdict"})  # right or wrong, and nothing between


def _scored(mark: Mark, score: float) -> Mark:
    """Return a mark of the same parts that says nothing but how right each of them is."""
    parts = tuple(replace(part, score=score, key="", feedback="") for part in mark.parts)
    return Mark(score=score, parts=parts)


@pytest.mark.parametrize(("question", "given"), SCORED.values(), ids=SCORED)
def test_what_is_right_partly_right_and_wrong_differ_in_every_kind_of_answer(
    qtbot: QtBot, question: Question, given: Any
) -> None:
    kind = KINDS[question.kind]
    answer = answer_widget(question, LETTERS)
    qtbot.addWidget(answer)
    answer.set_response(given)
    answer.set_read_only(True)
    mark = kind.mark(question, given, {})
    seen = {}
    for score in (1.0, 0.0) if question.kind in WHOLE else (1.0, 0.5, 0.0):
        answer.show_mark(_scored(mark, score))
        settle(answer, 420)
        seen[score] = shape_of(answer)
    assert len(set(seen.values())) == len(seen)


@pytest.mark.parametrize("name", ["paper", "night", "high-contrast"])
@pytest.mark.parametrize("boxed", [True, False], ids=["several to pick", "one to pick"])
def test_an_option_looks_different_in_each_of_its_states(qapp: QApplication, name: str, boxed: bool) -> None:
    theme.apply(qapp, theme.load_theme(name))
    seen = {}
    states: list[tuple[Fate, bool]] = [(fate, picked) for fate in get_args(Fate) for picked in (True, False)]
    for fate, picked in states:
        face = OptionFace(2, "On the lambs.", boxed=boxed)
        face.fate, face.word = fate, fate_word(fate)
        image = QImage(300, 80, QImage.Format.Format_RGB32)
        image.fill(theme.current().colour("surface"))
        painter = QPainter(image)
        face.paint(painter, QRectF(0, 0, 300, 80), picked=picked, used=fate == "open", hover=False)
        painter.end()
        # Once it is marked, right or wrong tells already that it was picked, where there is no box.
        seen[fate, picked if boxed or fate == "open" else True] = shape(image)
    assert len(set(seen.values())) == len(seen)


@pytest.mark.parametrize("name", ["paper", "night", "high-contrast"])
def test_a_cell_that_is_given_and_one_to_fill_in_differ_and_so_do_verdicts(
    qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    theme.apply(qapp, theme.load_theme(name))
    grid = MatrixGrid(
        [GridRow("r", "A claim")], [GridColumn(f"c{at}", "AB"[at], at) for at in (0, 1)], "Cells"
    )
    qtbot.addWidget(grid)
    grid.resize(380, grid.heightForWidth(380))
    grid.show()
    faces = [
        CellFace(stances=("asserts",)),
        CellFace(stances=("asserts",), given=True),
        *(CellFace(stances=("asserts",), verdict=verdict) for verdict in ("right", "partly", "wrong")),
    ]
    seen = []
    for face in faces:
        grid.set_face("r", "c1", face)
        grid.refit()
        seen.append(shape_of(grid.cell("r", "c1")))
    assert len(set(seen)) == len(faces)
    framed = []
    for face in faces[:2]:
        grid.set_face("r", "c1", face)
        picture = grid.cell("r", "c1").grab().toImage()
        middle = picture.width() // 2
        edge, inside = (picture.pixelColor(middle, y).lightness() for y in (0, 3))
        framed.append(abs(edge - inside) > 20)
    assert framed == [True, False]


# Around the answers


@pytest.mark.parametrize("look", get_args(SegmentedLook))
def test_what_is_picked_in_a_row_of_ways_differs_from_the_rest(qtbot: QtBot, look: SegmentedLook) -> None:
    row = Segmented((("one", "Ways"), ("two", "Ways")), look=look, name="Ways")
    qtbot.addWidget(row)
    row.show()
    row.set_value("one")
    assert shape_of(row.pick("one")) != shape_of(row.pick("two"))


def test_a_link_is_underlined_in_a_text_and_as_a_button(qtbot: QtBot) -> None:
    view = ReadingView()
    qtbot.addWidget(view)
    view.set_text(FLOOD, "The flood")
    cursor = QTextCursor(view.document().findBlockByNumber(5))
    cursor.setPosition(cursor.position() + 5)
    assert cursor.charFormat().isAnchor()
    assert cursor.charFormat().fontUnderline()
    button = link_button("Other")
    qtbot.addWidget(button)
    button.show()
    words = QFontMetrics(button.font()).horizontalAdvance("Other")
    picture = button.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    dark = [
        sum(shade < DARK for shade in bytes(cast("memoryview", picture.constScanLine(y)))[: picture.width()])
        for y in range(picture.height())
    ]
    assert max(dark) >= words - 2


def test_a_flag_says_in_words_whether_it_is_set(qtbot: QtBot) -> None:
    flag = FlagToggle()
    qtbot.addWidget(flag)
    flag.show()
    before, words = shape_of(flag), flag.words()
    flag.setChecked(True)
    assert flag.words() != words
    assert shape_of(flag) != before


def test_how_it_is_saved_is_said_in_words(qtbot: QtBot) -> None:
    status = SavedStatus()
    qtbot.addWidget(status)
    said = []
    kinds: tuple[SavedKind, ...] = ("saved", "not-saved", "opening", "checking")
    for kind in kinds:
        status.set_kind(kind)
        said.append(status.text())
    assert len(set(said)) == len(kinds)
    assert {one[0] for one in said[:2]} == {"✓", "✗"}  # what is left of them in a narrow bar


def test_verdicts_differ_in_their_words_and_in_their_signs() -> None:
    said = [verdict_words(verdict) for verdict in ("right", "later", "partly", "wrong")]
    assert len(set(said)) == 4
    assert len({one[0] for one in said}) == 3
