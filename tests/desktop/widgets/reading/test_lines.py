"""Where lines stand: found in texts of any length, also before all of them is laid out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.document import fill
from crossread.desktop.widgets.reading.lines import Lines
from crossread.texts.text import Block, Text


def document(count: int) -> QTextDocument:
    text = Text(tuple(Block("paragraph", f"Paragraph {n} says so. " * (1 + n % 7)) for n in range(count)))
    made = QTextDocument()
    fill(made, text, theme.current(), 17)
    made.setTextWidth(400)
    return made


@pytest.mark.parametrize("count", [1, 2, 3, 8, 9, 1200])
def test_a_height_is_in_the_block_that_is_there(qapp: QApplication, count: int) -> None:
    made = document(count)
    lines = Lines(made)
    for number in {0, 1, count // 2, count - 1} & set(range(count)):
        block = made.findBlockByNumber(number)
        bounds = made.documentLayout().blockBoundingRect(block)
        for y in (bounds.center().y(), bounds.bottom() - 1):
            first, last = lines.blocks_in(QRectF(0, y, 10, 0))
            assert first.blockNumber() == last.blockNumber() == number
        assert lines.first_unit(bounds.top() + 1) == block.position()


def test_above_is_the_first_block_and_below_the_last(qapp: QApplication) -> None:
    lines = Lines(document(30))
    first, last = lines.blocks_in(QRectF(0, -50, 10, 10**6))
    assert (first.blockNumber(), last.blockNumber()) == (0, 29)


def test_the_beginning_of_a_long_text_is_found_without_laying_all_of_it_out(qapp: QApplication) -> None:
    made = document(1200)
    first, last = Lines(made).blocks_in(QRectF(0, 0, 400, 500))
    assert first.blockNumber() == 0
    assert 3 < last.blockNumber() < 40
    assert made.lastBlock().layout().lineCount() == 0


@given(st.floats(min_value=0, max_value=1500))
def test_the_line_found_is_the_one_at_that_height(y: float) -> None:
    made = document(20)
    lines = Lines(made)
    line = lines.line(lines.first_unit(y))
    # Between two lines lies less than a pixel that is of neither.
    assert line.bottom() > y - 1 or line.bottom() == lines.line(made.characterCount() - 1).bottom()
