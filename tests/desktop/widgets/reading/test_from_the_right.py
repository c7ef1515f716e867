"""Texts that run from right to left, and lines in which both ways are mixed."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.reading.positions import Positions
from crossread.desktop.widgets.reading.view import ReadingMark, ReadingView
from crossread.texts.text import Block, Range, Text
from tests.desktop.widgets.seeing import rows
from tests.desktop.widgets.texts import FLOOD, at

ARABIC = Text(
    (
        Block("heading", "ما حدث", 2),
        Block("paragraph", "ارتفع الماء عند الظهر في عام 1987. سقط الجسر (the old bridge) قبل الثالثة."),
        Block("item", "ذهبت نسخة إلى المقاطعة.", 1, "3."),
        Block("quote", "قيل لنا مرتين.", 1),
        Block("paragraph", "The Herald has more."),
        *(Block("paragraph", "ارتفع الماء في الليل ثم عاد. " * 12) for _number in range(30)),
    )
)
MIXED = Text((Block("paragraph", "The word שלום עולם stands here 😀 and ends."),))


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    shown = ReadingView()
    qtbot.addWidget(shown)
    shown.resize(560, 400)
    shown.set_text(ARABIC, "Source D", language="ar")
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus()
    return shown


def pieces(view: ReadingView, where: Range) -> list[QRectF]:
    return view.rects_in(where, QRectF(view.viewport().rect()))


def caret_at(view: ReadingView, position: int) -> int:
    """Tell where Qt draws the caret before a sign."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(Positions(view.text().shown).to_qt(position))
    return view.cursorRect(cursor).center().x()


def test_lines_begin_at_the_right_and_other_blocks_run_their_own_way(view: ReadingView) -> None:
    ways = []
    block = view.document().begin()
    for _number in range(5):
        ways.append(block.textDirection())
        block = block.next()
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert ways == [right, right, right, right, left]
    first = pieces(view, at("ارتفع الماء عند", ARABIC))[0]
    assert first.right() == pytest.approx(view.page().right, abs=2)


def test_items_and_quotes_stand_in_from_the_right(view: ReadingView) -> None:
    for words in ("ذهبت نسخة", "قيل لنا"):
        (where,) = pieces(view, at(words, ARABIC))
        assert where.right() < view.page().right - view.text_size()


def inked(view: ReadingView, left: int, right: int) -> int:
    """Count the pixels of a strip of the viewport that are not the page's."""
    ground = rows(view.viewport())[-1][:4]
    return sum(
        row[at : at + 4] != ground for row in rows(view.viewport()) for at in range(left * 4, right * 4, 4)
    )


def test_numbers_stand_at_the_right_where_lines_begin(view: ReadingView) -> None:
    page = view.page()
    assert inked(view, page.right + 4, page.right + 30) > 20
    assert inked(view, page.left - 30, page.left - 4) == 0
    view.set_text(FLOOD, "Source B", language="en")
    page = view.page()
    assert inked(view, page.right + 4, page.right + 30) == 0
    assert inked(view, page.left - 30, page.left - 4) > 20


def test_a_note_stands_at_the_other_side_where_lines_end(view: ReadingView) -> None:
    page = view.page()
    view.set_marks([ReadingMark(at("سقط الجسر", ARABIC), "note")])
    assert inked(view, page.left - 30, page.left - 2) > 20


def test_a_passage_in_a_mixed_line_is_marked_piece_by_piece_and_nothing_else_is(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.set_text(MIXED, "Source B", language="en")
    word, first, second, after = (pieces(view, at(w, MIXED)) for w in ("word ", "שלום", "עולם", "stands"))
    assert [len(one) for one in (word, first, second, after)] == [1, 1, 1, 1]
    assert word[0].right() <= second[0].left() < second[0].right() < first[0].left()  # read from the right
    assert first[0].right() < after[0].left()
    assert pieces(view, at("word שלום", MIXED)) == [*word, *first]
    whole = at("שלום", MIXED)
    letters = [pieces(view, Range(one, one + 1))[0] for one in range(whole.start, whole.end)]
    assert [one.right() for one in letters[1:]] == [one.left() for one in letters[:-1]]
    assert sum(one.width() for one in letters) == pytest.approx(first[0].width(), abs=0.5)


def test_a_whole_mixed_passage_is_one_piece(view: ReadingView) -> None:
    view.set_text(MIXED, "Source B", language="en")
    assert len(pieces(view, at("word שלום עולם stands", MIXED))) == 1


def test_marks_after_a_wide_sign_stand_where_their_words_do(view: ReadingView) -> None:
    view.set_text(MIXED, "Source B", language="en")
    (where,) = pieces(view, at("ends", MIXED))
    assert abs(where.left() - caret_at(view, MIXED.shown.index("ends"))) <= 2


def test_the_arrow_to_the_left_goes_on_in_a_text_from_the_right(view: ReadingView) -> None:
    start = ARABIC.starts[1]
    cursor = view.textCursor()
    cursor.setPosition(start)
    view.setTextCursor(cursor)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.caret() == start + 1
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret() == start


def test_the_place_is_kept_in_a_text_from_the_right(view: ReadingView) -> None:
    for paragraph in (8, 20):
        start = ARABIC.starts[paragraph]
        view.go_to(start)
        assert view.place() == start
        view.resize(430, 400)
        assert view.place() == start
        view.resize(560, 400)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
        assert view.place() > start


def test_letters_that_join_are_never_drawn_apart(view: ReadingView) -> None:
    from crossread.desktop.theme.typography import ReadingAids, Typography

    before = pieces(view, at("ارتفع", ARABIC))[0].width()
    english = pieces(view, at("Herald", ARABIC))[0].width()
    theme.set_texts(Typography(letter_space=0.2), ReadingAids())
    assert pieces(view, at("ارتفع", ARABIC))[0].width() == pytest.approx(before, abs=1)
    assert pieces(view, at("Herald", ARABIC))[0].width() > english + 10


def test_a_mirrored_interface_leaves_the_text_as_it_is(view: ReadingView) -> None:
    """The scroll bar goes to the left; which way a text runs is the text's own matter."""
    view.set_text(FLOOD, "Source B", language="en")
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.resize(600, 400)
    bar = view.verticalScrollBar().mapTo(view, view.verticalScrollBar().rect().topLeft()).x()
    assert bar < view.viewport().x()
    page = view.page()
    (words,) = pieces(view, at("Nobody came until two.", FLOOD))
    assert page.left <= words.left() < words.right() <= page.right + 1
    assert view.document().begin().textDirection() == Qt.LayoutDirection.LeftToRight
    assert inked(view, page.left - 30, page.left - 4) > 20
